/**
 * A pen and a gauge that exist only as numbers, so that their truth is known: what a calibration
 * says of them can be held against what they then do. Nothing of the mathematics is in here.
 */
import type { Measured } from '../../../../host/core/calibration/evaluate.ts';
import { type CalibrationPlan, standardPlan } from '../../../../host/core/calibration/plan.ts';
import { USUAL_CLIMATE } from '../../../../host/core/calibration/point-result.ts';
import type { DepthSample, Series } from '../../../../host/core/calibration/sample.ts';
import { createRandom, nextBetween, type Random } from '../../../../sim/random.ts';

/** How pens and gauges of one condition are made; lengths in nanometres. */
export interface Condition {
  readonly name: string;
  readonly offsetNm: number;
  readonly gainPpm: number;
  readonly bowNm: number;
  readonly hysteresisNm: number;
  /** Spread of the seating, and whether it is a bell or a box. */
  readonly seatNm: number;
  readonly seatShape: 'bell' | 'box';
  readonly jitterNm: number;
  readonly growthNmPerDegC: number;
  readonly gaugeExpandedNm: number;
  readonly gaugeResolutionNm: number;
  readonly seatings: number;
}

const MILLION = 1_000_000;

/** From -1 to 1, evenly. */
const even = (random: Random): number => nextBetween(random, -MILLION, MILLION) / MILLION;

/** A bell of standard deviation one, as a sum of twelve. */
function bell(random: Random): number {
  let total = 0;
  for (let count = 0; count < 12; count += 1) total += even(random) / 2;
  return total;
}

/** One pen of a condition, as it truly is. */
export interface VirtualPen {
  /** The error of one stroke of one seating, coming from one side, on one day. */
  readonly strokeErrorNm: (depthUm: number, use: Use) => number;
}

interface Use {
  readonly seatNm: number;
  readonly side: 'up' | 'down';
  readonly degC: number;
}

/** The deepest point of a plan here. */
export const DEEPEST_UM = 2_000;

/** Where errors lie: around which offset, and rising by how much with depth. */
export interface Placed {
  readonly centreNm: number;
  readonly slope: number;
}

const NOWHERE: Placed = { centreNm: 0, slope: 0 };

function makePen(
  random: Random,
  condition: Condition,
  { centreNm, slope }: Placed,
): VirtualPen {
  const offsetNm = centreNm + even(random) * condition.offsetNm;
  const gain = slope + (even(random) * condition.gainPpm) / MILLION;
  const bowNm = even(random) * condition.bowNm;
  const hysteresisNm = Math.abs(even(random)) * condition.hysteresisNm;
  const growth = Math.abs(even(random)) * condition.growthNmPerDegC;
  return {
    strokeErrorNm: (depthUm, { seatNm, side, degC }) => {
      const share = depthUm / DEEPEST_UM;
      const systematic = offsetNm + gain * depthUm * 1_000 + bowNm * 4 * share * (1 - share);
      const lag = (side === 'up' ? -hysteresisNm : hysteresisNm) / 2;
      return systematic + lag + seatNm + growth * degC + even(random) * condition.jitterNm;
    },
  };
}

const seatOf = (random: Random, { seatNm, seatShape }: Condition): number =>
  seatShape === 'bell' ? bell(random) * seatNm : even(random) * seatNm;

/** What a technician measured of one pen, and a use of it afterwards. */
export interface VirtualCalibration {
  readonly measured: Measured;
  readonly pen: VirtualPen;
  /** Any later use: another seating, either side, another day. */
  readonly later: () => Use;
}

const REACH = {
  depthUmMin: 100, depthUmMax: DEEPEST_UM, depthStepUm: 50,
  rateCentiHzMin: 2_000, rateCentiHzMax: 15_000,
};

/** Calibrates one pen of a condition, whose errors lie where they are placed. */
export function calibrateVirtually(
  condition: Condition,
  seed: number,
  placed = NOWHERE,
): VirtualCalibration {
  const random = createRandom(seed, 77);
  const pen = makePen(random, condition, placed);
  const plan: CalibrationPlan = { ...standardPlan(REACH), seatings: condition.seatings };
  // The gauge is off by something that its certificate only bounds, the same for every reading.
  const gaugeNm = (bell(random) * condition.gaugeExpandedNm) / 2;
  const depths: DepthSample[] = [];
  const read = (series: Series, seating: number, seatNm: number, side: 'up' | 'down'): void => {
    for (const commandedUm of plan.pointsUm) {
      const trueNm = commandedUm * 1_000
        + pen.strokeErrorNm(commandedUm, { seatNm, side, degC: even(random) });
      const step = condition.gaugeResolutionNm;
      const readingNm = Math.round((trueNm + gaugeNm) / step) * step;
      depths.push({
        series, commandedUm, direction: side, seating, repeat: 0, readingNm,
        temperatureDeciC: 220, gauge: 'G-1', by: 'gauge', lines: [],
      });
    }
  };
  for (let seating = 0; seating < plan.seatings; seating += 1) {
    const seatNm = seatOf(random, condition);
    read('as-found', seating, seatNm, 'up');
    read('as-found', seating, seatNm, 'down');
  }
  return {
    pen,
    later: () => ({
      seatNm: seatOf(random, condition),
      side: even(random) > 0 ? 'up' : 'down',
      degC: even(random) * USUAL_CLIMATE.halfSpanDegC,
    }),
    measured: {
      depths,
      rates: plan.ratesCentiHz.map((commandedCentiHz) => ({
        series: 'as-found' as const, commandedCentiHz, measuredCentiHz: commandedCentiHz,
        expandedCentiHz: 10, by: 'tachometer' as const, instrument: 'T-1', lines: [],
        runs: [],
      })),
      overshoots: [],
      typedZeros: [],
      forces: [],
      gauge: {
        serial: 'G-1', kind: 'depth', resolutionNm: condition.gaugeResolutionNm,
        expandedNm: condition.gaugeExpandedNm, k: 2, certificate: 'C-1', dueDay: 3_000,
      },
      climate: USUAL_CLIMATE,
      curveBefore: [],
      overshootUm: 12,
      day: 2_500,
    },
  };
}

/** A well-made pen under a good gauge; conditions say where they differ. */
export const FINE: Condition = {
  name: 'a fine pen, a good gauge',
  offsetNm: 8_000, gainPpm: 6_000, bowNm: 4_000, hysteresisNm: 10_000,
  seatNm: 5_000, seatShape: 'box', jitterNm: 2_000, growthNmPerDegC: 20,
  gaugeExpandedNm: 2_000, gaugeResolutionNm: 1_000, seatings: 5,
};

/** The conditions under which coverage is shown. */
export const CONDITIONS: readonly Condition[] = [
  FINE,
  {
    ...FINE, name: 'an ordinary pen', offsetNm: 20_000, gainPpm: 13_000, bowNm: 8_000,
    hysteresisNm: 30_000, seatNm: 12_000, jitterNm: 5_000, growthNmPerDegC: 40,
  },
  { ...FINE, name: 'seatings that scatter like a bell', seatNm: 6_000, seatShape: 'bell' },
  { ...FINE, name: 'nothing but jitter', hysteresisNm: 0, seatNm: 0, jitterNm: 8_000, bowNm: 0 },
  { ...FINE, name: 'nothing but seating', hysteresisNm: 0, jitterNm: 100, seatNm: 10_000 },
  { ...FINE, name: 'a coarse gauge', gaugeExpandedNm: 8_000, gaugeResolutionNm: 10_000 },
  { ...FINE, name: 'seatings that scatter widely', seatNm: 8_000, seatShape: 'bell' },
  { ...FINE, name: 'strong play', hysteresisNm: 40_000, seatNm: 2_000 },
];
