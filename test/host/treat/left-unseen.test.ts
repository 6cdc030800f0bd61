/**
 * What is said of armings whose end nobody saw, by a host that comes up beside another pen.
 */
import { expect, test } from 'vitest';
import { unseenNotes } from '../../../host/treat/left-unseen.ts';
import {
  armed, entriesOf, linked, lost, opened, ORDINARY, reservation, train,
} from '../../support/journal.ts';

const BEGUN = [linked, opened, reservation, armed(1), train(1, 0, 250)];

test('S-23 an arming that nobody saw end is marked unknown, with all that was reserved', () => {
  expect(unseenNotes(entriesOf(BEGUN))).toEqual([
    {
      kind: 'settled',
      armingId: 1,
      strokes: 400,
      counted: 0,
      contactMs: 6_000,
      outcome: 'unknown',
      retracted: false,
    },
  ]);
});

test('S-23 what was marked already, or is known, is not marked again', () => {
  expect(unseenNotes(entriesOf([...BEGUN, lost(1, 400)]))).toEqual([]);
  expect(unseenNotes(entriesOf(ORDINARY))).toEqual([]);
});
