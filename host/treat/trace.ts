// Gathers what the pen measured into batches for a plot. It looks at the host after a step and
// keeps a sample of every new telemetry; a batch that nobody takes away is cut at its oldest end,
// so that it never grows and never holds anything up.

import { SIGNAL, type Telemetry } from '../../protocol/from-pen.ts';
import { openArming } from '../core/control/open-arming.ts';
import type { Control } from '../core/control/state.ts';
import type { TraceSample } from '../core/trace.ts';
import type { Host } from '../loop/host-step.ts';

/** Gathers samples and hands them on in batches. */
export interface Trace {
  readonly look: (host: Host) => void;
  /** Hands on what was gathered since the last time, if anything was. */
  readonly flush: () => void;
}

/** A second of telemetry, far more than lies between two batches. */
const SAMPLES_MAX = 100;

/** Starts gathering. */
export function createTrace(take: (samples: readonly TraceSample[]) => void): Trace {
  let last: Telemetry | undefined;
  let samples: TraceSample[] = [];
  return {
    look: ({ control }) => {
      const telemetry = control?.heard?.telemetry;
      if (control === undefined || telemetry === undefined || telemetry === last) return;
      last = telemetry;
      samples.push(sampleOf(control, telemetry));
      if (samples.length > SAMPLES_MAX) samples.shift();
    },
    flush: () => {
      if (samples.length === 0) return;
      take(samples);
      samples = [];
    },
  };
}

function sampleOf({ phase, treatment }: Control, telemetry: Telemetry): TraceSample {
  const arming = openArming(phase);
  const task = arming && treatment.tasks[arming.taskIndex];
  const { signals } = telemetry;
  return {
    penMs: telemetry.penMs,
    phase: telemetry.phase,
    commandedUm: task?.depthUm,
    commandedCentiHz: task?.rateCentiHz,
    depthUm: telemetry.depthUm,
    rateCentiHz: telemetry.rateCentiHz,
    forceMn: telemetry.forceMn,
    tiltDeg: telemetry.tiltDeg,
    glideMmS: telemetry.glideMmS,
    strokes: telemetry.strokes,
    contact: (signals & SIGNAL.contactSensed) === 0 ? undefined : (signals & SIGNAL.contact) !== 0,
    trigger: (signals & SIGNAL.trigger) !== 0,
  };
}
