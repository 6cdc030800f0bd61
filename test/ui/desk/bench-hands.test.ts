/** The hand on the trigger of a simulated pen: it lets go when nobody says that it holds. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BenchView } from '../../../host/core/bench/bench-view.ts';
import { HOLD_MS } from '../../../ui/desk/bench/dead-man.ts';
import { simulatedHands } from '../../../ui/desk/bench/simulated-hands.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const VIEW: BenchView = {
  phase: 'hold', series: 'as-found', step: undefined, done: 1, all: 9, leftMs: 0,
  doubt: undefined, out: false, latch: undefined, clearing: false, stoppedBy: undefined,
  byHand: false, pointsUm: [], seatings: 5, zeroNm: 0, readings: [], rates: [], overshoots: [],
  points: [], pen: undefined,
};

function hands() {
  const said: string[] = [];
  let confirms = 0;
  const made = simulatedHands({
    say: (word) => {
      said.push(word);
      return Promise.resolve(undefined);
    },
    confirm: () => {
      confirms += 1;
    },
    changed: () => undefined,
  });
  return { said, confirms: () => confirms, ...made };
}

test('a hold that is not said again lets go by itself', () => {
  const { begin, hold, held, said } = hands();
  begin();
  hold(true);
  vi.advanceTimersByTime(HOLD_MS - 100);
  hold(true);
  vi.advanceTimersByTime(HOLD_MS - 100);
  expect(held()).toBe(true);
  expect(said).toEqual(['release', 'press']);
  vi.advanceTimersByTime(200);
  expect(held()).toBe(false);
  expect(said).toEqual(['release', 'press', 'release']);
});

test('nothing is held before a bench is at work, nor after it', () => {
  const { begin, end, hold, held, said } = hands();
  hold(true);
  expect(held()).toBe(false);
  begin();
  hold(true);
  end();
  expect(held()).toBe(false);
  hold(true);
  expect(held()).toBe(false);
  expect(said).toEqual(['release', 'press', 'release']);
});

test('a simulated technician seats and confirms; a window holds nothing then', async () => {
  const { begin, choose, hold, held, sees, said, confirms } = hands();
  begin();
  choose('technician');
  hold(true);
  expect(held()).toBe(false);
  sees({ ...VIEW, phase: 'unlinked' });
  sees({ ...VIEW, phase: 'seating' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said).toEqual(['release', 'auto', 'press', 'auto', 'seat']);
  expect(confirms()).toBe(1);
});

test('a latch that could not be cleared is tried again', async () => {
  const { begin, choose, sees, confirms } = hands();
  begin();
  choose('technician');
  for (const clearing of [false, true, false]) {
    sees({ ...VIEW, phase: 'latched', clearing });
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(confirms()).toBe(2);
});
