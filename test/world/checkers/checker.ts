/**
 * What a checker is: it stands outside host and pen, looks at the plant's truth, at the bytes on
 * the wire and at the journal, and says in sentences what should never have been. It shares no
 * code with what it judges but the decoder.
 */
import type { LimitProfile } from '../../../host/core/limit-profile.ts';
import type { Entry } from '../../../host/journal/index.ts';
import { CLOCK_DRIFT_PERCENT, LEASE_MS_MAX } from '../../../protocol/timing.ts';
import type { World } from '../world.ts';
import type { Measure } from './measure.ts';
import type { Skin } from './skin.ts';
import type { Testimony } from './testimony.ts';

/** What a fault of a run adds to a bound, because its own published bound says so. */
export interface Allowance {
  /** Added to the time in which a stroke may still come when permission is over. */
  readonly tailMs: number;
  /** Added to the strokes that one grant may give. */
  readonly strokes: number;
  /** Added to the deepest peak, in micrometres. */
  readonly deeperUm: number;
}

/** A run without such a fault. */
export const NO_ALLOWANCE: Allowance = { tailMs: 0, strokes: 0, deeperUm: 0 };

/** What a checker may look at. */
export interface Evidence {
  readonly world: World;
  readonly testimony: Testimony;
  readonly profile: LimitProfile;
  /** What each piece of skin has really had, over every world that it was in. */
  readonly skin: Skin;
  /** The lines of the journal. */
  readonly entries: () => readonly Entry[];
  /** Takes note of how near to a limit something came. */
  readonly measure: Measure;
  readonly allowance: Allowance;
}

/** Says what is wrong. */
export type Complain = (what: string) => void;

/** A checker looks on from the beginning; what it returns is called once at the end. */
export type Checker = (evidence: Evidence, complain: Complain) => (() => void) | undefined;

/**
 * How far an instant that is worked out from bytes can be from the true one: a moment of the world,
 * a tick of the pen, and the drift of its clock over one lease.
 */
export const BLUR_MS = 8;

/** One period of a stroke rate, rounded up. */
export const periodMs = (rateCentiHz: number): number => Math.ceil(100_000 / rateCentiHz);

/**
 * Time that the host meters may be over by this much: it counts by the pen's clock, and if it dies
 * the pen goes on for one lease of that clock and comes to rest.
 */
export const overMs = (limitMs: number, rateCentiHz: number): number =>
  ((limitMs + LEASE_MS_MAX) * (100 + CLOCK_DRIFT_PERCENT)) / 100 + periodMs(rateCentiHz) + BLUR_MS;
