/**
 * The host process is killed with SIGKILL at random instants, again and again, and started anew on
 * the same folder with the same pen. Judged by the pen's own truth: strokes after the kill never
 * exceed the published bound of that area and pen, and no stroke is missing from the journal.
 *
 *   node test/bench/kill.ts [--quick] [--times N] [--seed N]
 */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom, nextBetween } from '../../sim/random.ts';
import { announce, atLeast, atMost, conclude, median, numberOf, QUICK } from '../support/bench.ts';
import { type AfterKill, createKillRig, type KillRig } from '../support/kill-rig.ts';

const TIMES = numberOf('--times', QUICK ? 10 : 200);
const SEED = numberOf('--seed', randomInt(1_000_000));
/** A fourth of all kills fall anywhere from the start of the process on; the rest on needles. */
const ANYWHERE_OF = 4;
const ANYWHERE_MS = 3_000;
const RUNNING_MS = 1_500;
const WAIT_MS_MAX = 12_000;
const PROGRESS_KILLS = 50;

const random = createRandom(SEED, 21);

async function killOnce(rig: KillRig): Promise<AfterKill> {
  rig.startHost();
  if (nextBetween(random, 1, ANYWHERE_OF) === 1) {
    await pause(nextBetween(random, 0, ANYWHERE_MS));
  } else {
    await rig.untilRunning(WAIT_MS_MAX);
    await pause(nextBetween(random, 0, RUNNING_MS));
  }
  return rig.kill();
}

announce(`Kill: SIGKILL of the host at random instants, ${TIMES} times, seed ${SEED}`);
const all: AfterKill[] = [];
let rigs = 1;
let rig = await createKillRig(SEED, random);
while (all.length < TIMES) {
  const after = await killOnce(rig);
  all.push(after);
  for (const sentence of after.wrong) {
    const where = `${after.phase}, ${after.area ?? 'nothing armed'}`;
    console.log(`  kill ${all.length} (${where}): ${sentence}`);
  }
  if (all.length % PROGRESS_KILLS === 0) console.log(`  ${all.length} of ${TIMES}`);
  if (!rig.isUsedUp()) continue;
  await rig.close();
  rigs += 1;
  rig = await createKillRig(SEED + rigs, random);
}
await rig.close();

const areas = [...new Set(all.map(({ area }) => area))];
console.log(`${rigs} installations; kills and strokes after them, by what was armed last`);
for (const area of areas) {
  const here = all.filter((each) => each.area === area);
  const most = Math.max(...here.map(({ strokes }) => strokes));
  const bound = Math.min(...here.map((each) => each.bound));
  console.log(
    `  ${(area ?? 'nothing yet').padEnd(14)} ${String(here.length).padStart(4)} kills,`
    + ` ${here.filter(({ phase }) => phase === 'running').length} with needles running;`
    + ` median ${median(here.map(({ strokes }) => strokes))}, worst ${most} of ${bound} strokes`,
  );
}
const nearness = ({ strokes, bound }: AfterKill): number => bound - strokes;
const armed = all.filter(({ bound }) => bound > 0);
const worst = armed.toSorted((a, b) => nearness(a) - nearness(b))[0];
console.log(
  `  nearest to its bound: ${worst?.strokes ?? 0} of ${worst?.bound ?? 0}`
  + ` (${worst?.area ?? 'nothing armed'})`,
);
const beyond = all.filter(({ strokes, bound }) => strokes > bound).length;
const wrong = all.filter((each) => each.wrong.length > 0).length;
const running = all.filter(({ phase }) => phase === 'running').length;
conclude(`node test/bench/kill.ts --seed ${SEED}`, [
  atMost(`kills of ${TIMES} beyond the bound`, beyond, 0),
  // A host that never got so far as to move a pen would have proven nothing.
  atLeast('kills with needles running', running, TIMES / 2),
  atMost('kills with anything unaccounted or else wrong', wrong, 0),
]);
