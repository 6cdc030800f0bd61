// What was measured, reading by reading. Lengths are whole nanometres, because a gauge that reads
// micrometres has decimals; every reading names the raw lines that it was made of, so that whoever
// holds the lines can make it again.

import type { Direction } from './plan.ts';

/** Before anything was adjusted, or after. */
export type Series = 'as-found' | 'as-left';

/** Needles held out at a depth, and how far they stood beyond the rim. */
export interface DepthSample {
  readonly series: Series;
  readonly commandedUm: number;
  readonly direction: Direction;
  /** The number of the seating, from 0; readings of one seating share what it adds. */
  readonly seating: number;
  readonly repeat: number;
  readonly readingNm: number;
  readonly temperatureDeciC: number;
  readonly gauge: string;
  /** Said by the gauge itself, or read off its display and typed by a person. */
  readonly by: 'gauge' | 'typed';
  /** Numbers of the raw lines. */
  readonly lines: readonly number[];
}

/** Strokes that were counted without a break, and the time that they took. */
export interface Counted {
  readonly counted: number;
  readonly elapsedMs: number;
}

/** A stroke rate that was counted by something else than the pen's controller. */
export interface RateSample {
  readonly series: Series;
  readonly commandedCentiHz: number;
  readonly measuredCentiHz: number;
  /** Expanded uncertainty of the measured rate, k = 2. */
  readonly expandedCentiHz: number;
  readonly by: 'tachometer' | 'pen-counter';
  readonly instrument: string;
  /** Of a tachometer; a pen's own count has none. */
  readonly lines: readonly number[];
  /** What the pen counted in how long by this computer's clock; empty for a tachometer. */
  readonly runs: readonly Counted[];
}

/** The highest peak in motion beside the depth at rest, by an instrument that sees both. */
export interface OvershootSample {
  readonly series: Series;
  readonly commandedUm: number;
  readonly rateCentiHz: number;
  /** How much further than at rest the needles came. */
  readonly overshootNm: number;
  /** Expanded uncertainty of it, k = 2. */
  readonly expandedNm: number;
  readonly instrument: string;
  /** At rest, by the same instrument. */
  readonly stillNm: number;
  readonly stillLines: readonly number[];
  /** In motion. */
  readonly lines: readonly number[];
}

/** What the pen's own sensor of force said while a force gauge was pressed by its rim. */
export interface ForceSample {
  readonly series: Series;
  /** About how hard it was to be; the gauge says how hard it was. */
  readonly commandedMn: number;
  readonly gaugeMn: number;
  readonly penMn: number;
  /** Expanded uncertainty of their difference, k = 2. */
  readonly expandedMn: number;
  readonly instrument: string;
  /** Lines of the gauge, and what the pen told when each of them came. */
  readonly lines: readonly number[];
  readonly toldMn: readonly number[];
}

/** A gauge, and what its own certificate says of it. */
export interface Instrument {
  readonly serial: string;
  readonly kind: 'depth' | 'rate' | 'force';
  readonly resolutionNm: number;
  readonly expandedNm: number;
  /** The coverage factor of its expanded uncertainty. */
  readonly k: number;
  readonly certificate: string;
  readonly dueDay: number;
}
