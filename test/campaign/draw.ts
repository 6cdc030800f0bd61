/**
 * Makes up a scenario: a seed and a length decide everything, and nothing else does. A little more
 * than half of what is drawn leans on a limit, because nothing is learnt where nothing is near.
 */
import { cartridgeFor, MODEL_NAMES, penModel } from '../../sim/models/index.ts';
import { createRandom, nextBetween, type Random } from '../../sim/random.ts';
import { AREAS, isAreaName } from '../../protocol/area.ts';
import { isLucky, pick, pickWeighted } from './chance.ts';
import { drawPerson } from './draw-person.ts';
import { drawAreas } from './draw-plan.ts';
import { drawTroubles, withAttacks } from './draw-troubles.ts';
import { HANDS, type HandName } from './hands.ts';
import type { LineName } from './lines.ts';
import type { AreaWish, Scenario, SpentBefore } from './scenario.ts';
import { BASE } from '../support/limit-world.ts';
import { CAMPAIGN_DAY, profileOf } from './today.ts';

/** How long the treatments of a campaign are. */
export type Length = 'short' | 'full';

const STREAM = 31;
/** How long a certificate of the simulator's pens holds. */
const CERTIFICATE_DAYS = 182;

/** How many areas, how long each keeps the needles running, and how long anybody waits. */
const LENGTHS = {
  short: {
    areas: { min: 2, max: 5 },
    areaMs: { min: 2_500, max: 12_000 },
    sizeMm2Least: 0,
    longestMs: 150_000,
  },
  full: {
    areas: { min: 5, max: 7 },
    areaMs: { min: 110_000, max: 200_000 },
    sizeMm2Least: 5_000,
    longestMs: 2_400_000,
  },
} as const;

const HAND_NAMES = Object.keys(HANDS) as readonly HandName[];

const strokesOf = ({ sizeMm2, rateCentiHz }: AreaWish, areaMs: number): number =>
  sizeMm2 > 0 ? (areaMs * rateCentiHz) / 100_000 : 0;

/** How many days ago the pen was calibrated; few are out of date. */
const drawAge = (random: Random): number =>
  pickWeighted(random, [
    [30, 90],
    [CERTIFICATE_DAYS, 5],
    [nextBetween(random, CERTIFICATE_DAYS + 1, 400), 5],
  ]);

/** A cartridge that fits, and now and then one that should not be used. */
function drawCartridge(random: Random, model: ReturnType<typeof penModel>): Scenario['cartridge'] {
  const fitting = model.needleCounts.includes(12) && isLucky(random, 40) ? 'round-12' : undefined;
  const name = pickWeighted<Scenario['cartridge']['name']>(random, [
    [fitting ?? cartridgeFor(model), 197],
    ['metrology', 1],
    ['unlisted', 2],
  ]);
  return {
    name,
    expiresInDays: isLucky(random, 1) ? -nextBetween(random, 1, 40) : nextBetween(random, 0, 700),
    usedStrokes: isLucky(random, 1) ? nextBetween(random, 1, 5_000) : 0,
  };
}

const needlesOf = ({ name }: Scenario['cartridge']): number =>
  name === 'metrology' ? 1 : Number(/\d+/.exec(name)?.[0] ?? 12);

/** An earlier treatment: today on the same skin, today elsewhere, or some time ago. */
function drawBefore(
  random: Random,
  areas: readonly AreaWish[],
  needleCount: number,
): readonly SpentBefore[] {
  // Who has made one pass of an area today has to have another one left.
  const wish = areas.find(({ passes }) => passes > 1);
  if (wish === undefined || !isLucky(random, 30)) return [];
  const { area, side, sizeMm2 } = wish;
  const place = {
    area, side, sizeMm2, needleCount, whose: 'this person', sameCartridge: false,
  } as const;
  // Between a tenth and two fifths of what the area may have without a reason for more.
  const row = BASE.profile.rows.find((one) => one.area === area);
  const whole = ((row?.densityPerCm2.recommended ?? 0) * sizeMm2) / (100 * needleCount);
  const some = Math.max(1, Math.floor((whole * nextBetween(random, 10, 40)) / 100));
  // Some have rested long on few strokes: then time runs out first.
  const contactMs = Math.ceil((some * 100_000) / wish.rateCentiHz) * nextBetween(random, 1, 2);
  const kind = pickWeighted(random, [
    ['today', 40], ['whole', 35], ['earlier', 15], ['other', 7], ['cartridge', 3],
  ]);
  const other = { ...place, whose: 'somebody else', strokes: some, contactMs } as const;
  switch (kind) {
    case 'today':
      return [{ ...place, daysAgo: 0, strokes: some, contactMs }];
    case 'whole':
      return [wholeBefore(random, areas, needleCount)];
    case 'earlier':
      return [{ ...place, daysAgo: nextBetween(random, 20, 120), strokes: some, contactMs }];
    case 'other':
      return [{ ...other, daysAgo: 0 }];
    default:
      return [{ ...other, sameCartridge: true, daysAgo: 1 }];
  }
}

/** The face, or the whole, has had nearly its time today: the plan just fits, or just does not. */
function wholeBefore(
  random: Random,
  areas: readonly AreaWish[],
  needleCount: number,
): SpentBefore {
  const isFace = areas.some(({ area }) => isAreaName(area) && AREAS[area].zone !== 'body');
  const limitMs = isFace ? 1_200_000 : 1_800_000;
  const leftMs = nextBetween(random, 8_000, 60_000);
  return {
    area: isFace ? 'decolletage' : 'back',
    side: 'midline',
    daysAgo: 0,
    whose: 'this person',
    sameCartridge: false,
    sizeMm2: 20_000,
    strokes: 9_000,
    needleCount,
    contactMs: limitMs - leftMs,
  };
}

/** Makes up one scenario. */
export function drawScenario(seed: number, length: Length = 'short'): Scenario {
  const random = createRandom(seed, STREAM);
  const sized = LENGTHS[length];
  const name = pick(random, MODEL_NAMES);
  const model = penModel(name, CAMPAIGN_DAY);
  const cartridge = drawCartridge(random, model);
  const site = isLucky(random, 15) ? 'tighter table' : 'base table';
  const person = drawPerson(random, []);
  const needleCount = needlesOf(cartridge);
  const { profile } = profileOf(site);
  const calibratedDaysAgo = drawAge(random);
  const outOfDate = calibratedDaysAgo > CERTIFICATE_DAYS;
  const { areaMs: lengthMs, sizeMm2Least } = sized;
  const ground = {
    random, profile, model, needleCount, person, outOfDate, areaMs: lengthMs, sizeMm2Least,
  };
  const areas = drawAreas(ground, nextBetween(random, sized.areas.min, sized.areas.max));
  const areaMs = (sized.areaMs.min + sized.areaMs.max) / 2;
  // What is debited runs a fifth ahead, and many treatments end early.
  const strokes = Math.floor(areas.reduce((sum, wish) => sum + strokesOf(wish, areaMs), 0) / 2);
  const motionMs = areas.length * areaMs;
  const pedal = isLucky(random, 12);
  const troubled = { random, seed, model: name, pedal, strokes, motionMs };
  return {
    seed,
    model: name,
    calibratedDaysAgo,
    chargePercent: isLucky(random, 5) ? nextBetween(random, 6, 20) : 100,
    deepest: isLucky(random, 40),
    clockDriftPpm: isLucky(random, 30) ? nextBetween(random, -20_000, 20_000) : 0,
    cartridge,
    ...(person === undefined ? {} : { person }),
    site,
    areas,
    before: drawBefore(random, areas, needleCount),
    pedal,
    hand: pick(random, HAND_NAMES),
    line: pickWeighted<LineName>(random, [
      ['good wire', 55], ['slow wire', 15], ['lossy wire', 15], ['bad wire', 15],
    ]),
    ...withAttacks(troubled, drawTroubles(troubled)),
    longestMs: sized.longestMs,
  };
}
