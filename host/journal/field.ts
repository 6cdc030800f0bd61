// The kinds of field that journal lines are made of, each with its bounds. A line is written once
// and read for years, so nothing in it is longer or larger than somebody decided.

import { z } from 'zod';
import { type AreaName, isAreaName, type Side } from '../../protocol/area.ts';
import { centiHz, mm2, ms, strokes, um } from '../../protocol/units.ts';
import { parseDay } from '../core/day.ts';

const U16_MAX = 0xffff;
const U32_MAX = 0xffff_ffff;

/** A week of milliseconds: longer than any duration inside a treatment. */
const DURATION_MS_MAX = 7 * 24 * 3_600 * 1_000;

/** A text of one line: no control characters, well-formed, and no longer than told. */
export const text = (lengthMax: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(lengthMax)
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), 'is a plain line of text');

/** A name or key that the host or a person gave: person, operator, plan, profile, treatment. */
export const key = text(128);
/** A serial, lot, certificate or model as a pen or a package spells it; it may be empty there. */
export const label = z.string().max(64).regex(/^[\x20-\x7e]*$/);
/** A word from a closed list elsewhere in the host, in kebab-case. */
export const word = z.string().max(64).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
/** A sentence or two that a person gave as a reason. */
export const sentence = text(1_000);
/** A digest in hexadecimal: at least the eight bytes that go over the wire. */
export const digest = z.string().regex(/^(?:[0-9a-f]{2}){8,32}$/);
/** A SHA-256 in hexadecimal. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
/**
 * An instant of the wall clock in UTC. It is kept for people and never decides a safety question.
 */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** A calendar day that exists, written YYYY-MM-DD. */
export const date = z
  .string()
  .refine((written) => parseDay(written) !== undefined, 'is a day that exists');

/** An arming, hold or latch id. */
export const u16 = z.int().min(0).max(U16_MAX);
/** A boot id, a count or a mark. */
export const u32 = z.int().min(0).max(U32_MAX);
/** A count that is bounded by the number of lines or bytes that there can be. */
export const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** A pass, counted from 1. */
export const pass = z.int().min(1).max(100);
/** The number of needles of a cartridge. */
export const needles = z.int().min(1).max(255);

/** A number of strokes or a reading of a pen's ledger. */
export const strokesField = u32.transform(strokes);
/** A depth. */
export const depthUm = u16.transform(um);
/** A bias of depth, which may be negative. */
export const biasUm = z.int().min(-0x8000).max(0x7fff).transform(um);
/** A rate of strokes. */
export const rateCentiHz = z.int().min(1).max(U16_MAX).transform(centiHz);
/** A duration. */
export const durationMs = z.int().min(0).max(DURATION_MS_MAX).transform(ms);
/** A size of skin: at most two square metres, more than a person has. */
export const sizeMm2 = z.int().min(1).max(2_000_000).transform(mm2);

/** The name of an area of skin. */
export const area = z
  .string()
  .max(32)
  .transform((name, context): AreaName => {
    if (isAreaName(name)) return name;
    context.addIssue({ code: 'custom', message: 'is an area that Corium knows' });
    return z.NEVER;
  });

/** Which half of the body. */
export const side = z.enum(['midline', 'left', 'right']) satisfies z.ZodType<Side>;

/** A piece of skin: an area and the half of the body. */
export const skin = z.strictObject({ area, side });
