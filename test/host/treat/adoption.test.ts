/** A person takes over a ledger that nothing explains: what was open counts whole, for ever. */
import { expect, test } from 'vitest';
import { verifyJournal } from '../../../host/journal/verify.ts';
import { createAccounts } from '../../../host/journal/budgets.ts';
import type { Entry } from '../../../host/journal/entry.ts';
import { sha256 } from '../../../host/journal/world.ts';
import { adoptionNotes, resolveOpen } from '../../../host/treat/pen-ledger.ts';
import { budgetKey } from '../../../host/core/plan.ts';
import { PAGES, penWith } from '../core/control/scene.ts';
import {
  armed,
  closed,
  createMemoryWorld,
  granted,
  linked,
  opened,
  openIn,
  reservation,
} from '../../support/journal.ts';

const strokes = reservation.ceilingStrokes - reservation.fromStrokes;

/** A journal with an arming that nobody saw end, and its pen with a ledger from somewhere else. */
function stranded() {
  const entries: Entry[] = [];
  const journal = openIn(createMemoryWorld(), (entry) => entries.push(entry));
  for (const note of [linked, opened, reservation, armed(1)]) {
    granted(journal.appendAndSyncNow(note));
  }
  const pen = penWith({
    identity: { ...PAGES.identity, serial: reservation.penSerial },
    ledger: { ...PAGES.ledger, strokes: 90_000 as never, bootId: 4_711 },
  });
  return { entries, journal, pen };
}

test('a pen that cannot be explained is explained after its adoption', () => {
  const { entries, journal, pen } = stranded();
  expect(resolveOpen(entries, pen).ok).toBe(false);
  for (const note of adoptionNotes(entries, pen, { by: 'Anna', why: 'Came from elsewhere.' })) {
    granted(journal.appendAndSyncNow(note));
  }
  expect(resolveOpen(entries, pen)).toEqual({ ok: true, value: [] });
});

test('S-22 S-23 what was open under it counts whole, is marked unknown, and verifies', () => {
  const { entries, journal, pen } = stranded();
  for (const note of adoptionNotes(entries, pen, { by: 'Anna', why: 'Came from elsewhere.' })) {
    granted(journal.appendAndSyncNow(note));
  }
  granted(journal.appendAndSyncNow(closed));
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  const { person, area, side } = reservation;
  const spent = accounts.since('').spent.get(budgetKey(person, area, side));
  expect(spent).toMatchObject({ strokes, unknownStrokes: strokes });
  const { installationId } = journal;
  expect(verifyJournal(entries, { installationId, sha256 }).findings).toEqual([]);
});

test('an adoption that counts less than the whole is found out', () => {
  const { entries, journal, pen } = stranded();
  for (const note of adoptionNotes(entries, pen, { by: 'Anna', why: 'Came from elsewhere.' })) {
    const softer = note.kind === 'resolved' ? { ...note, strokes: note.strokes - 1 } : note;
    granted(journal.appendAndSyncNow(softer));
  }
  const { installationId } = journal;
  const { findings } = verifyJournal(entries, { installationId, sha256 });
  expect(findings.map(({ code }) => code)).toContain('ledger-disagrees');
});
