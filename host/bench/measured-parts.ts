// What the series of a calibration measured, put together for the mathematics.

import type { CalibrationTable } from '../../protocol/table.ts';
import type { Bench } from '../core/bench/state.ts';
import type { Measured } from '../core/calibration/evaluate.ts';
import { USUAL_CLIMATE } from '../core/calibration/point-result.ts';
import type { CertifiedGauge } from '../core/certificate/certificate-shape.ts';
import { instrumentOf } from '../core/certificate/figures.ts';
import type { LinkedPen } from '../link/session-state.ts';

/** What was measured, series by series. */
type Parts = Pick<Measured, 'typedZeros' | 'depths' | 'rates' | 'overshoots' | 'forces'>;

/** A gauge's own zero takes three lines. */
const isZeroTyped = ({ zeroLines }: Bench): boolean => zeroLines.length === 1;

/** Everything that some benches measured. */
export const partsOf = (benches: readonly Bench[]): Parts => ({
  typedZeros: benches.filter(isZeroTyped).map(({ series }) => series),
  depths: benches.flatMap(({ depths }) => depths),
  rates: benches.flatMap(({ rates }) => rates),
  overshoots: benches.flatMap(({ overshoots }) => overshoots),
  forces: benches.flatMap(({ forces }) => forces),
});

interface MeasuredWith {
  readonly instrument: CertifiedGauge;
  readonly pen: LinkedPen;
  readonly today: number;
}

/** It with the gauge, the pen and the day. */
export const measuredOf = (
  { instrument, pen, today }: MeasuredWith,
  parts: Parts,
  before: CalibrationTable | undefined,
): Measured => ({
  ...parts,
  gauge: instrumentOf(instrument),
  climate: USUAL_CLIMATE,
  curveBefore: before?.curve ?? [],
  overshootUm: pen.pages.capabilities.overshootUm,
  day: today,
});
