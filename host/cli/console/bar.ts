// A bar of blocks. It is full only when everything is done and empty only when nothing is, so a
// glance does not round the first or the last stroke away.

const FULL = '█';
const EMPTY = '░';

/** Draws how much of a whole is done, in a number of cells. */
export function bar(part: number, whole: number, cells: number): string {
  if (whole <= 0 || cells <= 0) return EMPTY.repeat(Math.max(0, cells));
  const exact = (Math.min(part, whole) * cells) / whole;
  const within = Math.min(cells - 1, Math.max(1, Math.round(exact)));
  const filled = part >= whole ? cells : part <= 0 ? 0 : within;
  return FULL.repeat(Math.max(0, filled)) + EMPTY.repeat(Math.max(0, cells - filled));
}
