/**
 * The mechanics that our models share: a small coreless motor, a lithium cell, a leadscrew stop.
 *
 * Every figure is a proposal of ours (grade D): no maker publishes them. What makers do publish,
 * rates and depths, is in the models themselves.
 */
import type { Mechanics, SensorQuality } from '../plant/mechanics.ts';

/** The mechanics of a well-made pen; a model says where it differs. */
export const FINE_MECHANICS: Mechanics = {
  offsetUm: { min: -2, max: 10 },
  gainPpm: { min: -6_000, max: 6_000 },
  bowUm: { min: 0, max: 4 },
  hysteresisUm: { min: 0, max: 10 },
  seatUmMax: 5,
  jitterUm: 2,
  wearNmPerKiloStroke: 1,
  wearUmMax: 3,
  growthNmPerDegC: 20,
  growthUmMax: 1,
  overshootUmMax: 10,

  restUm: 400,
  retractedUm: 200,
  depthStopUmPerMs: 30,

  ratePpm: { min: -5_000, max: 5_000 },
  rateJitterPpm: 4_000,
  spinUpCentiHzPerMs: 500,
  brakeCentiHzPerMs: 1_000,
  frictionCentiHzPerMs: 60,
  skinMilliPerNeedleMm: 1_400,
  controlPermille: 500,

  power: 'battery',
  nominalMv: 3_700,
  freeCentiHz: 30_000,
  capacityMas: 3_600_000,
  resistanceMilliohm: 150,
  chargeMa: 500,
  idleMa: 40,
  microampPerTorque: 2_000,
  heatMilliDegPer10S: 12_000,
  coolMilliDegPer10S: 33,
};

/** The mechanics of an ordinary pen, wide enough to need a class S certificate. */
export const PLAIN_MECHANICS: Mechanics = {
  ...FINE_MECHANICS,
  offsetUm: { min: -20, max: 20 },
  gainPpm: { min: -13_000, max: 13_000 },
  bowUm: { min: -6, max: 8 },
  hysteresisUm: { min: 0, max: 30 },
  seatUmMax: 12,
  jitterUm: 5,
  wearNmPerKiloStroke: 2,
  wearUmMax: 6,
  growthNmPerDegC: 40,
  growthUmMax: 2,
  overshootUmMax: 18,
  ratePpm: { min: -20_000, max: 20_000 },
  rateJitterPpm: 10_000,
  controlPermille: 300,
};

/** Sensors of a well-made pen. */
export const FINE_SENSORS: SensorQuality = {
  peakStepUm: 5,
  peakNoiseUm: 5,
  forceStepMn: 5,
  forceNoiseMn: 10,
  tiltNoiseDeg: 1,
  glideNoiseMmS: 2,
  motorNoiseMa: 8,
};

/** Sensors of an ordinary pen. */
export const PLAIN_SENSORS: SensorQuality = {
  peakStepUm: 10,
  peakNoiseUm: 12,
  forceStepMn: 20,
  forceNoiseMn: 30,
  tiltNoiseDeg: 2,
  glideNoiseMmS: 4,
  motorNoiseMa: 20,
};
