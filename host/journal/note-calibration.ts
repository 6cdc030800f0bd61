// What the journal says about a calibration: who measured which pen with which gauge, every raw
// line that a reading rests on, what was taken back, what went into the pen, and where the pen's
// ledger stood at the end. Enough to go on after a crash, and to make every figure again.

import { z } from 'zod';
import { biasUm, count, depthUm, key, label, strokesField, u16, u32, word } from './field.ts';
import { calibration } from './note-pen.ts';

const nm = z.int().min(-100_000_000).max(100_000_000);
const series = z.enum(['as-found', 'as-left']);

/** A line of a gauge, as it was written. */
export const rawLine = z.strictObject({
  n: count,
  atMs: count,
  gauge: label,
  text: z.string().max(64).regex(/^[\x20-\x7e]*$/),
});

/** What is measured, at which points. */
export const calibrationPlan = z.strictObject({
  version: z.literal(1),
  name: label,
  pointsUm: z.array(u16).min(1).max(64).readonly(),
  seatings: z.int().min(1).max(50),
  repeats: z.int().min(1).max(50),
  clockings: z.int().min(1).max(12),
  cartridges: z.int().min(1).max(50),
  ratesCentiHz: z.array(u16).max(16).readonly(),
  rateSeconds: z.int().min(1).max(25),
  overshootRatesCentiHz: z.array(u16).max(16).readonly(),
  forcesMn: z.array(u16).max(16).readonly().exactOptional(),
});

/** A reading of a depth. */
export const depthSample = z.strictObject({
  series,
  commandedUm: u16,
  direction: z.enum(['up', 'down']),
  seating: z.int().min(0).max(50),
  repeat: z.int().min(0).max(50),
  readingNm: nm,
  temperatureDeciC: z.int().min(-1_000).max(2_000),
  gauge: label,
  /** Lines that were written before anything could be typed are the gauge's. */
  by: z.enum(['gauge', 'typed']).default('gauge'),
  lines: z.array(count).max(100).readonly(),
});

const counted = z.strictObject({ counted: u32, elapsedMs: u32.min(1) });

/** A reading of a rate. */
export const rateSample = z.strictObject({
  series,
  commandedCentiHz: u16,
  measuredCentiHz: u32,
  expandedCentiHz: u32,
  by: z.enum(['tachometer', 'pen-counter']),
  instrument: label,
  lines: z.array(count).max(10_000).readonly(),
  /** Lines from before runs were kept have none, and are counted again. */
  runs: z.array(counted).max(1_000).readonly().default([]),
});

/** The highest peak in motion beside the depth at rest. */
export const overshootSample = z.strictObject({
  series,
  commandedUm: u16,
  rateCentiHz: u16,
  overshootNm: nm,
  expandedNm: nm,
  instrument: label,
  stillNm: nm,
  stillLines: z.array(count).max(100).readonly(),
  lines: z.array(count).max(10_000).readonly(),
});

/** What the pen's sensor of force said beside a force gauge. */
export const forceSample = z.strictObject({
  series,
  commandedMn: u16,
  gaugeMn: u32,
  penMn: u32,
  expandedMn: u32,
  instrument: label,
  lines: z.array(count).max(100).readonly(),
  toldMn: z.array(u32).max(100).readonly(),
});

/** A calibration begins; the pen's ledger says from where its strokes count. */
export const CalibrationBegun = z.strictObject({
  kind: z.literal('calibration-begun'),
  calibrationId: key,
  penSerial: label,
  model: label,
  operator: key,
  plan: calibrationPlan,
  gauge: label,
  strokes: strokesField,
  bootId: u32,
});

/** One thing that has to be so before needles move was found to be so. */
export const CalibrationPrepared = z.strictObject({
  kind: z.literal('calibration-prepared'),
  calibrationId: key,
  what: word,
  by: z.enum(['host', 'person']),
  value: z.int().min(-10_000).max(100_000).nullable(),
});

/** The table that the pen had when it was met, before anything was adjusted. */
export const CalibrationFound = z.strictObject({
  kind: z.literal('calibration-found'),
  calibrationId: key,
  table: z.strictObject({
    serial: label,
    ...calibration.shape,
    curve: z.array(z.strictObject({ atUm: depthUm, addUm: biasUm })).max(8).readonly(),
  }),
});

/** What the gauge reads on its datum, and by which lines. */
export const CalibrationZeroed = z.strictObject({
  kind: z.literal('calibration-zeroed'),
  calibrationId: key,
  series,
  zeroNm: nm,
  lines: z.array(rawLine).max(100).readonly(),
});

/** One step is done, with the lines that it rests on. */
export const CalibrationSampled = z.strictObject({
  kind: z.literal('calibration-sampled'),
  calibrationId: key,
  sample: z.union([depthSample, rateSample, overshootSample, forceSample]),
  lines: z.array(rawLine).max(10_000).readonly(),
});

/** The newest so many samples were taken back, to be measured again. */
export const CalibrationTakenBack = z.strictObject({
  kind: z.literal('calibration-taken-back'),
  calibrationId: key,
  count,
});

/** A table was stored in the pen and read back. */
export const CalibrationWritten = z.strictObject({
  kind: z.literal('calibration-written'),
  calibrationId: key,
  certificateId: label,
  class: z.enum(['none', 'S', 'P', 'fail']),
  check: u32,
});

/** A calibration is over; the strokes that it took are explained up to here. */
export const CalibrationEnded = z.strictObject({
  kind: z.literal('calibration-ended'),
  calibrationId: key,
  penSerial: label,
  strokes: strokesField,
  outcome: word,
  certificateId: label.exactOptional(),
});
