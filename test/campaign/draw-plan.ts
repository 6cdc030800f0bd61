/**
 * Makes up a plan near its limits: areas that this pen can reach, as deep, as dense and as fast as
 * the table lets this person have more often than not, and of a size that takes so many seconds.
 */
import type { LimitProfile, LimitRow } from '../../host/core/limit-profile.ts';
import { AREAS, type AreaName, isPaired, type Side } from '../../protocol/area.ts';
import type { PenModel } from '../../sim/plant/index.ts';
import { nextBetween, type Random } from '../../sim/random.ts';
import { isLucky, pick } from './chance.ts';
import { isFirst, reductions } from './draw-person.ts';
import type { AreaWish, PersonDrawn } from './scenario.ts';

/** What a plan is drawn for. */
export interface PlanGround {
  readonly random: Random;
  readonly profile: LimitProfile;
  readonly model: PenModel;
  readonly needleCount: number;
  readonly person: PersonDrawn | undefined;
  /** Whether the pen's certificate has run out. */
  readonly outOfDate: boolean;
  /** How long one area should keep the needles running. */
  readonly areaMs: { readonly min: number; readonly max: number };
  /** Only areas that can be as large as this. */
  readonly sizeMm2Least: number;
}

const REDUCED = 3 / 4;

const allowedUm = ({ person, model, outOfDate }: PlanGround, row: LimitRow): number => {
  const base = outOfDate || isFirst(person) ? row.depthUm.recommended : row.depthUm.max;
  const reduced = Math.floor((base * REDUCED ** reductions(person)) / 50) * 50;
  return Math.min(reduced, model.evaluatedDepthUmMax);
};

/** What is subtracted of a depth for what this pen may be wrong by. */
function marginUm({ profile, model }: PlanGround, depthUm: number): number {
  const figure = profile.classes[model.certificate.class === 'P' ? 'P' : 'S'];
  return depthUm <= 500 ? figure.lowUm : figure.highUm;
}

/** What this pen sets for a depth, or 0 where it cannot set so little. */
function settingUm(ground: PlanGround, depthUm: number): number {
  const { model } = ground;
  const within = depthUm - marginUm(ground, depthUm);
  const setting = Math.floor(within / model.depthStepUm) * model.depthStepUm;
  return setting < model.depthUmMin ? 0 : setting;
}

/** The areas that this pen may treat in this person, as far as the generator can tell. */
function reachable(ground: PlanGround): readonly LimitRow[] {
  const { model, profile, person } = ground;
  return profile.rows.filter((row) => {
    const { zone } = AREAS[row.area];
    const slow = model.rateCentiHzMin <= profile.zones[zone].rateCentiHzMax;
    const fine = model.certificate.class === 'P' && !ground.outOfDate && !isFirst(person);
    const eye = zone !== 'eye' || fine;
    const large = row.sizeMm2Max >= ground.sizeMm2Least;
    const deep = row.depthUm.max > 0 && settingUm(ground, allowedUm(ground, row)) > 0;
    return large && deep && slow && eye;
  });
}

const sideOf = (random: Random, area: AreaName): Side =>
  isPaired(area) ? pick(random, ['left', 'right'] as const) : 'midline';

/** All of it as often as not, or anything down to half. */
function upTo(random: Random, most: number, step: number): number {
  if (isLucky(random, 60)) return most;
  const share = (most * nextBetween(random, 50, 100)) / 100;
  return Math.max(step, Math.floor(share / step) * step);
}

function depthOf(ground: PlanGround, row: LimitRow): number {
  const { random } = ground;
  const most = allowedUm(ground, row);
  if (nextBetween(random, 1, 200) === 1) return most + 50; // somebody asks for too much
  const depthUm = upTo(random, most, 50);
  const setting = settingUm(ground, depthUm);
  if (setting === 0) return most;
  // The least depth at which the pen sets this: nothing is left over between setting and cap.
  return isLucky(random, 60) ? setting + marginUm(ground, depthUm) : depthUm;
}

function rateOf({ random, model, profile }: PlanGround, { area }: LimitRow): number {
  const most = Math.min(model.rateCentiHzMax, profile.zones[AREAS[area].zone].rateCentiHzMax);
  const least = model.rateCentiHzMin;
  // Slowly now and then: only there does a grant last longer than its lease.
  const slow = Math.min(most, Math.max(least, 6_000));
  if (isLucky(random, 25)) return nextBetween(random, least, slow);
  return isLucky(random, 50) ? most : nextBetween(random, slow, most);
}

/** The size at which the whole of the density takes about so long. */
function sizeOf(ground: PlanGround, row: LimitRow, perCm2: number, rateCentiHz: number): number {
  const { random, areaMs, needleCount } = ground;
  const wanted = nextBetween(random, areaMs.min, areaMs.max);
  const strokes = (wanted * rateCentiHz) / 100_000;
  const sizeMm2 = Math.ceil((strokes * 100 * needleCount) / Math.max(1, perCm2));
  return Math.max(1, Math.min(row.sizeMm2Max, sizeMm2));
}

function areaOf(ground: PlanGround, row: LimitRow): AreaWish {
  const { random, person } = ground;
  const side = sideOf(random, row.area);
  const scar = isLucky(random, 10) && person?.cleared.includes('acne-scar') === true;
  const scarred = ground.profile.indications.find(
    ({ area, indication }) => area === row.area && indication === 'acne-scar',
  );
  const used = scar && scarred !== undefined && !isFirst(person) ? scarred : row;
  const depthUm = depthOf(ground, used);
  const rateCentiHz = rateOf(ground, row);
  const why = depthUm > used.depthUm.recommended || isLucky(random, 50);
  const { max, recommended } = used.densityPerCm2;
  const cap = why && !isFirst(person) ? max : recommended;
  const perCm2 = Math.floor(cap * REDUCED ** reductions(person));
  const passesMost = Math.max(1, used.passesMax - reductions(person));
  return {
    area: row.area,
    side,
    sizeMm2: sizeOf(ground, row, perCm2, rateCentiHz),
    depthUm,
    rateCentiHz,
    passes: isLucky(random, 30) ? passesMost : nextBetween(random, 1, Math.min(2, passesMost)),
    ...(used === scarred ? { indication: 'acne-scar' as const } : {}),
    ...(AREAS[row.area].zone === 'eye' ? { eyeProtection: true as const } : {}),
    ...(why ? { reason: 'As agreed.' } : {}),
  };
}

/** Makes up the areas of a plan; no place comes twice. */
export function drawAreas(ground: PlanGround, count: number): readonly AreaWish[] {
  const rows = reachable(ground);
  const areas = new Map<string, AreaWish>();
  for (let tries = 0; tries < count * 3 && areas.size < count && rows.length > 0; tries += 1) {
    const wish = areaOf(ground, pick(ground.random, rows));
    areas.set(`${wish.area}/${wish.side}`, wish);
  }
  return [...areas.values()];
}
