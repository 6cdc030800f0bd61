// The ticks of a visit around the needle, and the room facts that the checklist of arming takes.
// Each tick is somebody's, and nothing is ticked by default; what was ticked becomes the answers to
// the same questions that the console asks, and no others.

import type { RoomFacts } from '../../checklist.ts';
import { isEyeArea } from '../../body-part.ts';
import type { Skin } from '../../plan.ts';
import { numbingLetsArm, type Numbing } from './numbing.ts';

/** What has to be ticked. */
export const STEPS = [
  'reprocessed', 'barrier', 'package-intact', 'glide-only', 'eye-shield',
] as const;

/** One of them. */
export type Step = (typeof STEPS)[number];

/** A tick: which, by whom. */
export interface Tick {
  readonly step: Step;
  readonly by: string;
}

/** The ticks that a visit to some skin needs. */
export const stepsFor = (skins: readonly Skin[]): readonly Step[] =>
  STEPS.filter((step) => step !== 'eye-shield' || skins.some(({ area }) => isEyeArea(area)));

const isTicked = (ticks: readonly Tick[], step: Step): boolean =>
  ticks.some((tick) => tick.step === step && tick.by.trim() !== '');

/** What is still open. */
export const openSteps = (skins: readonly Skin[], ticks: readonly Tick[]): readonly Step[] =>
  stepsFor(skins).filter((step) => !isTicked(ticks, step));

function numbingFact(of: Numbing): RoomFacts['numbing'] {
  if (of.kind === 'none') return 'none';
  return numbingLetsArm(of) ? 'removed-and-cleaned' : 'on-skin';
}

/** The facts of the room that the checklist of arming looks at. */
export const roomFactsOf = (
  numbing: Numbing,
  ticks: readonly Tick[],
  screenedBy: string | undefined,
  signedAdjuncts: readonly string[] = [],
): RoomFacts => ({
  ...(signedAdjuncts.length === 0 ? {} : { signedAdjuncts }),
  numbing: numbingFact(numbing),
  packageWasIntact: isTicked(ticks, 'package-intact') ? true : undefined,
  barrierFitted: isTicked(ticks, 'barrier') ? true : undefined,
  onlySterileGlide: signedAdjuncts.length > 0 ? false
    : isTicked(ticks, 'glide-only') ? true : undefined,
  cleanedSinceLastPerson: isTicked(ticks, 'reprocessed') ? true : undefined,
  screenedBy,
});
