// The shape of a site's own table: only what differs from the base, who approved it, until when.
// What it leaves out stays as the base has it.

import { z } from 'zod';
import { date, text, whole } from '../doors/fields.ts';
import { AREA_NAMES } from '../../protocol/area.ts';

/** The version of site tables that this program reads. */
export const SITE_VERSION = 1;

const depthUm = whole(0, 10_000).optional();
const perCm2 = whole(0, 10_000).optional();

const siteRow = z.strictObject({
  area: z.enum(AREA_NAMES),
  indication: z.enum(['acne-scar', 'striae']).optional(),
  depthUm: z.strictObject({ recommended: depthUm, max: depthUm }).optional(),
  passesMax: whole(0, 20).optional(),
  densityPerCm2: z.strictObject({ recommended: perCm2, max: perCm2, perPass: perCm2 }).optional(),
  sizeMm2Max: whole(0, 1_000_000).optional(),
  why: text,
});

const siteZone = z
  .strictObject({
    dwellMs: whole(1, 3_600_000).optional(),
    trainMs: whole(1, 3_600_000).optional(),
    rateCentiHzMax: whole(1, 65_535).optional(),
  })
  .optional();

const siteWhole = z
  .strictObject({ face: whole(1, 1e9).optional(), whole: whole(1, 1e9).optional() })
  .optional();

const siteDays = whole(1, 3_650).optional();

/** A site's table as it stands in its file. */
export const siteShape = z.strictObject({
  version: z.literal(SITE_VERSION),
  siteTableId: text,
  base: z.strictObject({ profileId: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  validFrom: date,
  expiresOn: date,
  approvers: z.array(text).min(2).max(10),
  rows: z.array(siteRow).max(100),
  zones: z
    .strictObject({ eye: siteZone, thin: siteZone, face: siteZone, body: siteZone })
    .optional(),
  refusedUnderDays: z
    .strictObject({ usual: siteDays, scalp: siteDays, eye: siteDays })
    .optional(),
  mechanicalUmMax: depthUm,
  needleOnMs: siteWhole,
  punctures: siteWhole,
  ageYearsMin: whole(1, 150).optional(),
});

/** A site's table that has the right shape and is not yet held against the base. */
export type SiteShape = z.output<typeof siteShape>;

/** One row of a site's table. */
export type SiteRow = SiteShape['rows'][number];
