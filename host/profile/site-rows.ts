// One row of a site's table held against the row of the base that it changes. It may tighten
// anything; it may raise the depth of trunk and limb rows up to two millimetres, and the pen's own
// evaluated maximum is met later, as always. It raises nothing else, and it unblocks nothing.

import type { SiteRow } from './site-shape.ts';
import type { ProfileRefusal } from './profile-refusal.ts';
import { mayBeRaised } from '../core/body-part.ts';
import type { Basis, LimitRow } from '../core/limit-profile.ts';
import { mm2, um } from '../../protocol/units.ts';

/** The deepest cap that a site may write into a trunk or limb row. */
export const SITE_DEPTH_UM_MAX = 2_000;

interface Change {
  readonly field: string;
  readonly asked: number;
  readonly allowed: number;
}

const nameOf = ({ area, indication }: SiteRow): string =>
  indication === undefined ? area : `${area} (${indication})`;

const depthCeiling = (row: LimitRow, base: number): number =>
  mayBeRaised(row.area) ? Math.max(base, SITE_DEPTH_UM_MAX) : base;

function changesOf(site: SiteRow, base: LimitRow): readonly Change[] {
  const { depthUm, densityPerCm2: density } = base;
  const pairs: readonly (readonly [string, number | undefined, number])[] = [
    ['depthUm.max', site.depthUm?.max, depthCeiling(base, depthUm.max)],
    ['depthUm.recommended', site.depthUm?.recommended, depthCeiling(base, depthUm.recommended)],
    ['passesMax', site.passesMax, base.passesMax],
    ['densityPerCm2.max', site.densityPerCm2?.max, density.max],
    ['densityPerCm2.recommended', site.densityPerCm2?.recommended, density.recommended],
    ['densityPerCm2.perPass', site.densityPerCm2?.perPass, density.perPass],
    ['sizeMm2Max', site.sizeMm2Max, base.sizeMm2Max],
  ];
  return pairs.flatMap(([field, asked, allowed]) =>
    asked === undefined ? [] : [{ field, asked, allowed }],
  );
}

/** Everything that a site's row asks for and may not have. */
export function siteRowRefusals(
  site: SiteRow,
  base: LimitRow | undefined,
): readonly ProfileRefusal[] {
  const name = nameOf(site);
  const file = 'site table';
  if (base === undefined) return [{ code: 'row-unknown', file, field: name }];
  const changes = changesOf(site, base);
  const unblocks = base.depthUm.max === 0 && changes.some(({ asked }) => asked > 0);
  if (unblocks) return [{ code: 'unblocks', file, field: name }];
  return changes
    .filter(({ asked, allowed }) => asked > allowed)
    .map(({ field, asked, allowed }) => ({
      code: 'loosens',
      file,
      field: `${name} ${field}`,
      asked: String(asked),
      allowed: String(allowed),
    }));
}

/** The base row with a site's changes; what hangs on a lowered number is lowered with it. */
export function changedRow<Row extends LimitRow>(base: Row, site: SiteRow): Row {
  const why: Basis = { grade: 'D', sources: ['site'], why: site.why };
  const { depthUm, densityPerCm2: density } = base;
  const depthMax = site.depthUm?.max ?? depthUm.max;
  const passesMax = site.passesMax ?? base.passesMax;
  const perPass = site.densityPerCm2?.perPass ?? density.perPass;
  const densityMax = Math.min(site.densityPerCm2?.max ?? density.max, perPass * passesMax);
  const recommended = site.depthUm?.recommended ?? depthUm.recommended;
  const recommendedDensity = site.densityPerCm2?.recommended ?? density.recommended;
  return {
    ...base,
    rule: `site-${base.rule}`,
    depthUm: { max: um(depthMax), recommended: um(Math.min(recommended, depthMax)) },
    passesMax,
    densityPerCm2: {
      max: densityMax,
      recommended: Math.min(recommendedDensity, densityMax),
      perPass,
    },
    sizeMm2Max: mm2(site.sizeMm2Max ?? base.sizeMm2Max),
    basis: { depth: why, dose: why, size: why },
  };
}
