/**
 * The hands of a campaign: the three of the simulator and five that make one mistake over and over,
 * since a limit is only seen to hold where somebody leans on it. Figures are proposals (grade D).
 */
import { HASTY_HAND, HEAVY_HAND, STEADY_HAND, type HandStyle } from '../../sim/operator/index.ts';

/** Every hand under its name. */
export const HANDS = {
  steady: STEADY_HAND,
  hasty: HASTY_HAND,
  heavy: HEAVY_HAND,
  /** Leans the pen over, now and then beyond what host and pen stand. */
  tilting: {
    ...STEADY_HAND,
    tiltDeg: { min: 4, max: 16 },
    steepTiltDeg: { min: 14, max: 55 },
    tiltPpm: 250_000,
  },
  /** Stays on one spot. */
  dwelling: {
    ...STEADY_HAND,
    lapseMs: { min: 150, max: 1_600 },
    dwellPpm: 500_000,
    letGoPpm: 60_000,
  },
  /** Never lets go by itself, and is slow to notice that the pen has stopped. */
  clinging: {
    ...STEADY_HAND,
    reactionMs: { min: 700, max: 1_500 },
    stretchMs: { min: 2_000, max: 9_000 },
    letGoPpm: 0,
    liftPpm: 0,
    tiltPpm: 0,
  },
  /** Presses and lets go many times a second. */
  tapping: {
    ...STEADY_HAND,
    reactionMs: { min: 60, max: 120 },
    stretchMs: { min: 20, max: 160 },
    stampMs: { min: 20, max: 120 },
    shiftMs: { min: 20, max: 90 },
    letGoPpm: 800_000,
  },
  /** Lifts the head off the skin with the trigger held. */
  lifting: { ...STEADY_HAND, liftPpm: 400_000, lapseMs: { min: 40, max: 400 } },
} as const satisfies Readonly<Record<string, HandStyle>>;

/** The name of a hand. */
export type HandName = keyof typeof HANDS;
