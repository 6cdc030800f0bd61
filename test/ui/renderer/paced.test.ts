// The pace of the numbers: what comes first is drawn at once, a crowd costs no more than the pace,
// and the newest is drawn in the end whatever came.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paced } from '../../../ui/renderer/app/paced.ts';
import { isSame } from '../../../ui/renderer/view/same.ts';

interface Due {
  readonly atMs: number;
  readonly go: () => void;
}

/** Hears numbers at these distances, with timers that are so late, and lets everything pass. */
function drawnOf(apartMs: readonly number[], lateMs: number) {
  const drawn: { readonly what: number; readonly atMs: number }[] = [];
  const heardMs: number[] = [];
  let nowMs = 0;
  let due: Due | undefined;
  const pace = paced((what: number) => drawn.push({ what, atMs: nowMs }), {
    nowMs: () => nowMs,
    later: (go, ms) => {
      due = { atMs: nowMs + ms + lateMs, go };
      return () => {
        due = undefined;
      };
    },
  });
  const passTo = (toMs: number): void => {
    const next = due;
    if (next !== undefined && next.atMs <= toMs) {
      due = undefined;
      nowMs = next.atMs;
      next.go();
    }
    nowMs = toMs;
  };
  for (const [what, apart] of apartMs.entries()) {
    passTo(nowMs + apart);
    heardMs.push(nowMs);
    pace.hear(what);
  }
  passTo(nowMs + 10_000);
  return { drawn, heardMs };
}

const apart = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 });

test('the newest number is always drawn in the end, and never an older one after it', () => {
  fc.assert(fc.property(apart, fc.integer({ min: 0, max: 1_000 }), (apartMs, lateMs) => {
    const { drawn } = drawnOf(apartMs, lateMs);
    const order = drawn.map(({ what }) => what);
    expect(order.at(-1)).toBe(apartMs.length - 1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }));
});

test('numbers a tenth of a second apart are drawn at the instant at which they are heard', () => {
  const { drawn, heardMs } = drawnOf(Array.from({ length: 30 }, () => 100), 0);
  expect(drawn.map(({ atMs }) => atMs)).toEqual(heardMs);
});

test('two hundred numbers a second are drawn no more than sixteen times', () => {
  const { drawn } = drawnOf(Array.from({ length: 200 }, () => 5), 0);
  expect(drawn.length).toBeLessThanOrEqual(17);
});

test('a timer that is late, as in a hidden window, holds nothing up', () => {
  const { drawn, heardMs } = drawnOf([0, 10, 100, 100], 5_000);
  expect(drawn.map(({ atMs }) => atMs)).toEqual([heardMs[0], heardMs[2], heardMs[3]]);
});

test('data says the same as its copy, and not as what differs in one place', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isSame(value, structuredClone(value))));
  const area = { area: 'cheek', against: [{ code: 'not-now' }] };
  expect(isSame(area, { ...area, against: [{ code: 'not-idle' }] })).toBe(false);
  expect(isSame(area, { ...area, against: [] })).toBe(false);
  expect(isSame([], {})).toBe(false);
  expect(isSame({ a: undefined }, {})).toBe(false);
});
