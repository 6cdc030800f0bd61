// Tells the truth of a simulated pen to whoever runs it as a program: every stroke of the needles
// with the instant at which it was deepest, whether the needles are out at all, and every arming
// with what it allows. The lines are for checkers that stand outside; no firmware and no host
// hears them.

import type { Pen } from './pen.ts';
import { drainStrokes } from './plant/index.ts';

/** What a teller says. */
export type Told =
  | {
      readonly event: 'stroke';
      /** On the computer's monotonic clock, in nanoseconds. */
      readonly atNs: string;
      readonly peakUm: number;
      readonly contact: boolean;
      readonly area: number;
    }
  | {
      readonly event: 'needles';
      readonly atNs: string;
      /** Out means: not so far behind the rim that nothing could bring a tip to it. */
      readonly are: 'out' | 'withdrawn';
    }
  | {
      readonly event: 'arming';
      readonly armingId: number;
      readonly area: number;
      readonly rateCentiHz: number;
      readonly credit: number;
      readonly leaseMs: number;
    };

const NS_PER_MS = 1_000_000;

/**
 * Makes a teller; each call tells what has happened since the last one. `bornMs` is when the pen's
 * first millisecond began on `performance.now()`; it moves when the computer took time away from
 * the pen, so that no stroke is ever dated earlier than it was made.
 */
export function truthTeller(
  pen: Pen,
  bornMs: () => number,
  tell: (told: Told) => void,
): () => void {
  const zeroNs = process.hrtime.bigint() - BigInt(Math.round(performance.now() * NS_PER_MS));
  const instantOf = (tMs: number): string =>
    String(zeroNs + BigInt(Math.round((bornMs() + tMs) * NS_PER_MS)));
  let armingId = 0;
  let out = false;
  return () => {
    for (const { tMs, peakUm, contact, areaTag } of drainStrokes(pen.plant)) {
      tell({ event: 'stroke', atNs: instantOf(tMs), peakUm, contact, area: areaTag });
    }
    const { retracted, tMs } = pen.truth();
    if (retracted === out) {
      out = !retracted;
      tell({ event: 'needles', atNs: instantOf(tMs), are: out ? 'out' : 'withdrawn' });
    }
    const { doing, make } = pen.firmware();
    const arming = 'arming' in doing ? doing.arming : undefined;
    if (arming === undefined || arming.id === armingId) return;
    armingId = arming.id;
    tell({
      event: 'arming',
      armingId,
      area: arming.area,
      rateCentiHz: arming.task.rateCentiHz,
      credit: arming.creditMax,
      leaseMs: make.leaseMsMax,
    });
  };
}
