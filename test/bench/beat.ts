/** Something every so often, on a beat that makes up for late timers where it can. */
import { setTimeout as pause } from 'node:timers/promises';

/** Does something on a beat for as long as it is to go on; says how often a second that was. */
export async function beat(
  everyMs: number,
  goOn: () => boolean,
  each: () => void,
): Promise<number> {
  const begunMs = performance.now();
  let dueMs = begunMs;
  let count = 0;
  while (goOn()) {
    each();
    count += 1;
    dueMs = Math.max(dueMs + everyMs, performance.now() - everyMs);
    await pause(Math.max(0, dueMs - performance.now()));
  }
  return (count * 1_000) / (performance.now() - begunMs);
}

/** Whether so many milliseconds from now on are not yet over. */
export function forMs(ms: number): () => boolean {
  const untilMs = performance.now() + ms;
  return () => performance.now() < untilMs;
}
