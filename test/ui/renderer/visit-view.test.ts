// The visit as rows, the questions in groups, and a scanner told from fingers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionsFor } from '../../../host/core/care/screening/questionnaire.ts';
import type { VisitReason } from '../../../host/core/care/visit/visit-standing.ts';
import type { VisitView } from '../../../ui/contract/care-state.ts';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import { nextStep } from '../../../ui/renderer/view/next-step.ts';
import {
  answered, answersAsked, clearancesAsked, GROUPS, groupOf, questionsIn,
} from '../../../ui/renderer/view/question-groups.ts';
import {
  otherReasons, strangeSerial, visitOpenCount, visitRows,
} from '../../../ui/renderer/view/visit-view.ts';
import { NO_KEYS, wedged } from '../../../ui/renderer/view/wedge.ts';
import { deskState, FULL_DESK } from '../support/desk-fixture.ts';

const visit = (over: Partial<VisitView> = {}): VisitView => ({
  visitId: 'v-1', since: '2026-11-21T08:00:00.000Z', against: [],
  steps: [{ step: 'reprocessed', ticked: true }], cartridges: ['C-0042'], adjuncts: [],
  numbing: { kind: 'none', alert: 'none', products: [] }, screening: undefined, treated: [],
  handed: false,
  ...over,
});

const at = (view: VisitView | undefined, over: Partial<DeskState> = {}): DeskState => ({
  ...FULL_DESK,
  care: {
    chart: 'here', identityKey: 'here', rev: 1, visit: view,
    person: { person: 'p-1', name: 'Zoë', born: '1986-04-12', bornYear: 1986 },
  },
  ...over,
});

const against = (...reasons: readonly VisitReason[]): DeskState => at(visit({ against: reasons }));
const openRows = (state: DeskState): readonly string[] =>
  visitRows(state).filter(({ standing }) => standing === 'open').map(({ row }) => row);

test('each reason opens its row, and what no row sees to is told apart', () => {
  expect(openRows(against({ code: 'not-screened' }))).toEqual(['screening']);
  expect(openRows(against({ code: 'step-open', step: 'package-intact' }))).toEqual(['cartridge']);
  expect(openRows(against({ code: 'adjunct-against', says: 'no' }))).toEqual(['glide']);
  const locked = against(
    { code: 'area-locked', area: 'cheek', side: 'left', since: '2026-11-01', because: 'x' });
  expect(openRows(locked)).toEqual([]);
  expect(otherReasons(locked)).toHaveLength(1);
  expect(visitOpenCount(locked)).toBe(1);
});

test('before a visit is open everything but its opening is for later', () => {
  const state = at(visit({ visitId: undefined, against: [{ code: 'no-visit' }], cartridges: [] }));
  expect(openRows(state)).toEqual(['visit']);
  expect(visitRows(state).filter(({ standing }) => standing === 'good')).toEqual([]);
});

test('a cartridge in the pen that is none of the visit opens its row', () => {
  expect(strangeSerial(at(visit()))).toBeUndefined();
  expect(strangeSerial(at(visit({ cartridges: ['OTHER'] })))).toBe('C-0042');
  expect(openRows(at(visit({ cartridges: ['OTHER'] })))).toEqual(['cartridge']);
});

test('the next step leads through the visit before anything is begun', () => {
  const asked = nextStep(against({ code: 'not-screened' }), undefined);
  expect(asked).toEqual({ kind: 'visit', open: 1 });
  const ready = at(visit(), { room: { ...FULL_DESK.room, open: [] } });
  expect(nextStep(ready, undefined).kind).toBe('begin');
});

test('where people sign in, that comes before everything', () => {
  const staff = {
    kind: 'staff', members: [], here: undefined, idleMsMax: 300_000, ended: undefined,
  } as const;
  expect(nextStep(deskState({ staff }), undefined)).toEqual({ kind: 'sign-in' });
});

const QUESTIONS = questionsFor('needles').map(({ id, outcome, windowDays, ground }) =>
  ({ id, outcome, windowDays, grade: ground.grade }));

test('every question is in one group, and no group is longer than a finger bears', () => {
  const sizes = GROUPS.map((group) => questionsIn(QUESTIONS, group).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(39);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
  expect(Math.min(...sizes)).toBeGreaterThan(3);
  expect(groupOf({ id: 'filler', outcome: 'block' })).toBe('medicine');
});

test('only what was answered is sent, and only a whole clearance', () => {
  const yes = { ...answered('yes'), on: '2026-05-01', note: '  quiet ' };
  expect(answersAsked({ filler: { ...yes, answer: 'no' }, waxing: yes })).toEqual([
    { question: 'filler', answer: 'no' },
    { question: 'waxing', answer: 'yes', on: '2026-05-01', note: 'quiet' },
  ]);
  const half = { ...answered('yes'), prescriber: 'Dr. Ito' };
  expect(clearancesAsked(QUESTIONS, { isotretinoin: half })).toEqual([]);
  const whole = { ...half, reason: 'Stopped.' };
  expect(clearancesAsked(QUESTIONS, { isotretinoin: whole, tattoo: whole })).toEqual([
    { question: 'isotretinoin', by: 'Dr. Ito', reason: 'Stopped.' },
  ]);
});

const typed = (text: string, everyMs: number): string | undefined => {
  let wedge = NO_KEYS;
  const keys = [...Array.from(text), 'Enter'];
  for (const [index, key] of keys.entries()) {
    const came = wedged(wedge, { key, separator: false }, 1_000 + index * everyMs);
    if (key === 'Enter') return came.code;
    wedge = came.wedge;
  }
  return undefined;
};

test('a scanner is told from fingers by how fast its keys come', () => {
  fc.assert(fc.property(fc.stringMatching(/^[!-~]{12,60}$/), fc.integer({ min: 1, max: 50 }),
    (code, everyMs) => {
      expect(typed(code, everyMs)).toBe(code);
      expect(typed(code, everyMs + 60)).toBeUndefined();
    }));
  expect(typed('short', 5)).toBeUndefined();
});

test('the separator of a scanner is kept, and other keys of control are not', () => {
  const first = wedged(NO_KEYS, { key: ']', separator: true }, 0).wedge;
  expect(wedged(first, { key: 'Shift', separator: false }, 5).wedge.text).toBe('\u001d');
});
