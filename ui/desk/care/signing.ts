// Somebody who signs for one act at somebody else's console: with id and secret where people sign
// in, by a name that is typed where nobody does.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { nameOfActor } from '../../../host/core/staff/actor.ts';
import type { Action } from '../../../host/core/staff/permit-table.ts';
import type { DeskRefusal as GateRefusal } from '../../../host/staff/index.ts';
import type { CareRefusal } from '../../contract/care-refusal.ts';
import type { DeskRefusal } from '../../contract/desk-refusal.ts';
import type { Held } from '../held.ts';
import { chartRefusal } from './care-side.ts';
import { careRefusals } from './writing.ts';

/** Reasons of the gate as the window hears them. */
export const gateRefusals = (refusals: readonly GateRefusal[]): readonly DeskRefusal[] =>
  careRefusals(refusals.map((refusal): CareRefusal => {
    if (refusal.code === 'chart-refused' || refusal.code === 'chart-failed') {
      return chartRefusal(refusal);
    }
    const { code, ...rest } = refusal;
    const facts = Object.fromEntries(Object.entries(rest).map(([name, value]) =>
      [name, typeof value === 'number' ? value : String(value)]));
    return { topic: 'staff', code, facts };
  }));

/** The name under which they signed, or why not. */
export async function signsToo(
  held: Held,
  { by, secret }: { readonly by: string; readonly secret?: string | undefined },
  action: Action,
): Promise<Result<string, readonly DeskRefusal[]>> {
  const isStaffed = held.care.staff().roster.size > 0;
  const claim = isStaffed
    ? { kind: 'secret', staffId: by.trim(), secret: secret ?? '' } as const
    : { kind: 'typed', name: by.trim() } as const;
  const about = held.person === undefined ? {} : { about: held.person };
  const may = await held.gate.may(claim, { actions: [action], ...about });
  return may.ok ? ok(nameOfActor(may.value)) : refuse(gateRefusals(may.error));
}
