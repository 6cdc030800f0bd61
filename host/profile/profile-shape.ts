// The shape of the base table in JSON, and its way into the core's own types. Whole numbers only;
// every row, zone, modifier and whole-treatment limit says where it comes from.

import { z } from 'zod';
import { date, text, whole } from '../doors/fields.ts';
import type { Basis } from '../core/limit-profile.ts';
import { ratio } from '../core/ratio.ts';
import { AREA_NAMES } from '../../protocol/area.ts';
import { centiHz, mm2, ms, um } from '../../protocol/units.ts';

/** The version of profiles that this program reads. */
export const PROFILE_VERSION = 1;

const grade = z.enum(['A', 'B', 'C', 'D']);
const sentence = z.string().trim().min(1).max(600);

const basis = z.strictObject({
  grade,
  sources: z.array(text).min(1).max(20),
  why: sentence,
}) satisfies z.ZodType<Basis>;

const micrometres = whole(0, 2_000).transform(um);
const milliseconds = whole(1, 3_600_000).transform(ms);

const rowFields = {
  row: z.string().regex(/^\d{1,2}(-[a-z-]+)?$/, 'the number of a row'),
  area: z.enum(AREA_NAMES),
  depthUm: z.strictObject({ recommended: micrometres, max: micrometres }),
  passesMax: whole(0, 6),
  densityPerCm2: z.strictObject({
    recommended: whole(0, 5_000),
    max: whole(0, 5_000),
    perPass: whole(0, 2_000),
  }),
  sizeMm2Max: whole(0, 100_000).transform(mm2),
  basis: z.strictObject({ depth: basis, dose: basis, size: basis }),
};

/** The number of a row becomes the name of the rule under which it is quoted. */
const asRow = <Row extends { readonly row: string }>({ row, ...fields }: Row) => ({
  ...fields,
  rule: `row:${row}` as const,
});

const baseRow = z.strictObject(rowFields).transform(asRow);

const indicationRow = z
  .strictObject({
    ...rowFields,
    indication: z.enum(['acne-scar', 'striae']),
    needsClearance: z.boolean(),
    allowedOnFirstVisit: z.boolean(),
  })
  .transform(asRow);

const zone = z.strictObject({
  dwellMs: milliseconds,
  trainMs: milliseconds,
  rateCentiHzMax: whole(1, 15_000).transform(centiHz),
  basis,
});

// A fraction above one would raise, and is turned away before the core would stop over it.
const fraction = z
  .strictObject({ numerator: whole(0, 1_000), denominator: whole(1, 1_000) })
  .refine(({ numerator, denominator }) => numerator <= denominator, 'a fraction of at most one')
  .transform(({ numerator, denominator }) => ratio(numerator, denominator));

const modifier = z.strictObject({
  id: z.enum(['darker-skin', 'fragile-skin', 'early-interval']),
  depth: fraction,
  density: fraction,
  passesLess: whole(0, 6),
  basis,
});

const spacing = z.strictObject({
  refusedUnderDays: whole(1, 365),
  reducedThroughDays: whole(1, 365),
  warnedThroughDays: whole(1, 365),
  basis,
});

const amount = whole(1, 10_000_000);
const wholeLimit = z.strictObject({ face: amount, whole: amount, basis });
const classFigure = z.strictObject({ lowUm: micrometres, highUm: micrometres, basis });

const cartridge = z.strictObject({
  modelCode: whole(1, 65_535),
  name: text,
  needleCount: whole(1, 100),
  needleLengthUm: whole(1, 5_000).transform(um),
  headAreaMm2: whole(1, 1_000).transform(mm2),
});

const energyRow = z.strictObject({
  area: z.enum(AREA_NAMES),
  microJoulePerPinMax: whole(1, 62_000),
  pulseMsMax: whole(1, 100),
  pulsesPerCm2Max: whole(1, 12),
  milliJoulePerCm2Max: whole(1, 30_000),
});

const source = z.strictObject({ grade, title: sentence, url: z.url().optional() });

/** The base table as it stands in its file. */
export const profileShape = z.strictObject({
  version: z.literal(PROFILE_VERSION),
  profileId: text,
  validFrom: date,
  expiresOn: date,
  rows: z.array(baseRow).max(60),
  indications: z.array(indicationRow).max(60),
  zones: z.strictObject({ eye: zone, thin: zone, face: zone, body: zone }),
  modifiers: z.array(modifier).max(10),
  spacing: z.strictObject({
    usual: spacing,
    scalp: spacing,
    eye: spacing,
    visitsPerYearWarned: whole(1, 52),
  }),
  mechanicalUmMax: z.strictObject({ value: micrometres, basis }),
  needleOnMs: wholeLimit,
  punctures: wholeLimit,
  ageYearsMin: z.strictObject({ value: whole(18, 100), basis }),
  classes: z.strictObject({ P: classFigure, S: classFigure }),
  cartridges: z.array(cartridge).max(100),
  energy: z.strictObject({ rows: z.array(energyRow).max(60), basis }).exactOptional(),
  sources: z.record(text, source),
});

/** A base table that has the right shape and is not yet known to make sense. */
export type ProfileShape = z.output<typeof profileShape>;
