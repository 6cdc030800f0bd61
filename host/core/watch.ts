// Compares what was commanded with what the pen says it does, ten milliseconds at a time. It trusts
// neither: a sensor that says nothing new, or something that cannot be, counts as a fault of its
// own. What it finds is either worth a stop or worth an alarm; what follows is up to control.

import { type FromPen, SIGNAL, type Telemetry, type Vitals } from '../../protocol/from-pen.ts';
import { RETRACT_MS_MAX, TELEMETRY_MS, VITALS_MS } from '../../protocol/timing.ts';
import type { AlarmId } from './alarm.ts';
import type { StopFinding } from './control/stop-cause.ts';

type CalibrationPage = Extract<FromPen, { readonly kind: 'calibration' }>;

/** How long each doubt has lasted. */
export interface WatchAges {
  readonly frozenMs: number;
  readonly rateOffMs: number;
  readonly rateWarnMs: number;
  readonly shallowMs: number;
  readonly unaskedMs: number;
  readonly outMs: number;
}

/** No doubts. */
export const NO_DOUBTS: WatchAges = {
  frozenMs: 0,
  rateOffMs: 0,
  rateWarnMs: 0,
  shallowMs: 0,
  unaskedMs: 0,
  outMs: 0,
};

/** What the pen has been told to do. */
export interface Commanded {
  readonly armingId: number | undefined;
  readonly eye: boolean;
  readonly depthUm: number;
  readonly rateCentiHz: number;
  /** Highest ceiling that was granted under the arming, or where the arming began. */
  readonly ceiling: number;
  readonly moving: boolean;
  /** Nothing is armed, and nothing is being ended or stopped. */
  readonly atRest: boolean;
  /** How long the present train has lasted. */
  readonly trainMs: number;
}

/** What a look at the pen found. */
export interface Watched {
  readonly stop: StopFinding | undefined;
  readonly alarms: readonly AlarmId[];
  readonly ages: WatchAges;
}

// The figures are proposals (grade D) within the published rates of pens; none loosens a limit.
const FROZEN_MS_MAX = 5 * TELEMETRY_MS;
const LAG_MS_MAX = 120;
const LEAD_MS_MAX = 60;
const SPIN_UP_MS = 200;
const RATE_OFF_MS_MAX = 100;
const SHALLOW_MS_MAX = 500;
/** No hold goes on that the host has seen the end of; two telemetries could be one mistake. */
const UNASKED_MS_MAX = 2 * TELEMETRY_MS;
const VITALS_AGE_MS_MAX = 5 * VITALS_MS;
const DEPTH_TOLERANCE_UM_MIN = 50;
const TILT_DEG_WARN = 15;
const TILT_DEG_MAX = 30;
const FORCE_MN_WARN = { eye: 1_000, other: 2_000 };
const FORCE_MN_MAX = { eye: 1_500, other: 3_000 };
/** Hotter than this a pen is not armed, and a moving one is stopped. */
export const TEMPERATURE_DECI_C_MAX = 450;
const BATTERY_PERCENT_WARN = 20;
/** Below this a pen is not armed, and a moving one is stopped while it can still retract. */
export const BATTERY_PERCENT_MIN = 10;

/** Whether battery and temperature were told so long ago that they count as unknown. */
export const areVitalsOld = (ageMs: number): boolean => ageMs > VITALS_AGE_MS_MAX;

const has = (telemetry: Telemetry, bit: number): boolean => (telemetry.signals & bit) !== 0;

/** How deep a measured stroke may be for a commanded depth before it is called too deep. */
export const depthToleranceUm = (depthUm: number, calibration: CalibrationPage): number =>
  Math.max(
    DEPTH_TOLERANCE_UM_MIN,
    depthUm <= 500 ? calibration.uncertaintyLowUm : calibration.uncertaintyHighUm,
  );

/** Looks at one telemetry beside the one before it. */
export function watch(look: {
  readonly before: Telemetry | undefined;
  readonly now: Telemetry;
  readonly sinceMs: number;
  readonly lagMs: number | undefined;
  readonly vitals: Vitals | undefined;
  readonly vitalsAgeMs: number;
  readonly calibration: CalibrationPage;
  readonly commanded: Commanded;
  readonly ages: WatchAges;
}): Watched {
  const ages = growDoubts(look);
  return { stop: findStop(look, ages), alarms: findAlarms(look, ages), ages };
}

type Look = Parameters<typeof watch>[0];

/** A doubt that persists grows by the time that has passed; one that is gone starts anew. */
function growDoubts({ before, now, sinceMs, commanded, ages }: Look): WatchAges {
  const grow = (doubtful: boolean, age: number): number => (doubtful ? age + sinceMs : 0);
  const spun = commanded.moving && now.phase === 'running' && commanded.trainMs > SPIN_UP_MS;
  const off = Math.abs(now.rateCentiHz - commanded.rateCentiHz);
  return {
    frozenMs: grow(before !== undefined && before.penMs === now.penMs, ages.frozenMs),
    rateOffMs: grow(spun && off * 5 > commanded.rateCentiHz, ages.rateOffMs),
    rateWarnMs: grow(spun && off * 10 > commanded.rateCentiHz, ages.rateWarnMs),
    shallowMs: grow(
      spun && now.depthUm !== undefined && now.depthUm * 4 < commanded.depthUm,
      ages.shallowMs,
    ),
    unaskedMs: grow(!commanded.moving && now.phase === 'running', ages.unaskedMs),
    outMs: grow(isStill(now) && !has(now, SIGNAL.retracted), ages.outMs),
  };
}

const isStill = (now: Telemetry): boolean => now.phase === 'idle' || now.phase === 'armed';

/** One doubt that is worth a stop, and the finding that it is. */
type Check = readonly [StopFinding, (look: Look, ages: WatchAges) => boolean];

/** What must not be, whatever the pen was told. The first that holds is the finding. */
const ALWAYS: readonly Check[] = [
  ['frozen-telemetry', ({ before, now }) => before !== undefined && now.penMs < before.penMs],
  ['counter-backwards', ({ before, now }) => before !== undefined && now.strokes < before.strokes],
  ['frozen-telemetry', (_, { frozenMs }) => frozenMs > FROZEN_MS_MAX],
  ['not-retracted', (_, { outMs }) => outMs > RETRACT_MS_MAX],
  ['stale-telemetry', ({ lagMs }) => lagMs !== undefined && lagMs > LAG_MS_MAX],
  ['future-telemetry', ({ lagMs }) => lagMs !== undefined && lagMs < -LEAD_MS_MAX],
  ['moving-unasked', (_, { unaskedMs }) => unaskedMs > UNASKED_MS_MAX],
  ['armed-unasked', ({ now, commanded }) => commanded.atRest && ARMED.has(now.phase)],
];

const ARMED: ReadonlySet<Telemetry['phase']> = new Set(['armed', 'calibrating']);

/** What must not be of a pen that is armed, in the order of how bad it is. */
const UNDER_ARMING: readonly Check[] = [
  [
    'foreign-arming',
    ({ now, commanded }) => now.phase !== 'idle' && now.armingId !== commanded.armingId,
  ],
  ['counter-beyond-grant', ({ now, commanded }) => now.strokes > commanded.ceiling],
  ['cartridge-gone', ({ now }) => !has(now, SIGNAL.cartridge)],
  ['encoder-fault', ({ now }) => !has(now, SIGNAL.encoderOk)],
  ['too-deep', (look) => look.commanded.moving && isTooDeep(look)],
  ['rate-off', (_, { rateOffMs }) => rateOffMs > RATE_OFF_MS_MAX],
  ['depth-implausible', (_, { shallowMs }) => shallowMs > SHALLOW_MS_MAX],
  [
    'too-hard',
    ({ now, commanded }) => commanded.moving && (now.forceMn ?? 0) > FORCE_MN_MAX[skin(commanded)],
  ],
  // S-44: posture that leaves lines on skin ends the treatment until a person clears it.
  ['tilted', ({ now, commanded }) => commanded.moving && (now.tiltDeg ?? 0) > TILT_DEG_MAX],
  [
    'vitals-missing',
    ({ vitals, vitalsAgeMs }) => vitals === undefined || areVitalsOld(vitalsAgeMs),
  ],
  ['too-hot', ({ vitals }) => (vitals?.temperatureDeciC ?? 0) > TEMPERATURE_DECI_C_MAX],
  ['battery-low', ({ vitals }) => (vitals?.batteryPercent ?? 100) < BATTERY_PERCENT_MIN],
];

const skin = ({ eye }: Commanded): 'eye' | 'other' => (eye ? 'eye' : 'other');

function isTooDeep({ now, commanded, calibration }: Look): boolean {
  const deepest = commanded.depthUm + depthToleranceUm(commanded.depthUm, calibration);
  return now.depthUm !== undefined && now.depthUm > deepest;
}

const ARMED_TOO: readonly Check[] = [...ALWAYS, ...UNDER_ARMING];

function findStop(look: Look, ages: WatchAges): StopFinding | undefined {
  const checks = look.commanded.armingId === undefined ? ALWAYS : ARMED_TOO;
  // S-34: what the pen says it does against what it was told, at every telemetry.
  for (const [finding, isSo] of checks) if (isSo(look, ages)) return finding;
  return undefined;
}

function findAlarms({ now, vitals, commanded }: Look, ages: WatchAges): readonly AlarmId[] {
  const found: AlarmId[] = [];
  const forceWarn = FORCE_MN_WARN[skin(commanded)];
  if (ages.rateWarnMs > RATE_OFF_MS_MAX) found.push('rate-drifts');
  if (commanded.moving && (now.tiltDeg ?? 0) > TILT_DEG_WARN) found.push('tilt');
  if (commanded.moving && (now.forceMn ?? 0) > forceWarn) found.push('force');
  if (vitals !== undefined && vitals.batteryPercent < BATTERY_PERCENT_WARN) {
    found.push('battery-weak');
  }
  return found;
}
