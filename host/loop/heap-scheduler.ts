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
    const above = heap[parent];
    if (above === undefined || !isBefore(entry, above)) break;
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
    const child = earlierChild(heap, index);
    const below = heap[child];
    if (below === undefined || !isBefore(below, last)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
  return first;
}

/** Where the child of an entry lies that is due first; beyond the heap where there is none. */
function earlierChild(heap: readonly Entry[], index: number): number {
  const at = 2 * index + 1;
  const left = heap[at];
  const right = heap[at + 1];
  return left !== undefined && right !== undefined && isBefore(right, left) ? at + 1 : at;
}

/** Makes a scheduler whose clock reads 0. */
export function createHeapScheduler(): HeapScheduler {
  const heap: Entry[] = [];
  let nowMs = 0;
  let order = 0;
  let turning = false;

  /** The entry that is due first and still wanted; those that are not are let go of on the way. */
  const first = (): Entry | undefined => {
    while (heap[0]?.cancelled === true) pop(heap);
    return heap[0];
  };

  const add = (delayMs: number, run: () => void): Entry => {
    assert(!Number.isNaN(delayMs), 'an action is due at some instant');
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
    nextMs: () => first()?.dueMs,
    advanceTo: (untilMs) => {
      assert(untilMs >= nowMs, 'virtual time does not run backwards');
      assert(!turning, 'an action does not turn the clock that it is run by');
      turning = true;
      for (let next = first(); next !== undefined && next.dueMs <= untilMs; next = first()) {
        pop(heap);
        nowMs = next.dueMs;
        next.run();
      }
      nowMs = untilMs;
      turning = false;
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
      this.#endUnlessAgain();
    });
    return this;
  }

  /** Work that did not schedule itself again is finished, and frees what hangs on it. */
  #endUnlessAgain(): void {
    if (this.#entry === undefined) this.unsubscribe();
  }
}
