// What every window is shown of the bench, made of what the desk holds. Lists and keys are read
// when something may have changed them, and not whenever something moves.

import { brokenOff } from '../../../host/bench/broken-off.ts';
import { today } from '../../../host/cli/today.ts';
import type { Entry } from '../../../host/journal/index.ts';
import type { BenchDeskView, OpenCalibration } from '../../contract/bench-state.ts';
import type { Held } from '../held.ts';
import type { BenchLists } from './bench-side.ts';
import { benchInstruments } from './instruments.ts';
import { signingKey, signingKeyPath } from './signing-key.ts';

/** Reads them. */
export const readBenchLists = ({ dataDir, demo, journal }: Held): BenchLists => ({
  instruments: benchInstruments(dataDir, today()),
  key: signingKey(signingKeyPath(dataDir, demo)),
  open: openCalibration(journal.lines()),
});

function openCalibration(entries: readonly Entry[]): OpenCalibration | undefined {
  const open = brokenOff(entries);
  if (open === undefined) return undefined;
  const { calibrationId, penSerial, gauge, operator, before, plan } = open;
  return {
    calibrationId,
    penSerial,
    gauge,
    operator,
    readings: before.depths.length + before.rates.length + before.overshoots.length,
    adjusted: before.adjusted,
    peaks: plan.overshootRatesCentiHz.length > 0,
  };
}

/** The bench for all windows. */
export function benchView({ bench, hands, benchLists, pen }: Held): BenchDeskView {
  return {
    ...benchLists,
    standing: bench.standing(),
    found: bench.found(),
    said: bench.said(),
    simulated: pen.address() === 'sim',
    hands: hands.kind(),
    held: hands.held(),
  };
}
