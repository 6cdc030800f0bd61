/**
 * The day on which every campaign takes place, and a campaign's profiles: the signed base table,
 * verified once, and a site's tighter one made from it. What a signature is worth is shown
 * elsewhere; a campaign asks whether tighter numbers are kept as well as the table's own.
 */
import type { LimitProfile, LimitRow } from '../../host/core/limit-profile.ts';
import type { LoadedProfile } from '../../host/profile/base-profile.ts';
import { um } from '../../protocol/units.ts';
import { BASE, TODAY } from '../support/limit-world.ts';
import type { Scenario } from './scenario.ts';

/** Today, in days since 2020-01-01. */
export const CAMPAIGN_DAY = TODAY;

/** A careful clinic: every cap 50 um less, and a tenth less dense. */
const tighter = <Row extends LimitRow>(row: Row): Row => ({
  ...row,
  depthUm: {
    recommended: um(Math.max(0, Math.min(row.depthUm.recommended, row.depthUm.max - 50))),
    max: um(Math.max(0, row.depthUm.max - 50)),
  },
  densityPerCm2: {
    ...row.densityPerCm2,
    recommended: Math.floor(row.densityPerCm2.recommended * 0.9),
    max: Math.floor(row.densityPerCm2.max * 0.9),
  },
});

const TIGHTER_PROFILE: LimitProfile = {
  ...BASE.profile,
  profileId: `${BASE.profile.profileId}+careful`,
  rows: BASE.profile.rows.map(tighter),
  indications: BASE.profile.indications.map(tighter),
};

const PROFILES: Readonly<Record<Scenario['site'], LoadedProfile>> = {
  'base table': BASE,
  'tighter table': { ...BASE, profile: TIGHTER_PROFILE },
};

/** The profile that is in force at a site. */
export const profileOf = (site: Scenario['site']): LoadedProfile => PROFILES[site];
