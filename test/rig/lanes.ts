/**
 * Lanes: scenes that run beside each other, each one fault at a time, until every fault has struck
 * as often as it was asked to. What a scene could not give, because its treatment was locked, the
 * next scene gives.
 */
import { createRandom } from '../../sim/random.ts';
import { runCourse } from './course.ts';
import { type Fault, type Finding, nothingStruck } from './fault.ts';

/** How many times a fault strikes in one scene at the most. */
const TIMES_PER_SCENE = 4;

/** How many scenes of a fault a busy computer may lock before anything strikes in them. */
const BARREN_MAX = 5;

/** A fault and how often it is still to strike. */
interface Ordered {
  readonly fault: Fault;
  readonly times: number;
  done: number;
  barren: number;
}

/** Runs all faults on so many lanes; every finding is handed over as it comes. */
export async function runLanes(
  faults: readonly { readonly fault: Fault; readonly times: number }[],
  { jobs, seed }: { readonly jobs: number; readonly seed: number },
  found: (finding: Finding) => void,
): Promise<void> {
  const orders: Ordered[] = faults.map((order) => ({ ...order, done: 0, barren: 0 }));
  const waiting = [...orders];
  let scenes = 0;

  const runOne = async (order: Ordered): Promise<void> => {
    const times = Math.min(TIMES_PER_SCENE, order.times - order.done);
    scenes += 1;
    const random = createRandom(seed * 1_000 + scenes, 33);
    const findings = await runCourse(order.fault, order.done + 1, times, random);
    order.done += findings.length;
    for (const finding of findings) found(finding);
    if (findings.length === 0) order.barren += 1;
    if (order.barren > BARREN_MAX) {
      const wrong = [`the computer stopped ${order.barren} treatments before anything struck`];
      found({ ...nothingStruck(order.fault, order.done + 1), wrong });
      return;
    }
    if (order.done < order.times) waiting.push(order);
  };
  const lane = async (): Promise<void> => {
    for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
      await runOne(order);
    }
  };
  await Promise.all(Array.from({ length: jobs }, lane));
}
