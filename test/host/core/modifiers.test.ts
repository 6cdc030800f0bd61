// Reductions are a set: their order and their repetition cannot be seen in any number.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableDepth } from '../../../host/core/depth-limit.ts';
import { densityLimit, passesLimit } from '../../../host/core/dose-limit.ts';
import { type Bound, meet, type ModifierId } from '../../../host/core/limit-reason.ts';
import { applying, passesAfter, personModifiers } from '../../../host/core/modifiers.ts';
import { floorTo, ratio, scaleDown } from '../../../host/core/ratio.ts';
import { PERSON, PROFILE, TODAY } from '../../support/limit-world.ts';
import { day } from '../../../host/core/day.ts';

const IDS: readonly ModifierId[] = ['darker-skin', 'fragile-skin', 'early-interval'];
const anyIds = fc.array(fc.constantFrom(...IDS), { maxLength: 8 });
const anyRow = fc.constantFrom(...PROFILE.rows);

test('no order and no repetition of modifiers changes a depth, a density or a pass', () => {
  fc.assert(
    fc.property(anyRow, anyIds, fc.array(fc.nat(), { minLength: 8 }), (row, ids, shuffle) => {
      const dealt = ids.map((id, index) => ({ id, at: shuffle[index] ?? 0 }));
      const shuffled = dealt.sort((a, b) => a.at - b.at).map(({ id }) => id);
      const [once, twice] = [
        applying(PROFILE.modifiers, new Set(ids)),
        applying([...PROFILE.modifiers].reverse(), [...shuffled, ...shuffled]),
      ];
      expect(tableDepth(row, [], twice)).toEqual(tableDepth(row, [], once));
      expect(densityLimit(row, [], twice)).toEqual(densityLimit(row, [], once));
      expect(passesLimit(row, twice)).toEqual(passesLimit(row, once));
    }),
  );
});

test('tanned skin is reduced like darker skin, once, and not knowing counts as tanned', () => {
  const tanned = (answer: 'yes' | 'no' | undefined): readonly ModifierId[] => {
    const { 'tanned-or-much-sun-lately': _, ...others } = PERSON.conditions;
    const sun = answer === undefined ? {} : { 'tanned-or-much-sun-lately': answer };
    return [...personModifiers({ ...PERSON, conditions: { ...others, ...sun } }, TODAY)];
  };
  expect([tanned('no'), tanned('yes'), tanned(undefined)]).toEqual([
    [], ['darker-skin'], ['darker-skin'],
  ]);
});

test('no order and no repetition of rules changes what they allow or which one binds', () => {
  const rules = ['row:4', 'pen-hardware', 'evaluated-maximum', 'needle-length', 'plan'] as const;
  const anyBound = fc.record({
    rule: fc.constantFrom(...rules),
    value: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(anyBound, { minLength: 1 }), (bounds: readonly Bound[]) => {
      const least = meet(bounds);
      expect(meet([...bounds].reverse().concat(bounds))).toEqual(least);
      expect(least.value).toBe(Math.min(...bounds.map(({ value }) => value)));
    }),
  );
});

test('S-01 one more modifier never raises a depth, a density or a number of passes', () => {
  fc.assert(
    fc.property(anyRow, anyIds, fc.constantFrom(...IDS), (row, ids, extra) => {
      const few = applying(PROFILE.modifiers, ids);
      const more = applying(PROFILE.modifiers, [...ids, extra]);
      expect(tableDepth(row, [], more).depthUm).toBeLessThanOrEqual(
        tableDepth(row, [], few).depthUm,
      );
      expect(densityLimit(row, [], more).value).toBeLessThanOrEqual(
        densityLimit(row, [], few).value,
      );
      expect(passesLimit(row, more).value).toBeLessThanOrEqual(passesLimit(row, few).value);
    }),
  );
});

test('two reductions of a quarter are nine sixteenths, floored once and not twice', () => {
  const both = applying(PROFILE.modifiers, ['darker-skin', 'fragile-skin']);
  const cheek = PROFILE.rows.find(({ area }) => area === 'cheek');
  const upperArm = PROFILE.rows.find(({ area }) => area === 'upper-arm');
  expect(cheek && tableDepth(cheek, [], both).depthUm).toBe(550); // 562.5, not 750 -> 562
  expect(upperArm && tableDepth(upperArm, [], both).depthUm).toBe(700); // 703; twice: 900 -> 650
});

test('a row without passes gets none, and a row with passes keeps at least one', () => {
  const both = applying(PROFILE.modifiers, ['darker-skin', 'fragile-skin']);
  expect([0, 1, 2, 3, 4].map((passes) => passesAfter(passes, both))).toEqual([0, 1, 1, 1, 2]);
});

test('two facts behind one reduction reduce once', () => {
  const melasma = { ...PERSON.conditions, 'melasma-or-pigment-after-inflammation': 'yes' } as const;
  const person = { ...PERSON, fitzpatrick: 5, conditions: melasma };
  expect([...personModifiers(person, TODAY)]).toEqual(['darker-skin']);
});

test('skin is fragile from the sixty-fifth birthday on', () => {
  const born = (years: number): number =>
    personModifiers({ ...PERSON, bornOn: day(TODAY - Math.ceil(years * 365.25)) }, TODAY).size;
  expect([born(64.9), born(65.1)]).toEqual([0, 1]);
});

test('S-42 of a person of whom nothing is known every reduction is taken to apply', () => {
  expect([...personModifiers(undefined, TODAY)]).toEqual(['darker-skin', 'fragile-skin']);
});

test('scaling is exact where binary fractions are not', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(20), fc.integer({ min: 1, max: 20 }), (amount, a, b) => {
      const by = ratio(Math.min(a, b), b);
      const exact = (BigInt(amount) * BigInt(Math.min(a, b))) / BigInt(b);
      expect(scaleDown(amount, by, 1)).toBe(Number(exact));
      expect(scaleDown(amount, by, 50)).toBe(floorTo(Number(exact), 50));
    }),
  );
});
