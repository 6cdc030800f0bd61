// Tells the truth of a simulated pen to whoever runs it as a program: every stroke of the needles
// with the instant at which it was deepest, and every arming with what it allows. The lines are for
// checkers that stand outside; no firmware and no host hears them.

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
      readonly event: 'arming';
      readonly armingId: number;
      readonly area: number;
      readonly rateCentiHz: number;
      readonly credit: number;
      readonly leaseMs: number;
    };

const NS_PER_MS = 1_000_000;

/** Makes a teller; each call tells what has happened since the last one. */
export function truthTeller(pen: Pen, tell: (told: Told) => void): () => void {
  // A pen in real time lives as many milliseconds as the computer, so one instant relates them.
  const originNs = process.hrtime.bigint() - BigInt(pen.plant.tMs * NS_PER_MS);
  let armingId = 0;
  return () => {
    for (const { tMs, peakUm, contact, areaTag } of drainStrokes(pen.plant)) {
      const atNs = String(originNs + BigInt(tMs * NS_PER_MS));
      tell({ event: 'stroke', atNs, peakUm, contact, area: areaTag });
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
