// An instrument that was pulled out: whether that matters to what is being done now.

import { type Bench, type Doubt, stepNow } from './state.ts';

/** One that is not needed in this step is looked for when it is. */
export function goneDoubt(bench: Bench, gauge: string): Doubt | undefined {
  if (gauge === bench.gauge.serial) return { code: 'gauge-gone' };
  const step = stepNow(bench);
  const isRate = step?.kind === 'rate' && gauge === bench.tachometer?.serial;
  if (isRate) return { code: 'instrument-gone', which: 'tachometer' };
  const sees = step?.kind === 'still' || step?.kind === 'peak';
  return sees && gauge === bench.peakGauge?.serial
    ? { code: 'instrument-gone', which: 'peak sensor' }
    : undefined;
}
