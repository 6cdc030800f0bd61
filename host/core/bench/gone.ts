// An instrument that was pulled out: whether that matters to what is being done now.

import { type Bench, type Beside, type Doubt, stepNow } from './state.ts';
import type { Step } from './steps.ts';

/** Which steps need an instrument beside the gauge, and which one. */
const NEEDED: Readonly<Partial<Record<Step['kind'], Beside>>> = {
  rate: 'tachometer', still: 'peak sensor', peak: 'peak sensor', force: 'force gauge',
};

const serialOf = (
  { tachometer, peakGauge, forceGauge }: Bench,
  which: Beside,
): string | undefined =>
  ({ tachometer, 'peak sensor': peakGauge, 'force gauge': forceGauge })[which]?.serial;

/** One that is not needed in this step is looked for when it is. */
export function goneDoubt(bench: Bench, gauge: string): Doubt | undefined {
  if (gauge === bench.gauge.serial) return { code: 'gauge-gone' };
  const step = stepNow(bench);
  const which = step && NEEDED[step.kind];
  return which !== undefined && serialOf(bench, which) === gauge
    ? { code: 'instrument-gone', which }
    : undefined;
}
