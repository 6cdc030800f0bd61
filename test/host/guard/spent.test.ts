/** What the guard's own fold of raw lines says was spent, beside the facts of admission. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetKey } from '../../../host/core/plan.ts';
import { foldSpent } from '../../../host/guard/spent.ts';
import { placeOf } from '../../../host/guard/place.ts';
import type { Line } from '../../../host/guard/reserved.ts';
import type { Entry, NoteGiven } from '../../../host/journal/index.ts';
import { journalFacts } from '../../../host/treat/facts.ts';
import { day } from '../../../host/core/day.ts';
import { on } from '../../support/limit-world.ts';
import {
  armed,
  entriesOf,
  lost,
  opened,
  reservation,
  settled,
  train,
} from '../../support/journal.ts';

const PLACES = [['cheek', 'left'], ['cheek', 'right'], ['abdomen', 'midline']] as const;
const NOW = on('2031-03-01');

/** One reservation and what became of it, told in lines. */
const anyEpisode = fc.record({
  armingId: fc.integer({ min: 1, max: 4 }),
  place: fc.constantFrom(...PLACES),
  person: fc.constantFrom('p-1', 'p-2'),
  pass: fc.integer({ min: 1, max: 2 }),
  reserved: fc.integer({ min: 0, max: 500 }),
  done: fc.integer({ min: 0, max: 500 }),
  needles: fc.constantFrom(12, 14),
  end: fc.constantFrom('settled' as const, 'lost' as const, 'resolved' as const, 'open' as const),
  cartridge: fc.constantFrom('C-1', 'C-2'),
});

function notesOf(of: typeof anyEpisode extends fc.Arbitrary<infer One> ? One : never): NoteGiven[] {
  const [area, side] = of.place;
  const made = Math.min(of.done, of.reserved);
  const given: NoteGiven = {
    ...reservation, armingId: of.armingId, area, side, person: of.person, pass: of.pass,
    needleCount: of.needles, ceilingStrokes: of.reserved, cartridgeSerial: of.cartridge,
  };
  const resolved: NoteGiven = {
    kind: 'resolved', armingId: of.armingId, penSerial: reservation.penSerial, strokes: made,
    counted: made, contactMs: 10 * made, outcome: 'known', ledgerStrokes: made, bootId: 1,
    by: 'ledger',
  };
  const end = {
    settled: [settled(of.armingId, made)], lost: [lost(of.armingId, made)], resolved: [resolved],
    open: [],
  };
  return [given, armed(of.armingId), train(of.armingId, 0, made), ...end[of.end]];
}

type Facts = ReturnType<typeof journalFacts>['spent'];

function expectSame(
  spent: ReturnType<typeof foldSpent>,
  facts: Facts,
  [area, side]: (typeof PLACES)[number],
): void {
  const nothing = {
    otherPunctures: 0, otherPasses: new Set(), contactMs: 0, lastDay: Number.NEGATIVE_INFINITY,
  };
  const of = spent?.places.get(placeOf(area, side)) ?? nothing;
  const there = facts.areas[budgetKey('p-1', area, side)];
  const { punctures, passes, contactMs, treatedOn } = there ?? NEVER;
  expect([of.otherPunctures, of.otherPasses.size]).toEqual([punctures, passes]);
  expect(of.contactMs).toBeLessThanOrEqual(contactMs);
  expect(of.lastDay).toBe(Math.max(...treatedOn.filter((one) => one < NOW)));
}

const NEVER = { punctures: 0, passes: 0, contactMs: 0, treatedOn: [] };

/** The same lines on two days, the later ones today. */
const dated = (entries: readonly Entry[], from: number): readonly Entry[] =>
  entries.map((entry, index) => ({
    ...entry,
    at: `${index < from ? '2031-02-20' : '2031-03-01'}T10:00:00.000Z`,
  }));

test('S-04 S-10 S-37 it counts what admission counts, whatever was lost and on what day', () => {
  fc.assert(
    fc.property(
      fc.array(anyEpisode, { maxLength: 6 }),
      fc.nat(30),
      (episodes, from) => {
        const entries = dated(entriesOf([opened, ...episodes.flatMap(notesOf)]), from);
        const begun = entries.filter(({ kind }) => kind === 'treatment-opened');
        const own = { treatmentId: 'own', at: '2031-03-01T11:00:00.000Z' };
        const lines = [...entries, ...begun.map((line) => ({ ...line, ...own }))];
        const facts = journalFacts(lines, 'p-1', NOW).spent;
        const spent = foldSpent(lines, 'p-1', NOW);
        expect(spent?.newestDay).toBe(NOW);
        for (const place of PLACES) expectSame(spent, facts, place);
        expect(spent?.punctures).toEqual({
          face: facts.today.facePunctures,
          whole: facts.today.facePunctures + facts.today.bodyPunctures,
        });
        expect(spent?.needleOnMs).toEqual({
          face: facts.today.faceNeedleOnMs,
          whole: facts.today.faceNeedleOnMs + facts.today.bodyNeedleOnMs,
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('S-22 a reservation without an end counts whole, with its contact', () => {
  const lines = entriesOf([opened, reservation, armed(1), train(1, 0, 250)]) as readonly Line[];
  const spent = foldSpent(lines, 'p-1', NOW);
  expect(spent?.places.get(placeOf('cheek', 'left'))).toMatchObject({
    ownPunctures: 400 * reservation.needleCount,
    contactMs: reservation.contactMsMax,
  });
});

test('S-30 a cartridge of another person, or of another day, is used up', () => {
  const lines = entriesOf([opened, reservation, settled(1, 10)]);
  const usedUp = (person: string, at: string): boolean | undefined =>
    foldSpent(
      lines.map((line) => ({ ...line, at })), person, NOW,
    )?.usedUp.has(reservation.cartridgeSerial);
  expect(usedUp('p-1', '2031-03-01T10:00:00.000Z')).toBe(false);
  expect(usedUp('p-2', '2031-03-01T10:00:00.000Z')).toBe(true);
  expect(usedUp('p-1', '2031-02-01T10:00:00.000Z')).toBe(true);
});

test.each([
  ['no strokes', { ceilingStrokes: undefined }],
  ['half a stroke', { ceilingStrokes: 0.5 }],
  ['strokes in words', { ceilingStrokes: 'many' }],
  ['no needles', { needleCount: null }],
  ['an area that nobody knows', { area: 'elbow' }],
  ['a side that the area has not', { side: 'midline' }],
])('S-22 S-37 a line that tells of %s leaves no account, and nothing is armed', (_, change) => {
  const lines = entriesOf([opened, reservation]).map((line) =>
    line.kind === 'reservation' ? { ...line, ...change } : line,
  );
  expect(foldSpent(lines, 'p-1', NOW)).toBeUndefined();
});

test('S-28 a clock that was set back gives no day back', () => {
  const lines = entriesOf([opened, reservation]) as readonly Line[];
  expect(foldSpent(lines, 'p-1', day(NOW - 40))?.newestDay).toBe(NOW);
});
