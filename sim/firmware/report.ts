// What a joined pen tells without being asked: its state a hundred times a second, and what changes
// slowly five times a second. Before a link session is entered it tells nothing.

import { SIGNAL, type Telemetry, type Vitals } from '../../protocol/from-pen.ts';
import { TELEMETRY_MS, VITALS_MS } from '../../protocol/timing.ts';
import { centiHz, mn, penMs, strokes, um } from '../../protocol/units.ts';
import type { Sensed } from '../plant/types.ts';
import { energyReport } from './energy-report.ts';
import type { Effect, Step } from './event.ts';
import { RESERVE_PERCENT } from './figures.ts';
import { rateCentiHzNow } from './pace.ts';
import type { Firmware } from './state.ts';
import { measuredPeakUm } from './watch.ts';

const bit = (set: boolean, mask: number): number => (set ? mask : 0);

const signalsOf = ({ hold, seen, latch }: Firmware, sensed: Sensed): number =>
  bit(hold.held, SIGNAL.trigger)
  | bit(sensed.contact === true, SIGNAL.contact)
  | bit(sensed.contact !== undefined, SIGNAL.contactSensed)
  | bit(seen.retracted, SIGNAL.retracted)
  | bit(seen.cartridge !== undefined, SIGNAL.cartridge)
  | bit(latch.reason !== 'encoder-silent', SIGNAL.encoderOk)
  | bit(sensed.glideMmS !== undefined, SIGNAL.motionSensed)
  | bit(sensed.charging, SIGNAL.charging)
  | bit(seen.percent < RESERVE_PERCENT, SIGNAL.lowBattery)
  | bit(hold.spent, SIGNAL.holdSpent);

function armingIdOf({ doing }: Firmware): number {
  switch (doing.kind) {
    case 'armed':
    case 'running':
      return doing.arming.id;
    case 'stopping':
      return doing.arming?.id ?? 0;
    case 'idle':
    case 'latched':
    case 'calibrating':
      return 0;
  }
}

const below = (value: number | undefined, end: number): number | undefined =>
  value === undefined ? undefined : Math.max(0, Math.min(end - 1, value));

/**
 * What the sensor says of this train; a peak from before it would be held against the wrong depth.
 */
function peakUmOf({ doing }: Firmware, { peakUm }: Sensed): number | undefined {
  switch (doing.kind) {
    case 'running':
    case 'stopping':
      return measuredPeakUm(doing.motion, peakUm);
    case 'calibrating':
      return doing.bench.kind === 'moving' ? measuredPeakUm(doing.bench.motion, peakUm) : undefined;
    case 'idle':
    case 'armed':
    case 'latched':
      return undefined;
  }
}

const telemetryOf = (state: Firmware, sensed: Sensed): Telemetry => {
  const depthUm = below(peakUmOf(state, sensed), 0xffff);
  const forceMn = below(sensed.forceMn, 0xffff);
  return {
    kind: 'telemetry',
    penMs: penMs(state.ages.penMs),
    strokes: strokes(state.ledger.strokes),
    phase: state.doing.kind,
    latch: state.latch.reason,
    signals: signalsOf(state, sensed),
    armingId: armingIdOf(state),
    holdId: state.hold.id,
    depthUm: depthUm === undefined ? undefined : um(depthUm),
    rateCentiHz: centiHz(rateCentiHzNow(state)),
    forceMn: forceMn === undefined ? undefined : mn(forceMn),
    tiltDeg: below(sensed.tiltDeg, 0xff),
    glideMmS: below(sensed.glideMmS, 0xff),
  };
};

const clamped = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

const vitalsOf = ({ ledger }: Firmware, sensed: Sensed): Vitals => ({
  kind: 'vitals',
  batteryPercent: clamped(sensed.batteryPercent, 0, 100),
  batteryMv: clamped(sensed.batteryMv, 0, 0xffff),
  temperatureDeciC: clamped(sensed.temperatureDeciC, -0x8000, 0x7fff),
  motorMa: clamped(sensed.motorMa, 0, 0xffff),
  counted: strokes(ledger.counted),
  reserved: strokes(ledger.mark),
});

/** The next due instant, on the same beat unless more than a beat was missed. */
const nextIn = (dueInMs: number, everyMs: number): number => {
  const next = dueInMs + everyMs;
  return next > 0 ? next : everyMs;
};

/** Adds the reports that are due to a step. */
export function report(step: Step, sensed: Sensed): Step {
  const { state } = step;
  const { ages } = state;
  if (ages.telemetryInMs > 0) return step;
  if (state.link.mode === 'outside') return quiet(step);
  const effects: Effect[] = [
    ...step.effects,
    { kind: 'send', message: telemetryOf(state, sensed) },
  ];
  if (state.energy !== undefined && state.link.mode === 'treatment') {
    effects.push({ kind: 'send', message: energyReport(state, state.energy, sensed) });
  }
  const vitals = ages.vitalsInMs <= 0;
  if (vitals) effects.push({ kind: 'send', message: vitalsOf(state, sensed) });
  const telemetryInMs = nextIn(ages.telemetryInMs, TELEMETRY_MS);
  const vitalsInMs = vitals ? nextIn(ages.vitalsInMs, VITALS_MS) : ages.vitalsInMs;
  return { state: { ...state, ages: { ...ages, telemetryInMs, vitalsInMs } }, effects };
}

/** Nobody is there to be told: the beat goes on unheard. */
function quiet({ state, effects }: Step): Step {
  const { ages } = state;
  return {
    state: { ...state, ages: { ...ages, telemetryInMs: TELEMETRY_MS, vitalsInMs: VITALS_MS } },
    effects,
  };
}
