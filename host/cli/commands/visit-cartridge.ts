// A cartridge for the visit of today, from the command line: scanned, written down and claimed.

import { type ScanGiven, scanForVisit, type TakenCartridge } from '../../care/acts/cartridge.ts';
import { done, type Outcome } from '../outcome.ts';
import { acting, actRefused, type VisitGiven } from '../visit-ground.ts';

/** What was scanned, as typed. */
export type CartridgeSaid = ScanGiven;

/** Scans and claims one. */
export const visitCartridge = (given: VisitGiven, typed: CartridgeSaid): Promise<Outcome> =>
  acting(given, async (ground) => {
    const taken = await scanForVisit(ground, typed);
    if (!taken.ok) return actRefused(taken.error);
    const more = typed.intact ? [] : [
      'Look at the package, and note it with '
      + `"corium visit tick ${given.person} package-intact" if it was whole.`,
    ];
    return takenOutcome(taken.value, given.person, more);
  });

/** What a cartridge that was taken comes to. */
export function takenOutcome(
  taken: TakenCartridge,
  person: string,
  more: readonly string[] = [],
): Outcome {
  const line = `The cartridge ${taken.serial} is ${person}'s for this visit`;
  const lines = [taken.standing === 'confirmed' ? `${line}.`
    : `${line}, provisionally: the other rooms could not be asked. Run "corium store `
      + 'exchange" as soon as they can.'];
  return done([...lines, ...more], { ok: true, ...taken });
}
