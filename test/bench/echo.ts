// Bytes out, bytes back, over a pseudo-terminal: the host's serial road against a bare serialport,
// in one run, in alternating blocks, with the same peer process at the other end.
//
//   node test/bench/echo.ts [frames per rate and road]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { SerialPort } from 'serialport';
import { openSerial } from '../../host/link/serial-port.ts';

const FRAME_BYTES = 20;
const BLOCK_FRAMES = 50;
const WARM_FRAMES = 100;
const ECHO_MS_MAX = 1_000;

/** One way to send a frame and hear bytes. */
interface EchoRoad {
  readonly name: string;
  send(frame: Uint8Array): void;
  onBytes(listener: (bytes: Uint8Array) => void): void;
  close(): Promise<void>;
}

async function ours(path: string): Promise<EchoRoad> {
  const opened = await openSerial(path);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const port = opened.value;
  return {
    name: 'openSerial',
    send: (frame) => void port.write(frame),
    onBytes: (listener) => void port.onBytes(listener),
    close: () => port.close(),
  };
}

async function bare(path: string): Promise<EchoRoad> {
  const port = new SerialPort({ path, baudRate: 115_200, hupcl: false });
  await once(port, 'open');
  return {
    name: 'bare serialport',
    send: (frame) => void port.write(frame),
    onBytes: (listener) => void port.on('data', listener),
    close: () => new Promise((resolve) => port.close(() => resolve())),
  };
}

/** Sends frames at a steady rate and notes how long each takes to come back, in microseconds. */
function createProbe(road: EchoRoad): (count: number, periodMs: number) => Promise<number[]> {
  const frame = new Uint8Array(FRAME_BYTES).fill(0x55);
  let missing = 0;
  let sentAt = 0;
  let back: (us: number) => void = () => undefined;
  road.onBytes((bytes) => {
    missing -= bytes.length;
    if (missing === 0) back((performance.now() - sentAt) * 1000);
  });
  const once = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${road.name}: no echo`)), ECHO_MS_MAX);
      back = (us) => {
        clearTimeout(late);
        resolve(us);
      };
      missing = FRAME_BYTES;
      sentAt = performance.now();
      road.send(frame);
    });
  return async (count, periodMs) => {
    const all: number[] = [];
    let due = performance.now();
    while (all.length < count) {
      all.push(await once());
      due = Math.max(due + periodMs, performance.now());
      await pause(Math.max(0, due - performance.now()));
    }
    return all;
  };
}

const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
};

const line = (name: string, values: readonly number[]): string =>
  `${name.padEnd(18)} p50 ${percentile(values, 50).toFixed(0).padStart(6)} us` +
  `   p99 ${percentile(values, 99).toFixed(0).padStart(6)} us`;

function raise(why: string): never {
  throw new Error(why);
}

const peer = spawn(process.execPath, [new URL('echo-peer.ts', import.meta.url).pathname], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const first: unknown = (await once(createInterface(peer.stdout), 'line')).at(0);
const [oursPath = '', barePath = ''] = String(first).split(' ');
const roads = [await ours(oursPath), await bare(barePath)];
const probes = roads.map(createProbe);
const frames = Number(process.argv[2] ?? 1500);

console.log(`echo of ${FRAME_BYTES} bytes over a pseudo-terminal, ${frames} frames each`);
console.log(`node ${process.version}, ${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown'}`);
for (const hz of [200, 1000]) {
  const times: number[][] = [[], []];
  for (const probe of probes) await probe(WARM_FRAMES, 1000 / hz);
  while ((times[0]?.length ?? 0) < frames) {
    for (const [index, probe] of probes.entries()) {
      times[index]?.push(...(await probe(BLOCK_FRAMES, 1000 / hz)));
    }
  }
  const [mine = [], theirs = []] = times;
  const ratio = (percent: number): string =>
    (percentile(mine, percent) / percentile(theirs, percent)).toFixed(2);
  console.log(`\n${hz} Hz\n  ${line('openSerial', mine)}\n  ${line('bare serialport', theirs)}`);
  console.log(`  ratio              p50 ${ratio(50)} (reach 0.8)   p99 ${ratio(99)} (reach 1.0)`);
}

// The window is another process: its work may cost this one a core's share, never a turn in line.
const busy = spawn(process.execPath, [new URL('busy-process.ts', import.meta.url).pathname]);
await once(busy, 'spawn');
const besideBusy = await (probes[0] ?? raise('no road'))(frames, 5);
busy.kill();
console.log('\n200 Hz, with another process busy 20 ms of every 50');
console.log(`  ${line('openSerial', besideBusy)}`);
const p99Ms = percentile(besideBusy, 99) / 1000;
console.log(`  p99                ${p99Ms.toFixed(2)} ms (reach: below 6)`);
for (const road of roads) await road.close();
peer.stdin.end();
