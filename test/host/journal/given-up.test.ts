/**
 * A journal that could not keep a promise says so and takes nothing more; and a line about one pen
 * says nothing about another, though arming numbers are given again.
 */
import { expect, test } from 'vitest';
import { foldBudgets } from '../../../host/journal/budgets.ts';
import type { NoteGiven } from '../../../host/journal/entry.ts';
import {
  armed,
  createMemoryWorld,
  entriesOf,
  openIn,
  opened,
  reservation,
} from '../../support/journal.ts';

const STOP = { kind: 'stop', reason: 'operator', by: 'o-1' } as const;

test('S-35 a line under a sync that failed is never called on disk', () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  const before = journal.syncedN();
  world.door.mischief = (_, call) => (call === 'sync' ? { code: 'EIO' } : undefined);
  const told: boolean[] = [];
  journal.appendAndThen(STOP, ({ ok }) => told.push(ok));
  expect(told).toEqual([false]);
  expect(journal.syncedN()).toBe(before);
  world.door.mischief = () => undefined;
  journal.appendAndThen(STOP, ({ ok }) => told.push(ok));
  expect(told).toEqual([false, false]);
});

test('S-22 the ledger of another pen ends no reservation with the same arming number', () => {
  const resolved = {
    kind: 'resolved', armingId: 1, penSerial: 'P2', strokes: 0, contactMs: 0, outcome: 'known',
    ledgerStrokes: 0, bootId: 9, by: 'ledger',
  } as const satisfies NoteGiven;
  const entries = entriesOf([opened, reservation, armed(1), resolved]);
  const { open, spent } = foldBudgets(entries, '2000-01-01');
  expect(open).toHaveLength(1);
  expect(spent.get('p-1/cheek/left')).toMatchObject({ strokes: 400, unknownStrokes: 400 });
});
