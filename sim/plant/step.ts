/**
 * One step of the body: faults, depth stop, motor, tips, battery and heat, in that order.
 *
 * Time comes in as `elapsedMs`, 1 while anything moves and up to 10 otherwise; longer steps of a
 * moving pen are walked millisecond by millisecond, so the result does not depend on their length.
 */
import { assert } from '../../protocol/assert.ts';
import { moveDepthStop, stopTargetNm } from './depth-stop.ts';
import { followTips } from './entry.ts';
import { turnMotor } from './motor.ts';
import { faultsWithin, updateFaults } from './plant-faults.ts';
import { drawCurrent, passTime } from './power.ts';
import { coolRadio, radiate } from './radio.ts';
import { radioFaultsWithin } from './radio-faults.ts';
import type { Plant } from './state.ts';
import { protrudingUm } from './truth.ts';
import type { CartridgeSeen, Drive, Hand } from './types.ts';

const STEP_MS_MAX = 10;

/** Order of an unpowered pen: the motor coasts, and a spring withdraws the depth stop. */
export const UNPOWERED: Drive = { motor: 'off', depthUm: 0 };

/** Brings a plant forward in time under these orders and this hand; the same plant is returned. */
export function plantStep(plant: Plant, drive: Drive, hand: Hand, elapsedMs: number): Plant {
  assert(elapsedMs >= 0 && elapsedMs <= STEP_MS_MAX, 'a plant steps ten milliseconds at the most');
  plant.hand = hand;
  if (isStill(plant, drive, elapsedMs)) {
    stand(plant, elapsedMs);
    return plant;
  }
  for (let passedMs = 0; passedMs < elapsedMs; passedMs += 1) stepOneMs(plant, drive);
  return plant;
}

function isStill(plant: Plant, drive: Drive, elapsedMs: number): boolean {
  return (
    plant.rateCentiHz === 0
    && plant.phase === 0
    && !plant.shifted
    && (drive.motor === 'off' || drive.motor === 'brake')
    && plant.stopNm === stopTargetNm(plant, drive.depthUm)
    && !faultsWithin(plant, elapsedMs)
    && (plant.radio === undefined || isRadioStill(plant, elapsedMs))
  );
}

/** Nothing flows from a still generator, and no fault of it is about to act. */
function isRadioStill({ radio, tMs, strokes }: Plant, elapsedMs: number): boolean {
  return radio === undefined
    || (radio.flow === undefined && !radioFaultsWithin(radio.faults, tMs + elapsedMs, strokes));
}

function stand(plant: Plant, elapsedMs: number): void {
  plant.tMs += elapsedMs;
  if (plant.radio !== undefined) coolRadio(plant.radio, elapsedMs);
  if (plant.motorOn || plant.torque !== 0) comeToRest(plant);
  passTime(plant, elapsedMs);
}

function comeToRest(plant: Plant): void {
  plant.motorOn = false;
  plant.torque = 0;
  drawCurrent(plant);
}

function stepOneMs(plant: Plant, drive: Drive): void {
  plant.tMs += 1;
  if (faultsWithin(plant, 0)) updateFaults(plant);
  const moved = moveDepthStop(plant, drive.depthUm);
  const torqueBefore = plant.torque;
  const advance = turnMotor(plant, drive.motor);
  const driven = typeof drive.motor === 'object' && plant.rateCentiHz > 0;
  followTips(plant, advance, moved || !driven);
  if (plant.phase === 0 && plant.rateCentiHz === 0) writeChip(plant);
  if (plant.radio !== undefined) {
    const { tMs, strokes, hand } = plant;
    const around = { tMs, strokes, hand, protrudingUm: protrudingUm(plant) };
    radiate(plant.radio, drive.energy, around);
  }
  if (plant.torque !== torqueBefore) drawCurrent(plant);
  passTime(plant, 1);
}

/** The pen notes on the cartridge's chip how many strokes it has done by now. */
function writeChip(plant: Plant): void {
  const seen: CartridgeSeen | undefined = plant.cartridgeSeen;
  if (seen === undefined || seen.usedStrokes === plant.cartridgeStrokes) return;
  plant.cartridgeSeen = { ...seen, usedStrokes: plant.cartridgeStrokes };
}
