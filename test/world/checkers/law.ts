/**
 * What the signed table allows one person in one area today, reckoned a second time: from the raw
 * rows, by arithmetic written for the checkers alone, so that a mistake of admission is seen. It
 * knows the whole truth of the case: skin remembers days that no journal told.
 */
import type { CaseFile } from '../../../host/core/case-file.ts';
import type { LimitProfile, LimitRow } from '../../../host/core/limit-profile.ts';
import { budgetKey, type PlannedArea } from '../../../host/core/plan.ts';
import { AREAS, areaName, sideName } from '../../../protocol/area.ts';
import type { Plant } from '../../../sim/plant/index.ts';
import type { Evidence } from './checker.ts';

/** The law for one area, or why nothing at all may be done there. */
export type Law =
  | { readonly forbidden: string }
  | {
      readonly forbidden?: never;
      readonly planned: PlannedArea;
      readonly key: ReturnType<typeof budgetKey>;
      readonly isFace: boolean;
      readonly depthUm: number;
      /** What the area may have, and what it may have without a recorded reason for more. */
      readonly densityCapPerCm2: number;
      readonly densityPerCm2: number;
      readonly passes: number;
      readonly dwellMs: number;
      readonly holdMs: number;
    };

type Facts = Pick<Evidence, 'world' | 'skin' | 'profile'>;

const YEARS_FRAGILE = 65;
const TABLE_STEP_UM = 50;

/** The law for the area of an arming, with the pen and the cartridge as they are now. */
export function lawFor(facts: Facts, areaCode: number, sideCode: number): Law {
  const { world, profile } = facts;
  const { plan, caseFile } = world.parts.wish;
  const [area, side] = [areaName(areaCode), sideName(sideCode)];
  const planned = plan.areas.find((one) => one.area === area && one.side === side);
  if (planned === undefined) return { forbidden: 'it is not in the plan' };
  const row = rowOf(profile, planned);
  if (row === undefined) return { forbidden: 'the table has no row for it' };
  const against = objection(facts, planned);
  if (against !== undefined) return { forbidden: against };
  const days = daysSince(facts, planned);
  const shares = modifiersOf(profile, caseFile, facts, planned, days);
  return {
    planned,
    key: budgetKey(plan.person, planned.area, planned.side),
    isFace: AREAS[planned.area].zone !== 'body',
    depthUm: depthOf(facts, planned, row, shares),
    ...densitiesOf(facts, planned, row, shares),
    passes: Math.min(planned.passes, Math.max(1, row.passesMax - shares.passesLess)),
    ...timesOf(facts, planned, row, shares),
  };
}

function rowOf({ rows, indications }: LimitProfile, planned: PlannedArea): LimitRow | undefined {
  const base = rows.find((row) => row.area === planned.area);
  if (base === undefined || base.depthUm.max === 0) return undefined;
  const { indication } = planned;
  if (indication === undefined) return base;
  return indications.find((row) => row.area === planned.area && row.indication === indication);
}

const plantOf = ({ world }: Facts): Plant => world.pen().plant;

const isOutOfDate = (facts: Facts): boolean =>
  plantOf(facts).model.certificate.dueDay < facts.world.parts.wish.today;

const isFirstVisit = ({ world }: Facts): boolean => {
  const { caseFile, today } = world.parts.wish;
  const history = caseFile?.history ?? 'unknown';
  return history === 'unknown' || !history.some(({ on }) => on < today);
};

/** Days since the same skin was last treated before today, as case file and skin know it. */
function daysSince({ world, skin }: Facts, { area, side }: PlannedArea): number {
  const { caseFile, plan, today } = world.parts.wish;
  const history = caseFile?.history ?? 'unknown';
  const visits = history === 'unknown' ? [] : history;
  const told = visits
    .filter(({ areas }) => areas.some((one) => one.area === area && one.side === side))
    .map(({ on }): number => on);
  const known = skin.treatedOn.get(budgetKey(plan.person, area, side)) ?? [];
  return Math.min(...[...told, ...known].filter((on) => on < today).map((on) => today - on));
}

function spacingOf(
  { spacing }: LimitProfile,
  { area }: PlannedArea,
): LimitProfile['spacing']['eye'] {
  if (AREAS[area].zone === 'eye') return spacing.eye;
  return area === 'scalp' ? spacing.scalp : spacing.usual;
}

/** What is against any stroke in this area: the interval, the pen, the cartridge. */
function objection(facts: Facts, planned: PlannedArea): string | undefined {
  const { profile, skin, world } = facts;
  const { model, cartridgeSeen } = plantOf(facts);
  const { today } = world.parts.wish;
  const days = daysSince(facts, planned);
  if (days < spacingOf(profile, planned).refusedUnderDays) return `it was treated ${days} days ago`;
  const { class: certified } = model.certificate;
  if (certified === 'none' || certified === 'fail') return `its pen is of class ${certified}`;
  const isEye = AREAS[planned.area].zone === 'eye';
  if (isEye && (certified !== 'P' || isOutOfDate(facts))) return 'its pen is not for the eye';
  if (cartridgeSeen === undefined) return undefined; // nothing is there to go in
  if (cartridgeSeen.kind !== 'patient') return 'its cartridge is not for skin';
  if (cartridgeSeen.expiryDay < today) return 'its cartridge has expired';
  if (skin.usedCartridges.has(cartridgeSeen.serial)) return 'its cartridge was used before';
  const isKnown = profile.cartridges.some(({ modelCode }) => modelCode === cartridgeSeen.modelCode);
  return isKnown ? undefined : 'nobody knows its cartridge';
}

/** The product of the reductions that apply, as whole numbers over a denominator. */
interface Shares {
  readonly depth: readonly [number, number];
  readonly density: readonly [number, number];
  readonly passesLess: number;
}

function modifiersOf(
  profile: LimitProfile,
  caseFile: CaseFile | undefined,
  { world }: Facts,
  planned: PlannedArea,
  days: number,
): Shares {
  const ids: string[] = [];
  if (isDarker(caseFile)) ids.push('darker-skin');
  if (isFragile(caseFile, world.parts.wish.today)) ids.push('fragile-skin');
  if (days <= spacingOf(profile, planned).reducedThroughDays) ids.push('early-interval');
  const found = profile.modifiers.filter(({ id }) => ids.includes(id));
  const product = (of: 'depth' | 'density'): readonly [number, number] => [
    found.reduce((total, modifier) => total * modifier[of].numerator, 1),
    found.reduce((total, modifier) => total * modifier[of].denominator, 1),
  ];
  return {
    depth: product('depth'),
    density: product('density'),
    passesLess: found.reduce((total, { passesLess }) => total + passesLess, 0),
  };
}

const suffers = ({ conditions }: CaseFile, names: readonly (keyof CaseFile['conditions'])[]) =>
  names.some((name) => conditions[name] !== 'no');

const isDarker = (of: CaseFile | undefined): boolean =>
  of === undefined ||
  (of.fitzpatrick ?? 6) >= 4 ||
  suffers(of, ['melasma-or-pigment-after-inflammation']);

const isFragile = (of: CaseFile | undefined, today: number): boolean =>
  of?.bornOn === undefined ||
  // A day early in doubt: the cap of a birthday is no matter of a leap day.
  today - of.bornOn >= YEARS_FRAGILE * 365.25 + 1 ||
  suffers(of, ['steroid-thinned-skin', 'irradiated-skin', 'very-lax-skin']);

function depthOf(facts: Facts, planned: PlannedArea, row: LimitRow, { depth }: Shares): number {
  const { model, cartridgeSeen } = plantOf(facts);
  const gentle = isFirstVisit(facts) || isOutOfDate(facts);
  const base = gentle ? Math.min(row.depthUm.max, row.depthUm.recommended) : row.depthUm.max;
  const [over, under] = depth;
  return Math.min(
    Math.floor((base * over) / (under * TABLE_STEP_UM)) * TABLE_STEP_UM,
    facts.profile.mechanicalUmMax.value,
    model.depthUmMax,
    model.evaluatedDepthUmMax,
    cartridgeSeen?.needleLengthUm ?? 0,
    planned.depthUm,
  );
}

function densitiesOf(
  facts: Facts,
  planned: PlannedArea,
  { densityPerCm2: { max, recommended } }: LimitRow,
  { density: [over, under] }: Shares,
): { readonly densityCapPerCm2: number; readonly densityPerCm2: number } {
  const cap = isFirstVisit(facts) ? Math.min(max, recommended) : max;
  const plain = planned.reason === undefined ? Math.min(cap, recommended) : cap;
  return {
    densityCapPerCm2: Math.floor((cap * over) / under),
    densityPerCm2: Math.floor((plain * over) / under),
  };
}

/** Times on one spot and in one press; a pen that feels no motion is always on one spot. */
function timesOf(
  facts: Facts,
  planned: PlannedArea,
  row: LimitRow,
  shares: Shares,
): { readonly dwellMs: number; readonly holdMs: number } {
  const { model, cartridgeSeen } = plantOf(facts);
  const zone = facts.profile.zones[AREAS[planned.area].zone];
  const { densityCapPerCm2 } = densitiesOf(facts, planned, row, shares);
  const [head, needles] = [cartridgeSeen?.headAreaMm2 ?? 0, cartridgeSeen?.needleCount ?? 1];
  const rate = Math.min(planned.rateCentiHz, zone.rateCentiHzMax, model.rateCentiHzMax);
  const dwellMs = Math.min(zone.dwellMs, (densityCapPerCm2 * head * 1_000) / (2 * rate * needles));
  return { dwellMs, holdMs: model.sensors.motion ? zone.trainMs : Math.min(zone.trainMs, dwellMs) };
}
