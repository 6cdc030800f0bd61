/**
 * `npm run walk`: the exhaustive walks, two at a time, each in a thread of its own. It ends with 1
 * if a walk is refuted or not complete, or if there is a move that was never made.
 */
import { performance } from 'node:perf_hooks';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { explore, type Walked } from './explore.ts';
import { MOVES, OF_ENDS_AND_HANDS, OF_FRAMES_AND_ORDERS } from './move-table.ts';
import { createWorld } from './world.ts';
import { type Setting, WHOLE } from './setting.ts';
import { storyOf } from './story.ts';

/**
 * The walks, under what is let in. The disturbances are shared out between two, so that both cores
 * have work: with at most one on a way, the two together meet all that one walk with all would.
 */
const WALKS: readonly (readonly [string, Setting])[] = [
  ['two areas, two passes; ends that fail, hands out of turn',
    { ...WHOLE, spared: OF_FRAMES_AND_ORDERS }],
  ['two areas, two passes; frames, clocks and orders', { ...WHOLE, spared: OF_ENDS_AND_HANDS }],
];

/** What a walk remembers of host, pen and what became of them. */
const HEAP_MB_MAX = 6_000;

interface Report extends Omit<Walked, 'refuted'> {
  readonly checked: readonly (readonly [string, number])[];
  readonly story: readonly string[];
  readonly ms: number;
  readonly bytes: number;
}

interface Heartbeat {
  readonly found: number;
  readonly looked: number;
}

function walk(setting: Setting, beat: (heartbeat: Heartbeat) => void): Report {
  const world = createWorld(setting);
  const since = performance.now();
  const walked = explore(world, undefined, (found, looked) => beat({ found, looked }));
  const { refuted, ...rest } = walked;
  return {
    ...rest,
    checked: [...world.checked].sort(([one], [other]) => one.localeCompare(other)),
    story: refuted === undefined ? [] : storyOf(createWorld(setting), refuted),
    ms: Math.round(performance.now() - since),
    bytes: process.memoryUsage().rss,
  };
}

type FromThread = Heartbeat | Report;
const isReport = (message: FromThread): message is Report => 'checked' in message;

const beats = new Map<string, Heartbeat>();

function showBeat(): void {
  if (!process.stdout.isTTY) return;
  const line = [...beats.values()].map(({ looked, found }) => `${looked} of ${found}`).join(' | ');
  process.stdout.write(`\r\u001b[Ksituations looked at: ${line}`);
}

const run = (index: number, name: string): Promise<Report> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: index,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX },
    });
    worker.on('message', (message: FromThread) => {
      if (isReport(message)) resolve(message);
      else {
        beats.set(name, message);
        showBeat();
      }
    });
    worker.on('error', reject);
  });

const count = (value: number): string => value.toLocaleString('en-US').padStart(12);

function show(name: string, setting: Setting, report: Report): void {
  const { states, transitions, byDisturbances, complete, ms, bytes } = report;
  console.log(`\n${name}`);
  console.log(`${count(states)}  situations, ${complete ? 'all of them' : 'NOT COMPLETE'}`);
  console.log(`${count(transitions)}  moves made`);
  byDisturbances.forEach((found, least) => {
    console.log(`${count(found)}  situations with ${least} disturbances at the least`);
  });
  console.log(`${count(Math.round(ms / 1_000))}  seconds, ${Math.round(bytes / 1e6)} MB`);
  console.log(`  Bound: a way has at most ${setting.disturbances} disturbances; frames on their way`
    + ` ${setting.queue} each way; ticks of ${setting.tickMs} ms; see test/model/README.md.`);
  for (const line of report.story) console.log(`  ${line}`);
}

function table(title: string, rows: readonly (readonly [string, readonly number[]])[]): void {
  console.log(`\n${title}`);
  for (const [name, counts] of rows) console.log(`${counts.map(count).join('')}  ${name}`);
}

async function main(): Promise<void> {
  const reports = await Promise.all(WALKS.map(([name], index) => run(index, name)));
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  WALKS.forEach(([name, setting], index) => {
    const report = reports[index];
    if (report !== undefined) show(name, setting, report);
  });
  table('Moves', MOVES.map((name, code) => [name, reports.map(({ moves }) => moves[code] ?? 0)]));
  const promises = [...new Set(reports.flatMap(({ checked }) => checked.map(([name]) => name)))];
  table('Promises, and how many different steps or situations each was held against',
    promises.sort().map((name) => [
      name,
      reports.map(({ checked }) => new Map(checked).get(name) ?? 0),
    ]));
  const idle = MOVES.filter((_, code) => reports.every(({ moves }) => (moves[code] ?? 0) === 0));
  const isGood = reports.every(({ complete }) => complete) && idle.length === 0;
  console.log(isGood ? '\nNo objection.' : `\nFAILED. Moves never made: ${idle.join(', ')}`);
  process.exitCode = isGood ? 0 : 1;
}

if (isMainThread) await main();
else {
  const [, setting] = WALKS[Number(workerData)] ?? ['', WHOLE];
  parentPort?.postMessage(walk(setting, (beat) => parentPort?.postMessage(beat)));
}
