// What a check works with: an ear, the numbers of the present link session, what the pen says of
// itself, and chance. It is the one thing in here that changes, and no check changes another's.

import { assert } from '../../protocol/assert.ts';
import type { PenPages } from '../core/describe-pen.ts';
import { type Ear, createEar } from './ear.ts';

/** The numbers of a link session as the kit keeps them. */
export interface Line {
  hostNonce: number;
  session: number;
  bootId: number;
  binding: number;
  schemaHash: number;
  seq: number;
  armingId: number;
  /** The highest ceiling that was granted under the present arming. */
  ceiling: number | undefined;
  /** Where the pass of the present arming ends. */
  passCeiling: number;
}

/** Who holds the trigger: nobody, somebody who presses by himself, or a person who is asked to. */
export type Hands = 'none' | 'auto' | 'person';

/** What the kit was told that it may do. */
export interface Leave {
  /** Needles may move, and nobody is under them. */
  readonly motion: boolean;
  readonly hands: Hands;
}

/** What every check is given. */
export interface Kit {
  readonly ear: Ear;
  readonly line: Line;
  readonly leave: Leave;
  /** Any whole number from 1 to 2^32 - 1. */
  readonly draw: () => number;
  /** What the pen said of itself when it was met. */
  readonly pages: () => PenPages;
  readonly setPages: (pages: PenPages) => void;
  /** What a check has measured, for whoever reads the list. */
  readonly note: (text: string) => void;
  readonly takeNotes: () => readonly string[];
}

const NO_LINE: Line = {
  hostNonce: 0,
  session: 0,
  bootId: 0,
  binding: 0,
  schemaHash: 0,
  seq: 0,
  armingId: 0,
  ceiling: undefined,
  passCeiling: 0,
};

/** Makes a kit that has not met its pen. */
export function createKit(leave: Leave, draw: () => number): Kit {
  let pages: PenPages | undefined;
  let notes: string[] = [];
  return {
    ear: createEar(),
    line: { ...NO_LINE },
    leave,
    draw,
    pages: () => {
      assert(pages !== undefined, 'a check runs once its pen was met');
      return pages;
    },
    setPages: (read) => {
      pages = read;
    },
    note: (text) => {
      notes.push(text);
    },
    takeNotes: () => {
      const taken = notes;
      notes = [];
      return taken;
    },
  };
}
