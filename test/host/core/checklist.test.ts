/** The checklist of the room: all that is open at once, and nothing that nobody looked at. */
import { expect, test } from 'vitest';
import {
  allInOrder,
  NOBODY_LOOKED,
  openReasons,
  type RoomFacts,
} from '../../../host/core/checklist.ts';
import { roomSentence } from '../../../host/core/checklist-words.ts';

const LOOKED = allInOrder('Anna');

test('S-40 a room that nobody looked at is open in every point at once', () => {
  expect(openReasons(NOBODY_LOOKED, false)).toEqual([
    'numbing-not-removed',
    'package-not-checked',
    'barrier-not-fitted',
    'glide-not-checked',
    'not-cleaned',
    'not-screened',
  ]);
});

test('a room in order leaves nothing open', () => {
  expect(openReasons(LOOKED, false)).toEqual([]);
  expect(openReasons({ ...LOOKED, numbing: 'none' }, true)).toEqual([]);
});

const CHANGES: readonly (readonly [Partial<RoomFacts>, string])[] = [
  [{ numbing: 'on-skin' }, 'numbing-not-removed'],
  [{ numbing: undefined }, 'numbing-not-removed'],
  [{ packageWasIntact: false }, 'package-not-checked'],
  [{ barrierFitted: undefined }, 'barrier-not-fitted'],
  [{ onlySterileGlide: false }, 'glide-not-checked'],
  [{ cleanedSinceLastPerson: undefined }, 'not-cleaned'],
  [{ screenedBy: '  ' }, 'not-screened'],
];

test.each(CHANGES)('S-40 %o alone keeps the pen from arming', (change, reason) => {
  expect(openReasons({ ...LOOKED, ...change }, false)).toEqual([reason]);
});

test('a case file stands for the screening', () => {
  expect(openReasons({ ...LOOKED, screenedBy: undefined }, true)).toEqual([]);
});

test('every open point is one sentence with its next step', () => {
  for (const reason of openReasons(NOBODY_LOOKED, false)) {
    expect(roomSentence(reason)).toMatch(/^[A-Z][^\n]*[;,][^\n]*[^.]\.$/);
  }
});
