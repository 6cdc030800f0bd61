/**
 * The wires of a campaign, from as good as new to one that is about to part. What is drawn here is
 * bad luck of every frame; faults of single frames come on top.
 */
import { type LineOptions, PERFECT_LINE } from '../../sim/wire.ts';

/** Every wire under its name. */
export const LINES = {
  'good wire': PERFECT_LINE,
  'slow wire': { ...PERFECT_LINE, latencyMs: 8, jitterMs: 12, bytesPerMs: 11 },
  'lossy wire': { ...PERFECT_LINE, latencyMs: 2, lossPpm: 20_000, duplicatePpm: 20_000 },
  'bad wire': {
    latencyMs: 3,
    jitterMs: 6,
    bytesPerMs: 0,
    lossPpm: 8_000,
    duplicatePpm: 10_000,
    flipPpm: 8_000,
    truncatePpm: 4_000,
    reorderPpm: 8_000,
    babblePpm: 8_000,
  },
} as const satisfies Readonly<Record<string, LineOptions>>;

/** The name of a wire. */
export type LineName = keyof typeof LINES;
