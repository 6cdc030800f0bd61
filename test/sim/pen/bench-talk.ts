/**
 * A pen at the bench and somebody to talk to it: calibration entered with a metrology cartridge,
 * and a trigger that is let go and pressed again.
 */
import { penMs, um } from '../../../protocol/units.ts';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { type Rigging, rigTalker } from './rig.ts';
import { AT_BENCH, expectDone, type Talker, talkTo } from './talker.ts';
import type { Pen } from '../../../sim/pen.ts';

/** Enters calibration with this pen. */
export function benchWith(pen: Pen): Talker {
  const talker = talkTo(pen);
  talker.hello();
  talker.hand = AT_BENCH;
  talker.pass(10);
  expectDone(talker.ask({ kind: 'join', mode: 'calibration' }));
  return talker;
}

/** A fresh pen in calibration. */
export const atBench = (rigging: Rigging = {}): Talker =>
  benchWith(rigTalker({ cartridge: 'metrology', ...rigging }).pen);

/** Lets go and presses again: the hold that entered calibration moves nothing. */
export function repress(talker: Talker): void {
  talker.hand = HANDS_OFF;
  talker.pass(10);
  talker.hand = AT_BENCH;
  talker.pass(10);
}

/** Asks for needles held out. */
export const extend = (talker: Talker, depthUm = 1_000, leaseMs = 200) =>
  talker.ask({
    kind: 'extend',
    depthUm: um(depthUm),
    notAfterPenMs: penMs(talker.pen.firmware().ages.penMs + leaseMs),
  });
