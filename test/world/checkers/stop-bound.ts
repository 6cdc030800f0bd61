/**
 * The published bound: after the last grant that the pen heard, no more strokes than the table of
 * the protocol says, be it that the cable was pulled, the host killed, or the next grant lost. It
 * is judged after every grant, since any of them may have been the last.
 */
import { stopBoundStrokes } from '../../../protocol/stop-bound.ts';
import { LEASE_MS_MAX } from '../../../protocol/timing.ts';
import { strokes } from '../../../protocol/units.ts';
import type { Checker } from './checker.ts';

/** Strokes since the newest grant. */
export const stopBoundChecker: Checker = (
  { world, testimony, measure, allowance },
  complain,
) => {
  let countedFromMs = -1;
  let made = 0;

  world.onStroke(({ tMs }) => {
    const arming = testimony.armingAt(tMs);
    const newest = arming?.grants.findLast(({ heardMs }) => heardMs < tMs);
    if (arming === undefined || newest === undefined) return;
    made = newest.heardMs === countedFromMs ? made + 1 : 1;
    countedFromMs = newest.heardMs;
    const { row, arm } = arming;
    const published = stopBoundStrokes({
      credit: strokes(row?.creditMax ?? 0),
      rateCentiHz: arm.rateCentiHz,
      leaseMs: LEASE_MS_MAX,
    });
    const bound = published + allowance.strokes;
    measure('stop-strokes', made, bound);
    if (made > bound) complain(`${made} strokes came after one grant, and ${bound} may`);
  });
  return undefined;
};
