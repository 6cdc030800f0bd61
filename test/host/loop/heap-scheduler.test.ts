/**
 * Virtual time: order, cancelling, rescheduling, and the same order as RxJS's own scheduler.
 */
import fc from 'fast-check';
import { asapScheduler, interval, type SchedulerLike, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { createHeapScheduler } from '../../../host/loop/heap-scheduler.ts';

/** One action of a random program: when it is due, what it does then. */
interface Act {
  readonly delayMs: number;
  readonly children: readonly Act[];
  /** Cancels the action that was scheduled so many before it. */
  readonly cancels: number | undefined;
  /** How often it schedules itself again. */
  readonly again: number;
}

const acts: fc.Arbitrary<readonly Act[]> = fc.letrec<{ acts: readonly Act[] }>((tie) => ({
  acts: fc.array(
    fc.record({
      delayMs: fc.integer({ min: 0, max: 20 }),
      children: fc.oneof({ depthSize: 'small' }, fc.constant([]), tie('acts')),
      cancels: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
      again: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 5 },
  ),
})).acts;

/** Runs a program on a scheduler and tells what ran when, in order. */
function run(
  program: readonly Act[],
  scheduler: SchedulerLike,
  flush: () => void,
): readonly string[] {
  const ran: string[] = [];
  const scheduled: { unsubscribe: () => void }[] = [];
  let named = 0;
  const begin = (act: Act): void => {
    const name = (named += 1);
    let left = act.again;
    const subscription = scheduler.schedule(function work() {
      ran.push(`${String(name)} at ${String(scheduler.now())}`);
      if (act.cancels !== undefined) scheduled.at(-act.cancels)?.unsubscribe();
      for (const child of act.children) begin(child);
      left -= 1;
      if (left >= 0) this.schedule(undefined, act.delayMs);
    }, act.delayMs);
    scheduled.push(subscription);
  };
  for (const act of program) begin(act);
  flush();
  return ran;
}

describe('virtual time', () => {
  test('runs what is due in the order of time, and of arrival where the time is the same', () => {
    const scheduler = createHeapScheduler();
    const ran: string[] = [];
    for (const [name, delayMs] of [['c', 20], ['a', 10], ['d', 20], ['b', 10]] as const) {
      scheduler.schedule(() => ran.push(`${name}${String(scheduler.now())}`), delayMs);
    }
    scheduler.advanceTo(10);
    expect(ran).toEqual(['a10', 'b10']);
    expect(scheduler.nextMs()).toBe(20);
    scheduler.advanceTo(30);
    expect(ran).toEqual(['a10', 'b10', 'c20', 'd20']);
    expect(scheduler.now()).toBe(30);
    expect(scheduler.nextMs()).toBeUndefined();
  });

  test('does not run what was cancelled, nor count it as waiting', () => {
    const scheduler = createHeapScheduler();
    const ran: number[] = [];
    const first = scheduler.schedule(() => ran.push(1), 10);
    scheduler.schedule(() => ran.push(2), 20);
    first.unsubscribe();
    expect(scheduler.nextMs()).toBe(20);
    scheduler.advanceTo(100);
    expect(ran).toEqual([2]);
  });

  test('ends the subscription of work that is done, and of no other', () => {
    const scheduler = createHeapScheduler();
    let turns = 0;
    const again = scheduler.schedule(function work() {
      turns += 1;
      if (turns < 3) this.schedule(undefined, 5);
    }, 5);
    scheduler.advanceTo(10);
    expect([turns, again.closed]).toEqual([2, false]);
    scheduler.advanceTo(15);
    expect([turns, again.closed]).toEqual([3, true]);
  });

  test('carries an interval of 100,000 ticks without a growing stack or heap of actions', () => {
    const scheduler = createHeapScheduler();
    let ticks = 0;
    const subscription = interval(10, scheduler).subscribe(() => {
      ticks += 1;
    });
    scheduler.advanceTo(1_000_000);
    expect(ticks).toBe(100_000);
    expect(scheduler.nextMs()).toBe(1_000_010);
    subscription.unsubscribe();
    expect(scheduler.nextMs()).toBeUndefined();
    scheduler.advanceTo(2_000_000);
    expect(ticks).toBe(100_000);
  });

  test('does not run backwards, nor is turned by what it runs', () => {
    const scheduler = createHeapScheduler();
    scheduler.advanceTo(10);
    expect(() => scheduler.advanceTo(9)).toThrow('backwards');
    expect(() => scheduler.schedule(() => undefined, Number.NaN)).toThrow('instant');
    scheduler.schedule(() => scheduler.advanceTo(50), 1);
    expect(() => scheduler.advanceTo(20)).toThrow('does not turn');
  });

  test("runs any program as RxJS's own virtual scheduler does", () => {
    fc.assert(fc.property(acts, (program) => {
      const heap = createHeapScheduler();
      const rxjs = new VirtualTimeScheduler();
      const ours = run(program, heap, () => heap.advanceTo(100_000));
      expect(ours).toEqual(run(program, rxjs, () => rxjs.flush()));
    }), { numRuns: 500 });
  });

  test('is what its own type says, beside the schedulers of RxJS', () => {
    expect(typeof createHeapScheduler().now()).toBe(typeof asapScheduler.now());
  });
});
