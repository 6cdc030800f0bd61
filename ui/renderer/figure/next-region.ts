// Where an arrow key leads on the figure: the nearest region in that direction, by the middles of
// the regions, with what lies aside counting double.

import type { Region } from './build.ts';

const DIRECTIONS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const;

/** A key that leads somewhere. */
export type ArrowKey = keyof typeof DIRECTIONS;

/** Whether a key leads somewhere. */
export const isArrowKey = (key: string): key is ArrowKey => Object.hasOwn(DIRECTIONS, key);

const ASIDE_WEIGHT = 2;

/** The region that an arrow key leads to from another; the same one at the edge of the drawing. */
export function nextRegion(regions: readonly Region[], from: Region, key: ArrowKey): Region {
  const [right, down] = DIRECTIONS[key];
  const ranked = regions
    .map((region) => {
      const [x, y] = [region.mark[0] - from.mark[0], region.mark[1] - from.mark[1]];
      const ahead = x * right + y * down;
      const aside = Math.abs(x * down) + Math.abs(y * right);
      return { region, ahead, cost: ahead + ASIDE_WEIGHT * aside };
    })
    .filter(({ ahead }) => ahead > 1)
    .sort((one, other) => one.cost - other.cost);
  return ranked[0]?.region ?? from;
}
