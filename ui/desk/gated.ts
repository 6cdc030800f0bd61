// One request after another: whether whoever is here may ask it, what becomes of it, and that the
// computer is kept awake from the moment a treatment is begun.

import type { Reply } from '../contract/says.ts';
import { type DeskAsked, doAsked } from './asks.ts';
import { gateRefusal } from './care/asks-staff.ts';
import { type AskGround, busyWith } from './doer.ts';
import type { Telling } from './telling.ts';

/** Does what is asked, if whoever is here may. */
export async function doGated(
  ground: AskGround,
  ask: DeskAsked,
  telling: Telling,
): Promise<Reply> {
  const { held } = ground;
  const refusals = await gateRefusal(held, ask.kind);
  if (refusals !== undefined) {
    ground.changed();
    return { ok: false, refusals };
  }
  const begins = ask.kind === 'begin' || ask.kind === 'bench-begin';
  if (begins) telling.treating(true);
  const reply = await doAsked(ground, ask);
  if (begins && !reply.ok) telling.treating(busyWith(held) !== undefined);
  return reply;
}
