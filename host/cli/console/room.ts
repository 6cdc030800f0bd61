// The questions about the room, asked one by one before anything is armed, because no sensor knows
// the answers. They are all answered or none is sent: what nobody looked at stays open.

import type { RoomFacts, RoomReason } from '../../core/checklist.ts';
import type { AreaSnapshot } from '../../core/snapshot.ts';

/** A question, and what each key that answers it means; every other key stops asking. */
export interface Question {
  readonly asks: string;
  readonly answers: Readonly<Record<string, Partial<RoomFacts>>>;
  readonly keys: string;
}

const yes = (asks: string, fact: Partial<RoomFacts>): Question => ({
  asks,
  answers: { y: fact },
  keys: 'y yes   any other key leaves it open',
});

const QUESTIONS: readonly Question[] = [
  {
    asks: 'Numbing cream: was none used, or is it removed and the skin cleaned?',
    answers: { n: { numbing: 'none' }, r: { numbing: 'removed-and-cleaned' } },
    keys: 'n none used   r removed and cleaned   any other key leaves it open',
  },
  yes('Did the cartridge come out of an intact package just now?', { packageWasIntact: true }),
  yes('Is a new barrier sleeve over the pen?', { barrierFitted: true }),
  yes('Is only sterile glide on the skin?', { onlySterileGlide: true }),
  yes('Was the pen cleaned since the last person?', { cleanedSinceLastPerson: true }),
];

/** The questions to ask; without a case file somebody signs for the screening as well. */
export function roomQuestions(open: readonly RoomReason[], by: string): readonly Question[] {
  if (!open.includes('not-screened')) return QUESTIONS;
  const asks = `Has ${by} asked every screening question today, with nothing against it?`;
  return [...QUESTIONS, yes(asks, { screenedBy: by })];
}

/** What is still open in the room, as the areas of a treatment say. */
export function openInRoom(areas: readonly AreaSnapshot[]): readonly RoomReason[] {
  const items = areas.flatMap(({ against }) =>
    against.flatMap((reason) => (reason.code === 'room-open' ? [reason.item] : [])),
  );
  return [...new Set(items)];
}
