/** Spent budgets: what a restart, another plan or a clock that was set back cannot give away. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAccounts, foldBudgets } from '../../../host/journal/budgets.ts';
import type { NoteGiven } from '../../../host/journal/entry.ts';
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

const CHEEK = 'p-1/cheek/left';
const LONG_AGO = '2000-01-01';

const spentAfter = (...notes: readonly NoteGiven[]) =>
  foldBudgets(entriesOf(notes), LONG_AGO).spent.get(CHEEK);

test('an ordinary treatment has spent what was debited, in two passes', () => {
  expect(spentAfter(...ORDINARY)).toEqual({
    strokes: 700,
    punctures: 8_400,
    passes: 2,
    contactMs: 7_000,
    unknownStrokes: 0,
    newestDay: '2031-03-01',
  });
});

test('S-22 S-24 a reservation counts whole from its own line on, strokes and contact', () => {
  const whole = { strokes: 400, contactMs: 6_000, passes: 1 };
  expect(spentAfter(opened, reservation)).toMatchObject({ ...whole, unknownStrokes: 400 });
  expect(spentAfter(opened, reservation, armed(1))).toMatchObject(whole);
  expect(spentAfter(opened, reservation, armed(1), train(1, 0, 250))).toMatchObject({
    ...whole,
    unknownStrokes: 150,
  });
  expect(spentAfter(opened, reservation, armed(1), settled(1, 250))).toMatchObject({
    strokes: 250,
    contactMs: 2_500,
    unknownStrokes: 0,
  });
});

test('S-22 a settlement that does not know the end leaves the whole reservation spent', () => {
  const spent = spentAfter(opened, reservation, armed(1), train(1, 0, 250), lost(1, 400));
  expect(spent).toMatchObject({ strokes: 400, contactMs: 6_000, unknownStrokes: 150 });
});

test('a settlement that says less than its trains takes nothing back', () => {
  const spent = spentAfter(opened, reservation, armed(1), train(1, 0, 250), settled(1, 10));
  expect(spent).toMatchObject({ strokes: 250, contactMs: 2_500 });
});

test('S-04 another plan and another treatment go on with the same budget', () => {
  const other = { ...opened, treatmentId: 't-2', plan: { ...opened.plan, planId: 'plan-2' } };
  const spent = spentAfter(
    ...ORDINARY,
    other,
    { ...reservation, treatmentId: 't-2', armingId: 3, fromStrokes: 700, ceilingStrokes: 800 },
  );
  expect(spent).toMatchObject({ strokes: 800, passes: 3 });
});

test('other skin and other persons have budgets of their own', () => {
  const { spent } = foldBudgets(
    entriesOf([
      opened,
      reservation,
      { ...reservation, armingId: 2, side: 'right' },
      { ...reservation, armingId: 3, person: 'p-2' },
    ]),
    LONG_AGO,
  );
  expect([...spent.keys()]).toEqual([CHEEK, 'p-1/cheek/right', 'p-2/cheek/left']);
});

test('spending before the given day is left out, but a reservation still open never is', () => {
  const world = createMemoryWorld();
  const accounts = createAccounts();
  const journal = openIn(world, accounts.take);
  for (const note of ORDINARY) granted(journal.append(note));
  granted(journal.append({ ...reservation, armingId: 7, side: 'right' }));
  world.day = '2031-06-01';
  granted(journal.append({ kind: 'stop', reason: 'operator', by: 'o-1' }));
  expect([...accounts.since('2031-03-01').spent.keys()]).toEqual([CHEEK, 'p-1/cheek/right']);
  expect([...accounts.since('2031-03-02').spent.keys()]).toEqual(['p-1/cheek/right']);
  expect(accounts.since('2031-06-01').newestDay).toBe('2031-06-01');
});

test('S-28 a wall clock that is set back does not make a treatment old', () => {
  const world = createMemoryWorld();
  const accounts = createAccounts();
  const journal = openIn(world, accounts.take);
  world.day = '1970-01-01';
  for (const note of ORDINARY) granted(journal.append(note));
  expect(accounts.since('2031-03-01').spent.get(CHEEK)).toMatchObject({ strokes: 700 });
});

test('what a person had in a visit is told by zone', () => {
  const accounts = createAccounts();
  for (const entry of entriesOf(ORDINARY)) accounts.take(entry);
  const nothing = { contactMs: 0, punctures: 0 };
  expect(accounts.visit('p-1', '2031-03-01')).toEqual({
    eye: nothing,
    thin: nothing,
    face: { contactMs: 7_000, punctures: 8_400 },
    body: nothing,
  });
  expect(accounts.visit('p-2', '2031-03-01').face).toEqual(nothing);
  expect(accounts.visit('p-1', '2031-03-02').face).toEqual(nothing);
});

test('S-30 a cartridge is used from the first reservation under it, and knows by whom', () => {
  const { cartridges } = foldBudgets(
    entriesOf([opened, reservation, { ...reservation, armingId: 2, person: 'p-2' }]),
    LONG_AGO,
  );
  expect(cartridges.get('K1')).toMatchObject({ persons: ['p-1', 'p-2'], strokes: 800 });
});

test('a pen that says a ledger explains nothing by saying it; a person who adopts it does', () => {
  const claims = { ...linked, strokes: 900 };
  expect(foldBudgets(entriesOf([claims]), LONG_AGO).pens.get('P1')).toBeUndefined();
  const adopted: NoteGiven = {
    kind: 'pen-adopted',
    serial: 'P1',
    strokes: 900,
    by: 'o-1',
    why: 'came from another clinic',
  };
  const { pens } = foldBudgets(entriesOf([claims, adopted]), LONG_AGO);
  expect(pens.get('P1')).toEqual({ serial: 'P1', strokes: 900 });
});

test('the treatment that was not closed is there to be resumed', () => {
  const fold = (...notes: readonly NoteGiven[]) => foldBudgets(entriesOf(notes), LONG_AGO);
  expect(fold(opened, reservation).treatment?.treatmentId).toBe('t-1');
  expect(fold(...ORDINARY).treatment).toBeUndefined();
});

/** Armings with some of their lines missing, as crashes leave them. */
const armings = fc.array(
  fc.record({
    size: fc.integer({ min: 1, max: 300 }),
    share: fc.nat({ max: 100 }),
    end: fc.constantFrom('settled' as const, 'lost' as const, 'nothing' as const),
    seen: fc.boolean(),
  }),
  { maxLength: 8 },
);

test('S-24 every prefix of a journal counts at least what was delivered under it', () => {
  fc.assert(
    fc.property(armings, (plan) => {
      const notes: NoteGiven[] = [linked, opened];
      const delivered: number[] = [0, 0];
      let at = 0;
      for (const [index, { size, share, end, seen }] of plan.entries()) {
        const strokes = Math.floor((size * share) / 100);
        const id = index + 1;
        const made = { ...reservation, armingId: id, fromStrokes: at, ceilingStrokes: at + size };
        const lines = [made, armed(id), ...(seen ? [train(id, at, at + strokes)] : [])];
        const ends = { settled: [settled(id, strokes)], lost: [lost(id, size)], nothing: [] };
        const last = ends[end];
        notes.push(...lines, ...last);
        delivered.push(...[...lines, ...last].map((_, line) => (line === 0 ? strokes : 0)));
        at += strokes;
      }
      // The journal's own first lines come before the notes.
      const entries = entriesOf([...notes, closed]).slice(2);
      let truth = 0;
      for (const [index, made] of delivered.entries()) {
        truth += made;
        const spent = foldBudgets(entries.slice(0, index + 1), LONG_AGO).spent.get(CHEEK);
        expect(spent?.strokes ?? 0).toBeGreaterThanOrEqual(truth);
      }
      expect(foldBudgets(entries, LONG_AGO)).toEqual(foldBudgets(entries, LONG_AGO));
    }),
    { numRuns: 60 },
  );
});
