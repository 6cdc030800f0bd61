// What may be needled in, and what is on-label.
import { expect, test } from 'vitest';
import { ADJUNCTS, adjunctAgainst, adjunctNamed } from
  '../../../../../host/core/care/visit/adjuncts.ts';
import { ENERGY_GROUND } from '../../../../../host/core/care/modality/energy-limits.ts';
import { NUMBING_GROUND } from '../../../../../host/core/care/visit/numbing.ts';
import { PEN_CLEARANCES } from '../../../../../host/core/care/visit/clearances.ts';
import {
  judgeLabel, type LabelAsked, labelSentence,
} from '../../../../../host/core/care/visit/on-label.ts';
import { sourceOf } from '../../../../../host/core/care/sources.ts';

test('vitamin C, exosomes and whatever nobody knows are blocked, whoever signs', () => {
  for (const id of ['vitamin-c', 'exosomes', 'retinoid', 'salmon-sperm', '', '__proto__']) {
    expect(adjunctAgainst({ id, lot: 'L', prescriber: 'Dr. Ito' })).toHaveLength(1);
  }
});

test('platelets want a prescriber and a lot; glide wants a lot', () => {
  expect(adjunctAgainst({ id: 'prp', lot: undefined, prescriber: ' ' })).toHaveLength(2);
  expect(adjunctAgainst({ id: 'prp', lot: 'L', prescriber: 'Dr. Ito' })).toEqual([]);
  expect(adjunctAgainst({ id: 'sterile-saline', lot: ' ', prescriber: undefined })).toHaveLength(1);
  expect(adjunctNamed('sterile-saline').standing).toBe('glide');
});

test('each adjunct and clearance has a source of its grade', () => {
  const grounds = [...ADJUNCTS, ...PEN_CLEARANCES].map(({ ground }) => ground);
  for (const ground of [...grounds, NUMBING_GROUND, ...Object.values(ENERGY_GROUND)]) {
    expect(ground.sources.some((name) => sourceOf(name).grade <= ground.grade)).toBe(true);
  }
  expect(new Set(ADJUNCTS.map(({ id }) => id)).size).toBe(ADJUNCTS.length);
});

const SCARS: LabelAsked = {
  device: 'SkinPen Precision', area: 'cheek', purpose: 'acne-scar', ageYears: 30, skinType: 5,
};

test.each<[string, Partial<LabelAsked>, readonly string[] | 'on-label']>([
  ['acne scars of a cheek', {}, 'on-label'],
  ['however it is written', { device: ' skinpen PRECISION' }, 'on-label'],
  ['an Exceed at type V', { device: 'Exceed' }, ['skin-type-outside']],
  ['an Exceed at type IV', { device: 'Exceed', skinType: 4 }, 'on-label'],
  ['a neck at type I', { area: 'neck', purpose: 'wrinkle', skinType: 1 }, ['skin-type-outside']],
  ['a neck at type II', { area: 'neck', purpose: 'wrinkle', skinType: 2 }, 'on-label'],
  ['somebody of 21', { ageYears: 21 }, ['age-under-clearance']],
  ['crow\'s feet at 33',
    { device: 'SkinStylus SteriLock', area: 'crows-feet', purpose: 'wrinkle', ageYears: 33 },
    ['age-under-clearance']],
  ['no diagnosis', { purpose: undefined }, ['purpose-not-cleared']],
  ['nothing known of the person', { ageYears: undefined, skinType: undefined },
    ['age-unknown', 'skin-type-unknown']],
  ['another model of the same maker', { device: 'Dr. Pen A6S' }, ['device-not-cleared']],
])('%s', (_, change, expected) => {
  const verdict = judgeLabel({ ...SCARS, ...change });
  expect(verdict.kind === 'on-label' ? verdict.kind : verdict.reasons).toEqual(expected);
  expect(labelSentence(verdict)).toMatch(/^(?:On-label|OFF-LABEL).*\.$/);
});
