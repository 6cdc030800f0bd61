/**
 * The simulator as a program: it says where it listens, answers there, keeps its memory, and says
 * in a sentence what it cannot do.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import type { FromPen } from '../../protocol/from-pen.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pen-program-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

interface Listening {
  readonly address: string;
  readonly serial: string;
}

const isListening = (value: unknown): value is Listening =>
  typeof value === 'object' && value !== null && 'address' in value && 'serial' in value;

async function start(...more: string[]) {
  const child = spawn(process.execPath, ['sim/main.ts', '--json', '--operator', 'none', ...more]);
  const lines = createInterface({ input: child.stdout });
  const [first] = (await new Promise<string[]>((resolve) => {
    lines.once('line', (line) => resolve([line]));
  })) as [string];
  const said: unknown = JSON.parse(first);
  if (!isListening(said)) throw new Error(`the simulator said ${first}`);
  const stop = (): Promise<number | null> =>
    new Promise((resolve) => {
      child.once('exit', (code) => resolve(code));
      child.kill('SIGTERM');
    });
  return { ...said, stop };
}

/**
 * Greets a pen; while it still has the host before, which it notices a moment late, tries again.
 */
async function greet(address: string): Promise<FromPen> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await greetOnce(address);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return greetOnce(address);
}

function greetOnce(address: string): Promise<FromPen> {
  const [, port = ''] = /:(\d+)$/.exec(address) ?? [];
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port: Number(port) }, () => {
      const hello = { kind: 'hello', hostNonce: 9, schemaHash: SCHEMA_HASH } as const;
      socket.write(encodeFrame(hello, { session: 0, seq: 0, ack: 0 }, 0));
    });
    const deframer = createDeframer({
      heard: (message) => {
        socket.destroy();
        resolve(message as FromPen);
      },
      dropped: (why) => reject(new Error(why)),
    });
    socket.on('data', (bytes) => deframer.push(bytes));
    socket.on('error', reject);
  });
}

test('a pen on a socket says where it listens, and answers one host after another', async () => {
  const pen = await start('--tcp', '127.0.0.1:0');
  expect(pen.address).toMatch(/^tcp:127\.0\.0\.1:\d+$/);
  expect(await greet(pen.address)).toMatchObject({ kind: 'welcome', hostNonce: 9 });
  expect(await greet(pen.address)).toMatchObject({ kind: 'welcome', hostNonce: 9 });
  expect(await pen.stop()).toBe(0);
});

test('a pen with a memory is the same pen in another boot', async () => {
  const nv = ['--nv', path.join(folder, 'pen.json'), '--tcp', '127.0.0.1:0'];
  const first = await start(...nv);
  const welcome = await greet(first.address);
  await first.stop();
  const second = await start(...nv);
  const again = await greet(second.address);
  await second.stop();
  expect(second.serial).toBe(first.serial);
  expect(again).toMatchObject({ kind: 'welcome' });
  expect(again).not.toMatchObject({ bootId: welcome.kind === 'welcome' ? welcome.bootId : 0 });
});

test('a pen on a pseudo-terminal says which path to open', async () => {
  const pen = await start('--pty', '--model', 'atlas-fixed', '--seed', '5');
  expect(pen).toMatchObject({ serial: 'SIM-0005' });
  expect(pen.address).toMatch(/^serial:\//);
  expect(await pen.stop()).toBe(0);
});

const run = (...more: string[]) =>
  spawnSync(process.execPath, ['sim/main.ts', ...more], { encoding: 'utf8' });

test('what cannot be done is said in a sentence, and the exit tells it too', () => {
  const cases: readonly [readonly string[], string][] = [
    [[], 'Say either --pty or --tcp.'],
    [['--pty', '--model', 'biro'], 'There is no model "biro"'],
    [['--pty', '--cartridge', 'round-36'], 'does not fit meridian-p'],
    [['--pty', '--fault', 'overspeed@5'], 'it needs permille'],
    [['--tcp', '0.0.0.0:0'], 'could be reached from other computers'],
    [['--tcp', 'nowhere'], 'is no address to listen on'],
    [['--pty', '--seed=-1'], 'a seed is a whole number'],
    [['--volume', '11'], 'Unknown option'],
  ];
  for (const [args, sentence] of cases) {
    const { status, stderr } = run(...args);
    expect([args, status, stderr]).toEqual([args, 2, expect.stringContaining(sentence)]);
  }
});
