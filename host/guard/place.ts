// What the guard knows of skin without any table: which areas are never needled, which lie at the
// eye, which count as face. Written down here once more, so that a wrong table does not decide
// it.

import { type AreaName, AREAS, areaCode, type Side, sideCode } from '../../protocol/area.ts';

const BLOCKED: ReadonlySet<AreaName> = new Set(['upper-eyelid', 'vermilion']);
const AT_EYE: ReadonlySet<AreaName> = new Set(['upper-eyelid', 'infraorbital', 'crows-feet']);

/** The fastest that anything strokes at the eye, whatever the table says. */
export const EYE_CENTI_HZ_MAX = 5_000;

/** Whether an area is never needled. */
export const isNeverNeedled = (area: AreaName): boolean => BLOCKED.has(area);

/** Whether an area lies at the eye. */
export const isAtEye = (area: AreaName): boolean => AT_EYE.has(area);

/** Whether strokes on an area count towards the limits of the face. */
export const isFace = (area: AreaName): boolean => AREAS[area].zone !== 'body';

/** One number for one piece of skin. */
export const placeOf = (area: AreaName, side: Side): number => areaCode(area) * 4 + sideCode(side);
