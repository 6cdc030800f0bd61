// The door for plans: JSON, version 1, whole numbers in named units, nothing unknown. What it lets
// in is a Plan; whether the plan is admitted is another question.

import { z } from 'zod';
import { checkShape } from './check-shape.ts';
import type { DoorRefusal } from './door-refusal.ts';
import { area, key, side, text, whole } from './fields.ts';
import { parseJson } from './parse-json.ts';
import { readBounded } from './read-bounded.ts';
import type { Plan } from '../core/plan.ts';
import { refuse, type Result } from '../../protocol/result.ts';
import { centiHz, mm2, um } from '../../protocol/units.ts';

/** The largest plan file that is read: forty areas need a tenth of it. */
export const PLAN_BYTES_MAX = 64 * 1024;

const PLAN_VERSION = 1;
const AREAS_MAX = 40;

const plannedArea = z
  .strictObject({
    area,
    side,
    sizeMm2: whole(1, 1_000_000).transform(mm2),
    depthUm: whole(1, 10_000).transform(um),
    rateCentiHz: whole(1, 65_535).transform(centiHz),
    passes: whole(1, 20),
    indication: z.enum(['acne-scar', 'striae']).optional(),
    eyeProtection: z.literal(true).optional(),
    reason: text.optional(),
    energy: z.strictObject({
      microJoulePerPin: whole(1, 200_000),
      pulseMs: whole(1, 100),
      pulses: whole(1, 1_000),
    }).exactOptional(),
  })
  .transform(({ indication, eyeProtection, reason, ...asked }) => ({
    ...asked,
    indication,
    eyeProtection: eyeProtection === true,
    reason,
  }));

const planFile = z
  .strictObject({
    version: z.literal(PLAN_VERSION),
    planId: key,
    person: key,
    operator: text,
    areas: z.array(plannedArea).min(1).max(AREAS_MAX),
  })
  .transform(({ version: _, ...plan }): Plan => plan);

/** The plan in some bytes, or everything that is wrong with them. */
export function parsePlan(bytes: Uint8Array): Result<Plan, readonly DoorRefusal[]> {
  const json = parseJson(bytes, 'plan');
  return json.ok ? checkShape(planFile, json.value, 'plan', PLAN_VERSION) : refuse([json.error]);
}

/** A plan with the bytes that it was read from, which its hash is made of. */
export interface PlanFile {
  readonly plan: Plan;
  readonly bytes: Uint8Array;
}

/** Reads a plan file. */
export function readPlan(path: string): Result<PlanFile, readonly DoorRefusal[]> {
  const read = readBounded(path, 'plan', PLAN_BYTES_MAX);
  if (!read.ok) return refuse([read.error]);
  const parsed = parsePlan(read.value);
  return parsed.ok ? { ok: true, value: { plan: parsed.value, bytes: read.value } } : parsed;
}
