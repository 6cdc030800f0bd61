// Every duration and count that both ends of the wire rely on, and what ties each to its
// neighbours. The relations are asserted when the module loads, so that no number can be changed
// alone.

import { assert } from './assert.ts';
import { ms, type Milliseconds, strokes, type Strokes } from './units.ts';

/** How far ahead of the pen's clock a grant may end. A pen without news is still within this. */
export const LEASE_MS_MAX: Milliseconds = ms(200);

/** How often the host renews a grant while the needles move. */
export const RENEW_MS: Milliseconds = ms(50);

/** How often a pen tells its state, once joined. */
export const TELEMETRY_MS: Milliseconds = ms(10);

/** How often a pen tells what changes slowly: battery, temperature, encoder, ledger mark. */
export const VITALS_MS: Milliseconds = ms(200);

/** How many strokes a single grant may give at the very most, whatever the area allows. */
export const CREDIT_MAX: Strokes = strokes(20);

/** How long a pen may take from the end of permission until its needles are behind the rim. */
export const RETRACT_MS_MAX: Milliseconds = ms(120);

/** How long the host hears nothing before it takes the link for lost. */
export const SILENCE_MS: Milliseconds = ms(150);

/** How long a host waits for the answer to a request before it sends the same bytes again. */
export const REQUEST_RETRY_MS: Milliseconds = ms(60);

/** How often a request is sent in all before its outcome is called unknown. */
export const REQUEST_TRIES = 5;

/** How long a host waits for a WELCOME before it says HELLO again. */
export const HELLO_RETRY_MS: Milliseconds = ms(250);

/** How often STOP is repeated until telemetry shows a pen stopped and retracted. */
export const STOP_REPEAT_MS: Milliseconds = ms(20);

/** How often a joined host asks for the pen's clock, which also shows that it is there. */
export const CLOCK_ASK_MS: Milliseconds = ms(500);

/** How long an arming outlives the last frame of its host while the pen stands still. */
export const ARMED_SILENCE_MS: Milliseconds = ms(2_000);

/** How long calibration or service mode lasts without a frame from the host. */
export const MODE_SILENCE_MS: Milliseconds = ms(10_000);

/** The longest round trip that a treatment is run on; a slower link is not armed. */
export const ROUND_TRIP_MS_MAX: Milliseconds = ms(60);

/** Above this reading a counter or a clock is too near its wrap, and the pen refuses to arm. */
export const WRAP_GUARD = 2 ** 32 - 2 ** 24;

/** How much faster than commanded a motor may turn before the pen stops it, as a ratio. */
export const OVERSPEED = { numerator: 6, denominator: 5 } as const;

/**
 * How far the pen's clock may drift from true time, in per cent.
 * S-27: every bound that two clocks stand behind is reckoned with this much of it.
 */
export const CLOCK_DRIFT_PERCENT = 2;

// A renewal is dated with telemetry that was already a little old and took a round trip to act on.
assert(
  LEASE_MS_MAX > RENEW_MS + TELEMETRY_MS + ROUND_TRIP_MS_MAX,
  'a grant outlives the wait for its renewal',
);
assert(SILENCE_MS < LEASE_MS_MAX, 'the host calls the link lost before the last grant has run out');
assert(SILENCE_MS > 5 * TELEMETRY_MS, 'a few lost telemetry frames are not a lost link');
assert(
  REQUEST_RETRY_MS >= ROUND_TRIP_MS_MAX,
  'a request is not repeated while its answer may be on the way',
);
assert(ARMED_SILENCE_MS > 3 * CLOCK_ASK_MS, 'a few lost frames do not end an arming');
assert(STOP_REPEAT_MS < RENEW_MS, 'a stop is repeated more often than a grant is renewed');
