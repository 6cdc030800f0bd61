// What is told afterwards, when somebody asks, and what a follow-up locks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PastVisit } from '../../../../../host/core/case-file.ts';
import {
  followUpSentence, type FollowUpTold, judgeFollowUp,
} from '../../../../../host/core/care/aftercare/follow-up.ts';
import {
  dueMilestones, MILESTONES, milestonesOf,
} from '../../../../../host/core/care/aftercare/milestones.ts';
import { recoveryOf, type Skin } from '../../../../../host/core/care/aftercare/recovery.ts';
import { flagsFor, RED_FLAGS } from '../../../../../host/core/care/aftercare/red-flags.ts';
import {
  makeSheet, SHEET_HONEST, type SheetAsked,
} from '../../../../../host/core/care/aftercare/sheet.ts';
import { sourceOf } from '../../../../../host/core/care/sources.ts';
import { day } from '../../../../../host/core/day.ts';
import { admit } from '../../../../../host/core/admit.ts';
import {
  codes, FACTS, given, PERSON, planned, planOf, refused, TODAY,
} from '../../../../support/limit-world.ts';

const LIGHT: Skin = { skinType: 2, keepsDarkMarks: false, isFragile: false };
const DARK: Skin = { ...LIGHT, skinType: 5 };
const CHEEK = { area: 'cheek', side: 'left', depthUm: 750 } as const;
const UNDER_EYE = { area: 'infraorbital', side: 'left', depthUm: 200 } as const;

const ASKED: SheetAsked = {
  name: 'Ana Example',
  person: 'person-1',
  treatmentId: 't-1',
  visit: TODAY,
  modality: 'automated',
  areas: [CHEEK],
  skin: LIGHT,
  next: { earliest: day(TODAY + 28), recommended: day(TODAY + 42) },
  contact: undefined,
};

test.each([[200, 3], [500, 3], [501, 5], [1_500, 5], [1_501, 7]])(
  'at %i um redness is expected to be gone after %i days',
  (depthUm, days) => {
    expect(recoveryOf([{ ...CHEEK, depthUm }], LIGHT).redUntilDay).toBe(days);
  },
);

test('more depth, fragile skin or a darker type never brings a date forward', () => {
  const anyArea = fc.constantFrom(CHEEK, UNDER_EYE);
  fc.assert(
    fc.property(anyArea, fc.nat({ max: 2_000 }), fc.nat({ max: 500 }), fc.boolean(),
      (area, depthUm, more, fragile) => {
        const less = recoveryOf([{ ...area, depthUm }], LIGHT);
        const worse = recoveryOf(
          [{ ...area, depthUm: depthUm + more }], { ...DARK, isFragile: fragile },
        );
        for (const key of Object.keys(less)) {
          expect(Reflect.get(worse, key)).toBeGreaterThanOrEqual(Number(Reflect.get(less, key)));
        }
      }),
  );
});

test('a darker type, marks that stay, or an unknown type keeps out of the sun for a month', () => {
  const out = (skin: Skin): number => recoveryOf([CHEEK], skin).outOfSunUntilDay;
  expect([LIGHT, DARK, { ...LIGHT, keepsDarkMarks: true }, { ...LIGHT, skinType: undefined }]
    .map(out)).toEqual([14, 30, 30, 30]);
});

test('a sheet of a cheek, day by day', () => {
  const { instructions } = makeSheet(ASKED);
  expect(instructions.map(({ id, on }) => [id, on - TODAY])).toEqual([
    ['first-day', 0], ['sunscreen', 1], ['make-up', 2], ['critical', 3], ['gym', 4],
    ['redness', 5], ['actives', 7], ['sun-and-peel', 14], ['next', 42],
  ]);
});

test('nothing on a sheet promises', () => {
  const sheet = makeSheet({ ...ASKED, areas: [CHEEK, UNDER_EYE], skin: DARK, modality: 'energy' });
  const all = [
    ...sheet.instructions.flatMap(({ title, text }) => [title, text]),
    ...sheet.stages.map(({ what }) => what),
    ...sheet.flags.flatMap(({ seen, person }) => [seen, person]),
  ].join(' ');
  expect(all).not.toMatch(/\b(?:guarantee|promise|will (?:be|look|tighten)|permanent|younger)/i);
  expect(SHEET_HONEST).toMatch(/not a promise/);
});

test('the eye and energy have flags of their own, each from a source of its grade', () => {
  expect(flagsFor({ eye: false, energy: false }).length).toBe(RED_FLAGS.length - 2);
  expect(makeSheet({ ...ASKED, areas: [UNDER_EYE] }).flags[0]?.id).toBe('eye-pain-or-vision');
  for (const { ground } of RED_FLAGS) {
    expect(ground.sources.some((name) => sourceOf(name).grade <= ground.grade)).toBe(true);
  }
});

test('seven milestones, two of them with a photograph where pigment is watched', () => {
  expect(milestonesOf(TODAY, false).map(({ on }) => on - TODAY))
    .toEqual([1, 3, 7, 14, 28, 91, 183]);
  expect(milestonesOf(TODAY, true).filter(({ photograph }) => photograph).map(({ id }) => id))
    .toEqual(['day-14', 'day-28']);
  const due = dueMilestones(TODAY, day(TODAY + 8), new Set(['hours-24']));
  expect(due.map(({ id }) => id)).toEqual(['hours-72', 'day-7']);
  expect(MILESTONES).toHaveLength(7);
});

const NOSE = { area: 'nose', side: 'midline' } as const;
const CHIN = { area: 'chin', side: 'midline' } as const;
const TOLD: FollowUpTold = {
  visitOn: day(TODAY - 40), on: day(TODAY - 26), milestone: 'day-14', how: 'seen',
  treated: [NOSE, CHIN], flags: [],
};
const judged = (change: Partial<FollowUpTold>): ReturnType<typeof judgeFollowUp> =>
  judgeFollowUp({ ...TOLD, ...change }, TODAY);

test('S-64 a flag locks where it was seen, and everything where nobody said', () => {
  expect(given(judged({}))).toMatchObject({ redFlag: 'no', locks: [], urgency: undefined });
  const placed = given(judged({ flags: [{ flag: 'lumps', skins: [NOSE] }] }));
  expect(placed).toMatchObject({ redFlag: 'yes', locks: [NOSE], urgency: 'soon' });
  const anywhere = given(judged({
    flags: [{ flag: 'lumps', skins: [NOSE] }, { flag: 'infection', skins: [] }],
  }));
  expect(anywhere).toMatchObject({ locks: [NOSE, CHIN], urgency: 'same-day' });
});

test('nobody reached is no follow-up, and keeps what it rests on closed', () => {
  expect(given(judged({ how: 'not-reached' })).redFlag).toBeUndefined();
});

test.each<[string, Partial<FollowUpTold>]>([
  ['before-visit', { on: TOLD.visitOn }],
  ['in-future', { on: day(TODAY + 1) }],
  ['milestone-unknown', { milestone: 'day-15' }],
  ['flag-unknown', { flags: [{ flag: 'sadness', skins: [] }] }],
  ['nothing-treated', { treated: [] }],
  ['not-reached-with-flags', { how: 'not-reached', flags: [{ flag: 'lumps', skins: [] }] }],
])('%s', (code, change) => {
  const refusal = refused(judged(change));
  expect(refusal).toBe(code);
  expect(followUpSentence(refusal)).toMatch(/^[A-Z].*\.$/);
});

test('S-64 what a follow-up says in a case file is what admission locks by', () => {
  const verdict = given(judged({ flags: [{ flag: 'pigment', skins: [] }] }));
  const visit: PastVisit = {
    on: TOLD.visitOn, areas: TOLD.treated, followUpOn: TOLD.on, redFlag: verdict.redFlag,
  };
  const plan = planOf(planned({ area: 'chin' }));
  const facts = { ...FACTS, caseFile: { ...PERSON, history: [visit] } };
  expect(codes(refused(admit(plan, 'hash', facts)))).toContain('red-flag');
});
