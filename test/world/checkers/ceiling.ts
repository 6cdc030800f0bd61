/**
 * No stroke beyond any ceiling that the pen was given, and no stroke that the pen does not debit.
 *
 * The pen's counter is read at rest and true strokes are counted on from there: a stroke that
 * would lift the true count over the highest ceiling of its arming is one too many, whatever the
 * pen's own counter says by then.
 */
import { isRetracted } from '../../../sim/plant/index.ts';
import type { SeenArming } from './testimony.ts';
import type { Checker } from './checker.ts';

/** The counter and the truth at one moment of rest. */
interface Anchor {
  readonly debited: number;
  readonly true: number;
}

/** Ceilings of grants and of the pass, and the debit. */
export const ceilingChecker: Checker = (
  { world, testimony, allowance, measure },
  complain,
) => {
  let anchor: Anchor | undefined;
  let strokes = 0;
  let pen = world.pen();
  let under: SeenArming | undefined;
  let began = 0;

  world.onStroke((stroke) => {
    strokes += 1;
    const arming = testimony.armingAt(stroke.tMs);
    if (anchor === undefined || arming === undefined) return;
    const reached = anchor.debited + strokes - anchor.true - allowance.strokes;
    const { ceilingMax, arm } = arming;
    if (reached > ceilingMax) complain(`stroke ${reached} is beyond the ceiling ${ceilingMax}`);
    if (reached > arm.passCeiling) {
      complain(`stroke ${reached} is beyond the end of its pass at ${arm.passCeiling}`);
    }
  });

  testimony.onFrame(({ message }) => {
    if (message.kind !== 'telemetry') return;
    const open = testimony.arming();
    if (open?.arm.armingId === message.armingId) {
      // The pen's own count, which runs a fifth ahead of the truth, is what uses up a pass.
      began = open === under ? began : message.strokes;
      under = open;
      measure('debit', message.strokes - began, open.arm.passCeiling - began);
    }
    const { plant } = world.pen();
    const rests = message.phase !== 'running' && message.phase !== 'stopping';
    if (!rests || plant.motorOn || !isRetracted(plant)) return;
    // Another pen has another ledger.
    if (pen !== world.pen()) anchor = undefined;
    pen = world.pen();
    if (anchor !== undefined) {
      const debited = message.strokes - anchor.debited;
      const made = strokes - anchor.true;
      if (debited + allowance.strokes < made) {
        complain(`${made} strokes were made and ${debited} debited`);
      }
    }
    anchor = { debited: message.strokes, true: strokes };
  });
  return undefined;
};
