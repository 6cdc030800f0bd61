// The firmware's own numbers: what it takes for a fault, how long it waits, what it keeps back.
// Numbers that both ends share are in protocol/timing.ts. Where no source is named, a figure is a
// proposal of ours (grade D), and its relation to its neighbours is asserted below.

import { assert } from '../../protocol/assert.ts';
import { ARMED_SILENCE_MS, LEASE_MS_MAX, RETRACT_MS_MAX } from '../../protocol/timing.ts';

/**
 * How many ticks in a row a trigger is seen held before it counts as pressed; release is at once.
 */
export const PRESS_TICKS = 2;

/** How long a motor may take until it turns at its rate, before silence of the encoder counts. */
export const SPIN_UP_MS = 150;

/** How long a driven motor may take until its encoder shows that it begins to turn. */
export const FIRST_EDGE_MS = 10;

/** How long after an edge a braked cam has surely been parked by its spring. */
export const PARK_MS = 50;

/** What the depth stop travels behind the rim, taken generously: it only lengthens a wait. */
export const REST_UM = 600;

/** How many expected periods without a stroke make the encoder silent. */
export const SILENT_PERIODS = 3;

/** How many times its quiet current a motor draws when it is stalling. */
export const STRAIN_RATIO = 3;

/** How long a motor may strain: stall detection within 150 ms. */
export const STRAIN_MS_MAX = 150;

/** Strokes over which pace and quiet current are averaged. */
export const PACE_STROKES = 8;

/** How long the old limits are judged by after they were tightened in motion. */
export const EASE_MS = RETRACT_MS_MAX;

/** How far from upright the pen may be held while needles move; Corium's own limit. */
export const TILT_DEG_MAX = 45;

/** How hard the pen may be pressed on skin, and how hard around the eye. */
export const FORCE_MN_MAX = 3_000;
/** The limit of force in eye rows. */
export const FORCE_MN_MAX_EYE = 1_500;

/** How long tilt or force may be over their limit, so that one noisy sample stops nothing. */
export const POSTURE_MS_MAX = 30;

/** Handle temperature at which motion ends, and below which its latch may be cleared. */
export const HOT_DECI_DEG_C = 480;
/** The temperature that counts as cooled down. */
export const COOL_DECI_DEG_C = 450;

/** Charge below which nothing is armed: enough to end what was begun. */
export const RESERVE_PERCENT = 10;
/** Charge at which motion ends, and above which its latch may be cleared. */
export const EMPTY_PERCENT = 5;

/** Strokes at rest that show a motor turning without an order. */
export const CREEP_STROKES = 2;
/** How long the encoder is quiet before a count is called settled. */
export const QUIET_MS = 500;
/** How long after boot a motor may still run out. */
export const RUN_OUT_MS = 1_000;

/** The longest hold in calibration; a reading of the gauge takes a few seconds. */
export const BENCH_HOLD_MS_MAX = 30_000;

/** Strokes that one extension costs: the cam passes its edge once on its way to the front. */
export const EXTEND_STROKES = 1;

/** Strokes that a train costs at the least, for which its needles have come out. */
export const TRAIN_STROKES_MIN = 1;

/** How far measured peaks may exceed the armed depth, by class of calibration. */
export const PEAK_TOLERANCE_UM = {
  P: { low: 50, high: 80 },
  S: { low: 100, high: 120 },
} as const;
/** Up to this armed depth the low tolerance holds. */
export const LOW_DEPTH_UM_MAX = 500;

/** The longest tick of a pen that stands still, and the only one while needles may move. */
export const REST_TICK_MS = 10;
/** The tick in motion. */
export const MOTION_TICK_MS = 1;

assert(FORCE_MN_MAX_EYE < FORCE_MN_MAX, 'around the eye is pressed less');
assert(COOL_DECI_DEG_C < HOT_DECI_DEG_C, 'what was too hot has to cool before it is cleared');
assert(EMPTY_PERCENT < RESERVE_PERCENT, 'what is armed can be ended before the battery is empty');
assert(FIRST_EDGE_MS < SPIN_UP_MS, 'a motor begins to turn before it turns at its rate');
assert(POSTURE_MS_MAX < LEASE_MS_MAX, 'a bad posture ends sooner than a lost link');
assert(BENCH_HOLD_MS_MAX > ARMED_SILENCE_MS, 'a bench hold outlasts the wait for a frame');
