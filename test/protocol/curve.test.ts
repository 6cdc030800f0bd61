/** The curve by which a depth stop is corrected: its shape, its bytes, its rounding. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addedUm, curve, CURVE_ADD_UM_MAX, curveFault, type Knot } from '../../protocol/curve.ts';
import { OUT_OF_RANGE } from '../../protocol/field.ts';
import { um } from '../../protocol/units.ts';

const knot = (atUm: number, addUm: number): Knot => ({ atUm: um(atUm), addUm: um(addUm) });

test('between knots the correction lies on the line, outside them it stays as at the last', () => {
  const knots = [knot(200, 10), knot(600, -30), knot(1_000, 10)];
  const added = [100, 200, 300, 400, 600, 800, 1_000, 2_000].map((at) => addedUm(knots, at));
  expect(added).toEqual([10, 10, 0, -10, -30, -10, 10, 10]);
  expect(addedUm([], 500)).toBe(0);
});

test('what falls between two micrometres is rounded towards the shallow side', () => {
  expect(addedUm([knot(0, 0), knot(3, 1)], 2)).toBe(0);
  expect(addedUm([knot(0, 0), knot(3, -1)], 1)).toBe(-1);
});

test.each([
  ['knots out of order', [knot(500, 0), knot(500, 1)], 'unordered'],
  ['more than may be corrected', [knot(500, CURVE_ADD_UM_MAX + 1)], 'too-much'],
  ['a deeper command that goes less deep', [knot(100, 50), knot(140, 10)], 'turns-back'],
  ['an honest curve', [knot(100, 20), knot(1_000, -20)], undefined],
  ['no curve at all', [], undefined],
] as const)('%s', (_, knots, fault) => {
  expect(curveFault(knots)).toBe(fault);
});

test('a curve without a fault never turns a deeper command into a shallower order', () => {
  const anyKnots = fc
    .array(fc.tuple(fc.nat(2_500), fc.integer({ min: -300, max: 300 })), { maxLength: 8 })
    .map((pairs) => pairs.map(([at, add]) => knot(at, add)).sort((a, b) => a.atUm - b.atUm));
  fc.assert(fc.property(anyKnots, fc.nat(2_500), fc.nat(2_500), (knots, one, other) => {
    fc.pre(curveFault(knots) === undefined);
    const [low, high] = one < other ? [one, other] : [other, one];
    expect(low + addedUm(knots, low)).toBeLessThanOrEqual(high + addedUm(knots, high));
  }));
});

test('a knot behind an unused one, and an unused one that adds, are no curve', () => {
  const field = curve(2);
  const hole = Uint8Array.of(0xff, 0xff, 0, 0, 100, 0, 5, 0);
  const adding = Uint8Array.of(100, 0, 5, 0, 0xff, 0xff, 1, 0);
  expect(field.read(hole, 0)).toBe(OUT_OF_RANGE);
  expect(field.read(adding, 0)).toBe(OUT_OF_RANGE);
});
