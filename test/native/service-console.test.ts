/**
 * The service console over a real pseudo-terminal with the real serialport and the real readline
 * parser, in front of a simulated pen that lives in real time.
 */
import { performance } from 'node:perf_hooks';
import { asyncScheduler } from 'rxjs';
import { afterEach, expect, test } from 'vitest';
import type { ServiceNews } from '../../host/core/service/state.ts';
import { openSerial } from '../../host/link/serial-port.ts';
import { runService } from '../../host/service/run-service.ts';
import { AT_BENCH } from '../sim/pen/talker.ts';
import { rig } from '../sim/pen/rig.ts';
import { granted, pty } from '../link/rig.ts';
import { runInRealTime } from '../../sim/real-time.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** A pen behind a pseudo-terminal whose trigger is held, and a console in front of it. */
async function sitDown() {
  const pen = rig();
  const { port: far, path } = await pty();
  far.onBytes(pen.receive);
  pen.onFrame((bytes) => void far.write(bytes));
  const running = runInRealTime(pen, () => AT_BENCH);
  endings.push(() => far.close(), running.stop);
  const port = granted(await openSerial(path));
  endings.push(() => port.close());
  const news: ServiceNews[] = [];
  const waiting = new Set<() => void>();
  const service = runService({
    port,
    scheduler: asyncScheduler,
    nowMs: () => performance.now(),
    told: (one) => {
      news.push(one);
      for (const look of waiting) look();
    },
  });
  const told = (kind: ServiceNews['kind'], count = 1): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (news.filter((one) => one.kind === kind).length < count) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { pen, far, port, news, service, told };
}

test('S-16 S-18 a pen is asked over a serial port, says what it is, and is left', async () => {
  const { pen, news, service, told } = await sitDown();
  await told('entered');
  expect(pen.firmware().link.mode).toBe('service');
  const words = ['id', 'ledger', 'table', 'selftest', 'nonsense'];
  for (const [index, text] of words.entries()) {
    service.tell({ kind: 'type', text });
    await told('answer', index + 1);
  }
  const answers = news.filter((one) => one.kind === 'answer');
  expect(answers.map(({ text }) => text)).toEqual(words);
  expect(answers[0]?.lines).toContain('serial SIM-0001');
  expect(answers[2]?.lines).toContain('class P');
  expect(answers.map(({ refusal }) => refusal === undefined)).toEqual([
    true, true, true, true, false,
  ]);
  service.tell({ kind: 'leave' });
  expect(await service.ended).toEqual({ kind: 'left', by: 'exit', stop: 'none' });
  expect(pen.firmware().link.mode).toBe('outside');
  expect(pen.truth()).toMatchObject({ strokes: 0, retracted: true });
});

test('S-33 an interrupted console stops the pen first, and proves it', async () => {
  const { pen, service, told } = await sitDown();
  await told('entered');
  service.tell({ kind: 'interrupt' });
  expect(await service.ended).toEqual({ kind: 'left', by: 'exit', stop: 'proven' });
  expect(pen.firmware().latch.reason).toBe('host-stop');
});

test('S-38 200 kB of text without an end are let go of, and a cut cable is seen', async () => {
  const { far, news, service, told } = await sitDown();
  await told('entered');
  for (let piece = 0; piece < 50; piece += 1) {
    far.write(new Uint8Array(4_000).fill(0x41));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  far.write(Uint8Array.of(0));
  service.tell({ kind: 'type', text: 'latch' });
  await told('answer');
  expect(news.filter((one) => one.kind === 'noise')).toHaveLength(1);
  await far.close();
  expect(await service.ended).toMatchObject({ kind: 'lost', entered: true });
});
