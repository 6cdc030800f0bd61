// How long a pen whose needles run may simply grow older. Most milliseconds of a train change
// nothing but ages: no edge of the encoder, no new fact, no instant that was waited for. Whoever
// lives the pen's time may let them pass together, and the pen comes out the same to the last bit;
// it is bookkeeping for a simulator's speed, and no rule of the pen rests on it.

import { WRAP_GUARD } from '../../protocol/timing.ts';
import type { Sensed } from '../plant/types.ts';
import { msToBraking } from './ledger.ts';
import { holdAfter, see } from './sense.ts';
import type { Ages, Firmware, Motion, Seen } from './state.ts';
import { msToSilence } from './watch.ts';

/** So near the end of its counter a pen is looked at every millisecond. */
const NEAR_WRAP = WRAP_GUARD - 10_000;

const isDoubtful = ({ tilted, pressed, strained }: Seen): boolean => tilted || pressed || strained;

/** Whether this motion is in the middle of its train, with one limit to be judged by. */
const isSteady = (state: Firmware, { turning, edges, task, judged }: Motion): boolean =>
  turning
  && edges > 0
  && task.rateCentiHz > 0
  && judged.rateCentiHz === task.rateCentiHz
  && judged.depthUm === task.depthUm
  && state.ages.easeMs === 0
  && !isDoubtful(state.seen);

/** The milliseconds before the next instant at which something is due. */
const msToDue = (ages: Ages, { permit, task }: Motion): number =>
  Math.min(
    ages.telemetryInMs,
    permit.notAfterPenMs - ages.penMs,
    task.holdMsMax - ages.heldMs,
  ) - 1;

/** How many ticks of a millisecond from now on only make this pen older, if its sensors stay so. */
export function calmMs(state: Firmware): number {
  const { doing, ages, ledger } = state;
  if (doing.kind !== 'running' || !isSteady(state, doing.motion)) return 0;
  if (ledger.strokes > NEAR_WRAP || ages.penMs > NEAR_WRAP) return 0;
  const { motion } = doing;
  return Math.min(
    msToDue(ages, motion),
    msToSilence(motion, ages) - 1,
    msToBraking(state, motion) - 1,
  );
}

/** Whether the sensors say what they said at the last tick, as far as decisions rest on it. */
export const saysNothingNew = (
  state: Firmware,
  sensed: Sensed,
  peakBeforeUm: number | undefined,
): boolean =>
  sensed.encoderStrokes === state.ledger.encoder
  && sensed.peakUm === peakBeforeUm
  && see(state, sensed) === state.seen
  && holdAfter(state, sensed.trigger) === state.hold;
