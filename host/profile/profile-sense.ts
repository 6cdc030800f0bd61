// Whether a base table of the right shape also makes sense: every area once, every number beside
// its neighbours, every source known. A signature says who wrote a table, not that it is whole.

import type { ProfileShape } from './profile-shape.ts';
import type { ProfileCode, ProfileRefusal } from './profile-refusal.ts';
import type { Basis, LimitRow } from '../core/limit-profile.ts';
import { AREA_NAMES, type AreaName } from '../../protocol/area.ts';

const refusal = (code: ProfileCode, field: string): ProfileRefusal => ({
  code,
  file: 'limit profile',
  field,
});

const ALWAYS_BLOCKED: readonly AreaName[] = ['upper-eyelid', 'vermilion'];
const MODIFIER_IDS = ['darker-skin', 'fragile-skin', 'early-interval'] as const;

const rowsOf = (profile: ProfileShape): readonly LimitRow[] => [
  ...profile.rows,
  ...profile.indications,
];

function oncePerKey(
  keys: readonly string[],
  expected: readonly string[],
): readonly ProfileRefusal[] {
  const missing = expected.filter((key) => !keys.includes(key));
  const twice = keys.filter((key, index) => keys.indexOf(key) < index);
  return [
    ...missing.map((key) => refusal('row-missing', key)),
    ...twice.map((key) => refusal('row-twice', key)),
  ];
}

/** A row is blocked in every number or in none, and its recommendation lies within its cap. */
function isConsistent(row: LimitRow, mechanicalUmMax: number): boolean {
  const { depthUm: depth, densityPerCm2: density, passesMax, sizeMm2Max } = row;
  const numbers = [depth.recommended, depth.max, density.recommended, density.max, density.perPass];
  const zeros = [...numbers, passesMax, sizeMm2Max].filter((value) => value === 0).length;
  const isWhole = zeros === 0 || zeros === numbers.length + 2;
  const isOrdered = depth.recommended <= depth.max && density.recommended <= density.max;
  const isReachable = density.max <= density.perPass * passesMax;
  return isWhole && isOrdered && isReachable && depth.max <= mechanicalUmMax;
}

function basesOf(profile: ProfileShape): readonly Basis[] {
  const { zones, spacing, classes } = profile;
  const single = [
    profile.mechanicalUmMax,
    profile.needleOnMs,
    profile.punctures,
    profile.ageYearsMin,
    ...Object.values(zones),
    ...profile.modifiers,
    ...Object.values(classes),
    spacing.usual,
    spacing.scalp,
    spacing.eye,
  ];
  const ofRows = rowsOf(profile).flatMap(({ basis }) => [basis.depth, basis.dose, basis.size]);
  return [...single.map(({ basis }) => basis), ...ofRows];
}

/** A number cannot be trusted further than the best source that it names. */
function isGrounded(basis: Basis, sources: ProfileShape['sources']): boolean {
  const grades = basis.sources.map((name) => sources[name]?.grade);
  return !grades.includes(undefined) && grades.some((grade) => (grade ?? 'E') <= basis.grade);
}

function spacingRefusals({ spacing }: ProfileShape): readonly ProfileRefusal[] {
  const kinds = ['usual', 'scalp', 'eye'] as const;
  const isOrdered = (kind: (typeof kinds)[number]): boolean => {
    const { refusedUnderDays, reducedThroughDays, warnedThroughDays } = spacing[kind];
    return refusedUnderDays <= reducedThroughDays && reducedThroughDays <= warnedThroughDays;
  };
  return kinds
    .filter((kind) => !isOrdered(kind))
    .map((kind) => refusal('row-inconsistent', `spacing.${kind}`));
}

/** Everything about a base table that does not make sense. */
export function senseRefusals(profile: ProfileShape): readonly ProfileRefusal[] {
  const mechanical = profile.mechanicalUmMax.value;
  const torn = rowsOf(profile).filter((row) => !isConsistent(row, mechanical));
  const open = profile.rows.filter((row) => row.depthUm.max > 0);
  const unblocked = open.filter(({ area }) => ALWAYS_BLOCKED.includes(area));
  const stray = profile.indications.filter(({ area }) => !open.some((row) => row.area === area));
  const groundless = basesOf(profile).filter((basis) => !isGrounded(basis, profile.sources));
  return [
    ...oncePerKey(profile.rows.map(({ area }) => area), AREA_NAMES),
    ...oncePerKey(profile.modifiers.map(({ id }) => id), MODIFIER_IDS),
    ...oncePerKey(profile.indications.map((row) => `${row.indication} at ${row.area}`), []),
    ...torn.map(({ rule }) => refusal('row-inconsistent', rule)),
    ...[...unblocked, ...stray].map(({ rule }) => refusal('unblocks', rule)),
    ...spacingRefusals(profile),
    ...groundless.map(({ why }) => refusal('source-missing', why)),
  ];
}
