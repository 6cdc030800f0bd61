// Who treats, as the host process asks it for itself, whoever started it: where people sign in, a
// sign-in that is good now, of somebody whose role may treat what the plan asks for. The name in
// the record is then theirs and not what a plan says. Where nobody signs in, the plan's name
// stands; but an installation whose journal knows of sign-ins and whose chart is gone is no such.

import { isEyeArea } from '../core/body-part.ts';
import type { Plan } from '../core/plan.ts';
import type { Action } from '../core/staff/permit-table.ts';
import { type JournalWorld, readJournal } from '../journal/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { deskSentence, openGate } from '../staff/index.ts';

/** What is asked. */
export interface TreatingAsked {
  readonly dataDir: string;
  readonly world: JournalWorld;
  readonly plan: Plan;
  readonly signInId: string | undefined;
}

/** What a plan takes of whoever delivers it. */
export const actionsOf = ({ areas }: Plan): readonly [Action, ...Action[]] => [
  'treat',
  ...(areas.some(({ area }) => isEyeArea(area)) ? ['treat-eye-area' as const] : []),
];

/** Who treats; undefined where nobody signs in, and every sentence against it. */
export async function treatingAs(
  { dataDir, world, plan, signInId }: TreatingAsked,
): Promise<Result<string | undefined, readonly string[]>> {
  const gate = openGate({ dataDir, world, place: 'host' });
  const house = gate.house();
  if (!house.ok) return refuse(house.error.map(deskSentence));
  if (house.value === 'open') {
    return knowsSignIns(dataDir, world) ? refuse([CHART_GONE]) : ok(undefined);
  }
  const claim = signInId === undefined
    ? { kind: 'typed', name: plan.operator } as const
    : { kind: 'sign-in', signInId } as const;
  // S-75: a treatment is begun by somebody who is signed in and may, or not at all.
  const actor = await gate.may(claim, { actions: actionsOf(plan), about: plan.person });
  if (!actor.ok) return refuse(actor.error.map(deskSentence));
  return ok(actor.value.kind === 'member' ? actor.value.staffId : undefined);
}

const CHART_GONE = 'People signed in for treatments here, and the chart in which they stand is '
  + 'gone or another one. Nothing is begun without it: put the folder "chart" of the '
  + 'installation back.';

/** Whether the treatment journal knows of somebody who had signed in. */
function knowsSignIns(dataDir: string, world: JournalWorld): boolean {
  let known = false;
  const read = readJournal(dataDir, world, (entry) => {
    if (entry.kind === 'treatment-opened' && entry.signInId !== undefined) known = true;
  });
  return read.ok && known;
}
