/**
 * What the pen's own sensors say: truth through noise, steps, missing sensors and sensor faults.
 *
 * This is all that firmware ever knows of the body. One draw of chance serves one reading, and it
 * comes from the sensors' own generator: looking does not change what happens.
 */
import { nextU32 } from '../random.ts';
import { faultAtWork, tellEffect } from './plant-faults.ts';
import { chargePercent, terminalMv } from './power.ts';
import { isRetracted } from './truth.ts';
import type { Reading } from './reading.ts';
import type { Plant } from './state.ts';
import type { Sensed } from './types.ts';

/** Reads all sensors of a pen; the answer is valid until the next reading. */
export function sense(plant: Plant): Sensed {
  drawChance(plant);
  return readDrawn(plant);
}

/** Draws the chance of one reading, which may then be read, or go by unread. */
export function drawChance(plant: Plant): void {
  plant.sensorBits = nextU32(plant.sensorRandom);
}

/** Reads all sensors with the chance that was drawn last. */
export function readDrawn(plant: Plant): Sensed {
  const { reading } = plant;
  fill(plant, reading, plant.sensorBits);
  if (plant.faulty) disturb(plant, reading);
  return reading;
}

const LUCK_MOST = 0xffffffff;

/** The most that the noisy sensors could say now, whatever chance draws. */
export function readMost(plant: Plant): Sensed {
  fill(plant, plant.most, LUCK_MOST);
  return plant.most;
}

function fill(plant: Plant, reading: Reading, bits: number): void {
  const { hand } = plant;
  reading.trigger = hand.trigger;
  reading.encoderStrokes = plant.encoderStrokes;
  reading.retracted = isRetracted(plant);
  reading.peakUm = plant.measuredPeakUm < 0 ? undefined : plant.measuredPeakUm;
  fillNoisy(plant, reading, bits);
  reading.batteryMv = terminalMv(plant);
  reading.batteryPercent = chargePercent(plant);
  reading.temperatureDeciC = Math.trunc(plant.temperatureMicroDegC / 100_000);
  reading.cartridge = plant.cartridgeSeen;
  reading.charging = hand.docked;
  if (plant.radio !== undefined) reading.radio = plant.radio.sensed;
}

/** The noisy ones: what touches the skin, and the motor's current. */
function fillNoisy({ hand, model, motorMa }: Plant, reading: Reading, bits: number): void {
  const { sensors, sensorQuality } = model;
  if (sensors.contact) reading.contact = hand.contact;
  if (sensors.force) {
    const forceMn = hand.forceMn + noise(bits & 0xff, sensorQuality.forceNoiseMn);
    reading.forceMn = Math.max(0, forceMn - (forceMn % sensorQuality.forceStepMn));
  }
  if (sensors.tilt) {
    const tiltDeg = hand.tiltDeg + noise((bits >>> 8) & 0xff, sensorQuality.tiltNoiseDeg);
    reading.tiltDeg = Math.max(0, Math.min(90, tiltDeg));
  }
  if (sensors.motion) {
    const glideMmS = hand.glideMmS + noise((bits >>> 16) & 0xff, sensorQuality.glideNoiseMmS);
    reading.glideMmS = Math.max(0, glideMmS);
  }
  reading.motorMa = Math.max(0, motorMa + noise(bits >>> 24, sensorQuality.motorNoiseMa));
}

/** Spreads eight uniform bits over a whole number from `-reach` to `reach`. */
function noise(bits: number, reach: number): number {
  return ((bits * (2 * reach + 1)) >> 8) - reach;
}

/** Lets the sensor faults at work say something else, and tells so when that makes a difference. */
function disturb(plant: Plant, reading: Reading): void {
  const trigger = faultAtWork(plant, 'stuck-trigger');
  if (trigger !== undefined && reading.trigger !== trigger.fault.reads) {
    reading.trigger = trigger.fault.reads;
    tellEffect(plant, trigger);
  }
  const contact = faultAtWork(plant, 'false-contact');
  const { contact: felt } = reading;
  if (contact !== undefined && felt !== undefined && felt !== contact.fault.reads) {
    reading.contact = contact.fault.reads;
    tellEffect(plant, contact);
  }
  const retract = faultAtWork(plant, 'stuck-retract-switch');
  if (retract !== undefined && reading.retracted !== retract.fault.reads) {
    reading.retracted = retract.fault.reads;
    tellEffect(plant, retract);
  }
  disturbSkin(plant, reading);
}

function disturbSkin(plant: Plant, reading: Reading): void {
  const force = faultAtWork(plant, 'frozen-force');
  if (force !== undefined && differs(reading.forceMn, force.fault.readsMn)) {
    reading.forceMn = force.fault.readsMn;
    tellEffect(plant, force);
  }
  const tilt = faultAtWork(plant, 'frozen-tilt');
  if (tilt !== undefined && differs(reading.tiltDeg, tilt.fault.readsDeg)) {
    reading.tiltDeg = tilt.fault.readsDeg;
    tellEffect(plant, tilt);
  }
  const motion = faultAtWork(plant, 'frozen-motion');
  if (motion !== undefined && differs(reading.glideMmS, motion.fault.readsMmS)) {
    reading.glideMmS = motion.fault.readsMmS;
    tellEffect(plant, motion);
  }
}

/** Whether a sensor that exists would have said something else. */
function differs(read: number | undefined, frozen: number): boolean {
  return read !== undefined && read !== frozen;
}
