/**
 * The radiofrequency part of a pen's body: a generator with a timer of its own, tissue between the
 * pins, and sensors for both. Every pulse is remembered as it truly was, for checkers. The tissue
 * is one lump, sized so that 30 mJ a pin raise 34 to about 60 degrees Celsius (grade D; the target
 * of 55 to 65 degrees and the danger above 70 stand in study notes, grade C).
 */
import type { Fault } from '../faults/fault.ts';
import { type FaultLog, noteEffect } from '../faults/fault-log.ts';
import { createRandom, nextU32, type Random } from '../random.ts';
import {
  createRadioFaults, type RadioFaults, radioFaultAtWork, passRadioFaults,
} from './radio-faults.ts';
import type { Hand, RadioModel, RadioOrder, RadioSensed, TruePulse } from './types.ts';

/** A pulse under way. */
interface Flow {
  readonly order: RadioOrder;
  readonly ordered: boolean;
  passedMs: number;
  microJoule: number;
  begunMs: number;
  leastUm: number;
  mostUm: number;
  shallowMs: number;
  touching: boolean;
  glided: boolean;
  areaTag: number;
  peakMilliC: number;
  leastOhm: number;
  mostOhm: number;
}

/** All that this part of a body remembers; changed in place, as the plant is. */
export interface Radio {
  readonly model: RadioModel;
  readonly random: Random;
  readonly faultLog: FaultLog;
  readonly faults: RadioFaults;
  tissueMilliC: number;
  flow: Flow | undefined;
  /** The newest order that was begun; the same one is not begun twice. */
  begunNumber: number;
  /** What the timer beside the processor has seen: once it has spoken, only silence resets it. */
  timedOut: boolean;
  readonly pulses: TruePulse[];
  readonly sensed: { -readonly [Name in keyof RadioSensed]: RadioSensed[Name] };
}

/** What it needs to know of the rest of the body in one millisecond. */
export interface RadioSurroundings {
  readonly tMs: number;
  readonly strokes: number;
  readonly hand: Hand;
  readonly protrudingUm: number;
}

const RADIO_STREAM = 41;
const BODY_MILLI_C = 34_000;
const MILLI_C_PER_MILLI_JOULE = 870;
const COOLING_MS = 500;
const TISSUE_OHM = 320;
const OHM_SPREAD = 40;
const OPEN_OHM = 60_000;
const OHM_PER_MILLI_C = { numerator: 2, denominator: 1_000 } as const;
/** A head that is slower stays where it is; needles that stand out less are not in the skin. */
const STILL_MM_S = 10;
const IN_SKIN_UM = 100;
/** Energy from needles that stand out less is at the surface, for whoever judges. */
const SHALLOW_UM = 490;

/** Makes the part; its chance is its own, so that no other pen is any different for it. */
export const createRadio = (model: RadioModel, seed: number, faultLog: FaultLog): Radio => ({
  model,
  random: createRandom(seed, RADIO_STREAM),
  faultLog,
  faults: createRadioFaults(faultLog),
  tissueMilliC: BODY_MILLI_C,
  flow: undefined,
  begunNumber: 0,
  timedOut: false,
  pulses: [],
  sensed: {
    depthUm: 0, impedanceOhm: OPEN_OHM, tissueDeciC: BODY_MILLI_C / 100, emitting: false,
    givenMicroJoule: 0, givenMs: 0,
  },
});

/** Gives it one more fault while it lives. */
export const afflictRadio = (radio: Radio, fault: Fault): boolean => radio.faults.add(fault);

/** Brings the part through one millisecond under an order, or without one. */
export function radiate(
  radio: Radio,
  order: RadioOrder | undefined,
  around: RadioSurroundings,
): void {
  passRadioFaults(radio.faults, around.tMs, around.strokes);
  radio.tissueMilliC -= Math.trunc((radio.tissueMilliC - BODY_MILLI_C) / COOLING_MS);
  const wanted = orderInForce(radio, order);
  if (wanted === undefined) end(radio);
  else give(radio, wanted, order !== undefined, around);
  look(radio, around);
}

/** Lets time pass for a part that has no order and no fault about to act. */
export function coolRadio(radio: Radio, elapsedMs: number): void {
  const more = radio.tissueMilliC - BODY_MILLI_C;
  if (more > 0) radio.tissueMilliC -= Math.min(more, Math.ceil((more * elapsedMs) / COOLING_MS));
  radio.sensed.tissueDeciC = Math.round(radio.tissueMilliC / 100);
  radio.sensed.emitting = false;
}

/** What it really follows: its order, or what a fault makes of it. */
function orderInForce(radio: Radio, order: RadioOrder | undefined): RadioOrder | undefined {
  const stuck = radioFaultAtWork(radio.faults, 'energy-stuck');
  if (order === undefined && stuck !== undefined && radio.flow !== undefined) {
    noteEffect(radio.faultLog, stuck.index);
    return radio.flow.order;
  }
  const unasked = radioFaultAtWork(radio.faults, 'energy-unasked');
  if (order === undefined && unasked !== undefined) {
    noteEffect(radio.faultLog, unasked.index);
    const { microJoulePerMs } = unasked.fault;
    const pulseMs = radio.model.pulseMsMax;
    return { number: -1, microJoulePerPin: microJoulePerMs * pulseMs, pulseMs };
  }
  return order;
}

function give(
  radio: Radio,
  order: RadioOrder,
  ordered: boolean,
  around: RadioSurroundings,
): void {
  const again = radio.flow === undefined && order.number === radio.begunNumber;
  if (radio.timedOut || again) {
    end(radio);
    return;
  }
  const flow = radio.flow ?? begin(radio, order, ordered, around);
  if (flow.passedMs >= Math.min(order.pulseMs, radio.model.pulseMsMax)) {
    // The timer beside the processor: it needs no firmware, and speaks once for each pulse.
    radio.timedOut = true;
    end(radio);
    return;
  }
  flow.passedMs += 1;
  const byNow = (ms: number): number => Math.floor((order.microJoulePerPin * ms) / order.pulseMs);
  const more = powered(radio, byNow(flow.passedMs) - byNow(flow.passedMs - 1));
  flow.microJoule += more;
  warm(radio, more, isIn(around));
  remember(radio, flow, around);
}

function powered(radio: Radio, microJoule: number): number {
  const strong = radioFaultAtWork(radio.faults, 'energy-strong');
  if (strong === undefined) return microJoule;
  noteEffect(radio.faultLog, strong.index);
  return Math.floor((microJoule * strong.fault.permille) / 1_000);
}

function warm(radio: Radio, microJoule: number, isInside: boolean): void {
  if (!isInside) return;
  const poor = radioFaultAtWork(radio.faults, 'hot-tissue');
  if (poor !== undefined) noteEffect(radio.faultLog, poor.index);
  const milliC = Math.ceil((microJoule * MILLI_C_PER_MILLI_JOULE) / 1_000);
  radio.tissueMilliC += Math.ceil((milliC * (poor?.fault.permille ?? 1_000)) / 1_000);
}

const isIn = ({ hand, protrudingUm }: RadioSurroundings): boolean =>
  hand.contact && protrudingUm >= IN_SKIN_UM;

function begin(
  radio: Radio,
  order: RadioOrder,
  ordered: boolean,
  { tMs, protrudingUm, hand }: RadioSurroundings,
): Flow {
  radio.begunNumber = order.number;
  const flow: Flow = {
    order, ordered, passedMs: 0, microJoule: 0, begunMs: tMs, leastUm: protrudingUm,
    mostUm: protrudingUm, shallowMs: 0, touching: true, glided: false, areaTag: hand.areaTag,
    peakMilliC: radio.tissueMilliC, leastOhm: OPEN_OHM, mostOhm: 0,
  };
  radio.flow = flow;
  return flow;
}

function remember(radio: Radio, flow: Flow, around: RadioSurroundings): void {
  const { hand, protrudingUm } = around;
  if (protrudingUm < SHALLOW_UM) flow.shallowMs += 1;
  else flow.leastUm = Math.min(flow.leastUm, protrudingUm);
  flow.mostUm = Math.max(flow.mostUm, protrudingUm);
  flow.touching &&= hand.contact;
  flow.glided ||= hand.glideMmS > STILL_MM_S;
  flow.peakMilliC = Math.max(flow.peakMilliC, radio.tissueMilliC);
  const ohm = trueOhm(radio, around);
  flow.leastOhm = Math.min(flow.leastOhm, ohm);
  flow.mostOhm = Math.max(flow.mostOhm, ohm);
}

function end(radio: Radio): void {
  const { flow } = radio;
  if (flow === undefined) {
    radio.timedOut &&= radioFaultAtWork(radio.faults, 'energy-unasked') !== undefined;
    return;
  }
  radio.flow = undefined;
  radio.pulses.push({
    tMs: flow.begunMs, ms: flow.passedMs, microJoulePerPin: flow.microJoule,
    leastUm: flow.leastUm, mostUm: flow.mostUm, shallowMs: flow.shallowMs,
    touching: flow.touching, glided: flow.glided,
    areaTag: flow.areaTag, peakDeciC: Math.ceil(flow.peakMilliC / 100),
    leastOhm: flow.leastOhm, mostOhm: flow.mostOhm, ordered: flow.ordered,
  });
}

function trueOhm(radio: Radio, around: RadioSurroundings): number {
  if (!isIn(around)) return OPEN_OHM;
  const off = radioFaultAtWork(radio.faults, 'impedance-off');
  if (off !== undefined) {
    noteEffect(radio.faultLog, off.index);
    return off.fault.ohm;
  }
  const { numerator, denominator } = OHM_PER_MILLI_C;
  const warmer = Math.trunc(((radio.tissueMilliC - BODY_MILLI_C) * numerator) / denominator);
  return TISSUE_OHM - warmer;
}

/** What the sensors of this part make of it. */
function look(radio: Radio, around: RadioSurroundings): void {
  const { sensed, flow } = radio;
  const bits = nextU32(radio.random);
  const depthNoise = (((bits & 0xff) * 11) >> 8) - 5;
  sensed.depthUm = Math.max(0, around.protrudingUm + (around.protrudingUm > 0 ? depthNoise : 0));
  const ohm = trueOhm(radio, around);
  sensed.impedanceOhm = ohm === OPEN_OHM ? ohm : ohm + ((((bits >>> 8) & 0xff) * OHM_SPREAD) >> 8);
  const frozen = radioFaultAtWork(radio.faults, 'frozen-tissue-sensor');
  const deciC = Math.round(radio.tissueMilliC / 100) + ((((bits >>> 16) & 0xff) * 7) >> 8) - 3;
  if (frozen === undefined) sensed.tissueDeciC = deciC;
  else if (Math.abs(sensed.tissueDeciC - deciC) > 10) noteEffect(radio.faultLog, frozen.index);
  sensed.emitting = flow !== undefined;
  sensed.givenMicroJoule = flow?.microJoule ?? 0;
  sensed.givenMs = flow?.passedMs ?? 0;
}

/** Takes the pulses that have ended since the last call, oldest first. */
export const drainTruePulses = (radio: Radio | undefined): readonly TruePulse[] =>
  radio?.pulses.splice(0) ?? [];
