// What the checklist of the room says: a sentence for each thing that is open, with its next step.

import type { RoomReason } from './checklist.ts';

const SENTENCES: Readonly<Record<RoomReason, string>> = {
  'numbing-not-removed':
    'Numbing cream is on the skin, or nobody has said; remove it, clean the skin, and confirm.',
  'package-not-checked':
    'Nobody has confirmed that the cartridge came from an intact package; look at it, and take ' +
    'another in doubt.',
  'barrier-not-fitted':
    'Nobody has confirmed the barrier sleeve over the pen; fit a new one.',
  'glide-not-checked':
    'Nobody has confirmed that only sterile glide is on the skin; wipe off everything else.',
  'not-cleaned':
    'Nobody has confirmed that the pen was cleaned since the last person; clean it and sign ' +
    'for it.',
  'not-screened':
    'There is no case file and nobody has signed for a screening; ask every question now and sign.',
};

/** The sentence of an open reason. */
export const roomSentence = (reason: RoomReason): string => SENTENCES[reason];
