// Choosing the row: by area, and by indication where the plan names one. An area or an indication
// without a row is blocked; there is no row to fall back on.

import { AREAS } from '../../protocol/area.ts';
import type {
  IndicationRow,
  LimitProfile,
  LimitRow,
  Spacing,
  ZoneBounds,
} from './limit-profile.ts';
import { isEyeArea } from './body-part.ts';
import type { PlannedArea, Skin } from './plan.ts';
import type { Refusal } from './refusal.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

/** A chosen row; `indicated` is set when it belongs to an indication. */
export interface ChosenRow {
  readonly row: LimitRow;
  readonly indicated: IndicationRow | undefined;
}

const isBlocked = (row: LimitRow): boolean =>
  row.depthUm.max === 0 || row.passesMax === 0 || row.densityPerCm2.max === 0;

/** The row that a planned area falls under, or why there is none. */
export function chooseRow(profile: LimitProfile, planned: PlannedArea): Result<ChosenRow, Refusal> {
  const { area, side, indication } = planned;
  const base = profile.rows.find((row) => row.area === area);
  // A blocked area is blocked under every name and every indication.
  if (base === undefined || isBlocked(base)) return refuse({ code: 'area-blocked', area, side });
  if (indication === undefined) return ok({ row: base, indicated: undefined });
  const row = profile.indications.find(
    (candidate) => candidate.area === area && candidate.indication === indication,
  );
  const notListed: Refusal = { code: 'indication-not-listed', area, side, item: indication };
  return row === undefined || isBlocked(row) ? refuse(notListed) : ok({ row, indicated: row });
}

/** The bounds of the zone that an area lies in. */
export const zoneOf = (profile: LimitProfile, planned: PlannedArea): ZoneBounds =>
  profile.zones[AREAS[planned.area].zone];

/** How far apart treatments of an area lie. */
export function spacingOf(profile: LimitProfile, planned: Skin): Spacing {
  if (isEyeArea(planned.area)) return profile.spacing.eye;
  return planned.area === 'scalp' ? profile.spacing.scalp : profile.spacing.usual;
}
