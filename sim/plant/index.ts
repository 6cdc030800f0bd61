/**
 * The door of the plant. Who makes a world steps it, senses it and drains its strokes; checkers
 * read the truth. Everything else in this folder is how that comes about.
 */
export type {
  Cartridge,
  CartridgeSeen,
  Certificate,
  Drive,
  Hand,
  MotorOrder,
  PenModel,
  RadioModel,
  RadioOrder,
  RadioSensed,
  Sensed,
  SensorSet,
  Stroke,
  TruePulse,
  Truth,
} from './types.ts';
export type { Individual } from './mechanics.ts';
export { createPlant, fits, HANDS_OFF, insertCartridge } from './state.ts';
export type { Plant, PlantOptions } from './state.ts';
export { plantStep, UNPOWERED } from './step.ts';
export { drawChance, readDrawn, readMost, sense } from './sense.ts';
export { drainStrokes, isRetracted, protrudingNm, protrudingUm, truthOf } from './truth.ts';
export { afflictRadio, drainTruePulses } from './radio.ts';
export { certifiedPeakUmMax, certifiedPeakUmMin } from './certificate.ts';
