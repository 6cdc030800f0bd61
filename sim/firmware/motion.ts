// Needles under way: how a train begins, what a millisecond of it does, and every way it ends.
// Treatment and calibration share this file on purpose, so that no mode is exempt from the
// dead-man.
//
// A train begins with the cam parked, where the needles lie behind the rim whatever the depth stop
// does. First the depth stop comes out, then the motor turns: so every entry comes after its edge
// of the encoder, and the very first stroke is as deep as it should be, which stamping rests on.

import type { LatchReason } from '../../protocol/reason.ts';
import { WRAP_GUARD } from '../../protocol/timing.ts';
import type { Drive, Sensed } from '../plant/types.ts';
import { orderedUm } from './calibrated.ts';
import { type Step, stay } from './event.ts';
import { FIRST_EDGE_MS, REST_UM } from './figures.ts';
import { debited, limitOf, mustBrake } from './ledger.ts';
import { halt, latchUp } from './latch.ts';
import { freshPace, paceAfter } from './pace.ts';
import type { Ages, Arming, Doing, Firmware, Make, Motion, Permit, Task } from './state.ts';
import { silenceReason, watch } from './watch.ts';

/** What a motion does and how far it may go. */
interface Start {
  readonly task: Task;
  readonly permit: Permit;
  readonly cartridge: Motion['cartridge'];
  readonly leastStrokes: number;
}

/** The motion at its very beginning. */
export const motionOf = (state: Firmware, start: Start, peakUm: number | undefined): Motion => ({
  ...start,
  fromStrokes: state.ledger.strokes,
  edges: 0,
  turning: false,
  peakBeforeUm: peakUm,
  judged: { rateCentiHz: start.task.rateCentiHz, depthUm: start.task.depthUm },
});

const startedAges = (ages: Ages): Ages => ({
  ...ages,
  doingMs: 0,
  dueUnits: 0,
  edgeMs: 0,
  edgeBeforeMs: 0,
  tiltedMs: 0,
  pressedMs: 0,
  strainedMs: 0,
  easeMs: 0,
});

/** Orders the depth stop out, under a cam that stands parked. */
export const begin = (state: Firmware, doing: Doing, depthUm: number): Firmware => ({
  ...state,
  doing,
  drive: { motor: 'off', depthUm: orderedUm(state.calibrated, depthUm) },
  pace: freshPace(state.pace),
  ages: startedAges(state.ages),
});

/** How long the depth stop may take to come out this far: a share of its way back. */
const comingOutMs = ({ retractMsMax, depthUmMax }: Make, depthUm: number): number =>
  Math.ceil((retractMsMax * (depthUm + REST_UM)) / (depthUmMax + REST_UM));

/** The drive of a motion as it stands. */
export const driveOf = ({ calibrated }: Firmware, { task, turning }: Motion): Drive => ({
  motor: driveMotor(task.rateCentiHz, turning),
  depthUm: orderedUm(calibrated, task.depthUm),
});

function driveMotor(rateCentiHz: number, turning: boolean): Drive['motor'] {
  if (!turning) return 'off';
  return rateCentiHz === 0 ? 'front' : { rateCentiHz };
}

/** The same pen with its motion gone on; the drive changes when the needles come out. */
export type Continued = (state: Firmware, motion: Motion) => Firmware;

/** Who a motion belongs to, which is what a stop of it leaves behind. */
export interface Owner {
  readonly arming: Arming | undefined;
  readonly withMotion: Continued;
}

/** The ages after an edge of the encoder: what was the newest is now the one before. */
export const agesAfterEdge = (ages: Ages): Ages => ({
  ...ages,
  edgeBeforeMs: ages.edgeMs,
  edgeMs: 0,
});

/** Counts this tick into ledger, pace and ages; the same pen if nothing came of it. */
function counted(state: Firmware, was: Motion, motion: Motion, sensed: Sensed): Firmware {
  const ledger = debited(state.ledger, motion, state.ages);
  if (motion.edges === was.edges) {
    return ledger === state.ledger ? state : { ...state, ledger };
  }
  const pace = paceAfter(state.pace, was, state.ages, sensed.motorMa);
  return { ...state, ledger, pace, ages: agesAfterEdge(state.ages) };
}

/** The motion as it is judged from here on: strokes counted, limits eased no longer. */
function motionAfter(motion: Motion, edges: number, ages: Ages): Motion {
  const { rateCentiHz, depthUm } = motion.task;
  const { judged } = motion;
  const eased =
    ages.easeMs === 0
    && rateCentiHz > 0 // needles held out make no strokes, so nothing newer is there to judge
    && (judged.rateCentiHz !== rateCentiHz || judged.depthUm !== depthUm);
  if (edges === 0 && !eased) return motion;
  return {
    ...motion,
    edges: motion.edges + edges,
    judged: eased ? { rateCentiHz, depthUm } : judged,
  };
}

/** How the last two strokes of this train compare with two periods, once there are three. */
const twoPeriodsMs = (motion: Motion, edges: number, ages: Ages): number | undefined =>
  edges > 0 && motion.edges >= 2 ? ages.edgeBeforeMs : undefined;

/** Why a motion ends without a latch, in the order in which it matters. */
function ending(state: Firmware, motion: Motion): 'released' | 'used-up' | undefined {
  const { hold, ages, ledger } = state;
  // S-15: a finger that leaves ends the motion in this very tick.
  if (!hold.held || hold.spent) return 'released';
  if (ages.heldMs >= motion.task.holdMsMax) return 'released';
  if (ledger.strokes > WRAP_GUARD || ages.penMs > WRAP_GUARD) return 'released';
  if (motion.task.rateCentiHz === 0 || !motion.turning) return undefined;
  return mustBrake(state, motion) ? 'used-up' : undefined;
}

/**
 * A train that stops for its ceiling has used it up: what a braked cam may leave is debited too.
 */
function usedUp(state: Firmware, motion: Motion, arming: Arming | undefined): Step {
  if (motion.edges === 0 && state.ages.doingMs >= FIRST_EDGE_MS) {
    return latchUp(state, silenceReason(state));
  }
  const leastStrokes = limitOf(motion, state.ledger) - motion.fromStrokes;
  const last = { ...motion, leastStrokes: Math.max(leastStrokes, motion.leastStrokes) };
  const ledger = debited(state.ledger, last, state.ages);
  return stay(halt({ ...state, ledger }, last, arming));
}

function latched(state: Firmware, reason: LatchReason): Step {
  return latchUp(state, reason === 'encoder-silent' ? silenceReason(state) : reason);
}

/**
 * The depth stop has had its time: the motor turns, unless not even that could be stopped again.
 */
function turn(state: Firmware, motion: Motion, { arming, withMotion }: Owner): Step {
  const turning = { ...motion, turning: true };
  const next = withMotion({ ...state, ages: startedAges(state.ages) }, turning);
  if (mustBrake(next, turning)) return usedUp(next, turning, arming);
  return stay({ ...next, drive: driveOf(next, turning) });
}

/** One tick of needles under way: count, watch, and stop for whichever reason comes first. */
export function move(
  before: Firmware,
  motionBefore: Motion,
  owner: Owner,
  sensed: Sensed,
  edges: number,
): Step {
  const twoMs = twoPeriodsMs(motionBefore, edges, before.ages);
  const motion = motionAfter(motionBefore, edges, before.ages);
  const tallied = counted(before, motionBefore, motion, sensed);
  const state = motion === motionBefore ? tallied : owner.withMotion(tallied, motion);
  const reason = watch({ state, motion, sensed, edges, twoPeriodsMs: twoMs });
  if (reason !== undefined) return latched(state, reason);
  const end = ending(state, motion);
  if (end === 'released') return stay(halt(state, motion, owner.arming));
  // At this instant of the pen's clock permission is over, with the finger still on the trigger.
  // S-12, S-13, S-26: silence ends here, whatever happened to the host, on this pen's clock.
  if (state.ages.penMs >= motion.permit.notAfterPenMs) return latchUp(state, 'lease-expired');
  if (end === 'used-up') return usedUp(state, motion, owner.arming);
  const outInMs = comingOutMs(state.make, orderedUm(state.calibrated, motion.task.depthUm));
  const waiting = motion.turning || state.ages.doingMs < outInMs;
  return waiting ? stay(state) : turn(state, motion, owner);
}
