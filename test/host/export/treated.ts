// An invented treatment with everything around it: two areas of which one has an end that nobody
// saw, a visit with screening, clearance, consent and a lock, a signature and a drafted report.

import type { NoteGiven } from '../../../host/journal/entry.ts';
import type { Entry } from '../../../host/journal/index.ts';
import { gatherSubject, type ExportSubject } from '../../../host/export/subject.ts';
import {
  armed, closed, createMemoryWorld, entriesOf, granted, linked, lost, opened, openIn, reservation,
  settled, train,
} from '../../support/journal.ts';

/** Names of people, which must not be where they were not asked for. */
export const SAID = {
  person: 'Aurelia Quellenberg',
  operator: 'Doctor Zwiebelstein',
  prescriber: 'p-hierophant',
  reason: 'Aurelia told me that her aunt Brunhilde agreed',
  what: 'Aurelia called: her cheek burns, and Ottokar saw it too',
} as const;

const secret = {
  algorithm: 'scrypt', n: 1_024, r: 8, p: 1, saltHex: '00'.repeat(16), hashHex: '11'.repeat(32),
} as const;

const skin = { area: 'cheek', side: 'left' } as const;

/** What the treatment journal says. */
export const TREATMENT: readonly NoteGiven[] = [
  {
    ...linked,
    cartridge: {
      kind: 'patient', modelCode: 1, needleCount: 12, needleLengthUm: 2_500, headAreaMm2: 60,
      lot: 'LOT-7', serial: 'K1', expiryDay: 4_800, usedStrokes: 0,
    },
  },
  {
    ...opened,
    person: SAID.person,
    operator: SAID.operator,
    plan: {
      planId: 'plan-1',
      areas: [
        ...opened.plan.areas,
        { ...opened.plan.areas[0], area: 'forehead', side: 'midline', depthUm: 500 },
        { ...opened.plan.areas[0], area: 'chin', side: 'midline', depthUm: 500 },
      ],
    },
  },
  { ...reservation, person: SAID.person },
  armed(1),
  train(1, 0, 250),
  settled(1, 250),
  { kind: 'stop', reason: 'operator', by: SAID.operator },
  { kind: 'alarm', alarm: 'operator-stop', priority: 'low', on: true },
  { kind: 'cleared', reason: 'operator', by: SAID.operator },
  {
    ...reservation, person: SAID.person, armingId: 2, area: 'forehead', side: 'midline',
    fromStrokes: 250, fromCounted: 250, ceilingStrokes: 500, depthUm: 500,
  },
  armed(2),
  lost(2, 250),
  { ...closed, outcome: 'stopped', by: SAID.operator, why: SAID.reason },
];

const by = SAID.prescriber;
const about = { visitId: 'v-1', person: SAID.person } as const;

/** What the chart journal says. */
export const CHART: readonly NoteGiven[] = [
  {
    kind: 'staff-added', staffId: SAID.prescriber, name: 'Hilda Hierophant',
    roles: ['prescriber', 'clinical-lead'], secret, secretKind: 'pin', by: 'first',
  },
  {
    kind: 'series-planned', seriesId: 's-1', person: SAID.person, areas: [skin], visits: 4,
    spacingDays: 28, firstOn: '2031-03-01', by,
  },
  { kind: 'visit-opened', ...about, on: '2031-03-01', modality: 'automated', seriesId: 's-1', by },
  {
    kind: 'screening-answered', ...about, screeningId: 'sc-1', questions: 'q-1',
    answeredOn: '2031-03-01', fitzpatrick: 3,
    answers: [
      { question: 'inflamed-acne', answer: 'yes', details: SAID.reason },
      { question: 'tattoo-in-area', answer: 'no' },
    ],
    conditions: [{ condition: 'very-lax-skin', answer: 'no' }], medicines: [], precautions: [],
    signedBy: by, by,
  },
  {
    kind: 'clearance-signed', ...about, clearanceId: 'c-1', item: 'inflamed-acne',
    reason: SAID.reason, signedBy: by, by,
  },
  {
    kind: 'consent-referenced', ...about, what: 'consent', reference: SAID.person,
    sha256: 'ef'.repeat(32), by,
  },
  {
    kind: 'cartridge-scanned', ...about,
    code: { serial: 'K1', gtin: '00012345600012', lot: 'LOT-7' }, packageIntact: true, against: [],
    by,
  },
  { kind: 'visit-closed', ...about, outcome: 'stopped', treatmentIds: ['t-1'], by },
  { kind: 'area-locked', person: SAID.person, ...skin, because: 'burning', by },
  {
    kind: 'signed', signatureId: 'sig-1', staffId: by, name: 'Hilda Hierophant',
    role: 'prescriber', meaning: 'clearance',
    subject: { kind: 'clearance', id: 'c-1', hash: 'ab'.repeat(32) },
    components: 'who-and-secret', reason: SAID.reason,
  },
  {
    kind: 'adverse-event-drafted', draftId: 'd-1', person: SAID.person, treatmentId: 't-1',
    what: SAID.what, outcome: 'other', by,
  },
];

/** Writes notes into a fresh journal and reads them back. */
export function chartOf(notes: readonly NoteGiven[]): readonly Entry[] {
  const entries: Entry[] = [];
  const journal = openIn(createMemoryWorld(), (entry) => entries.push(entry));
  for (const note of notes) granted(journal.appendAndSyncNow(note));
  return entries;
}

/** The treatment with everything around it. */
export function treated(
  treatment: readonly NoteGiven[] = TREATMENT,
  chart: readonly NoteGiven[] = CHART,
): ExportSubject {
  const subject = gatherSubject(
    {
      treatment: entriesOf(treatment),
      chart: chartOf(chart),
      installationIds: { treatment: 'installation-1', chart: 'chart-1' },
    },
    [],
    't-1',
  );
  if (subject === undefined) throw new Error('there is no such treatment');
  return subject;
}
