/**
 * Strokes as they really happen: where the tips pass the rim, how deep each goes, where it ended.
 *
 * A stroke in steady running peaks exactly at the cam's front, so its peak is that one sum and not
 * a sample. While the depth stop moves or the motor is not driven, the peak is the upper bound of
 * each millisecond: never less than what happened, and never more than the extension itself.
 */
import { OVERSPEED } from '../../protocol/timing.ts';
import { nextU32 } from '../random.ts';
import { ENCODER_EDGE, FRONT, risePpm, TURN } from './cam.ts';
import { faultAtWork, tellEffect } from './plant-faults.ts';
import type { Plant } from './state.ts';

/** Tips that stay within the horny layer, some 10 to 20 um, have not entered (grade D). */
const TOUCH_NM = 10_000;

/** Follows cam and tips through one millisecond, forward or, when a spring parks the cam, back. */
export function followTips(plant: Plant, advance: number, unsteady: boolean): void {
  const before = plant.phase;
  const after = before + advance;
  if (advance > 0) countEdges(plant, before, after);
  const reachNm = Math.max(plant.extensionNm, plant.extensionBeforeNm);
  if (reachNm > 0) {
    if (before < FRONT && after >= FRONT) deepen(plant, peakNm(plant, reachNm));
    else if (unsteady) deepen(plant, Math.trunc((reachNm * highestPpm(before, after)) / 1_000_000));
  }
  const wrapped = after >= TURN;
  plant.phase = wrapped ? after - TURN : after;
  if (wrapped || after <= 0 || plant.extensionNm <= 0) finish(plant);
  if (wrapped) beginTurn(plant);
}

/** Draws how far the turn that begins now strays from the mean, in rate and in peak. */
function beginTurn(plant: Plant): void {
  const { mechanics } = plant.model;
  const bits = nextU32(plant.bodyRandom);
  plant.jitterNm = spread(bits & 0xffff, mechanics.jitterUm * 1_000);
  plant.rateTrimPpm = spread(bits >>> 16, mechanics.rateJitterPpm);
}

/** Spreads sixteen uniform bits over a whole number from `-reach` to `reach`. */
export function spread(bits: number, reach: number): number {
  return Math.floor((bits * (2 * reach + 1)) / 65_536) - reach;
}

function countEdges(plant: Plant, before: number, after: number): void {
  const passed =
    (before < ENCODER_EDGE && after >= ENCODER_EDGE) || after >= TURN + ENCODER_EDGE;
  if (!passed) return;
  if (plant.faulty && losesCount(plant)) return;
  plant.encoderStrokes += 1;
}

function losesCount(plant: Plant): boolean {
  const stuck = faultAtWork(plant, 'stuck-encoder');
  if (stuck !== undefined) tellEffect(plant, stuck);
  const lossy = faultAtWork(plant, 'lossy-encoder');
  plant.edges += 1;
  const lost = lossy !== undefined && plant.edges % lossy.fault.every === 0;
  if (lost) tellEffect(plant, lossy);
  return stuck !== undefined || lost;
}

/** A peak at the front: extension, what inertia adds at this rate, and the play of this turn. */
function peakNm(plant: Plant, reachNm: number): number {
  const { mechanics, rateCentiHzMax } = plant.model;
  const tolerated = OVERSPEED.numerator / OVERSPEED.denominator;
  const share = plant.rateCentiHz / (rateCentiHzMax * tolerated);
  return reachNm + Math.floor(mechanics.overshootUmMax * 1_000 * share * share) + plant.jitterNm;
}

function highestPpm(before: number, after: number): number {
  return Math.max(risePpm(before), risePpm(Math.max(0, Math.min(TURN, after))));
}

function deepen(plant: Plant, nm: number): void {
  const { hand } = plant;
  if (hand.contact) plant.entryContact = true;
  if (nm <= plant.entryPeakNm) return;
  plant.entryPeakNm = nm;
  plant.entryPeakMs = plant.tMs;
  plant.entryAreaTag = hand.areaTag;
}

function finish(plant: Plant): void {
  if (plant.entryPeakNm >= TOUCH_NM) record(plant);
  plant.entryPeakNm = 0;
  plant.entryContact = false;
}

function record(plant: Plant): void {
  const contact = plant.entryContact;
  // Rounded up: truth must not hide the last fraction of a micrometre from a checker.
  const peakUm = Math.ceil(plant.entryPeakNm / 1_000);
  plant.finished.push({ tMs: plant.entryPeakMs, peakUm, contact, areaTag: plant.entryAreaTag });
  plant.strokes += 1;
  if (contact) plant.strokesInSkin += 1;
  plant.cartridgeStrokes += 1;
  plant.wornStrokes += 1;
  if (plant.wornStrokes % 1_000 === 0) plant.shifted = true;
  if (plant.faulty) suffer(plant);
  measure(plant, peakUm);
}

/** What a stroke does to a pen with a loose cartridge or a shifted zero. */
function suffer(plant: Plant): void {
  const outside = faultAtWork(plant, 'outside-certificate');
  if (outside !== undefined) tellEffect(plant, outside);
  const loose = faultAtWork(plant, 'loose-cartridge');
  if (loose === undefined) return;
  const mostNm = loose.fault.umMax * 1_000;
  if (plant.seatNm >= mostNm) return;
  plant.seatNm = Math.min(mostNm, plant.seatNm + loose.fault.nmPerStroke);
  plant.shifted = true;
  tellEffect(plant, loose);
}

/** The pen's own sensor looks at the stroke that has just ended. */
function measure(plant: Plant, peakUm: number): void {
  const { sensors, sensorQuality } = plant.model;
  if (!sensors.depth) return;
  const noiseUm = spread(nextU32(plant.sensorRandom) & 0xffff, sensorQuality.peakNoiseUm);
  const step = sensorQuality.peakStepUm;
  const measuredUm = Math.max(0, Math.round((peakUm + noiseUm) / step) * step);
  const frozen = plant.faulty ? faultAtWork(plant, 'frozen-depth-sensor') : undefined;
  if (frozen === undefined) plant.measuredPeakUm = measuredUm;
  else if (plant.measuredPeakUm !== measuredUm) tellEffect(plant, frozen);
}
