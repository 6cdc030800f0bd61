// The pen's own counters of what it dropped, before and after something was done to it.

import type { Kit } from './kit.ts';
import { expect, type Script } from './order.ts';
import { read, type Told } from './talk.ts';

/** The name of one counter. */
export type CounterName = Exclude<keyof Told<'counters'>, 'kind' | 'request'>;

const COUNTER_MAX = 0xffff;

/** Does something, and expects one counter to have gone up by so many. */
export function* counted(
  kit: Kit,
  name: CounterName,
  by: number,
  act: () => Script,
): Script {
  const before = yield* read(kit, 'counters');
  yield* act();
  const after = yield* read(kit, 'counters');
  const wanted = Math.min(COUNTER_MAX, before[name] + by);
  const so = after[name] === wanted;
  const words = `the counter ${name} to go from ${before[name]} to ${wanted}`;
  yield* expect(so, words, `${after[name]}`);
}
