// A draft is changed as it is asked and never mended; its file is the same for the same draft.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlan } from '../../../host/doors/plan-file.ts';
import type { DraftArea } from '../../../ui/contract/plan.ts';
import {
  addArea, changeArea, draftOf, emptyDraft, moveArea, planText, removeArea,
} from '../../../ui/desk/draft.ts';

const CHEEK: DraftArea = {
  area: 'cheek', side: 'left', sizeMm2: 1_000, depthUm: 500, rateCentiHz: 8_000, passes: 2,
  eyeProtection: false,
};
const EMPTY = emptyDraft('plan-1', 'person-1');

const value = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
  if (!result.ok) throw new Error('it was refused');
  return result.value;
};

const onCheek = value(addArea(EMPTY, CHEEK));

test('an area is planned once, on a side that it has', () => {
  expect(addArea(onCheek, CHEEK)).toMatchObject({ error: [{ code: 'area-planned-already' }] });
  expect(addArea(EMPTY, { ...CHEEK, side: 'midline' })).toMatchObject({
    error: [{ code: 'side-not-possible' }],
  });
});

test('what is left out of a change stays, and what is null is taken away', () => {
  const given = value(changeArea(onCheek, CHEEK, { depthUm: 750, reason: 'scar' }));
  expect(given.areas[0]).toMatchObject({ depthUm: 750, reason: 'scar', passes: 2 });
  const taken = value(changeArea(given, CHEEK, { reason: null }));
  expect(taken.areas[0]?.reason).toBeUndefined();
  expect(taken.areas[0]?.depthUm).toBe(750);
});

test('nothing that is asked is clamped', () => {
  expect(value(changeArea(onCheek, CHEEK, { depthUm: 9_999 })).areas[0]?.depthUm).toBe(9_999);
});

test('areas are moved and removed by name', () => {
  const both = value(addArea(onCheek, { ...CHEEK, side: 'right' }));
  const moved = value(moveArea(both, { area: 'cheek', side: 'right' }, 0));
  expect(moved.areas.map(({ side }) => side)).toEqual(['right', 'left']);
  expect(value(removeArea(moved, CHEEK)).areas).toHaveLength(1);
  expect(removeArea(EMPTY, CHEEK)).toMatchObject({ error: [{ code: 'area-not-planned' }] });
});

const drafted = fc.record({
  sizeMm2: fc.integer({ min: 1, max: 1_000_000 }),
  depthUm: fc.integer({ min: 1, max: 10_000 }),
  rateCentiHz: fc.integer({ min: 1, max: 65_535 }),
  passes: fc.integer({ min: 1, max: 20 }),
  eyeProtection: fc.boolean(),
  reason: fc.option(fc.constantFrom('scar', 'Narbe, tief'), { nil: undefined }),
});

test('a draft goes through its file and comes back as it was', () => {
  fc.assert(fc.property(drafted, (asked) => {
    const draft = value(changeArea(onCheek, CHEEK, asked));
    const text = planText(draft, 'Ana');
    expect(planText(draft, 'Ana')).toBe(text);
    const read = parsePlan(new TextEncoder().encode(text));
    expect(read.ok && planText(draftOf(read.value), 'Ana')).toBe(text);
  }));
});
