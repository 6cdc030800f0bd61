// Why a pen is not of a class, in words: the nearest reason first, and what to do about it.

import type { ClassReason } from './decide.ts';
import type { SeriesResult } from './evaluate.ts';

const um = (nm: number): string => `${(nm / 1_000).toFixed(1)} um`;

/** One reason as a sentence. */
export function sayClassReason(reason: ClassReason): string {
  switch (reason.code) {
    case 'too-deep':
    case 'too-shallow':
      return `At ${reason.commandedUm} um it is ${um(Math.abs(reason.errorNm))} `
        + `${reason.errorNm < 0 ? 'too shallow' : 'too deep'}, with ${um(reason.expandedNm)} of `
        + `uncertainty; ${um(reason.limitNm)} are allowed for both together.`;
    case 'hysteresis':
      return `At ${reason.commandedUm} um it comes ${um(reason.foundNm)} apart from above and from `
        + `below; ${um(reason.limitNm)} are allowed.`;
    case 'rate-off':
      return `At ${(reason.commandedCentiHz / 100).toFixed(1)} Hz it runs at `
        + `${(reason.measuredCentiHz / 100).toFixed(2)} Hz; ${reason.limitPercent} per cent are `
        + 'allowed, with the uncertainty of the count.';
    case 'rate-unmeasured':
      return 'No rate was measured.';
    case 'force-off':
      return `At ${(reason.gaugeMn / 1_000).toFixed(2)} N its own sensor says `
        + `${(reason.penMn / 1_000).toFixed(2)} N; ${reason.limitPercent} per cent are allowed, `
        + 'with the uncertainty of both. It has to go to its maker.';
    case 'gauge-too-coarse':
      return `The gauge is ${reason.ratio.toFixed(1)} times finer than what it judges; `
        + `${reason.needed} times are needed.`;
    case 'overshoot-undeclared':
      return 'Its maker declares no overshoot, which class P needs.';
    case 'overshoot-beyond-declared':
      return `It overshoots by ${um(reason.foundNm)}, and its maker declares `
        + `${reason.declaredUm} um.`;
  }
}

/** What keeps a pen from the better class, in words; nothing for a pen of class P. */
export function sayAgainst({ class: reached, against }: SeriesResult): readonly string[] {
  if (reached === 'P') return [];
  const reasons = reached === 'S' ? against.P : against.S;
  const better = reached === 'S' ? 'P' : 'S';
  return [`Not of class ${better}:`, ...reasons.map((reason) => `  ${sayClassReason(reason)}`)];
}
