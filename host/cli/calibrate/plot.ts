// Errors against depth as lines of characters: a dot for each depth, a bar for its uncertainty, the
// limits of the class as edges. Plain ASCII, so that it looks the same in a log.

import type { PointResult } from '../../core/calibration/point-result.ts';
import { limitsAt } from '../../core/calibration/class-limits.ts';

const COLUMNS = 41;
const REACH_UM = 130;

const columnOf = (um: number): number => {
  const share = (Math.max(-REACH_UM, Math.min(REACH_UM, um)) + REACH_UM) / (2 * REACH_UM);
  return Math.round(share * (COLUMNS - 1));
};

/** The plot of a series, a line a depth; limits are those of class P. */
export function errorPlot(points: readonly PointResult[]): readonly string[] {
  const scale = `${'-130'.padEnd(COLUMNS / 2 - 1)}0${'+130 um'.padStart(COLUMNS / 2 + 3)}`;
  return [
    `   depth     error   +- U   ${scale}`,
    ...points.map((point) => pointLine(point)),
    '   . mean error   = its uncertainty   | limits of class P, too shallow on the left',
  ];
}

function pointLine({ commandedUm, meanErrorNm, budget }: PointResult): string {
  const errorUm = meanErrorNm / 1_000;
  const expandedUm = budget.expandedNm / 1_000;
  const { shallowUm, deepUm } = limitsAt('P', commandedUm);
  const cells = Array.from({ length: COLUMNS }, () => ' ');
  cells[columnOf(0)] = ':';
  for (let at = columnOf(errorUm - expandedUm); at <= columnOf(errorUm + expandedUm); at += 1) {
    cells[at] = '=';
  }
  cells[columnOf(-shallowUm)] = '|';
  cells[columnOf(deepUm)] = '|';
  cells[columnOf(errorUm)] = '.';
  const depth = `${commandedUm} um`.padStart(8);
  const error = errorUm.toFixed(1).padStart(9);
  return `${depth}${error}${expandedUm.toFixed(1).padStart(7)}   ${cells.join('')}`;
}
