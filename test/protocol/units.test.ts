/**
 * What the smallest parts promise: whole numbers, outcomes as values, and mistakes that stop.
 */
import { expect, test } from 'vitest';
import { assert, unreachable } from '../../protocol/assert.ts';
import { ok, refuse } from '../../protocol/result.ts';
import * as units from '../../protocol/units.ts';

test.each(Object.entries(units))('%s takes whole numbers only', (_, make) => {
  for (const value of [0, -3, 4_294_967_295]) expect(make(value)).toBe(value);
  for (const value of [0.5, Number.NaN, Infinity, 2 ** 53]) {
    expect(() => make(value)).toThrow(/whole number/);
  }
});

test('an outcome is a value that says whether it was refused', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(refuse('no')).toEqual({ ok: false, error: 'no' });
});

test('a mistake of ours stops with the sentence that should have been true', () => {
  expect(() => assert(false, 'day follows night'))
    .toThrow('Corium stopped: it should be true that day follows night.');
  expect(() => assert(true, 'day follows night')).not.toThrow();
  expect(() => unreachable('dusk' as never)).toThrow(/a case was forgotten: "dusk"/);
});
