// What a calibration measures, as data: which depths, from which side, in how many seatings of the
// cartridge, and which rates. A seating is one taking out and putting in: what it adds differs from
// one to the next more than anything else does, so the repeats are spent on seatings.

/** The depths and rates that a pen can be measured at. */
export interface Reach {
  readonly depthUmMin: number;
  readonly depthUmMax: number;
  readonly depthStepUm: number;
  readonly rateCentiHzMin: number;
  readonly rateCentiHzMax: number;
}

/** From which side the depth stop comes to a depth. */
export type Direction = 'up' | 'down';

/** A calibration plan. */
export interface CalibrationPlan {
  readonly version: 1;
  readonly name: string;
  /** Depths in micrometres, rising. */
  readonly pointsUm: readonly number[];
  /** How often the cartridge is taken out and put in again; at least five. */
  readonly seatings: number;
  /** Sweeps up and down in each seating. */
  readonly repeats: number;
  /** Angles of the cartridge in its seat, taken in turn. */
  readonly clockings: number;
  /** Metrology cartridges, taken in turn. */
  readonly cartridges: number;
  readonly ratesCentiHz: readonly number[];
  /** How long the rate is counted at each of them. */
  readonly rateSeconds: number;
  /** Rates at which peaks in motion are measured, where an instrument can. */
  readonly overshootRatesCentiHz: readonly number[];
  /** Forces at which the pen's own sensor is held against a force gauge; absent means none. */
  readonly forcesMn?: readonly number[];
}

/**
 * Where the host warns and stops because of force, at the eye and elsewhere: what the sensor says
 * has to be true there. One newton and a half, and three, are our own proposals (grade D).
 */
export const FORCES_MN: readonly number[] = [1_000, 1_500, 2_000, 3_000];

// The depths of the bench procedure (a proposal of ours, grade D), within what the pen can do: the
// lowest and the highest of it, and enough between them to see a bow.
const DEPTHS_UM = [250, 500, 750, 1_000, 1_500] as const;

/** Points that a pen can be measured at: rising, on its step, its own ends among them. */
export function pointsFor(reach: Reach): readonly number[] {
  const { depthUmMin, depthUmMax, depthStepUm } = reach;
  const onStep = (depthUm: number): number => Math.floor(depthUm / depthStepUm) * depthStepUm;
  const wanted = [depthUmMin, ...DEPTHS_UM, depthUmMax].map(onStep);
  const within = wanted.filter((depthUm) => depthUm >= depthUmMin && depthUm <= depthUmMax);
  return [...new Set(within)].sort((one, other) => one - other);
}

/** Rates that a pen can be measured at: its ends and the middle. */
export function ratesFor({ rateCentiHzMin, rateCentiHzMax }: Reach): readonly number[] {
  const middle = Math.floor((rateCentiHzMin + rateCentiHzMax) / 2);
  return [...new Set([rateCentiHzMin, middle, rateCentiHzMax])];
}

/** The usual plan: seven points up and down, five seatings over two clockings. */
export const standardPlan = (reach: Reach): CalibrationPlan => ({
  version: 1,
  name: 'standard',
  pointsUm: pointsFor(reach),
  seatings: 5,
  repeats: 1,
  clockings: 2,
  cartridges: 1,
  ratesCentiHz: ratesFor(reach),
  rateSeconds: 10,
  overshootRatesCentiHz: [],
});

/** A check of a pen that is thought to be well: every other point, as many seatings. */
export const shortPlan = (reach: Reach): CalibrationPlan => ({
  ...standardPlan(reach),
  name: 'short',
  pointsUm: pointsFor(reach).filter((_, index, all) => index % 2 === 0 || index === all.length - 1),
});

/** Which clocking and which cartridge a seating has, counted from 0. */
export const seatOf = (
  { clockings, cartridges }: CalibrationPlan,
  seating: number,
): { readonly clocking: number; readonly cartridge: number } => ({
  clocking: seating % clockings,
  cartridge: Math.floor(seating / clockings) % cartridges,
});
