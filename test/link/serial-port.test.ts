import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { BytePort } from '../../protocol/byte-port.ts';
import { systemFiles } from '../../host/link/file-view.ts';
import { openSerial, type SerialOptions } from '../../host/link/serial-port.ts';
import { bytesOf, endOf, granted, openTerminals, pty, refused } from './rig.ts';

const left: { close(): Promise<void> }[] = [];
const before = openTerminals();

const opened = async (path: string, options?: SerialOptions): Promise<BytePort> => {
  const port = granted(await openSerial(path, options));
  left.push(port);
  return port;
};
const cable = async (options?: SerialOptions) => {
  const pen = await pty();
  left.push(pen.port);
  return { pen, host: await opened(pen.path, options) };
};

afterEach(async () => {
  for (const port of left.splice(0)) await port.close();
  expect(openTerminals()).toEqual(before);
});

describe.each(['tty', 'serialport'] as const)('over the %s road', (road) => {
  test('every byte arrives as it was sent, both ways', async () => {
    const { pen, host } = await cable({ road });
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    const atPen = bytesOf(pen.port, 256);
    expect(host.write(all)).toBe(true);
    expect(await atPen).toEqual([...all]);
    const atHost = bytesOf(host, 256);
    expect(pen.port.write(all)).toBe(true);
    expect(await atHost).toEqual([...all]);
  });

  test('a caller may use its buffer again as soon as write returns', async () => {
    const { pen, host } = await cable({ road });
    const buffer = new Uint8Array(2);
    const atPen = bytesOf(pen.port, 8);
    for (const value of [1, 2, 3, 4]) host.write(buffer.fill(value));
    expect(await atPen).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  test('a peer that does not read is refused, not waited for, on a bounded queue', async () => {
    const { host, frames } = await stuffed(road);
    expect(frames).toBeLessThan(200_000 / 64);
    expect(host.write(new Uint8Array(64))).toBe(false);
    // Nobody will ever read what is queued: a close that waited for that would not come back.
    await host.close();
  });

  test('a port closes while it is busy, says why once, and takes nothing afterwards', async () => {
    const { host } = await cable({ road });
    const reasons: string[] = [];
    host.onClosed((why) => reasons.push(why));
    host.write(new Uint8Array(1000));
    await Promise.all([host.close(), host.close()]);
    await host.close();
    expect(reasons).toEqual(['closed by this program']);
    expect(host.write(Uint8Array.of(1))).toBe(false);
    expect(host.writeUrgent(Uint8Array.of(1))).toBe(false);
  });

  test('a port can be opened again as soon as close has resolved', async () => {
    const { pen, host } = await cable({ road });
    await host.close();
    for (let turn = 0; turn < 5; turn += 1) {
      const again = await opened(pen.path, { road });
      const atPen = bytesOf(pen.port, 1);
      again.write(Uint8Array.of(turn));
      expect(await atPen).toEqual([turn]);
      await again.close();
    }
  });
});

/** A host that wrote into a pseudo-terminal that nobody reads until it was refused. */
async function stuffed(road: 'tty' | 'serialport') {
  const { path } = await silentTerminal();
  const host = await opened(path, { road });
  let frames = 0;
  while (host.write(new Uint8Array(64).fill(frames + 1)) && frames < 10_000) frames += 1;
  return { host, path, frames };
}

/** A terminal in another process that holds it open and reads nothing until told to. */
async function silentTerminal() {
  const peer = spawn(process.execPath, [new URL('silent-peer.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const path = String((await once(peer.stdout, 'data')).at(0)).trim();
  const gone = once(peer, 'exit');
  left.push({
    async close() {
      peer.kill('SIGKILL');
      await gone;
    },
  });
  return { path, peer };
}

describe('what a stop needs', () => {
  test('S-33 an urgent write overtakes everything that the system has not taken yet', async () => {
    const { path, peer } = await silentTerminal();
    const host = await opened(path);
    let frames = 0;
    while (host.write(new Uint8Array(64).fill(1)) && frames < 10_000) frames += 1;
    expect(host.writeUrgent(Uint8Array.of(0xee, 0xee))).toBe(true);
    expect(host.writeUrgent(Uint8Array.of(0xff, 0xff))).toBe(true);
    const report = once(peer.stdout, 'data');
    peer.stdin.write('read\n');
    const read = JSON.parse(String((await report).at(0))) as { total: number; last: number[] };
    expect(read.last).toEqual([0xff, 0xff]);
    // 64 frames fit into the queue: all but the one in the system's hands were dropped.
    expect(read.total).toBeLessThanOrEqual((frames - 60) * 64);
  });
});

describe('what goes away', () => {
  test('a device that hangs up ends the port, whenever it does', async () => {
    for (let turn = 0; turn < 25; turn += 1) {
      const { pen, host } = await cable();
      const ended = endOf(host);
      await pen.port.close();
      expect(await ended).toBe('the device hung up');
      expect(host.write(Uint8Array.of(1))).toBe(false);
      await host.close();
    }
  });

  test('whoever listens too late still hears that the device is gone', async () => {
    const { pen, host } = await cable();
    const first = endOf(host);
    await pen.port.close();
    await first;
    expect(await endOf(host)).toBe('the device hung up');
  });

  test('a device that goes away in the middle of a write ends the port', async () => {
    const { path, peer } = await silentTerminal();
    const host = await opened(path);
    while (host.write(new Uint8Array(64)));
    const ended = endOf(host);
    peer.kill('SIGKILL');
    expect(await ended).toMatch(/hung up|failed/);
    await host.close();
  });

  test('an orphan whose device hung up does not keep a core busy', async () => {
    const { pen, host } = await cable();
    const ended = endOf(host);
    await pen.port.close();
    await ended;
    // A core that is kept busy is busy all the time; anything else in this process is not.
    const shares: number[] = [];
    for (let look = 0; look < 4 && !shares.some((share) => share < 0.2); look += 1) {
      const start = process.cpuUsage();
      await pause(250); // real time is the thing measured here
      const { user, system } = process.cpuUsage(start);
      shares.push((user + system) / 250_000);
    }
    expect(Math.min(...shares)).toBeLessThan(0.2);
  });

  test('a pen that comes back under another name is opened there', async () => {
    const { pen, host } = await cable();
    const ended = endOf(host);
    await pen.port.close();
    await ended;
    await host.close();
    expect(refused(await openSerial(pen.path)).code).toBe('absent');
    await cable();
  });
});

describe('what is refused', () => {
  test('a path that is not there', async () => {
    expect(refused(await openSerial('/dev/ttyACM99'))).toEqual({
      code: 'absent',
      name: '/dev/ttyACM99',
    });
  });

  test('a folder', async () => {
    expect(refused(await openSerial('/dev')).code).toBe('is-a-directory');
  });

  test('a plain file, which is left as it was', async () => {
    const path = `${fs.mkdtempSync(`${os.tmpdir()}/port-`)}/file`;
    fs.writeFileSync(path, 'mine');
    expect(refused(await openSerial(path))).toMatchObject({ found: 'a file' });
    expect(fs.readFileSync(path, 'utf8')).toBe('mine');
  });

  test('a device that is no terminal line, without opening it', async () => {
    expect(refused(await openSerial('/dev/null'))).toMatchObject({
      code: 'wrong-device',
      found: 'a device of the kind "mem"',
    });
  });

  test('a device that is no terminal line, where the system does not tell what it is', async () => {
    const roots = { sys: '/nowhere', proc: '/proc', dev: '/dev' };
    expect(refused(await openSerial('/dev/null', { roots })).code).toBe('wrong-device');
  });

  test('S-29 a port that is in use, with the one who holds it', async () => {
    const { pen, host } = await cable();
    expect(refused(await openSerial(pen.path))).toMatchObject({
      code: 'busy',
      name: pen.path,
      holders: [{ pid: process.pid }],
    });
    const atPen = bytesOf(pen.port, 1);
    host.write(Uint8Array.of(7));
    expect(await atPen).toEqual([7]);
  });

  test('a port that this user may not use, with the group that may', async () => {
    const { path, port } = await pty();
    left.push(port);
    const files = { ...systemFiles, usable: () => false, text: () => 'tty:x:5:\nusb:x:6:\n' };
    const gid = systemFiles.facts(path)?.gid;
    expect(refused(await openSerial(path, { files }))).toEqual({
      code: 'no-permission',
      name: path,
      group: gid === 5 ? 'tty' : undefined,
    });
  });

  test.each([0, -1, 9600.5, Number.NaN, 10_000_000])('a baud rate of %s', async (baudRate) => {
    const { pen } = await cable();
    expect(refused(await openSerial(pen.path, { baudRate }))).toMatchObject({
      code: 'bad-setting',
      field: 'baud rate',
    });
  });
});

test('a line that goes away while it is being opened is a refusal and nothing else', async () => {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', hear);
  const pen = await pty();
  left.push(pen.port);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-gone-'));
  const name = path.join(folder, 'tty');
  for (let turns = 0; turns < 12; turns += 1) {
    fs.symlinkSync(pen.path, name);
    const opening = openSerial(name);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    if (turns % 2 === 1) await pause(turns / 4);
    fs.rmSync(name);
    const ended = await opening;
    if (ended.ok) await ended.value.close();
  }
  await pause(20);
  process.off('unhandledRejection', hear);
  expect(unhandled).toEqual([]);
});
