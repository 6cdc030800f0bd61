// Treatments that were given while a pen was out of tolerance, as a certificate lists them: no
// person is named, only the treatment, which the journal of the house leads back to one.

import { z } from 'zod';
import { key, side, word } from '../../journal/field.ts';

const u16 = z.int().min(0).max(0xffff);
const um = z.int().min(-0xffff).max(0xffff);

const row = z.strictObject({
  treatmentId: key,
  on: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  area: word,
  side,
  commandedUm: u16,
  /** What was taken off for the pen before the depth was commanded. */
  subtractedUm: u16,
  /** The true depth that the setting was held within. */
  capUm: u16,
  /** How deep the needles may have come. */
  reachedUm: um,
  /** How far beyond the cap that is; nothing and less is within. */
  beyondUm: um,
  strokes: z.int().min(0).max(0xffff_ffff),
});

/** What an as-found out of tolerance means for treatments. */
export const impactShape = z.strictObject({
  /** The last certificate by which the pen was good; null if there is none. */
  since: z.string().max(16).nullable(),
  treatments: z.int().min(0).max(1_000_000),
  rows: z.array(row).max(20_000).readonly(),
});

/** What an as-found out of tolerance means for treatments. */
export type Impact = Readonly<z.output<typeof impactShape>>;
/** One area of one treatment. */
export type ImpactRow = Impact['rows'][number];
