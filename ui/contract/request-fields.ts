// The kinds of field that requests of a window are made of, each with its bounds. A bound here
// keeps nonsense out; what is allowed is decided behind the door.

import { z } from 'zod';
import { AREA_NAMES } from '../../protocol/area.ts';

const NAME_MAX = 128;

/** Text of one line, up to a length. */
export const plain = (lengthMax: number): z.ZodString =>
  z
    .string()
    .max(lengthMax)
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), 'is one plain line of text');

/** A name, a key or an address. */
export const name = plain(NAME_MAX).trim().min(1);
/** A reason in a sentence or two. */
export const sentence = plain(1_000).trim().min(1);
/** An area of skin. */
export const area = z.enum(AREA_NAMES);
/** Which half of the body. */
export const side = z.enum(['midline', 'left', 'right']);
/** A whole number from one on. */
export const whole = (max: number): z.ZodInt => z.int().min(1).max(max);
/** A request that carries nothing. */
export const kind = <Kind extends string>(
  word: Kind,
): z.ZodObject<{ kind: z.ZodLiteral<Kind> }, z.core.$strict> =>
  z.strictObject({ kind: z.literal(word) });
