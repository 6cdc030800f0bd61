// The five views, made once, and what lies under a finger in each. Hits go from the top down:
// regions at the eye before everything, then what is enlarged, then the rest, so that no neighbour
// ever takes a touch that was meant for the eye, or the other way round.

import { AREAS } from '../../../protocol/area.ts';
import { bodyBack } from './body-back.ts';
import { bodyFront } from './body-front.ts';
import { otherSide, type Region, shownView, type ShownView } from './build.ts';
import type { Point } from './curve.ts';
import { faceFront } from './face-front.ts';
import { faceLeft } from './face-side.ts';
import type { FigureView } from './figure-data.ts';

/** Every view. */
export const VIEWS: Readonly<Record<FigureView, ShownView>> = {
  'face-front': shownView(faceFront),
  'face-left': shownView(faceLeft),
  'face-right': shownView(otherSide(faceLeft)),
  'body-front': shownView(bodyFront),
  'body-back': shownView(bodyBack),
};

/** The names of the views, in the order in which they are offered. */
export const VIEW_NAMES: readonly FigureView[] = [
  'face-front', 'face-left', 'face-right', 'body-front', 'body-back',
];

/** Whether a region lies at the eye. */
export const isAtEye = ({ area }: Pick<Region, 'area'>): boolean => AREAS[area].zone === 'eye';

/** The regions in the order in which they are laid on one another, the topmost last. */
export const stacked = (regions: readonly Region[]): readonly Region[] => [
  ...regions.filter((region) => !isAtEye(region)),
  ...regions.filter(isAtEye),
];

/** Whether a point lies in a polygon, by the crossings of a ray. */
export function isInside([x, y]: Point, polygon: readonly Point[]): boolean {
  const crossings = polygon.filter(([x1, y1], index) => {
    const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [0, 0];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
  });
  return crossings.length % 2 === 1;
}

function isTouched([x, y]: Point, { touch }: Region): boolean {
  if (touch === undefined) return false;
  const [across, along] = [(x - touch.x) / (touch.width / 2), (y - touch.y) / (touch.height / 2)];
  return across * across + along * along <= 1;
}

/** The region that a touch at a point means, in the order of the hit areas on the screen. */
export function regionAt(view: FigureView, point: Point): Region | undefined {
  const { regions } = VIEWS[view];
  const eyes = regions.filter(isAtEye);
  const others = regions.filter((region) => !isAtEye(region));
  const island = others.filter((region) => isInside(point, region.polygon));
  return (
    eyes.findLast((region) => isInside(point, region.polygon)) ??
    eyes.findLast((region) => isTouched(point, region)) ??
    others.findLast((region) => isTouched(point, region)) ??
    island.at(-1)
  );
}
