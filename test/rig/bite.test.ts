/**
 * The judges of the rig bite: a pen that goes on, needles that stay out, books that miss a stroke
 * and words that are none are all called by their name.
 */
import { expect, test } from 'vitest';
import { areaCode } from '../../protocol/area.ts';
import { unaccounted } from './accounts.ts';
import { unfitWords } from './heard.ts';
import { wrongPrefixes } from './journal/prefixes.ts';
import { recordTreatment } from './journal/recorded.ts';
import { reopen } from './journal/reopen.ts';
import { movedByItself, standing } from './judge.ts';
import { after, boundOf, hear, newTruth } from './truth.ts';

/** A pen that was armed on the abdomen and made strokes at these milliseconds. */
function penWith(...atMs: readonly number[]) {
  const truth = newTruth();
  const area = areaCode('abdomen');
  hear(truth, {
    event: 'arming', armingId: 1, area, rateCentiHz: 8_000, credit: 20, leaseMs: 200,
  });
  for (const ms of atMs) {
    hear(truth, {
      event: 'stroke', atNs: String(ms * 1_000_000), peakUm: 900, contact: true, area,
    });
  }
  return truth;
}

test('S-13 strokes after a fault are counted against the bound of that area and pen', () => {
  const truth = penWith(100, 112, 124, 136);
  expect(boundOf(truth)).toBe(20);
  expect(after(truth, 110_000_000n)).toEqual({ strokes: 3, lastMs: 26 });
});

test('S-14 needles that stay out, and a pen that goes on, are seen', () => {
  const truth = penWith();
  expect(standing(truth)).toEqual([]);
  hear(truth, { event: 'needles', atNs: '1', are: 'out' });
  hear(truth, { event: 'phase', phase: 'running', latch: 'none', strokes: 4 });
  expect(standing(truth)).toHaveLength(2);
});

test('S-21 a stroke before anybody has acted was resumed by nobody', () => {
  const truth = penWith(100, 700);
  expect(movedByItself(truth, 300_000_000n, 900_000_000n)).toHaveLength(1);
  expect(movedByItself(truth, 300_000_000n, undefined)).toHaveLength(1);
  expect(movedByItself(truth, 300_000_000n, 600_000_000n)).toEqual([]);
});

test('S-23 a stroke that no book tells of is missed, and one too many is not', () => {
  const truth = penWith(100, 112, 124);
  expect(unaccounted(truth, { sums: new Map([['abdomen', 2]]) })).toBe(1);
  expect(unaccounted(truth, { sums: new Map([['abdomen', 3]]) })).toBe(0);
  expect(unaccounted(truth, { sums: new Map([['back', 3]]) })).toBe(3);
});

test('S-22 a prefix that counts less than was made by then is named by its line', () => {
  const recorded = recordTreatment();
  expect(wrongPrefixes(recorded)).toEqual([]);
  const more = new Map([...recorded.moments].map(([n, moment]) => [
    n, { ...moment, made: moment.made + 1_000 },
  ]));
  expect(wrongPrefixes({ ...recorded, moments: more }).length).toBeGreaterThan(10);
});

test('a journal as it was is opened with nothing said, and with one bit changed it is not', () => {
  const recorded = recordTreatment();
  expect(reopen(recorded, recorded.bytes)).toMatchObject({ kind: 'opened', recovered: [] });
  const one = recorded.bytes.slice();
  one[200] = (one[200] ?? 0) ^ 1;
  expect(reopen(recorded, one).kind).toBe('refused');
});

test('S-38 a stack trace, an empty line and half a word are no sentences', () => {
  for (const text of ['', '    at run (host/main.ts:3:4)', 'no', 'TypeError: x is undefined']) {
    expect(unfitWords(text)).toHaveLength(1);
  }
  for (const text of ['The disk is full.', 'forehead: 25 % of pass 1 (32 of 128 strokes).']) {
    expect(unfitWords(text)).toEqual([]);
  }
});
