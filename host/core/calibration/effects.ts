// What the readings of one series say apart from one another: how far off the pen is at each depth,
// what a seating of the cartridge adds, what is left over from one reading to the next. An analysis
// of variance with the seating as a random effect (JCGM 100:2008, H.5; ISO 5725-2:2019).

import type { Direction } from './plan.ts';
import type { DepthSample } from './sample.ts';
import { deviation, mean, sum } from './statistics.ts';

/** One depth: mean errors in nanometres, positive is too deep. */
export interface PointEffect {
  readonly commandedUm: number;
  readonly readings: number;
  readonly meanErrorNm: number;
  readonly upErrorNm: number;
  readonly downErrorNm: number;
}

/** A spread and what it rests on. */
export interface Spread {
  readonly deviationNm: number;
  readonly degreesOfFreedom: number;
}

/** The series taken apart. */
export interface Effects {
  readonly points: readonly PointEffect[];
  /** From one reading to the next, within a seating. */
  readonly repeatability: Spread;
  /** From one seating to the next. */
  readonly seating: Spread;
  readonly seatings: number;
}

/** Why readings cannot be taken apart. */
export type EffectsFault =
  | { readonly code: 'no-readings' }
  | { readonly code: 'too-few-seatings'; readonly seatings: number; readonly needed: number }
  | { readonly code: 'too-few-points'; readonly points: number; readonly needed: number }
  | { readonly code: 'one-sided'; readonly commandedUm: number };

/**
 * Fewer seatings say too little of how they differ: with three, 93 of a hundred later strokes lay
 * inside an interval that promises 95 (`npm run coverage`).
 */
export const SEATINGS_MIN = 5;
/** Fewer points show no bow, and a line through them nothing of its residuals. */
export const POINTS_MIN = 3;

/** How far off a reading is, in nanometres. */
export const errorNm = ({ readingNm, commandedUm }: DepthSample): number =>
  readingNm - commandedUm * 1_000;

function groupBy<Key>(
  samples: readonly DepthSample[],
  keyOf: (sample: DepthSample) => Key,
): ReadonlyMap<Key, readonly DepthSample[]> {
  const groups = new Map<Key, DepthSample[]>();
  for (const sample of samples) {
    const key = keyOf(sample);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sample]);
    else group.push(sample);
  }
  return groups;
}

const cellOf = ({ commandedUm, direction }: DepthSample): string =>
  `${String(commandedUm)} ${direction}`;

const meanError = (samples: readonly DepthSample[]): number => mean(samples.map(errorNm));

/** Why these readings are not enough, or undefined. */
export function effectsFault(samples: readonly DepthSample[]): EffectsFault | undefined {
  if (samples.length === 0) return { code: 'no-readings' };
  const seatings = new Set(samples.map(({ seating }) => seating)).size;
  if (seatings < SEATINGS_MIN) {
    return { code: 'too-few-seatings', seatings, needed: SEATINGS_MIN };
  }
  const byDepth = groupBy(samples, (sample) => sample.commandedUm);
  if (byDepth.size < POINTS_MIN) {
    return { code: 'too-few-points', points: byDepth.size, needed: POINTS_MIN };
  }
  for (const [commandedUm, group] of byDepth) {
    const sides: ReadonlySet<Direction> = new Set(group.map(({ direction }) => direction));
    if (sides.size < 2) return { code: 'one-sided', commandedUm };
  }
  return undefined;
}

/** Takes readings apart; they have no fault. */
export function effectsOf(samples: readonly DepthSample[]): Effects {
  const cells = groupBy(samples, cellOf);
  const cellMeans = new Map([...cells].map(([cell, group]) => [cell, meanError(group)]));
  const apart = (sample: DepthSample): number =>
    errorNm(sample) - (cellMeans.get(cellOf(sample)) ?? 0);
  const seats = groupBy(samples, ({ seating }) => seating);
  const seatEffects = new Map([...seats].map(([seat, group]) => [seat, mean(group.map(apart))]));
  const left = samples.map((sample) => apart(sample) - (seatEffects.get(sample.seating) ?? 0));
  const degreesOfFreedom = Math.max(1, samples.length - cells.size - (seats.size - 1));
  return {
    points: pointsOf(samples),
    repeatability: {
      deviationNm: Math.sqrt(sum(left.map((one) => one * one)) / degreesOfFreedom),
      degreesOfFreedom,
    },
    seating: {
      deviationNm: deviation([...seatEffects.values()]),
      degreesOfFreedom: seats.size - 1,
    },
    seatings: seats.size,
  };
}

function pointsOf(samples: readonly DepthSample[]): readonly PointEffect[] {
  const points = [...groupBy(samples, ({ commandedUm }) => commandedUm)].map(
    ([commandedUm, group]): PointEffect => {
      const side = (wanted: Direction): number =>
        meanError(group.filter(({ direction }) => direction === wanted));
      const upErrorNm = side('up');
      const downErrorNm = side('down');
      return {
        commandedUm,
        readings: group.length,
        // Both sides weigh the same, however often each was read.
        meanErrorNm: (upErrorNm + downErrorNm) / 2,
        upErrorNm,
        downErrorNm,
      };
    },
  );
  return points.sort((one, other) => one.commandedUm - other.commandedUm);
}
