// Where a depth and an error stand in the picture of a calibration, and the outlines that are drawn
// there. Pure: numbers in, numbers and paths out.

import type { PointView } from '../../../host/core/bench/bench-view.ts';
import { limitsAt, LOW_DEPTH_UM_MAX, type ReachedClass }
  from '../../../host/core/calibration/class-limits.ts';

/** The size of the picture. */
export const PLOT = { width: 470, height: 250, left: 52, right: 10, top: 8, bottom: 38 } as const;

/** What lies where. */
export interface Scale {
  readonly x: (depthUm: number) => number;
  readonly y: (errorUm: number) => number;
  readonly reachUm: number;
  readonly depthUmMax: number;
}

const REACH_UM_LEAST = 130;
const ROOM = 1.08;

/** A scale that holds every depth and every error, and the limits of both classes. */
export function scaleOf(pointsUm: readonly number[], errorsUm: readonly number[]): Scale {
  const depthUmMax = Math.max(500, ...pointsUm) * ROOM;
  const largest = Math.max(0, ...errorsUm.map(Math.abs));
  const reachUm = Math.max(REACH_UM_LEAST, Math.ceil((largest * 1.1) / 10) * 10);
  const [wide, high] = [
    PLOT.width - PLOT.left - PLOT.right, PLOT.height - PLOT.top - PLOT.bottom,
  ];
  return {
    depthUmMax,
    reachUm,
    x: (depthUm) => PLOT.left + (depthUm / depthUmMax) * wide,
    y: (errorUm) => PLOT.top + ((reachUm - errorUm) / (2 * reachUm)) * high,
  };
}

/** The edge of a class on one side: a step where the low figures end. */
export function limitPath(of: ReachedClass, side: 'deep' | 'shallow', scale: Scale): string {
  const at = (depthUm: number): number => {
    const limits = limitsAt(of, depthUm);
    return scale.y(side === 'deep' ? limits.deepUm : -limits.shallowUm);
  };
  const step = scale.x(LOW_DEPTH_UM_MAX);
  const end = scale.x(scale.depthUmMax);
  return `M${scale.x(0)} ${at(0)} H${step} V${at(LOW_DEPTH_UM_MAX + 1)} H${end}`;
}

/** The band of errors with their uncertainty, as a closed outline. */
export function bandPath(points: readonly PointView[], { x, y }: Scale): string {
  if (points.length === 0) return '';
  const edge = (sign: 1 | -1): readonly string[] =>
    points.map(({ commandedUm, errorNm, expandedNm }) =>
      `${x(commandedUm)} ${y((errorNm + sign * expandedNm) / 1_000)}`);
  return `M${edge(1).join(' L')} L${edge(-1).toReversed().join(' L')} Z`;
}

/** The line through the errors. */
export const errorPath = (points: readonly PointView[], { x, y }: Scale): string =>
  points.length === 0
    ? ''
    : `M${points.map(({ commandedUm, errorNm }) =>
      `${x(commandedUm)} ${y(errorNm / 1_000)}`).join(' L')}`;

/** Errors at which a line is drawn and a number stands. */
export function ticksOf(reachUm: number): readonly number[] {
  const step = reachUm <= 200 ? 50 : Math.ceil(reachUm / 4 / 50) * 50;
  const count = Math.floor(reachUm / step);
  return Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step);
}
