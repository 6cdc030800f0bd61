// An instrument beside the gauge: a tachometer, or a sensor of peaks in motion.

import type { BenchForceGauge, BenchPeakGauge, BenchTachometer } from '../core/bench/state.ts';
import type { CertifiedInstrument } from '../core/certificate/certificate-shape.ts';
import type { GaugePort } from '../gauge/gauge-port.ts';

/** An instrument beside the gauge: as the registry, the bench and the cable know it. */
export interface BesideInstrument {
  readonly instrument: CertifiedInstrument;
  readonly tachometer?: BenchTachometer;
  readonly peakGauge?: BenchPeakGauge;
  readonly forceGauge?: BenchForceGauge;
  readonly port: GaugePort;
}
