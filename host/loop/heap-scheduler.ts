// Virtual time for RxJS: a scheduler whose clock stands still until somebody turns it. Actions lie
// in a binary heap by due time and by order of arrival, so a simulated day costs what its events
// cost. RxJS's own VirtualTimeScheduler sorts on every schedule and keeps what it has run.

import { type SchedulerAction, type SchedulerLike, Subscription } from 'rxjs';
import { assert } from '../../protocol/assert.ts';

interface Entry {
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/** A scheduler with the hands of its clock on the outside. */
export interface HeapScheduler extends SchedulerLike {
  /** Runs everything due up to and including an instant, and leaves the clock there. */
  readonly advanceTo: (untilMs: number) => void;
  /** When the next action is due; undefined when nothing waits. */
  readonly nextMs: () => number | undefined;
}

const isBefore = (a: Entry, b: Entry): boolean =>
  a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);

/** Puts an entry into the heap. */
function push(heap: Entry[], entry: Entry): void {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent] as Entry;
    if (!isBefore(entry, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = entry;
}

/** Takes the entry that is due first. */
function pop(heap: Entry[]): Entry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || first === last) return first;
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const child =
      right < heap.length && isBefore(heap[right] as Entry, heap[left] as Entry) ? right : left;
    const below = heap[child] as Entry;
    if (!isBefore(below, last)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
  return first;
}

/** Makes a scheduler whose clock reads 0. */
export function createHeapScheduler(): HeapScheduler {
  const heap: Entry[] = [];
  let nowMs = 0;
  let order = 0;

  const add = (delayMs: number, run: () => void): Entry => {
    const entry: Entry = { dueMs: nowMs + Math.max(0, delayMs), order, run, cancelled: false };
    order += 1;
    push(heap, entry);
    return entry;
  };

  const schedule = <State>(
    work: (this: SchedulerAction<State>, state?: State) => void,
    delay = 0,
    state?: State,
  ): Subscription => {
    const action = new HeapAction<State>(add, work);
    return action.schedule(state, delay);
  };

  return {
    schedule,
    now: () => nowMs,
    nextMs: () => heap[0]?.dueMs,
    advanceTo: (untilMs) => {
      assert(untilMs >= nowMs, 'virtual time does not run backwards');
      for (let next = heap[0]; next !== undefined && next.dueMs <= untilMs; next = heap[0]) {
        pop(heap);
        if (next.cancelled) continue;
        nowMs = next.dueMs;
        next.run();
      }
      nowMs = untilMs;
    },
  };
}

/** An action as RxJS wants it: it can be scheduled again, and unsubscribing takes it out. */
class HeapAction<State> extends Subscription implements SchedulerAction<State> {
  readonly #add: (delayMs: number, run: () => void) => Entry;
  readonly #work: (this: SchedulerAction<State>, state?: State) => void;
  #entry: Entry | undefined;

  constructor(
    add: (delayMs: number, run: () => void) => Entry,
    work: (this: SchedulerAction<State>, state?: State) => void,
  ) {
    super();
    this.#add = add;
    this.#work = work;
    this.add(() => {
      if (this.#entry !== undefined) this.#entry.cancelled = true;
    });
  }

  schedule(state?: State, delay = 0): Subscription {
    if (this.closed) return this;
    if (this.#entry !== undefined) this.#entry.cancelled = true;
    this.#entry = this.#add(delay, () => {
      this.#entry = undefined;
      if (!this.closed) this.#work.call(this, state);
      // Work that did not schedule itself again is finished, and frees what hangs on it.
      if (this.#entry === undefined) this.unsubscribe();
    });
    return this;
  }
}
