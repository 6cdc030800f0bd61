// The door for plans of a calibration: JSON, version 1, whole numbers in named units, nothing
// unknown. Whether a pen can do what a plan asks is another question.

import { z } from 'zod';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { CalibrationPlan } from '../core/calibration/plan.ts';
import { checkShape } from '../doors/check-shape.ts';
import type { DoorRefusal } from '../doors/door-refusal.ts';
import { text, whole } from '../doors/fields.ts';
import { parseJson } from '../doors/parse-json.ts';
import { readBounded } from '../doors/read-bounded.ts';

const FILE = 'calibration plan';
const BYTES_MAX = 16 * 1024;
const POINTS_MAX = 32;
const RATES_MAX = 16;

const rates = z.array(whole(1, 65_535)).max(RATES_MAX).readonly();

const planFile = z.strictObject({
  version: z.literal(1),
  name: text.max(40),
  pointsUm: z.array(whole(1, 10_000)).min(1).max(POINTS_MAX).readonly(),
  seatings: whole(1, 20),
  repeats: whole(1, 20),
  clockings: whole(1, 12),
  cartridges: whole(1, 10),
  ratesCentiHz: rates,
  rateSeconds: whole(2, 20),
  overshootRatesCentiHz: rates,
  forcesMn: z.array(whole(100, 20_000)).min(1).max(RATES_MAX).readonly().exactOptional(),
});

/** The plan in some bytes, or everything that is wrong with them. */
export function parseCalibrationPlan(
  bytes: Uint8Array,
): Result<CalibrationPlan, readonly DoorRefusal[]> {
  const json = parseJson(bytes, FILE);
  if (!json.ok) return refuse([json.error]);
  const shaped = checkShape(planFile, json.value, FILE, 1);
  return shaped.ok ? ok(shaped.value) : shaped;
}

/** Reads a plan. */
export function readCalibrationPlan(path: string): Result<CalibrationPlan, readonly DoorRefusal[]> {
  const read = readBounded(path, FILE, BYTES_MAX);
  return read.ok ? parseCalibrationPlan(read.value) : refuse([read.error]);
}
