// Where a visit stands, from the lines of a chart: what is open, and that nothing opens by itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomNote } from '../../../../../host/core/control/room.ts';
import { openReasons } from '../../../../../host/core/checklist.ts';
import { foldChart } from '../../../../../host/core/chart/fold-chart.ts';
import { visitSentence } from '../../../../../host/core/care/visit/visit-words.ts';
import {
  type VisitReason, visitStanding, type VisitStanding,
} from '../../../../../host/core/care/visit/visit-standing.ts';
import { minuteOf } from '../../../../../host/core/care/visit/visit-numbing.ts';
import type { Skin } from '../../../../../host/core/plan.ts';
import type { Entry, NoteGiven } from '../../../../../host/journal/entry.ts';
import { createLine } from '../../../../support/chart-lines.ts';
import { TODAY } from '../../../../support/limit-world.ts';

const V = { visitId: 'v-1', person: 'p-1', by: 'm-sato' } as const;
const CHEEK: Skin = { area: 'cheek', side: 'left' };
const EYE: Skin = { area: 'infraorbital', side: 'left' };
const step = (name: 'reprocessed' | 'barrier' | 'eye-shield' | 'numbing-removed' | 'cleaned') =>
  ({ kind: 'visit-step', ...V, step: name }) as const;

const PERSON: NoteGiven = {
  kind: 'person-registered', person: 'p-1', bornYear: 1986, by: 'm-sato', lookup: 'ab'.repeat(32),
  identity: {
    algorithm: 'aes-256-gcm', keyId: 'ab'.repeat(8), nonceHex: 'ab'.repeat(12),
    tagHex: 'ab'.repeat(16), sealedHex: 'ab',
  },
};
const OPENED: NoteGiven = { kind: 'visit-opened', ...V, on: '2026-11-20', modality: 'automated' };
const NUMBED: NoteGiven = {
  kind: 'visit-step', ...V, step: 'numbing-applied', product: 'Lidocaine', areas: [CHEEK],
};
const LOCK: NoteGiven = {
  kind: 'area-locked', person: 'p-1', area: 'cheek', side: 'left', because: 'pigment', by: 'm-sato',
};
const READY: readonly NoteGiven[] = [
  {
    kind: 'screening-answered', ...V, screeningId: 's-1', questions: 'corium-screening-1',
    answeredOn: '2026-11-20', answers: [], conditions: [], precautions: [], medicines: [],
    signedBy: 'm-sato',
  },
  step('reprocessed'),
  step('barrier'),
  { kind: 'adjunct-chosen', ...V, adjunct: 'sterile-hydrogel', standing: 'glide', lot: 'H-1' },
  {
    kind: 'cartridge-scanned', ...V, code: { serial: 'K-1' }, packageIntact: true, against: [],
  },
  {
    kind: 'cartridge-claimed', ...V, claimId: 'c-1', serial: 'K-1', room: 'one',
    standing: 'confirmed',
  },
];

const [SCREENED] = READY;
const LATE_ANSWERS: NoteGiven = SCREENED?.kind === 'screening-answered'
  ? { ...SCREENED, answeredOn: '2026-11-19' }
  : OPENED;

const stands = (
  notes: readonly NoteGiven[],
  { skins = [CHEEK], needled = false, at = '2026-11-20T10:00:00.000Z' } = {},
): VisitStanding => {
  const line = createLine('2026-11-20');
  const entries: readonly Entry[] = notes.map(line);
  const facts = foldChart(entries);
  return visitStanding({ facts, person: 'p-1', today: TODAY, at, skins, needled });
};
const codesOf = (standing: VisitStanding): readonly VisitReason['code'][] =>
  standing.against.map(({ code }) => code);

test('what a prescriber signed is named in the record and is no sterile glide', () => {
  const tranexamic: NoteGiven = {
    kind: 'adjunct-chosen', ...V, adjunct: 'tranexamic-acid', standing: 'needs-prescriber',
    lot: 'T-1',
  };
  const unsigned = stands([PERSON, OPENED, ...READY, tranexamic]);
  expect(codesOf(unsigned)).toContain('adjunct-against');
  expect(openReasons(unsigned.room, true)).toContain('glide-not-checked');
  const { room, against } = stands([
    PERSON, OPENED, ...READY, { ...tranexamic, signedBy: 'dr-ito' },
  ]);
  expect(against).toEqual([]);
  expect(openReasons(room, true)).toEqual([]);
  expect(roomNote(room, 't-1', 'm-sato')).toMatchObject({
    onlySterileGlide: false, signedAdjuncts: ['tranexamic acid, lot T-1, signed by dr-ito'],
  });
  const glide = roomNote(stands([PERSON, OPENED, ...READY]).room, 't-1', 'm-sato');
  expect(glide).toMatchObject({ onlySterileGlide: true });
  expect(glide).not.toHaveProperty('signedAdjuncts');
});

test('a visit at which everything was done has nothing open, and its room is in order', () => {
  const standing = stands([PERSON, OPENED, ...READY]);
  expect(standing.against).toEqual([]);
  expect(openReasons(standing.room, true)).toEqual([]);
  expect(standing.cartridges).toEqual(['K-1']);
});

test('a visit that was only opened has everything open at once', () => {
  expect(codesOf(stands([PERSON, OPENED]))).toEqual([
    'not-screened', 'step-open', 'step-open', 'step-open', 'step-open', 'cartridge-not-claimed',
  ]);
});

test('S-66 any line that is missing keeps the visit open', () => {
  fc.assert(fc.property(fc.subarray([...READY], { maxLength: READY.length - 1 }), (some) => {
    expect(stands([PERSON, OPENED, ...some]).against.length).toBeGreaterThan(0);
  }));
});

test.each([
  ['nobody has a chart', [], ['no-chart', 'no-visit']],
  ['no visit was opened', [PERSON], ['no-visit']],
  ['the visit is closed', [PERSON, OPENED, ...READY,
    { kind: 'visit-closed', ...V, outcome: 'not-treated', treatmentIds: [] }], ['no-visit']],
  ['the visit is of yesterday', [PERSON, { ...OPENED, on: '2026-11-19' }, ...READY], ['no-visit']],
  ['cream is on', [PERSON, OPENED, ...READY, NUMBED], ['numbing-on-skin']],
  ['cream is off', [PERSON, OPENED, ...READY, NUMBED, step('numbing-removed')],
    ['numbing-not-cleaned']],
  ['cream is off and cleaned', [PERSON, OPENED, ...READY, NUMBED, step('numbing-removed'),
    step('cleaned')], []],
  ['cleaning was noted with the cream on', [PERSON, OPENED, ...READY, NUMBED, step('cleaned')],
    ['numbing-on-skin']],
  ['the area is locked', [PERSON, OPENED, ...READY, LOCK], ['area-locked']],
  ['the lock was ended', [PERSON, OPENED, ...READY, LOCK,
    { kind: 'area-unlocked', person: 'p-1', area: 'cheek', side: 'left', why: 'Calm.',
      signedBy: 'dr-ito', by: 'dr-ito' }], []],
  ['the cartridge is blocked', [PERSON, OPENED, ...READY,
    { kind: 'cartridge-blocked', serial: 'K-1', because: 'claimed-twice', claimIds: [], by: 'x' }],
  ['cartridge-blocked', 'cartridge-not-claimed']],
  ['vitamin C is on the skin', [PERSON, OPENED, ...READY,
    { kind: 'adjunct-chosen', ...V, adjunct: 'vitamin-c', standing: 'blocked', lot: 'C' }],
  ['step-open', 'adjunct-against']],
  ['answers of yesterday are no screening', [PERSON, OPENED, ...READY, LATE_ANSWERS],
    ['not-screened']],
] as const satisfies readonly (readonly [string, readonly NoteGiven[], readonly string[]])[])(
  '%s, and that is said',
  (_, notes, expected) => {
    const standing = stands(notes);
    expect(codesOf(standing)).toEqual(expected);
    for (const reason of standing.against) {
      expect(visitSentence(reason, 'p-1')).toMatch(/^[^]+\.$/);
      expect(visitSentence(reason, 'p-1')).not.toContain('PERSON');
    }
  },
);

test('an eye area wants its shield, and another area does not', () => {
  const notes = [PERSON, OPENED, ...READY];
  expect(stands(notes, { skins: [EYE] }).against).toEqual([
    { code: 'step-open', step: 'eye-shield' },
  ]);
  expect(codesOf(stands([...notes, step('eye-shield')], { skins: [EYE] }))).toEqual([]);
});

test('S-66 a lock, a visit and a name of before a merging hold under every key', () => {
  const other = { ...PERSON, person: 'p-2' } as const;
  const merged: NoteGiven = {
    kind: 'persons-merged', from: 'p-1', into: 'p-2', why: 'the same', by: 'm-sato',
  };
  const line = createLine('2026-11-20');
  const facts = foldChart([PERSON, other, OPENED, ...READY, LOCK, merged].map(line));
  const asked = {
    facts, today: TODAY, at: '2026-11-20T10:00:00.000Z', skins: [CHEEK], needled: false,
  };
  expect(codesOf(visitStanding({ ...asked, person: 'p-2' }))).toEqual(['area-locked']);
  expect(codesOf(visitStanding({ ...asked, person: 'p-1' })))
    .toEqual(['chart-merged', 'area-locked']);
});

test('cream that was put on after a needle is on the skin until it is off', () => {
  const notes = [PERSON, OPENED, ...READY, NUMBED];
  expect(codesOf(stands(notes, { needled: true }))).toEqual(['numbing-on-skin']);
});

test('an hour of cream says that it has to come off now', () => {
  const standing = stands([PERSON, OPENED, ...READY, NUMBED], { at: '2026-11-20T23:00:00.000Z' });
  const [reason] = standing.against;
  expect(reason).toMatchObject({ code: 'numbing-on-skin', alert: 'remove-now' });
});

test('a clock that is behind the chart is named, and minutes count through midnight', () => {
  const line = createLine('2026-11-25');
  const facts = foldChart([PERSON, OPENED, ...READY].map(line));
  const at = '2026-11-20T10:00:00.000Z';
  const asked = { facts, person: 'p-1', today: TODAY, at, skins: [CHEEK], needled: false };
  expect(codesOf(visitStanding(asked))).toEqual(['clock-behind']);
  expect(minuteOf('2026-11-21T00:01:00.000Z') - minuteOf('2026-11-20T23:59:00.000Z')).toBe(2);
});
