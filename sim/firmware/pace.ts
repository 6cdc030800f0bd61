// The pen's measured stroke rate and its motor's quiet current, averaged over a few strokes. The
// rate is for telemetry; what decides is the watch, which looks at single strokes.

import { PACE_STROKES, SPIN_UP_MS } from './figures.ts';
import type { Ages, Firmware, Motion, Pace } from './state.ts';

/** The pace of a pen that has not moved in this boot. */
export const NO_PACE: Pace = {
  strokes: 0,
  ms: 0,
  currentSumMa: 0,
  rateCentiHz: 0,
  quietMa: undefined,
};

/** The pace at the start of a train: the quiet current is a matter of the motor and stays. */
export const freshPace = (pace: Pace): Pace => ({ ...NO_PACE, quietMa: pace.quietMa });

/** The pace after one more stroke; `ages` still tells how long ago the one before was. */
export function paceAfter(pace: Pace, motion: Motion, ages: Ages, motorMa: number): Pace {
  if (motion.edges === 0) return pace;
  const strokes = pace.strokes + 1;
  const ms = pace.ms + ages.edgeMs;
  const currentSumMa = pace.currentSumMa + motorMa;
  if (strokes < PACE_STROKES) {
    const early = pace.rateCentiHz === 0 && strokes >= 2;
    return {
      strokes,
      ms,
      currentSumMa,
      rateCentiHz: early ? rateOf(strokes, ms) : pace.rateCentiHz,
      quietMa: pace.quietMa,
    };
  }
  return {
    strokes: 0,
    ms: 0,
    currentSumMa: 0,
    rateCentiHz: rateOf(strokes, ms),
    quietMa: quietMaAfter(pace.quietMa, Math.trunc(currentSumMa / strokes), ages.doingMs),
  };
}

const rateOf = (strokes: number, ms: number): number =>
  Math.min(0xffff, Math.round((strokes * 100_000) / Math.max(1, ms)));

/** The quiet current follows slowly, so that a motor that begins to drag stands out against it. */
function quietMaAfter(
  quietMa: number | undefined,
  meanMa: number,
  doingMs: number,
): number | undefined {
  if (doingMs < SPIN_UP_MS) return quietMa;
  return quietMa === undefined ? meanMa : quietMa + Math.trunc((meanMa - quietMa) / 16);
}

/** The rate that telemetry says: no higher than the wait for the next stroke allows. */
export function rateCentiHzNow({ doing, pace, ages }: Firmware): number {
  const moving =
    doing.kind === 'running' || doing.kind === 'stopping' || doing.kind === 'calibrating';
  if (!moving) return 0;
  return Math.min(pace.rateCentiHz, Math.trunc(200_000 / Math.max(1, ages.edgeMs)));
}
