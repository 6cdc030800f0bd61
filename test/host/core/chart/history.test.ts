/**
 * What a chart says of earlier visits, whoever told of them and under whatever key: nothing that
 * was done is forgotten, a red flag once seen stays, and what two lines say differently counts at
 * its worst.
 */
import { expect, test } from 'vitest';
import { type CaseFileAsked, caseFileOf } from '../../../../host/core/chart/case-file-of.ts';
import { foldChart } from '../../../../host/core/chart/fold-chart.ts';
import { parseDay } from '../../../../host/core/day.ts';
import type { NoteGiven } from '../../../../host/journal/entry.ts';
import { createLine } from '../../../support/chart-lines.ts';
import { on } from '../../../support/limit-world.ts';

const register = (person: string): NoteGiven => ({
  kind: 'person-registered', person, bornYear: 2004, by: 'm-sato', lookup: 'ab'.repeat(32),
  identity: {
    algorithm: 'aes-256-gcm', keyId: 'ab'.repeat(8), nonceHex: 'ab'.repeat(12),
    tagHex: 'ab'.repeat(16), sealedHex: 'ab',
  },
});
const visitOf = (person: string, date: string, visitId = 'v-1'): NoteGiven =>
  ({ kind: 'visit-opened', visitId, person, on: date, modality: 'automated', by: 'm-sato' });
const elsewhere = (person: string, date: string): NoteGiven => ({
  kind: 'treatment-elsewhere', newsId: `west/${person}/${date}`, room: 'west', treatmentId: 't-9',
  person, on: date, area: 'nose', side: 'midline', punctures: 900,
});
const merged: NoteGiven = {
  kind: 'persons-merged', from: 'p-1', into: 'p-2', why: 'the same', by: 'm-sato',
};
const followUp = (date: string, how: 'seen' | 'not-reached', flag?: string): NoteGiven => ({
  kind: 'follow-up-recorded', followUpId: `f-${date}`, visitId: 'v-1', person: 'p-1', on: date,
  milestone: 'day-7', how, by: 'm-sato',
  redFlags: flag === undefined ? [] : [{ flag, areas: [] }],
});
const told = (redFlag: 'yes' | 'no'): NoteGiven => ({
  kind: 'history-told', person: 'p-1', by: 'm-sato',
  visits: [{ on: '2026-01-10', areas: [{ area: 'nose', side: 'midline' }], redFlag }],
});

function caseFile(
  notes: readonly NoteGiven[],
  { person = 'p-1', visitId, treated = [] }: Partial<CaseFileAsked> = {},
) {
  const line = createLine('2026-11-20');
  const facts = foldChart(notes.map(line));
  const made = caseFileOf({ facts, person, visitId, bornOn: undefined, treated });
  if (made === undefined) throw new Error('there is a chart');
  return made;
}
const daysOf = ({ history }: ReturnType<typeof caseFile>) =>
  history === 'unknown' ? history : history.map((visit) => visit.on);

const MARCH = on('2026-03-01');
const MAY = on('2026-05-02');

test('S-74 what another room did is a treatment like one of this room', () => {
  const notes = [register('p-1'), elsewhere('p-1', '2026-03-01')];
  expect(daysOf(caseFile(notes))).toEqual([MARCH]);
  const here = { person: 'p-1', on: MAY, area: 'nose', side: 'midline' } as const;
  expect(daysOf(caseFile(notes, { treated: [here] }))).toEqual([MARCH, MAY]);
});

test('S-10 what was done under a key from before a merging is not forgotten', () => {
  const notes = [register('p-1'), register('p-2'), elsewhere('p-1', '2026-03-01'), merged];
  const here = { person: 'p-1', on: MAY, area: 'nose', side: 'midline' } as const;
  for (const person of ['p-1', 'p-2']) {
    expect(daysOf(caseFile(notes, { person, treated: [here] }))).toEqual([MARCH, MAY]);
  }
});

test('S-42 of whom nobody told anything the history is unknown, and not empty', () => {
  expect(caseFile([register('p-1')]).history).toBe('unknown');
  const asked: NoteGiven = { kind: 'history-told', person: 'p-1', visits: [], by: 'm-sato' };
  expect(caseFile([register('p-1'), asked]).history).toEqual([]);
});

test('S-42 whose day of birth is sealed is as young as the year allows', () => {
  expect(caseFile([register('p-1')]).bornOn).toBe(parseDay('2004-12-31'));
});

const flagOf = (notes: readonly NoteGiven[]) => {
  const { history } = caseFile([register('p-1'), visitOf('p-1', '2026-01-10'), ...notes]);
  return history === 'unknown' ? history : history[0]?.redFlag;
};

test('S-64 a red flag once seen stays, whatever the next follow-up says', () => {
  expect(flagOf([told('no'), followUp('2026-01-17', 'seen', 'pigment')])).toBe('yes');
  const after = followUp('2026-01-24', 'seen');
  expect(flagOf([told('no'), followUp('2026-01-17', 'seen', 'pigment'), after])).toBe('yes');
  expect(flagOf([told('yes'), after])).toBe('yes');
  expect(flagOf([told('no'), after])).toBe('no');
});

test('S-64 a follow-up at which nobody was reached says nothing', () => {
  const treated: NoteGiven = elsewhere('p-1', '2026-01-10');
  expect(flagOf([treated, followUp('2026-01-17', 'not-reached')])).toBeUndefined();
  expect(flagOf([treated, followUp('2026-01-17', 'seen')])).toBe('no');
});

const screening = (answers: readonly ('yes' | 'no')[], visitId = 'v-1'): NoteGiven => ({
  kind: 'screening-answered', screeningId: 's-1', visitId, person: 'p-1', by: 'm-sato',
  questions: 'corium-screening-1', answeredOn: '2026-11-20', precautions: [], medicines: [],
  answers: answers.map((answer) => ({ question: 'pregnant-or-breastfeeding', answer })),
  conditions: answers.map((answer) => ({ condition: 'fragile-skin', answer })),
  signedBy: 'm-sato',
});

test('S-60 the same question with two answers counts as a yes, in either order', () => {
  for (const answers of [['yes', 'no'], ['no', 'yes']] as const) {
    const notes = [register('p-1'), visitOf('p-1', '2026-11-20'), screening(answers)];
    const { screening: said } = caseFile(notes, { visitId: 'v-1' });
    expect(said.answers['pregnant-or-breastfeeding']).toBe('yes');
  }
});

test('S-60 answers of another visit are no answers of this one', () => {
  const notes = [
    register('p-1'), visitOf('p-1', '2026-11-01', 'v-0'), screening(['no'], 'v-0'),
    visitOf('p-1', '2026-11-20'),
  ];
  expect(caseFile(notes, { visitId: 'v-1' }).screening)
    .toEqual({ answeredOn: undefined, answers: {}, signedBy: undefined });
});

test('S-28 a day that the chart has seen does not come back', () => {
  const lines = [
    createLine('2026-11-20')(register('p-1')), createLine('2026-01-01')(register('p-2')),
  ];
  expect(foldChart(lines).newestDay).toBe('2026-11-20');
});
