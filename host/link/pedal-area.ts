// What a side button of the pedal may do: move to the neighbouring area of the plan, while nothing
// is armed and the needles are proven behind the rim, and never into an eye area. Feet slip, and an
// eye area is entered by hand and eye only.

import { AREAS, type AreaName } from '../../protocol/area.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

/** Why a side button did nothing. */
export type SideRefusal =
  | { readonly code: 'pedal-while-armed' }
  | { readonly code: 'pedal-not-retracted' }
  | { readonly code: 'pedal-into-eye'; readonly area: AreaName }
  | { readonly code: 'pedal-no-further' };

/** Decides what pressing a side button does. */
export function areaByPedal(asked: {
  readonly side: 'left' | 'right';
  /** The areas of the plan in its order; left goes back, right goes on. */
  readonly areas: readonly AreaName[];
  readonly current: number;
  readonly disarmed: boolean;
  readonly retracted: boolean;
}): Result<number, SideRefusal> {
  if (!asked.disarmed) return refuse({ code: 'pedal-while-armed' });
  if (!asked.retracted) return refuse({ code: 'pedal-not-retracted' });
  const index = asked.current + (asked.side === 'left' ? -1 : 1);
  const area = asked.areas[index];
  if (area === undefined) return refuse({ code: 'pedal-no-further' });
  return AREAS[area].zone === 'eye' ? refuse({ code: 'pedal-into-eye', area }) : ok(index);
}
