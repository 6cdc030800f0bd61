// What the person beside the chair says to have looked at. It is kept with the treatment and
// written down with a name; it decides nothing but whether an area may be armed.

import type { RoomFacts } from '../checklist.ts';
import type { NoteGiven } from '../../journal/entry.ts';
import { note, type Step } from './parts.ts';
import type { Control } from './state.ts';

/** The line that says what was looked at, and who answers for it. */
export const roomNote = (room: RoomFacts, treatmentId: string, by: string): RoomNote => ({
  kind: 'room-checked',
  treatmentId,
  numbing: room.numbing ?? 'not-said',
  packageWasIntact: room.packageWasIntact === true,
  barrierFitted: room.barrierFitted === true,
  onlySterileGlide: room.onlySterileGlide === true && !hasSigned(room),
  ...(hasSigned(room) ? { signedAdjuncts: room.signedAdjuncts ?? [] } : {}),
  cleanedSinceLastPerson: room.cleanedSinceLastPerson === true,
  ...(room.screenedBy === undefined ? {} : { screenedBy: room.screenedBy }),
  by,
});

const hasSigned = ({ signedAdjuncts }: RoomFacts): boolean => (signedAdjuncts ?? []).length > 0;

type RoomNote = Extract<NoteGiven, { readonly kind: 'room-checked' }>;

/** Takes the answers, all of them at once: what is not answered any more is open again. */
export function lookedAtRoom(
  control: Control,
  { room: said, by }: { readonly room: RoomFacts; readonly by: string },
): Step {
  // S-40: what a prescriber signed stays on the skin, whoever looks at the room again.
  const { signedAdjuncts } = control.room;
  const room = signedAdjuncts === undefined ? said : { ...said, signedAdjuncts };
  return {
    control: { ...control, room },
    effects: [note(roomNote(room, control.treatment.treatmentId, by))],
  };
}
