import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { openSerial } from '../../host/link/serial-port.ts';
import { openPty, sayNoPty } from '../../sim/pty/open-pty.ts';
import { bytesOf, granted, openTerminals, pty } from './rig.ts';

const before = openTerminals();
afterEach(() => expect(openTerminals()).toEqual(before));

test.each(['koffi', 'python3', 'perl'] as const)('%s opens a raw terminal', async (name) => {
  const opened = granted(await openPty(name));
  const host = granted(await openSerial(opened.path));
  // What a cooked line would eat, double or answer: carriage return, newline, ^C, ^D, ^S, ^Z, DEL.
  const awkward = [13, 10, 3, 4, 19, 17, 26, 28, 127, 255, 0];
  const atHost = bytesOf(host, awkward.length);
  opened.port.write(Uint8Array.from(awkward));
  expect(await atHost).toEqual(awkward);
  expect(opened.provider).toBe(name);
  await host.close();
  await opened.port.close();
});

test.each(['koffi', 'python3', 'perl'] as const)(
  'a line of %s hangs up when it is closed, whatever programs were started meanwhile',
  async (name) => {
    const opened = granted(await openPty(name));
    const host = granted(await openSerial(opened.path));
    const bystander = spawn(process.execPath, ['--eval', 'setTimeout(() => undefined, 60_000)']);
    const why = new Promise<string>((resolve) => host.onClosed(resolve));
    await opened.port.close();
    expect(await why).toMatch(/hung up/);
    await host.close();
    bystander.kill('SIGKILL');
    await once(bystander, 'close');
  },
);

test('a pen that nobody reads drops bytes, counts them, and never waits', async () => {
  const { port, droppedBytes } = await pty();
  let lost = 0;
  // If it waited for somebody to read, this would never come to its end.
  for (let frame = 0; frame < 20_000; frame += 1) {
    if (!port.write(new Uint8Array(48))) lost += 1;
  }
  expect(lost).toBeGreaterThan(10_000);
  expect(droppedBytes()).toBe(lost * 48);
  await port.close();
});

test('a host that comes back finds the pen still there, and no stale bytes', async () => {
  const { path, port } = await pty();
  for (let visit = 1; visit <= 3; visit += 1) {
    const host = granted(await openSerial(path));
    const atHost = bytesOf(host, 1);
    expect(port.write(Uint8Array.of(visit))).toBe(true);
    expect(await atHost).toEqual([visit]);
    await host.close();
    port.write(Uint8Array.of(0xdd)); // said into the void between two visits
  }
  await port.close();
});

test('where no provider works, each is named with its reason and another way is offered', () => {
  const tried = [{ provider: 'perl', why: 'spawn perl ENOENT' }] as const;
  expect(sayNoPty({ code: 'no-pseudo-terminal', tried })).toBe(
    'No pseudo-terminal could be opened (perl: spawn perl ENOENT). ' +
      'Install python3, or let the simulator listen with --tcp 127.0.0.1:0.',
  );
});
