/** Verification: an honest treatment is accepted, and each single dishonesty is found and named. */
import { expect, test } from 'vitest';
import type { Entry, NoteGiven } from '../../../host/journal/entry.ts';
import { explainFinding, type FindingCode } from '../../../host/journal/finding.ts';
import { verifyJournal, verifyTreatment } from '../../../host/journal/verify.ts';
import { sha256 } from '../../../host/journal/world.ts';
import {
  armed,
  closed,
  createMemoryWorld,
  entriesOf,
  granted,
  linked,
  lost,
  openIn,
  opened,
  ORDINARY,
  reservation,
  settled,
  train,
} from '../../support/journal.ts';

const START = { installationId: 'id-1', sha256 };

const codesOf = (notes: readonly NoteGiven[]): readonly FindingCode[] =>
  verifyTreatment(entriesOf(notes), 't-1', START).findings.map(({ code }) => code);

/** A treatment of one reservation with something changed in it. */
const one = (changed: Readonly<Record<string, unknown>>): readonly NoteGiven[] => [
  linked,
  opened,
  Object.assign({ ...reservation }, changed),
  armed(1),
  settled(1, 100),
  closed,
];

const late = { ...reservation, armingId: 2, fromStrokes: 100, ceilingStrokes: 300 };
const resolved = {
  kind: 'resolved',
  armingId: 1,
  penSerial: 'P1',
  strokes: 300,
  contactMs: 3_000,
  outcome: 'known',
  ledgerStrokes: 300,
  bootId: 9,
  by: 'ledger',
} as const satisfies NoteGiven;

test('an ordinary treatment is accepted', () => {
  const verdict = verifyTreatment(entriesOf(ORDINARY), 't-1', START);
  expect(verdict).toEqual({ accepted: true, findings: [] });
  expect(verifyJournal(entriesOf(ORDINARY), START).accepted).toBe(true);
});

test('a treatment whose end is not known is accepted if the lines say so', () => {
  const marked = [linked, opened, reservation, armed(1), lost(1, 400), closed];
  expect(codesOf(marked)).toEqual([]);
  expect(codesOf([...marked, resolved])).toEqual([]);
});

const WRONG: readonly (readonly [string, readonly NoteGiven[], readonly FindingCode[]])[] = [
  ['no such treatment', [linked], ['no-such-treatment']],
  ['opened twice', [linked, opened, opened, closed], ['opened-twice']],
  ['never closed', [linked, opened], ['not-closed']],
  ['closed twice', [linked, opened, closed, closed], ['after-close']],
  ['resumed after the end', [linked, opened, closed,
    { kind: 'treatment-resumed', treatmentId: 't-1', by: 'o-1' }], ['after-close']],
  ['a reservation after the end', [linked, opened, closed, reservation, settled(1, 0)],
    ['after-close', 'after-close']],
  ['another person', one({ person: 'p-2' }), ['person-differs']],
  ['unplanned area', one({ area: 'chin', side: 'midline' }), ['not-planned']],
  ['the other side', one({ side: 'right' }), ['not-planned']],
  ['deeper than the plan', one({ depthUm: 701 }), ['depth-over-plan']],
  ['faster than the plan', one({ rateCentiHz: 10_001 }), ['rate-over-plan']],
  ['more skin than the plan', one({ sizeMm2: 4_001 }), ['size-differs']],
  ['a third pass', one({ pass: 3 }), ['pass-over-plan']],
  ['too much in a pass', one({ ceilingStrokes: 1_001 }), ['pass-strokes-over-plan']],
  ['too much on the area', one({ ceilingStrokes: 2_001 }),
    ['pass-strokes-over-plan', 'area-strokes-over-plan']],
  ['too long on the area', one({ contactMsMax: 60_001 }), ['contact-over-plan']],
  ['a pen that was reset in between', one({ bootId: 10 }), ['pen-not-linked']],
  ['strokes that no line explains', one({ fromStrokes: 1, ceilingStrokes: 101 }), ['ledger-gap']],
  ['a second reservation while one is open', [linked, opened, reservation, armed(1),
    { ...late, pass: 2 }, armed(2), settled(2, 0), settled(1, 100), closed], ['still-open']],
  ['armed without a reservation', [linked, opened, armed(1), closed], ['without-reservation']],
  ['armed with needles out', [linked, opened, reservation,
    { kind: 'armed', armingId: 1, retracted: false }, settled(1, 100), closed],
    ['armed-unretracted']],
  ['made deeper while armed', [linked, opened, reservation, armed(1),
    { kind: 'tightened', armingId: 1, depthUm: 701, rateCentiHz: 10_000, ceilingStrokes: 400 },
    settled(1, 100), closed], ['loosened']],
  ['strokes without an arming', [linked, opened, reservation, train(1, 0, 10), settled(1, 10),
    closed], ['train-unarmed']],
  ['a stroke beyond the ceiling', [linked, opened, reservation, armed(1), train(1, 0, 401),
    settled(1, 401), closed], ['train-outside', 'delivered-over-reserved']],
  ['a stroke from before', [linked, opened, reservation, armed(1), settled(1, 100), late, armed(2),
    train(2, 99, 120), settled(2, 20), closed], ['train-outside']],
  ['fewer strokes than trains', [linked, opened, reservation, armed(1), train(1, 0, 50),
    settled(1, 40), closed], ['ledger-disagrees']],
  ['a ledger that does not prove it', [linked, opened, reservation, armed(1), lost(1, 400),
    { ...resolved, strokes: 200 }, closed], ['ledger-disagrees']],
  ['an end that nobody marked as unknown', [linked, opened, reservation, armed(1), closed],
    ['unknown-unmarked']],
];

test.each(WRONG)('found and named: %s', (_, notes, codes) => {
  expect(codesOf(notes)).toEqual(codes);
});

test('setting aside again what is still counted is over the plan', () => {
  const again = { ...reservation, armingId: 2, fromStrokes: 390, ceilingStrokes: 1_001 };
  const notes = [linked, opened, reservation, armed(1), settled(1, 390), again];
  expect(codesOf([...notes, settled(2, 0), closed])).toEqual(['pass-strokes-over-plan']);
});

test('S-24 a pen that was armed before its reservation was on disk is found', () => {
  const entries: Entry[] = [];
  const journal = openIn(createMemoryWorld(), (entry) => entries.push(entry));
  for (const note of [linked, opened, reservation]) granted(journal.append(note));
  for (const note of [armed(1), settled(1, 100), closed]) granted(journal.append(note));
  const { findings } = verifyTreatment(entries, 't-1', START);
  expect(findings).toMatchObject([{ code: 'armed-before-sync', n: 6 }]);
  expect(findings.map(explainFinding)).toEqual([
    'Line 6 (armed): the pen was armed before its reservation was known to be on disk ' +
      '(5, allowed 2).',
  ]);
});

test('S-23 one altered value anywhere breaks the chain, and the verdict names the line', () => {
  const entries = entriesOf(ORDINARY);
  for (const [at, entry] of entries.entries()) {
    const altered = entries.with(at, { ...entry, ms: entry.ms + 1 });
    const { findings } = verifyJournal(altered, START);
    expect(findings).toContainEqual({ code: 'chain-broken', n: at + 1 });
  }
});

test('without any one of its lines a treatment is not accepted', () => {
  const entries = entriesOf(ORDINARY);
  for (const [at] of entries.slice(0, -1).entries()) {
    expect(verifyTreatment(entries.toSpliced(at, 1), 't-1', START).accepted).toBe(false);
  }
});
