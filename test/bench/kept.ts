/**
 * A console is killed with SIGKILL while it writes charts and keeps its store, again and again on
 * one folder. After each: is every line there that was called written, and does the store that was
 * left come to what one made afresh holds?
 *
 *   npm run kept [-- --quick] [--times N] [--seed N]
 */
import { randomInt } from 'node:crypto';
import { createRandom } from '../../sim/random.ts';
import { announce, atLeast, atMost, conclude, numberOf, QUICK } from '../support/bench.ts';
import { createKeepRig, type Kept } from '../support/keep-rig.ts';

const TIMES = numberOf('--times', QUICK ? 20 : 200);
const SEED = numberOf('--seed', randomInt(1_000_000));
const PROGRESS_KILLS = 20;

announce(`Kept: SIGKILL of a console that writes, ${String(TIMES)} times, seed ${String(SEED)}`);
const rig = createKeepRig(createRandom(SEED, 5));
const all: Kept[] = [];
while (all.length < TIMES) {
  const kept = await rig.killOnce();
  all.push(kept);
  if (kept.lost.length > 0) console.log(`  kill ${String(all.length)} lost ${kept.lost.join(' ')}`);
  if (!kept.sameHash) console.log(`  kill ${String(all.length)}: the store holds something else`);
  if (all.length % PROGRESS_KILLS === 0) console.log(`  ${String(all.length)} of ${String(TIMES)}`);
}
rig.close();
const count = (of: (kept: Kept) => number): number => all.reduce((sum, kept) => sum + of(kept), 0);
conclude('node test/bench/kept.ts', [
  atLeast('kills', all.length, TIMES),
  atLeast('lines called written', count(({ acknowledged }) => acknowledged), TIMES),
  atMost('of these lost', count(({ lost }) => lost.length), 0),
  atMost('stores that held something else', count(({ sameHash }) => (sameHash ? 0 : 1)), 0),
  atMost('charts that were not sound', count(({ sound }) => (sound ? 0 : 1)), 0),
]);
