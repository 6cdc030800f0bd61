// The readings of a series while they are made, as lines of characters: a row for each depth, `v`
// for a reading that came from above (the way up), `^` for one from below, and the place that is
// being measured marked. What it will come to is the mathematics' to say, not this picture's.

import type { Bench } from '../../core/bench/state.ts';
import { stepNow } from '../../core/bench/state.ts';
import { limitsAt } from '../../core/calibration/class-limits.ts';

const REACH_UM = 130;
const CELLS_MAX = 53;
const CELLS_MIN = 21;
/** Depth, mean and count in front of the cells. */
const FRONT = 30;

/** The picture, as wide as there is room for. */
export function livePlot(bench: Bench, width: number): readonly string[] {
  const cells = Math.max(CELLS_MIN, Math.min(CELLS_MAX, width - FRONT));
  const odd = cells - ((cells + 1) % 2);
  const half = (odd - 1) / 2;
  const scale = `${'-130'.padEnd(half)}0${'+130 um'.padStart(half)}`;
  return [
    '',
    `   depth     mean     n    ${scale}`,
    ...bench.plan.pointsUm.map((commandedUm) => rowOf(bench, commandedUm, odd)),
    '   v came up to it   ^ came down to it   * both   | class P',
  ];
}

function rowOf(bench: Bench, commandedUm: number, cells: number): string {
  const columnOf = (um: number): number =>
    Math.round(((Math.max(-REACH_UM, Math.min(REACH_UM, um)) + REACH_UM) / (2 * REACH_UM))
      * (cells - 1));
  const row = Array.from({ length: cells }, () => ' ');
  const { shallowUm, deepUm } = limitsAt('P', commandedUm);
  row[columnOf(0)] = ':';
  row[columnOf(-shallowUm)] = '|';
  row[columnOf(deepUm)] = '|';
  const mine = bench.depths.filter((sample) => sample.commandedUm === commandedUm);
  for (const { readingNm, direction } of mine) {
    const at = columnOf(readingNm / 1_000 - commandedUm);
    const mark = direction === 'up' ? 'v' : '^';
    const there = row[at];
    row[at] = there === ' ' || there === ':' || there === '|' || there === mark ? mark : '*';
  }
  const step = stepNow(bench);
  const isHere = step?.kind === 'depth' && step.commandedUm === commandedUm;
  const errors = mine.map(({ readingNm }) => readingNm / 1_000 - commandedUm);
  const mean = errors.length === 0
    ? ''
    : (errors.reduce((total, one) => total + one, 0) / errors.length).toFixed(1);
  const front = `${isHere ? '>' : ' '}${`${commandedUm} um`.padStart(8)}${mean.padStart(9)}`;
  return `${front}${String(mine.length).padStart(5)}    ${row.join('')}`;
}
