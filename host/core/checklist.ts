// What a person beside the chair has to have looked at before a pen may be armed: nothing of it can
// be sensed. Everything that is still open is said at once, each with its next step; a list that
// shows one reason at a time is solved by trial, and trying is how checks become habits. What was
// not looked at is open. The area and the eye shield are confirmed anew with every arming.

/** Answers for the whole visit; undefined until somebody has looked. */
export interface RoomFacts {
  readonly numbing: 'none' | 'on-skin' | 'removed-and-cleaned' | undefined;
  readonly packageWasIntact: boolean | undefined;
  readonly barrierFitted: boolean | undefined;
  readonly onlySterileGlide: boolean | undefined;
  /** What a prescriber signed to be used beside the glide: then not only glide is on the skin. */
  readonly signedAdjuncts?: readonly string[] | undefined;
  readonly cleanedSinceLastPerson: boolean | undefined;
  /** Without a case file: who has asked all questions today and found nothing against it. */
  readonly screenedBy: string | undefined;
}

/** Nobody has looked at anything. */
export const NOBODY_LOOKED: RoomFacts = {
  numbing: undefined,
  packageWasIntact: undefined,
  barrierFitted: undefined,
  onlySterileGlide: undefined,
  cleanedSinceLastPerson: undefined,
  screenedBy: undefined,
};

/** A room in which somebody has looked at everything. */
export const roomInOrder = (
  numbing: 'none' | 'removed-and-cleaned',
  screenedBy: string | undefined,
): RoomFacts => ({
  numbing,
  packageWasIntact: true,
  barrierFitted: true,
  onlySterileGlide: true,
  cleanedSinceLastPerson: true,
  screenedBy,
});

/** The same for a script or a test, which signs for the screening as well. */
export const allInOrder = (by: string): RoomFacts => roomInOrder('removed-and-cleaned', by);

/** One thing that is still open. */
export type RoomReason =
  | 'numbing-not-removed'
  | 'package-not-checked'
  | 'barrier-not-fitted'
  | 'glide-not-checked'
  | 'not-cleaned'
  | 'not-screened';

/** Only glide, or what a prescriber has signed for by name; anything else is not needled in. */
const isGlideClear = ({ onlySterileGlide, signedAdjuncts = [] }: RoomFacts): boolean =>
  onlySterileGlide === true || signedAdjuncts.length > 0;

const isFreeOfNumbing = ({ numbing }: RoomFacts): boolean =>
  numbing === 'none' || numbing === 'removed-and-cleaned';

/** Everything in the room that still keeps a pen from being armed. */
export function openReasons(room: RoomFacts, hasCaseFile: boolean): readonly RoomReason[] {
  const checks: readonly (readonly [isOpen: boolean, reason: RoomReason])[] = [
    [!isFreeOfNumbing(room), 'numbing-not-removed'],
    [room.packageWasIntact !== true, 'package-not-checked'],
    [room.barrierFitted !== true, 'barrier-not-fitted'],
    [!isGlideClear(room), 'glide-not-checked'],
    [room.cleanedSinceLastPerson !== true, 'not-cleaned'],
    [!hasCaseFile && (room.screenedBy ?? '').trim() === '', 'not-screened'],
  ];
  // S-40: what nobody looked at is open, and one open point keeps the pen from arming.
  return checks.filter(([isOpen]) => isOpen).map(([, reason]) => reason);
}
