// The gate of the command line: who asks for a command, and whether they may, before the command
// does anything. Where nobody signs in the name is taken as typed, and with everything that is
// written that is said.

import { type Actor, nameOfActor, OPEN_HOUSE } from '../core/staff/actor.ts';
import type { Act } from '../staff/index.ts';
import type { Outcome } from './outcome.ts';
import { turnedAway } from './staff-ground.ts';
import { atDesk, withRemarks } from './visit-ground.ts';

/** Who asks, and at which installation. */
export interface AskedBy {
  readonly data: string;
  readonly by: string;
}

/** Runs a command for whoever may. */
export const atGate = (
  { data: dataDir, by }: AskedBy,
  act: Act,
  run: (by: string, actor: Actor) => Outcome | Promise<Outcome>,
): Promise<Outcome> =>
  atDesk({ dataDir, by }, async ({ gate, claim, asker }) => {
    const actor = await gate.may(claim, act);
    if (!actor.ok) return turnedAway(actor.error);
    asker.close();
    return run(nameOfActor(actor.value), actor.value);
  });

/** The same for a command that writes: where nobody signs in, that is said beside the answer. */
export const atGateWriting = (
  asked: AskedBy,
  act: Act,
  run: (by: string, actor: Actor) => Outcome | Promise<Outcome>,
): Promise<Outcome> =>
  atGate(asked, act, async (by, actor) => {
    return withRemarks(await run(by, actor), actor.kind === 'member' ? [] : [OPEN_HOUSE]);
  });
