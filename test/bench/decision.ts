/**
 * Bytes in, decision made, bytes out: how long the host takes from a pen's telemetry to the grant
 * that answers it, over a pseudo-terminal, beside a bare serialport that only echoes.
 *
 *   node test/bench/decision.ts [--quick] [--cycles N]
 *
 * The host is the real one in a process of its own: serial road, decoder, session, control, journal
 * on disk. One peer process times both roads from the far end, in turns, with frames of one size at
 * one rate. Beside the renewals: the first grant of a hold, arming (which waits for the disk), and
 * STOP, from the moment somebody asks until the peer has it.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FromHost } from '../../host/api.ts';
import { startHostChild } from '../../host/cli/host-child.ts';
import { today } from '../../host/cli/today.ts';
import { allInOrder } from '../../host/core/checklist.ts';
import type { OperatorRequest } from '../../host/core/control/event.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import { demoCaseFile } from '../../host/demo/case-file.ts';
import { initInstallation, nodeWorld } from '../../host/journal/index.ts';
import { createRandom, nextBetween } from '../../sim/random.ts';
import {
  announce, atMost, conclude, type Figure, median, numberOf, percentile, QUICK,
} from '../support/bench.ts';
import type { PeerAsk, PeerSay, PeerTask } from './decision-peer.ts';
import { createMailbox } from './mailbox.ts';

const CYCLES = numberOf('--cycles', QUICK ? 2 : 12);
const BLOCK_MS = 2_500;
const WARM_MS = 1_000;
const HOLDS = 8;

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const PLAN = fileURLToPath(new URL('../../host/demo/plan.json', import.meta.url));

// The cast: a peer, a host, a bare echo.

const peer = fork(beside('decision-peer.ts'));
const fromPeer = createMailbox<PeerSay>();
peer.on('message', (told) => fromPeer.put(told as PeerSay));
const paths = await fromPeer.next('the peer', ({ kind }) => kind === 'paths');
if (paths.kind !== 'paths') throw new Error('a peer says where it listens');

const bare: ChildProcess = fork(beside('bare-echo.ts'), [paths.echo]);
await once(bare, 'message');

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-bench-'));
const made = initInstallation(dataDir, nodeWorld('bench'));
if (!made.ok) throw new Error(JSON.stringify(made.error));
const casePath = path.join(dataDir, 'case.json');
fs.writeFileSync(casePath, demoCaseFile(today()));

const fromHost = createMailbox<FromHost>();
const host = startHostChild((message) => {
  if (message.kind === 'not-admitted') console.error(message.sentences.join('\n'));
  fromHost.put(message);
});
const request = (asked: OperatorRequest): void => host.tell({ kind: 'request', request: asked });
/** Waits for a snapshot from now on, so that an old one is not taken for an answer. */
const becomes = (what: string, so: (snapshot: Snapshot) => boolean): Promise<unknown> =>
  fromHost.next(what, (told) => told.kind === 'snapshot' && so(told.snapshot));

const phaseIs = (phase: Snapshot['phase']): Promise<unknown> =>
  becomes(phase, (snapshot) => snapshot.phase === phase);

const armable = (): Promise<unknown> =>
  becomes('an area that may be armed', ({ next, areas }) =>
    next === 'arm' && areas[0]?.state === 'open' && areas[0].against.length === 0);

let asked = 0;

/** Asks the peer; an answer to what was given up, and comes after all, is not taken for it. */
async function askPeer(task: PeerTask): Promise<Extract<PeerSay, { readonly kind: 'times' }>> {
  asked += 1;
  const n = asked;
  const told = fromPeer.next(task.kind, (said) => said.kind === 'times' && said.n === n);
  peer.send({ n, ...task } satisfies PeerAsk);
  const times = await told;
  if (times.kind !== 'times') throw new Error('a peer answers with times');
  return times;
}

/** Microseconds from a request of the operator until the peer has heard what comes of it. */
async function untilHeard(message: 'envelope' | 'stop', asked: OperatorRequest): Promise<number> {
  const heard = fromPeer.next(
    message,
    (told) => told.kind === 'heard' && told.message === message,
  );
  const beganNs = process.hrtime.bigint();
  request(asked);
  const told = await heard;
  return told.kind === 'heard' ? Number(BigInt(told.atNs) - beganNs) / 1_000 : Number.NaN;
}

/** Everything that was timed under one condition, in microseconds. */
interface Times {
  readonly renewal: number[];
  readonly echo: number[];
  readonly first: number[];
  readonly arm: number[];
  readonly stop: number[];
  readonly hz: number[];
}

const none = (): Times => ({ renewal: [], echo: [], first: [], arm: [], stop: [], hz: [] });

/** One turn of each: arm, a few holds, renewals, stop, clear, and the echo. */
async function cycle(everyMs: number, blockMs: number, times: Times): Promise<void> {
  await armable();
  const forehead = { area: 'forehead', side: 'midline' } as const;
  times.arm.push(await untilHeard('envelope', { kind: 'arm', ...forehead, eyeConfirmed: false }));
  await phaseIs('armed');
  times.first.push(...(await askPeer({ kind: 'holds', count: HOLDS, everyMs })).us);
  const renewed = await askPeer({ kind: 'renewals', forMs: blockMs, everyMs });
  times.renewal.push(...renewed.us);
  times.hz.push(renewed.hz);
  times.stop.push(await untilHeard('stop', { kind: 'stop', by: 'bench' }));
  await phaseIs('latched');
  request({ kind: 'clear', by: 'bench' });
  await phaseIs('ready');
  times.echo.push(...(await askPeer({ kind: 'echo', forMs: blockMs, everyMs })).us);
}

/** Back to where an area may be armed, whatever a turn that went wrong has left behind. */
async function recover(): Promise<void> {
  const clear = setInterval(() => request({ kind: 'clear', by: 'bench' }), 500);
  request({ kind: 'stop', by: 'bench' });
  await phaseIs('ready').finally(() => clearInterval(clear));
}

/** One turn; a machine that stood still for too long has the host stop the pen, which is right. */
async function tryCycle(everyMs: number, blockMs: number, times: Times): Promise<boolean> {
  try {
    await cycle(everyMs, blockMs, times);
    return true;
  } catch (error) {
    console.log(`  a turn was broken off: ${error instanceof Error ? error.message : 'unknown'}`);
    await recover();
    return false;
  }
}

async function measure(everyMs: number): Promise<Times> {
  await tryCycle(everyMs, WARM_MS, none());
  const times = none();
  let failed = 0;
  for (let turn = 0; turn < CYCLES && failed < CYCLES; ) {
    if (await tryCycle(everyMs, BLOCK_MS, times)) turn += 1;
    else failed += 1;
  }
  return times;
}

const row = (name: string, us: readonly number[]): string =>
  `  ${name.padEnd(34)} ${String(us.length).padStart(6)} x   `
  + `p50 ${percentile(us, 50).toFixed(0).padStart(6)} us   `
  + `p99 ${percentile(us, 99).toFixed(0).padStart(6)} us`;

const RESAMPLINGS = 300;

/**
 * Between which values nine of ten resamplings put the ratio of a percentile. A turn has fifty
 * renewals and thousands of echoes: the 99th of the former is a handful of samples.
 */
function spread(mine: readonly number[], theirs: readonly number[], percent: number): string {
  const random = createRandom(1, 7);
  const again = (us: readonly number[]): number =>
    percentile(us.map(() => us[nextBetween(random, 0, us.length - 1)] ?? Number.NaN), percent);
  const ratios = Array.from({ length: RESAMPLINGS }, () => again(mine) / again(theirs));
  return `${percentile(ratios, 5).toFixed(2)} to ${percentile(ratios, 95).toFixed(2)}`;
}

function show(title: string, times: Times): void {
  console.log(`${title}, ${median(times.hz).toFixed(0)} telemetries a second`);
  console.log(row('renewal inside a reservation', times.renewal));
  console.log(row('bare serialport echo', times.echo));
  const [mine, theirs] = [times.renewal, times.echo];
  const ratios = [50, 99].map((at) => (percentile(mine, at) / percentile(theirs, at)).toFixed(2));
  const [atHalf = '', atMostAll = ''] = ratios;
  console.log(`  ${'ratio'.padEnd(46)}p50 ${atHalf}        p99 ${atMostAll}`);
  const [half, most] = [spread(mine, theirs, 50), spread(mine, theirs, 99)];
  console.log(`  ${'and in nine of ten resamplings'.padEnd(46)}p50 ${half}   p99 ${most}`);
  console.log(row('first grant of a hold', times.first));
  console.log(row('arm asked to ENVELOPE, disk synced', times.arm));
  console.log(row('stop asked to STOP', times.stop));
  console.log('');
}

const against = (hz: number, times: Times): readonly Figure[] => [
  atMost(`${hz} Hz p50 x bare`, percentile(times.renewal, 50) / percentile(times.echo, 50), 0.8),
  atMost(`${hz} Hz p99 x bare`, percentile(times.renewal, 99) / percentile(times.echo, 99), 1),
];

announce('Decision: from telemetry to the grant that names it, over a pseudo-terminal');
host.tell({
  kind: 'start',
  start: { dataDir, planPath: PLAN, casePath, pen: `serial:${paths.pen}`, pedal: false },
});
await phaseIs('ready');
request({ kind: 'room', room: allInOrder('bench'), by: 'bench' });
const slow = await measure(5);
show('200 Hz', slow);
const fast = await measure(1);
show('1 kHz', fast);
const busy = spawn(process.execPath, [beside('busy-process.ts')]);
await once(busy, 'spawn');
const besideBusy = await measure(5);
busy.kill();
show('200 Hz, with another process busy 20 ms of every 50', besideBusy);

host.tell({ kind: 'leave' });
await host.ended;
bare.kill();
peer.kill();
fs.rmSync(dataDir, { recursive: true });
conclude('node test/bench/decision.ts', [
  ...against(200, slow),
  ...against(1_000, fast),
  atMost('beside a busy process p99', percentile(besideBusy.renewal, 99) / 1_000, 6, ' ms'),
]);
