// The small pieces that the doors share: names, days, areas and quantities as they stand in JSON.

import { z } from 'zod';
import type { AreaName } from '../../protocol/area.ts';
import { areaNamed } from '../core/area-names.ts';
import { type Day, parseDay } from '../core/day.ts';

/** A whole number between two bounds, both included. */
export const whole = (min: number, max: number): z.ZodNumber => z.int().min(min).max(max);

/** A text that somebody can read: neither empty nor long. */
export const text = z.string().trim().min(1).max(200);

/** A key that stands for a person or a plan and is nobody's name. */
export const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{2,39}$/, 'a key of 3 to 40 small letters, digits and hyphens');

/** A date that exists, written YYYY-MM-DD. */
export const date = z.string().transform((written, context): Day => {
  const found = parseDay(written);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'a date that exists, written YYYY-MM-DD' });
  return z.NEVER;
});

/** An area under its own name or a usual other one. */
export const area = z.string().transform((written, context): AreaName => {
  const found = areaNamed(written);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'an area', params: { door: 'unknown-area' } });
  return z.NEVER;
});

/** The side of an area. */
export const side = z.enum(['midline', 'left', 'right']);
