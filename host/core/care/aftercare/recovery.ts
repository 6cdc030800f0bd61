// How long a recovery is expected to take, by the depth that was reached, the area and the skin. It
// is a forecast and is told as one; the dates that follow from it are the latest of what applies,
// because it is safer to begin with make-up, sport or actives a day late.

import { isEyeArea } from '../../body-part.ts';
import type { AreaName } from '../../../../protocol/area.ts';
import { type Ground, groundedIn } from '../sources.ts';

/** What an area received, as far as recovery cares. */
export interface TreatedArea {
  readonly area: AreaName;
  readonly side: 'midline' | 'left' | 'right';
  /** The deepest that was commanded or, where a pen tells, measured. */
  readonly depthUm: number;
}

/** Whose skin it is. */
export interface Skin {
  /** Undefined is taken for a darker type: it is looked after for longer. */
  readonly skinType: number | undefined;
  readonly keepsDarkMarks: boolean;
  /** Older, thinned, irradiated or very lax. */
  readonly isFragile: boolean;
}

/** The days after the visit from which things may be expected or done. */
export interface Recovery {
  readonly redUntilDay: number;
  readonly flakesUntilDay: number;
  readonly makeUpFromDay: number;
  readonly sunscreenFromDay: number;
  readonly gymFromDay: number;
  readonly activesFromDay: number;
  readonly retinoidFromDay: number;
  readonly bruisesUntilDay: number;
  /** Neither sun nor peel nor laser. */
  readonly outOfSunUntilDay: number;
}

/** What the forecast rests on. */
export const RECOVERY_GROUND: Ground = groundedIn(
  'C', 'drpen-depth-guide', 'skin-therapy-tucson', 'monarch', 'fifth-element',
);

const DARKER_FROM_TYPE = 4;

/** Days of recovery by depth, as a maker's guide tells them, the longer end of each. */
function daysByDepth(depthUm: number): number {
  if (depthUm <= 500) return 3;
  return depthUm <= 1_500 ? 5 : 7;
}

/** Whether skin has to be kept out of the sun for longer, and watched for pigment. */
export const watchesPigment = ({ skinType, keepsDarkMarks }: Skin): boolean =>
  keepsDarkMarks || (skinType ?? DARKER_FROM_TYPE) >= DARKER_FROM_TYPE;

/** The forecast for what was treated on one day. */
export function recoveryOf(areas: readonly TreatedArea[], skin: Skin): Recovery {
  const longest = Math.max(...areas.map(({ depthUm }) => daysByDepth(depthUm)), 3);
  const days = longest + Number(skin.isFragile);
  const isEye = areas.some(({ area }) => isEyeArea(area));
  return {
    redUntilDay: days,
    flakesUntilDay: Math.max(4, days),
    // 24 to 48 hours are told; at the eye, and after more depth, the longer.
    makeUpFromDay: isEye || days > 3 ? 2 : 1,
    sunscreenFromDay: 1,
    gymFromDay: Math.max(4, days - 1),
    activesFromDay: Math.max(7, days),
    retinoidFromDay: Math.max(7, days + 2),
    bruisesUntilDay: 10,
    outOfSunUntilDay: watchesPigment(skin) ? 30 : 14,
  };
}
