// A screening from the command line into the chart: prescribers who clear something are asked for
// their secret where people sign in.

import type { ReadAnswers } from '../care/answers-door.ts';
import type { ActGround } from '../care/acts/ground.ts';
import { screenAtVisit, type ScreenedAtVisit } from '../care/acts/screening.ts';
import { refuse, type Result } from '../../protocol/result.ts';
import type { Outcome } from './outcome.ts';
import { actRefused, type AtDesk, claimOf } from './visit-ground.ts';

/** Judges and writes it. */
export async function chartScreening(
  ground: ActGround,
  { gate, asker }: AtDesk,
  { screened, told }: ReadAnswers,
): Promise<Result<ScreenedAtVisit, Outcome>> {
  const done = await screenAtVisit(ground, {
    screened,
    indications: told.indications,
    prescriberOf: async (named) => {
      const claim = await claimOf(gate, asker, named);
      return claim.ok ? claim.value : undefined;
    },
  });
  return done.ok ? done : refuse(actRefused(done.error));
}
