// The limit table as the guard reads it: of everything that stands in the signed bytes, only the
// numbers that it reckons with. What the profile's door made of the same bytes is not used.

import { z } from 'zod';
import { AREA_NAMES } from '../../protocol/area.ts';

const whole = z.int().min(0);
const ratio = z.object({ numerator: whole, denominator: z.int().min(1) });
const pair = z.object({ face: whole, whole });

const row = z.object({
  area: z.enum(AREA_NAMES),
  indication: z.string().optional(),
  depthUm: z.object({ recommended: whole, max: whole }),
  passesMax: whole,
  densityPerCm2: z.object({ recommended: whole, max: whole, perPass: whole }),
  sizeMm2Max: whole,
  allowedOnFirstVisit: z.boolean().default(true),
});
const zone = z.object({ dwellMs: whole, trainMs: whole, rateCentiHzMax: whole });
const spacing = z.object({ refusedUnderDays: whole, reducedThroughDays: whole });
const figure = z.object({ lowUm: whole, highUm: whole });

const energyRow = z.object({
  area: z.enum(AREA_NAMES),
  microJoulePerPinMax: whole,
  pulseMsMax: whole,
  pulsesPerCm2Max: whole,
  milliJoulePerCm2Max: whole,
});

const table = z.object({
  energy: z.object({ rows: z.array(energyRow) }).optional(),
  expiresOn: z.string(),
  rows: z.array(row),
  indications: z.array(row),
  zones: z.object({ eye: zone, thin: zone, face: zone, body: zone }),
  modifiers: z.array(
    z.object({ id: z.string(), depth: ratio, density: ratio, passesLess: whole }),
  ),
  spacing: z.object({ usual: spacing, scalp: spacing, eye: spacing }),
  mechanicalUmMax: z.object({ value: whole }),
  needleOnMs: pair,
  punctures: pair,
  ageYearsMin: z.object({ value: whole }),
  classes: z.object({ P: figure, S: figure }),
  cartridges: z.array(
    z.object({
      modelCode: whole,
      needleCount: whole,
      needleLengthUm: whole,
      headAreaMm2: whole,
    }),
  ),
});

/** The numbers of a table. */
export type Table = z.output<typeof table>;
/** The numbers of one row of it. */
export type TableRow = Table['rows'][number];

/** The table in some JSON, or undefined where it is none. */
export function tableOf(json: unknown): Table | undefined {
  const read = table.safeParse(json);
  return read.success ? read.data : undefined;
}
