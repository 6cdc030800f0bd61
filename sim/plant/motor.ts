/**
 * The motor and what it has to drag: how the cam's rate changes in one millisecond, and how far it
 * turns. A proportional controller with limited torque, so the rate sags under skin and never
 * overshoots its order; a spring carries a cam that nobody drives back to rest, needles inward.
 *
 * Skin drag grows with needle count and depth. Its size is our proposal (grade D) in the order
 * of magnitude of 0.021 to 0.030 N a needle (Olatunji 2013, grade A).
 */
import { FRONT, TURN } from './cam.ts';
import { faultAtWork, tellEffect } from './plant-faults.ts';
import type { Plant } from './state.ts';
import type { MotorOrder } from './types.ts';

/** How fast the spring, or the slow turn to the front, moves a cam that stands, per millisecond. */
const CREEP_TURN = TURN / 20;

/** What the controller is told in fact; below zero the motor is not driven. */
function aimFor(plant: Plant, order: MotorOrder): number {
  const orderedCentiHz = typeof order === 'object' ? order.rateCentiHz : -1;
  const toldCentiHz = plant.faulty ? faultyCentiHz(plant, orderedCentiHz) : orderedCentiHz;
  if (toldCentiHz <= 0) return -1;
  const { pull } = plant;
  if (toldCentiHz !== pull.toldCentiHz || plant.rateTrimPpm !== pull.trimPpm) {
    const ppm = 1_000_000 + plant.individual.ratePpm + plant.rateTrimPpm;
    pull.aimCentiHz = Math.trunc((toldCentiHz * ppm) / 1_000_000);
    pull.toldCentiHz = toldCentiHz;
    pull.trimPpm = plant.rateTrimPpm;
  }
  return pull.aimCentiHz;
}

function faultyCentiHz(plant: Plant, orderedCentiHz: number): number {
  const runaway = faultAtWork(plant, 'motor-runaway');
  if (runaway !== undefined && orderedCentiHz < runaway.fault.rateCentiHz) {
    tellEffect(plant, runaway);
    return runaway.fault.rateCentiHz;
  }
  const overspeed = faultAtWork(plant, 'overspeed');
  if (overspeed === undefined || orderedCentiHz <= 0) return orderedCentiHz;
  tellEffect(plant, overspeed);
  return Math.trunc((orderedCentiHz * overspeed.fault.permille) / 1_000);
}

/** Brings the motor through one millisecond; the answer is how far the cam turned. */
export function turnMotor(plant: Plant, order: MotorOrder): number {
  const aimCentiHz = aimFor(plant, order);
  plant.motorOn = aimCentiHz > 0 || (order === 'front' && plant.phase !== FRONT);
  const before = plant.rateCentiHz;
  plant.torque = aimCentiHz > 0 ? drivingTorque(plant, aimCentiHz) : 0;
  if (plant.faulty && isStalled(plant)) return 0;
  if (aimCentiHz <= 0 && before === 0) return order === 'front' ? stepToFront(plant) : park(plant);
  const push = aimCentiHz <= 0 && order !== 'off' ? -plant.model.mechanics.brakeCentiHzPerMs : 0;
  plant.rateCentiHz = Math.max(0, before + plant.torque + push - drag(plant));
  // The mean of the rates at both ends of the millisecond, where 1 centihertz is 10 micro-turns.
  return (before + plant.rateCentiHz) * 5;
}

function drivingTorque(plant: Plant, aimCentiHz: number): number {
  const { mechanics } = plant.model;
  const rate = plant.rateCentiHz;
  const most =
    Math.trunc((mechanics.spinUpCentiHzPerMs * plant.supplyPermille) / 1_000)
    - Math.trunc((mechanics.spinUpCentiHzPerMs * rate) / mechanics.freeCentiHz);
  const asked =
    Math.trunc(((aimCentiHz - rate) * mechanics.controlPermille) / 1_000)
    + mechanics.frictionCentiHzPerMs;
  return Math.max(-mechanics.brakeCentiHzPerMs, Math.min(most, asked));
}

function drag(plant: Plant): number {
  const { cartridge, hand, extensionNm, pull } = plant;
  const same = hand === pull.hand && extensionNm === pull.extensionNm;
  if (same && cartridge === pull.cartridge) return pull.drag;
  pull.hand = hand;
  pull.extensionNm = extensionNm;
  pull.cartridge = cartridge;
  pull.drag = dragOf(plant);
  return pull.drag;
}

function dragOf({ model, cartridge, hand, extensionNm }: Plant): number {
  const { mechanics } = model;
  const friction = mechanics.frictionCentiHzPerMs;
  if (!hand.contact || extensionNm <= 0 || cartridge === undefined) return friction;
  // A head that is pressed harder drags more: at one newton the nominal figure holds.
  const nominal = mechanics.skinMilliPerNeedleMm * cartridge.seen.needleCount;
  const pressed = (nominal * (1_000 + hand.forceMn)) / 2_000;
  return friction + Math.trunc((pressed * extensionNm) / 1_000_000_000);
}

function isStalled(plant: Plant): boolean {
  const stall = faultAtWork(plant, 'motor-stall');
  if (stall === undefined) return false;
  if (plant.torque > 0 || plant.rateCentiHz > 0) tellEffect(plant, stall);
  plant.rateCentiHz = 0;
  return true;
}

function park(plant: Plant): number {
  if (plant.phase === 0) return 0;
  return plant.phase < FRONT
    ? -Math.min(CREEP_TURN, plant.phase)
    : Math.min(CREEP_TURN, TURN - plant.phase);
}

function stepToFront(plant: Plant): number {
  const left = plant.phase <= FRONT ? FRONT - plant.phase : FRONT + TURN - plant.phase;
  return Math.min(CREEP_TURN, left);
}
