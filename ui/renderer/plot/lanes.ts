// The four lanes of the plot: which series of a sample each shows, and between which values. Depth
// has what was commanded and the cap behind it.

import type { TraceSample } from '../../../host/core/trace.ts';
import type { Sample } from './columns.ts';

/** One lane. */
export interface Lane {
  readonly name: 'depth' | 'rate' | 'force' | 'tilt';
  readonly top: number;
}

/** The lanes from above, each from nothing to its top in units of the wire. */
export const LANES: readonly Lane[] = [
  { name: 'depth', top: 2_000 },
  { name: 'rate', top: 20_000 },
  { name: 'force', top: 3_000 },
  { name: 'tilt', top: 45 },
];

/** What lies behind a lane: the series, the lane, and its colour. */
export interface Behind {
  readonly series: number;
  readonly lane: number;
  readonly colour: 'commanded' | 'cap';
  readonly dashed: boolean;
}

/** What was commanded, and the cap. */
export const BEHIND: readonly Behind[] = [
  { series: 4, lane: 0, colour: 'commanded', dashed: false },
  { series: 5, lane: 1, colour: 'commanded', dashed: false },
  { series: 6, lane: 0, colour: 'cap', dashed: true },
];

/** A sample of the trace as the plot takes it: measured first, then commanded, then the cap. */
export const sampleOf = (trace: TraceSample, capUm: number | undefined): Sample => ({
  atMs: trace.penMs,
  values: [
    trace.depthUm,
    trace.rateCentiHz,
    trace.forceMn,
    trace.tiltDeg,
    trace.commandedUm,
    trace.commandedCentiHz,
    capUm,
  ],
});
