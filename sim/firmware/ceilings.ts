// The pen's built-in ceilings per area: what no host, profile or envelope can raise.
// They are the pen's own opinion, kept apart from the host's limit profile on purpose, so that one
// wrong table does not decide alone. Figures are ours (grade D): eyelid and lip are never treated,
// eye rows keep to a fifth of the evaluated maximum at half the usual rate.

import { AREA_NAMES, type AreaName, AREAS } from '../../protocol/area.ts';
import { assert } from '../../protocol/assert.ts';
import { RATE_CENTI_HZ_MAX } from '../../protocol/to-pen.ts';
import { FORCE_MN_MAX, FORCE_MN_MAX_EYE } from './figures.ts';

const DEPTH_UM_CEILING = 1_750;
const EYE_RATE_CENTI_HZ_CEILING = 5_000;

const STRICTER: Partial<Record<AreaName, number>> = {
  'upper-eyelid': 0,
  vermilion: 0,
  infraorbital: 250,
  'crows-feet': 400,
  nose: 500,
  perioral: 500,
};

/** What a pen never exceeds in an area. */
export interface Ceiling {
  readonly depthUm: number;
  readonly rateCentiHz: number;
  readonly forceMn: number;
}

/** The built-in ceiling of an area. */
export function ceilingOf(area: AreaName): Ceiling {
  const eye = AREAS[area].zone === 'eye';
  return {
    depthUm: STRICTER[area] ?? DEPTH_UM_CEILING,
    rateCentiHz: eye ? EYE_RATE_CENTI_HZ_CEILING : RATE_CENTI_HZ_MAX,
    forceMn: eye ? FORCE_MN_MAX_EYE : FORCE_MN_MAX,
  };
}

for (const area of AREA_NAMES) {
  const stricter = STRICTER[area] !== undefined;
  assert(AREAS[area].zone !== 'eye' || stricter, 'every eye row has a ceiling of its own');
}
