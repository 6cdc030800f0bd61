/**
 * How different people hold a pen, as data: their pace, their pressure, and their small lapses.
 *
 * Figures are proposals of ours (grade D), around 90 degrees to the skin (Termedia review, grade A)
 * and a glide of one to eight centimetres a second; no published figures for contact force exist.
 */
import type { Range } from '../plant/mechanics.ts';

/** One person's habits; lapses are parts of a million, drawn after each stretch of gliding. */
export interface HandStyle {
  readonly reactionMs: Range;
  readonly stretchMs: Range;
  readonly stampMs: Range;
  readonly shiftMs: Range;
  readonly lapseMs: Range;
  readonly glideMmS: Range;
  readonly forceMn: Range;
  readonly tiltDeg: Range;
  /** What the tilt becomes in a lapse. */
  readonly steepTiltDeg: Range;
  readonly liftPpm: number;
  readonly tiltPpm: number;
  readonly letGoPpm: number;
  readonly dwellPpm: number;
}

/** Practised: even, light and upright. */
export const STEADY_HAND: HandStyle = {
  reactionMs: { min: 180, max: 350 },
  stretchMs: { min: 300, max: 1_200 },
  stampMs: { min: 120, max: 220 },
  shiftMs: { min: 150, max: 350 },
  lapseMs: { min: 60, max: 200 },
  glideMmS: { min: 25, max: 55 },
  forceMn: { min: 250, max: 700 },
  tiltDeg: { min: 0, max: 8 },
  steepTiltDeg: { min: 12, max: 20 },
  liftPpm: 60_000,
  tiltPpm: 30_000,
  letGoPpm: 120_000,
  dwellPpm: 0,
};

/** Quick and uneven: lifts, tilts and lets go often. */
export const HASTY_HAND: HandStyle = {
  ...STEADY_HAND,
  reactionMs: { min: 120, max: 250 },
  stretchMs: { min: 120, max: 600 },
  shiftMs: { min: 60, max: 180 },
  glideMmS: { min: 40, max: 95 },
  forceMn: { min: 300, max: 1_200 },
  tiltDeg: { min: 0, max: 14 },
  steepTiltDeg: { min: 16, max: 34 },
  liftPpm: 150_000,
  tiltPpm: 120_000,
  letGoPpm: 300_000,
  dwellPpm: 40_000,
};

/** Tired: slow to react, leans on the pen, and stays on one spot. */
export const HEAVY_HAND: HandStyle = {
  ...STEADY_HAND,
  reactionMs: { min: 300, max: 700 },
  glideMmS: { min: 8, max: 30 },
  forceMn: { min: 800, max: 2_600 },
  tiltDeg: { min: 0, max: 18 },
  steepTiltDeg: { min: 20, max: 36 },
  letGoPpm: 60_000,
  dwellPpm: 150_000,
};
