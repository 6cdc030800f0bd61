// What a site may change beyond rows: zones, whole-treatment limits, spacing, age. All of it one
// way only. Fewer milliseconds and punctures are tighter; more days and more years are tighter.

import type { ProfileRefusal } from './profile-refusal.ts';
import type { SiteShape } from './site-shape.ts';
import type { LimitProfile, Spacing, WholeLimit, ZoneBounds } from '../core/limit-profile.ts';
import type { Zone } from '../../protocol/area.ts';
import { centiHz, ms, um } from '../../protocol/units.ts';

const ZONES: readonly Zone[] = ['eye', 'thin', 'face', 'body'];
const SPACINGS = ['usual', 'scalp', 'eye'] as const;

interface Pair {
  readonly field: string;
  readonly asked: number | undefined;
  readonly allowed: number;
}

function lowered(site: SiteShape, base: LimitProfile): readonly Pair[] {
  const zones = ZONES.flatMap((zone): readonly Pair[] =>
    (['dwellMs', 'trainMs', 'rateCentiHzMax'] as const).map((name) => ({
      field: `zones.${zone}.${name}`,
      asked: site.zones?.[zone]?.[name],
      allowed: base.zones[zone][name],
    })),
  );
  const wholes = (['needleOnMs', 'punctures'] as const).flatMap((name): readonly Pair[] => [
    { field: `${name}.face`, asked: site[name]?.face, allowed: base[name].face },
    { field: `${name}.whole`, asked: site[name]?.whole, allowed: base[name].whole },
  ]);
  const mechanical = { asked: site.mechanicalUmMax, allowed: base.mechanicalUmMax.value };
  return [...zones, ...wholes, { field: 'mechanicalUmMax', ...mechanical }];
}

function raised(site: SiteShape, base: LimitProfile): readonly Pair[] {
  const days = SPACINGS.map((name): Pair => ({
    field: `refusedUnderDays.${name}`,
    asked: site.refusedUnderDays?.[name],
    allowed: base.spacing[name].refusedUnderDays,
  }));
  const age = { asked: site.ageYearsMin, allowed: base.ageYearsMin.value };
  return [...days, { field: 'ageYearsMin', ...age }];
}

const loosens = ({ field, asked, allowed }: Pair): ProfileRefusal => ({
  code: 'loosens',
  file: 'site table',
  field,
  asked: String(asked),
  allowed: String(allowed),
});

/** Everything beyond rows that a site's table would loosen. */
export function siteWideRefusals(site: SiteShape, base: LimitProfile): readonly ProfileRefusal[] {
  const tooHigh = lowered(site, base).filter(({ asked, allowed }) => (asked ?? 0) > allowed);
  const tooLow = raised(site, base).filter(({ asked, allowed }) => (asked ?? allowed) < allowed);
  return [...tooHigh, ...tooLow].map(loosens);
}

function changedZone(base: ZoneBounds, site: NonNullable<SiteShape['zones']>[Zone]): ZoneBounds {
  return {
    ...base,
    dwellMs: ms(site?.dwellMs ?? base.dwellMs),
    trainMs: ms(site?.trainMs ?? base.trainMs),
    rateCentiHzMax: centiHz(site?.rateCentiHzMax ?? base.rateCentiHzMax),
  };
}

function changedSpacing(base: Spacing, days: number | undefined): Spacing {
  // The days of reduction and warning after a longer wait move with it.
  const later = (days ?? base.refusedUnderDays) - base.refusedUnderDays;
  return {
    ...base,
    refusedUnderDays: base.refusedUnderDays + later,
    reducedThroughDays: base.reducedThroughDays + later,
    warnedThroughDays: base.warnedThroughDays + later,
  };
}

const changedWhole = (base: WholeLimit, site: SiteShape['punctures']): WholeLimit => ({
  ...base,
  face: site?.face ?? base.face,
  whole: site?.whole ?? base.whole,
});

/** The base with a site's changes beyond rows. */
export function changedWide(base: LimitProfile, site: SiteShape): LimitProfile {
  const { zones, spacing } = base;
  const days = site.refusedUnderDays;
  return {
    ...base,
    zones: {
      eye: changedZone(zones.eye, site.zones?.eye),
      thin: changedZone(zones.thin, site.zones?.thin),
      face: changedZone(zones.face, site.zones?.face),
      body: changedZone(zones.body, site.zones?.body),
    },
    spacing: {
      ...spacing,
      usual: changedSpacing(spacing.usual, days?.usual),
      scalp: changedSpacing(spacing.scalp, days?.scalp),
      eye: changedSpacing(spacing.eye, days?.eye),
    },
    mechanicalUmMax: {
      ...base.mechanicalUmMax,
      value: um(site.mechanicalUmMax ?? base.mechanicalUmMax.value),
    },
    needleOnMs: changedWhole(base.needleOnMs, site.needleOnMs),
    punctures: changedWhole(base.punctures, site.punctures),
    ageYearsMin: { ...base.ageYearsMin, value: site.ageYearsMin ?? base.ageYearsMin.value },
  };
}
