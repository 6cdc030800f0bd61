/**
 * Snapshots of treatments that never were, for asking the console what it would show and do.
 */
import type { FromHost } from '../../host/api.ts';
import type { AreaSnapshot, PenSnapshot, Snapshot } from '../../host/core/snapshot.ts';
import { consoleStep } from '../../host/cli/console/state.ts';
import { type ConsoleState, newConsole } from '../../host/cli/console/step.ts';

const AREA: AreaSnapshot = {
  area: 'forehead',
  side: 'midline',
  eye: false,
  stamp: false,
  depthUm: 450,
  rateCentiHz: 8_000,
  sizeMm2: 1_200,
  passes: 2,
  passesDone: 0,
  strokesPerPass: 400,
  passStrokes: 0,
  strokes: 0,
  unknownStrokes: 0,
  puncturesPerCm2: 0,
  contactMs: 0,
  state: 'open',
  against: [],
};

/** An area of a plan. */
export const areaSeen = (change: Partial<AreaSnapshot> = {}): AreaSnapshot => ({
  ...AREA,
  ...change,
});

/** An area at the eye. */
export const eyeArea = (change: Partial<AreaSnapshot> = {}): AreaSnapshot =>
  areaSeen({
    area: 'infraorbital',
    side: 'left',
    eye: true,
    stamp: true,
    passes: 1,
    strokesPerPass: 21,
    ...change,
  });

const PEN: PenSnapshot = {
  model: 'meridian-p',
  serial: 'SIM-1',
  calibrationClass: 'P',
  phase: 'idle',
  ageMs: 4,
  depthUm: undefined,
  rateCentiHz: 0,
  forceMn: 0,
  tiltDeg: 3,
  glideMmS: 0,
  trigger: false,
  contact: false,
  retracted: true,
  batteryPercent: 90,
  roundTripMs: 1,
};

/** A pen as a snapshot shows it. */
export const penSeen = (change: Partial<PenSnapshot> = {}): PenSnapshot => ({ ...PEN, ...change });

/** A snapshot: ready, two areas, the second one at the eye. */
export const seen = (change: Partial<Snapshot> = {}): Snapshot => ({
  treatmentId: 'abc123',
  phase: 'ready',
  next: 'arm',
  areas: [areaSeen(), eyeArea()],
  active: undefined,
  pen: PEN,
  shaken: undefined,
  latch: undefined,
  cause: undefined,
  alarms: [],
  needleOnMs: 0,
  punctures: 0,
  ...change,
});

/** The forehead armed and being needled. */
export const running = (change: Partial<AreaSnapshot> = {}): Snapshot =>
  seen({
    phase: 'running',
    next: 'glide',
    active: 0,
    areas: [areaSeen({ state: 'active', ...change }), eyeArea()],
    pen: penSeen({ phase: 'running', depthUm: 448, rateCentiHz: 7_990, trigger: true,
      contact: true, retracted: false }),
  });

/** What the host says of the plan behind these snapshots. */
export const ADMITTED: FromHost = {
  kind: 'admitted',
  treatmentId: 'abc123',
  planId: 'plan-1',
  person: 'person-1',
  resumed: false,
  areas: [
    { area: 'forehead', side: 'midline', plannedUm: 500, capUm: 500, capRule: 'plan',
      shakenCapUm: 400, depthUm: 450, densityPerCm2: 900 },
    { area: 'infraorbital', side: 'left', plannedUm: 200, capUm: 200, capRule: 'plan',
      shakenCapUm: undefined, depthUm: 150, densityPerCm2: 75 },
  ],
};

/** A console that has heard these messages. */
export const consoleAfter = (...messages: readonly FromHost[]): ConsoleState =>
  messages.reduce(
    (state, message) => consoleStep(state, { kind: 'heard', message }).state,
    newConsole('nurse'),
  );

/** A console that was told of the plan and shown a snapshot. */
export const consoleSeeing = (snapshot: Snapshot): ConsoleState =>
  consoleAfter(ADMITTED, { kind: 'snapshot', snapshot });
