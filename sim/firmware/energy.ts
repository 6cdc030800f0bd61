// One tick of a pen with a generator, after everything that holds of needles has been decided: is
// this the moment for the pulse, may the one that flows go on, and what became of it. Energy is a
// part of the drive, so whatever stops the needles has already ended it.

import type { PulseEnd } from '../../protocol/energy.ts';
import type { RadioSensed, Sensed } from '../plant/types.ts';
import {
  ABORT_DECI_C, ENERGY_DEPTH_UM_MIN, type EnergyState, FIT_MS, INSERT_MS_MAX, INSERTED_UM_SHORT,
  LATCH_DECI_C, OUTSIDE_MAX, PROOF, SETTLE_MS, START_DECI_C_MAX, STILL_MM_S, STILL_UM,
} from './energy-state.ts';
import { after, type Step, stay } from './event.ts';
import { halt, latchUp } from './latch.ts';
import { store } from './ledger.ts';
import type { Doing, Firmware } from './state.ts';

/** A running pen, what it looks at, and its generator. */
interface Look {
  readonly state: Firmware;
  readonly energy: EnergyState;
  readonly doing: Doing<'running'>;
  readonly sensed: Sensed;
  readonly radio: RadioSensed;
}

/** Goes on from a step of needles; `before` is the pen as the tick found it. */
export function energyTick(before: Firmware, needled: Step, sensed: Sensed): Step {
  const { radio } = sensed;
  if (radio === undefined) return needled;
  const step = { ...needled, state: looked(needled.state, radio) };
  const { state } = step;
  const { energy } = state;
  if (energy === undefined) return step;
  // S-84: energy that nobody ordered is a fault of its own, in whatever the pen does.
  if (radio.emitting && before.drive.energy === undefined && state.latch.reason === 'none') {
    return after(step.effects, closed(latchUp(state, 'energy-unasked'), radio));
  }
  if (radio.tissueDeciC >= LATCH_DECI_C && state.latch.reason === 'none') {
    return after(step.effects, closed(latchUp(state, 'tissue-too-hot'), radio));
  }
  const { doing } = state;
  if (doing.kind !== 'running' || doing.arming.energy === undefined) {
    const waits = doing.kind === 'armed' && doing.permit !== undefined;
    return waits || energy.stage === 'none' || energy.stage === 'over'
      ? step
      : after(step.effects, closed(stay(state), radio));
  }
  return after(step.effects, goOn({ state, energy, doing, sensed, radio }));
}

/** The two facts about energy that clearing a latch rests on. */
function looked(state: Firmware, { tissueDeciC, emitting }: RadioSensed): Firmware {
  const { energy } = state;
  const isWarm = tissueDeciC >= START_DECI_C_MAX;
  const isSame = energy === undefined || (energy.isWarm === isWarm && energy.flows === emitting);
  return isSame ? state : { ...state, energy: { ...energy, isWarm, flows: emitting } };
}

/** The needles were stopped by something else: the pulse is over, as far as it came. */
function closed({ state, effects }: Step, radio: RadioSensed): Step {
  const { energy } = state;
  if (energy === undefined) return { state, effects };
  const began = energy.stage === 'giving' || energy.stage === 'storing';
  const newest = began ? { ...measured(energy, radio), end: 'stopped' as const } : energy.newest;
  const sincePulseMs = began ? 0 : energy.sincePulseMs;
  const stage = began ? 'over' : 'none';
  return {
    state: { ...state, energy: { ...energy, stage, permit: undefined, newest, sincePulseMs } },
    effects,
  };
}

function goOn(look: Look): Step {
  switch (look.energy.stage) {
    case 'inserting':
      return insert(look);
    case 'storing':
      return begin(look);
    case 'giving':
      return give(look);
    case 'none':
    case 'over':
      return stay(look.state);
  }
}

const deepUm = ({ doing }: Look): number =>
  Math.max(ENERGY_DEPTH_UM_MIN, doing.arming.task.depthUm - INSERTED_UM_SHORT);

/** In the skin as deep as armed, and not moving, by every sensor that there is. */
// S-83: no energy but with needles that are in, on skin, and still.
const isIn = (look: Look): boolean =>
  look.doing.motion.turning
  && look.sensed.contact === true
  && look.radio.depthUm >= deepUm(look)
  && Math.abs(look.radio.depthUm - look.energy.depthUm) <= STILL_UM
  && (look.sensed.glideMmS ?? 0) <= STILL_MM_S;

const isInWindow = ({ state, radio }: Look): boolean =>
  state.make.radio !== undefined
  && radio.impedanceOhm >= state.make.radio.impedanceOhmMin
  && radio.impedanceOhm <= state.make.radio.impedanceOhmMax;

/** Whether a whole pulse is over before its lease is. */
// S-86: no pulse is begun that could outlive the permission it is begun under.
const fits = ({ state, energy, doing }: Look): boolean =>
  energy.permit !== undefined
  && state.ages.penMs + energy.permit.pulseMs + FIT_MS <= doing.motion.permit.notAfterPenMs;

const withEnergy = (state: Firmware, energy: EnergyState): Firmware => ({ ...state, energy });

/** Waits until the needles have stood in the skin, then debits the pulse and has it stored. */
function insert(look: Look): Step {
  const { state, energy, radio } = look;
  const seen = { ...energy, depthUm: radio.depthUm };
  if (state.ages.doingMs > INSERT_MS_MAX) return over(look, energy.newest);
  if (!isIn(look)) return stay(withEnergy(state, { ...seen, stageMs: 0 }));
  if (energy.stageMs < SETTLE_MS) return stay(withEnergy(state, seen));
  if (!isInWindow(look)) return keptBack(look);
  if (radio.tissueDeciC > START_DECI_C_MAX || !fits(look)) return stay(withEnergy(state, seen));
  const debited = { ...seen, pulses: energy.pulses + 1, stage: 'storing' as const, stored: false };
  const ordered = store(withEnergy(state, { ...debited, stageMs: 0 }));
  const { storeId } = ordered.state.ledger;
  const waiting = { ...debited, stageMs: 0, storeId };
  return { state: withEnergy(ordered.state, waiting), effects: ordered.effects };
}

/** Gives the pulse once its debit is stored, if all is still as it was. */
function begin(look: Look): Step {
  const { state, energy, radio } = look;
  const seen = { ...energy, depthUm: radio.depthUm };
  if (!isIn(look)) return over(look, { ...measured(energy, radio), end: 'moved' });
  if (!energy.stored || energy.permit === undefined) return stay(withEnergy(state, seen));
  if (!fits(look)) return over(look, { ...measured(energy, radio), end: 'stopped' });
  const { microJoulePerPin, pulseMs } = energy.permit;
  const order = { number: energy.pulses, microJoulePerPin, pulseMs };
  const giving: EnergyState = {
    ...seen, stage: 'giving', stageMs: 0, startDeciC: radio.tissueDeciC,
    newest: {
      end: 'none', microJoule: 0, ms: 0, leastOhm: radio.impedanceOhm,
      peakDeciC: radio.tissueDeciC, leastUm: radio.depthUm,
    },
  };
  return stay({ ...withEnergy(state, giving), drive: { ...state.drive, energy: order } });
}

const lesser = (one: number | undefined, other: number): number => Math.min(one ?? other, other);

/** The pulse that flows, as it has been measured up to now. */
function measured({ newest, stage }: EnergyState, radio: RadioSensed): EnergyState['newest'] {
  if (stage !== 'giving') return { ...newest, microJoule: 0, ms: 0 };
  return {
    end: newest.end,
    microJoule: Math.max(newest.microJoule, radio.givenMicroJoule),
    ms: Math.max(newest.ms, radio.givenMs),
    leastOhm: lesser(newest.leastOhm, radio.impedanceOhm),
    peakDeciC: Math.max(newest.peakDeciC ?? 0, radio.tissueDeciC),
    leastUm: lesser(newest.leastUm, radio.depthUm),
  };
}

/** Why the pulse that flows ends now; undefined lets it flow on. */
function endOf(look: Look, given: EnergyState['newest']): PulseEnd | undefined {
  const { sensed, radio, energy, state } = look;
  if (sensed.contact !== true) return 'lifted-off';
  if (!isIn(look)) return 'moved';
  if (!isInWindow(look)) return 'impedance';
  const warmed = radio.tissueDeciC - energy.startDeciC;
  const isDeaf = given.microJoule >= PROOF.microJoule && warmed < PROOF.deciC;
  const abortDeciC = Math.min(ABORT_DECI_C, state.make.radio?.abortDeciC ?? 0);
  // S-85: by the pen's own sensor, and by no sensor that energy does not move.
  if (radio.tissueDeciC >= abortDeciC || isDeaf) return 'too-hot';
  return isWhole(energy, radio, given) ? 'whole' : undefined;
}

/** Given by its energy, by its length, or by the word of the generator itself. */
function isWhole(
  { permit, stageMs }: EnergyState,
  { emitting }: RadioSensed,
  given: EnergyState['newest'],
): boolean {
  if (permit === undefined || given.microJoule >= permit.microJoulePerPin) return true;
  return stageMs > permit.pulseMs || (given.ms > 0 && !emitting);
}

function give(look: Look): Step {
  const { state, energy, radio } = look;
  const newest = measured(energy, radio);
  const end = endOf(look, newest);
  if (end === undefined) {
    return stay(withEnergy(state, { ...energy, newest, depthUm: radio.depthUm }));
  }
  const counted = end === 'impedance' ? { ...look, energy: oneMore(energy) } : look;
  return over(counted, { ...newest, end });
}

const oneMore = (energy: EnergyState): EnergyState => ({ ...energy, outside: energy.outside + 1 });

/** Impedance keeps the pulse from being given at all: nothing is debited. */
const keptBack = (look: Look): Step =>
  over({ ...look, energy: oneMore(look.energy) }, look.energy.newest);

/** The insertion is over: needles in, and a latch if impedance has ended too many. */
function over({ state, energy, doing }: Look, newest: EnergyState['newest']): Step {
  const given = energy.stage === 'giving' || energy.stage === 'storing';
  const done: EnergyState = {
    ...energy, stage: given ? 'over' : 'none', permit: undefined, newest,
    sincePulseMs: given ? 0 : energy.sincePulseMs,
  };
  const next = withEnergy(state, done);
  if (done.outside >= OUTSIDE_MAX) return latchUp(next, 'impedance-out');
  return stay(halt(next, doing.motion, doing.arming));
}
