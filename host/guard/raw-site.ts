// A site's own table as the guard reads it, laid over the base. What the site leaves out stays as
// the base has it; a number that is lower counts, and one that is higher counts only where the
// guard itself knows that a site may raise it.

import { z } from 'zod';
import { areaCode } from '../../protocol/area.ts';
import type { Table, TableRow } from './raw-table.ts';

const whole = z.int().min(0).optional();
const pair = z.object({ face: whole, whole }).optional();
const zone = z.object({ dwellMs: whole, trainMs: whole, rateCentiHzMax: whole }).optional();

const site = z.object({
  expiresOn: z.string(),
  rows: z.array(
    z.object({
      area: z.string(),
      indication: z.string().optional(),
      depthUm: z.object({ recommended: whole, max: whole }).optional(),
      passesMax: whole,
      densityPerCm2: z.object({ recommended: whole, max: whole, perPass: whole }).optional(),
      sizeMm2Max: whole,
    }),
  ),
  zones: z.object({ eye: zone, thin: zone, face: zone, body: zone }).optional(),
  refusedUnderDays: z.object({ usual: whole, scalp: whole, eye: whole }).optional(),
  mechanicalUmMax: whole,
  needleOnMs: pair,
  punctures: pair,
  ageYearsMin: whole,
});

/** What a site writes over the base. */
export type Site = z.output<typeof site>;

/** A site's table in some JSON, or undefined where it is none. */
export function siteOf(json: unknown): Site | undefined {
  const read = site.safeParse(json);
  return read.success ? read.data : undefined;
}

const MM = 1_000;
/** The deepest that a site may write, and the rows in which it may raise at all. */
const SITE_UM_MAX = 2 * MM;
const RAISABLE: ReadonlySet<number> = new Set(
  (['abdomen', 'upper-arm', 'forearm', 'back', 'buttock', 'thigh', 'knee'] as const).map(areaCode),
);

const lower = (base: number, site: number | undefined): number => Math.min(base, site ?? base);

function depthWith(of: TableRow, base: number, site: number | undefined): number {
  const most = RAISABLE.has(areaCode(of.area)) ? Math.max(base, SITE_UM_MAX) : base;
  return base === 0 ? 0 : Math.min(most, site ?? base);
}

function rowWith(base: TableRow, site: Site): TableRow {
  const own = site.rows.find(
    ({ area, indication }) => area === base.area && indication === base.indication,
  );
  if (own === undefined) return base;
  const depthMax = depthWith(base, base.depthUm.max, own.depthUm?.max);
  const recommended = depthWith(base, base.depthUm.recommended, own.depthUm?.recommended);
  const density = base.densityPerCm2;
  const passesMax = lower(base.passesMax, own.passesMax);
  const perPass = lower(density.perPass, own.densityPerCm2?.perPass);
  const max = Math.min(lower(density.max, own.densityPerCm2?.max), perPass * passesMax);
  return {
    ...base,
    depthUm: { max: depthMax, recommended: Math.min(recommended, depthMax) },
    passesMax,
    densityPerCm2: {
      max,
      perPass,
      recommended: Math.min(lower(density.recommended, own.densityPerCm2?.recommended), max),
    },
    sizeMm2Max: lower(base.sizeMm2Max, own.sizeMm2Max),
  };
}

type Zones = Table['zones'];

const zoneWith = (base: Zones['eye'], own: NonNullable<Site['zones']>['eye']): Zones['eye'] => ({
  dwellMs: lower(base.dwellMs, own?.dwellMs),
  trainMs: lower(base.trainMs, own?.trainMs),
  rateCentiHzMax: lower(base.rateCentiHzMax, own?.rateCentiHzMax),
});

const pairWith = (base: Table['punctures'], own: Site['punctures']): Table['punctures'] => ({
  face: lower(base.face, own?.face),
  whole: lower(base.whole, own?.whole),
});

function spacingWith(
  base: Table['spacing']['usual'],
  days: number | undefined,
): Table['spacing']['usual'] {
  const later = Math.max(0, (days ?? 0) - base.refusedUnderDays);
  return {
    refusedUnderDays: base.refusedUnderDays + later,
    reducedThroughDays: base.reducedThroughDays + later,
  };
}

/** The base with a site's own numbers. */
export function overBase(base: Table, site: Site): Table {
  const { zones, spacing: apart } = base;
  const days = site.refusedUnderDays;
  return {
    ...base,
    expiresOn: site.expiresOn < base.expiresOn ? site.expiresOn : base.expiresOn,
    rows: base.rows.map((one) => rowWith(one, site)),
    indications: base.indications.map((one) => rowWith(one, site)),
    zones: {
      eye: zoneWith(zones.eye, site.zones?.eye),
      thin: zoneWith(zones.thin, site.zones?.thin),
      face: zoneWith(zones.face, site.zones?.face),
      body: zoneWith(zones.body, site.zones?.body),
    },
    spacing: {
      usual: spacingWith(apart.usual, days?.usual),
      scalp: spacingWith(apart.scalp, days?.scalp),
      eye: spacingWith(apart.eye, days?.eye),
    },
    mechanicalUmMax: { value: lower(base.mechanicalUmMax.value, site.mechanicalUmMax) },
    needleOnMs: pairWith(base.needleOnMs, site.needleOnMs),
    punctures: pairWith(base.punctures, site.punctures),
    ageYearsMin: { value: Math.max(base.ageYearsMin.value, site.ageYearsMin ?? 0) },
  };
}
