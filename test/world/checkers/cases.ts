/**
 * The law of an arming, reckoned once for each arming and kept: several checkers ask it for every
 * stroke. What the law rests on, the pen, its cartridge and the person, is as it was when the
 * pen was armed.
 */
import type { Evidence } from './checker.ts';
import { type Law, lawFor } from './law.ts';
import type { SeenArming } from './testimony.ts';

/** One arming before the law. */
export interface Case {
  readonly law: Law;
  readonly needleCount: number;
  readonly headAreaMm2: number;
}

/** What looks up the law of an arming. */
export type Cases = (arming: SeenArming) => Case;

const KEPT = new WeakMap<Evidence, Cases>();

/** The one lookup of a court, shared by its checkers. */
export function createCases(evidence: Evidence): Cases {
  const before = KEPT.get(evidence);
  if (before !== undefined) return before;
  const known = new Map<SeenArming, Case>();
  const find: Cases = (arming) => {
    const found = known.get(arming);
    if (found !== undefined) return found;
    const seen = evidence.world.pen().plant.cartridgeSeen;
    const made: Case = {
      law: lawFor(evidence, arming.arm.area, arming.arm.side),
      needleCount: seen?.needleCount ?? 0,
      headAreaMm2: seen?.headAreaMm2 ?? 1,
    };
    known.set(arming, made);
    return made;
  };
  // Looked at as soon as the pen is armed: a cartridge can be gone by the first stroke.
  evidence.world.watch(() => {
    const arming = evidence.testimony.arming();
    if (arming !== undefined) find(arming);
  });
  KEPT.set(evidence, find);
  return find;
}
