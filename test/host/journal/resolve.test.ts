/**
 * What the pen's ledger says about reservations whose end nobody saw: worked examples and bounds.
 */
import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTallies, type Tally } from '../../../host/journal/account.ts';
import { foldBudgets } from '../../../host/journal/budgets.ts';
import type { NoteGiven } from '../../../host/journal/entry.ts';
import { explainLedger, resolveByLedger } from '../../../host/journal/resolve.ts';
import { strokes } from '../../../protocol/units.ts';
import { armed, entriesOf, granted, linked, opened, reservation } from '../../support/journal.ts';

const caseSchema = z.strictObject({
  what: z.string(),
  known: z.int().nullable(),
  open: z.array(
    z.strictObject({
      armingId: z.int(),
      fromStrokes: z.int(),
      fromCounted: z.int(),
      ceilingStrokes: z.int(),
      bootId: z.int(),
      trainTo: z.int(),
    }),
  ),
  ledger: z.strictObject({
    serial: z.string(),
    bootId: z.int(),
    strokes: z.int(),
    counted: z.int(),
    closed: z.boolean(),
    lastArmingId: z.int(),
  }),
  result: z.union([
    z.strictObject({ refused: z.string() }),
    z.strictObject({ resolved: z.array(z.record(z.string(), z.unknown())) }),
  ]),
});

const url = new URL('../../vectors/journal/ledger.json', import.meta.url);
const { cases, reserveAhead } = z
  .strictObject({ reserveAhead: z.int(), cases: z.array(caseSchema) })
  .parse(JSON.parse(fs.readFileSync(url, 'utf8')));

type Case = (typeof cases)[number];

/** The open reservations of a worked example, as the journal would tell them. */
function openOf(made: Case['open']): readonly Tally[] {
  const notes = made.flatMap(({ trainTo, ...own }): NoteGiven[] => [
    { ...reservation, ...own },
    armed(own.armingId),
    ...(trainTo === own.fromStrokes ? [] : [trainOf(own.armingId, own.fromStrokes, trainTo)]),
  ]);
  const tallies = createTallies();
  for (const entry of entriesOf([linked, opened, ...notes])) tallies.take(entry);
  return tallies.open();
}

const trainOf = (armingId: number, fromStrokes: number, toStrokes: number): NoteGiven => ({
  kind: 'train',
  armingId,
  holdId: 1,
  fromStrokes,
  toStrokes,
  contactMs: 10,
});

const resolve = (given: Pick<Case, 'known' | 'open' | 'ledger'>) =>
  resolveByLedger({
    known: given.known === null ? undefined : { serial: 'P1', strokes: strokes(given.known) },
    open: openOf(given.open),
    ledger: given.ledger,
    reserveAhead,
  });

test.each(cases)('$what', (given) => {
  const result = resolve(given);
  if ('refused' in given.result) {
    expect(result).toMatchObject({ ok: false, error: { code: given.result.refused } });
    return;
  }
  const notes = granted(result);
  expect(notes).toHaveLength(given.result.resolved.length);
  expect(notes).toMatchObject(given.result.resolved);
  for (const [at, wanted] of given.result.resolved.entries()) {
    expect('counted' in wanted).toBe(notes[at]?.counted !== undefined);
  }
});

test('S-22 whatever the ledger says, no fewer strokes count than there can have been', () => {
  const truth = fc.record({
    from: fc.nat({ max: 5_000 }),
    size: fc.integer({ min: 1, max: 1_000 }),
    share: fc.nat({ max: 100 }),
    reset: fc.boolean(),
    clean: fc.boolean(),
    ahead: fc.nat({ max: reserveAhead + 20 }),
  });
  fc.assert(
    fc.property(truth, ({ from, size, share, reset, clean, ahead }) => {
      const delivered = Math.floor((size * share) / 100);
      const exact = !reset || clean;
      // After an unclean stop a pen boots at a mark that lies ahead of the strokes it gave.
      const inAdvance = exact ? 0 : Math.min(ahead, size - delivered + reserveAhead);
      const mark = from + delivered + inAdvance;
      const result = resolve({
        known: from,
        open: [
          {
            armingId: 1,
            fromStrokes: from,
            fromCounted: from,
            ceilingStrokes: from + size,
            bootId: 9,
            trainTo: from,
          },
        ],
        ledger: {
          serial: 'P1',
          bootId: reset ? 10 : 9,
          strokes: mark,
          counted: mark,
          closed: clean,
          lastArmingId: 1,
        },
      });
      const note = granted(result)[0];
      expect(note?.strokes).toBeGreaterThanOrEqual(delivered);
      expect(note?.strokes).toBeLessThanOrEqual(size);
      if (exact) expect(note).toMatchObject({ strokes: delivered, outcome: 'known' });
    }),
  );
});

test('contact that nobody saw is what the strokes can take, and no more than reserved', () => {
  const ended = { serial: 'P1', bootId: 9, counted: 100, closed: false, lastArmingId: 1 };
  const made = openOf([
    { armingId: 1, fromStrokes: 0, fromCounted: 0, ceilingStrokes: 400, bootId: 9, trainTo: 0 },
  ]);
  const known = { serial: 'P1', strokes: strokes(0) };
  const one = granted(
    resolveByLedger({ known, open: made, ledger: { ...ended, strokes: 100 }, reserveAhead }),
  );
  // 100 strokes at 100 Hz take a second.
  expect(one[0]?.contactMs).toBe(1_000);
  const slow = made.map((tally) => ({ ...tally, rateCentiHzLowest: 1_000 }));
  const two = granted(
    resolveByLedger({ known, open: slow, ledger: { ...ended, strokes: 100 }, reserveAhead }),
  );
  expect(two[0]?.contactMs).toBe(reservation.contactMsMax);
});

test('a written resolution ends the reservation, and the ledger is explained from then on', () => {
  const before = entriesOf([linked, opened, reservation, armed(1)]);
  const { open } = foldBudgets(before, '2031-01-01');
  const ledger = {
    serial: 'P1',
    bootId: 9,
    strokes: 130,
    counted: 130,
    closed: false,
    lastArmingId: 1,
  };
  const notes = granted(resolveByLedger({ known: undefined, open, ledger, reserveAhead }));
  const after = foldBudgets(
    entriesOf([linked, opened, reservation, armed(1), ...notes]),
    '2031-01-01',
  );
  expect(after.open).toEqual([]);
  expect(after.spent.get('p-1/cheek/left')).toMatchObject({ strokes: 130, unknownStrokes: 0 });
  const known = after.pens.get('P1');
  const again = resolveByLedger({ known, open: [], ledger, reserveAhead });
  expect(again).toEqual({ ok: true, value: [] });
});

test('a contradiction is told with both readings and the next step', () => {
  const refusal = { code: 'ledger-unexplained', serial: 'P1' } as const;
  expect(explainLedger({ ...refusal, explainedStrokes: 700, ledgerStrokes: 701 })).toBe(
    "The pen's ledger holds strokes that no line of this journal explains (pen P1: ledger 701, " +
      'explained 700). The pen stays blocked until a person adopts its ledger with a reason.',
  );
});
