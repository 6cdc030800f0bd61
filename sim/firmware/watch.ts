// What the pen watches while needles move, whatever the host sees or says: encoder, motor, depth,
// cartridge, posture, heat and battery. Each watch is a row of a table and gives one reason; the
// first row that speaks ends the motion and latches.

import type { LatchReason } from '../../protocol/reason.ts';
import type { Sensed } from '../plant/types.ts';
import { UNITS_PER_STROKE, unitsPerMs } from './ages.ts';
import type { Calibrated } from './calibrated.ts';
import {
  FIRST_EDGE_MS,
  LOW_DEPTH_UM_MAX,
  PEAK_TOLERANCE_UM,
  POSTURE_MS_MAX,
  SILENT_PERIODS,
  SPIN_UP_MS,
  STRAIN_MS_MAX,
} from './figures.ts';
import { isSameCartridge } from './sense.ts';
import type { Ages, Firmware, Motion } from './state.ts';

/** What a watch looks at: the pen after this tick's counting, and the tick itself. */
interface Watched {
  readonly state: Firmware;
  readonly motion: Motion;
  readonly sensed: Sensed;
  /** Strokes of the encoder in this tick. */
  readonly edges: number;
  /** How long the last two strokes took, if both began in this train. */
  readonly twoPeriodsMs: number | undefined;
}

type Watch = (watched: Watched) => boolean;

const CENTI_HZ_MS = 100_000;

const isSilent: Watch = ({ state: { ages }, motion }) => {
  if (motion.task.rateCentiHz === 0 || !motion.turning) return false;
  if (motion.edges === 0) return ages.doingMs > 3 * FIRST_EDGE_MS;
  const silent = ages.edgeMs * motion.judged.rateCentiHz > SILENT_PERIODS * CENTI_HZ_MS;
  return silent && ages.doingMs > SPIN_UP_MS;
};

/** In how many milliseconds an encoder that stays as it is counts as silent, at the earliest. */
export const msToSilence = ({ judged }: Motion, { edgeMs }: Ages): number =>
  Math.floor((SILENT_PERIODS * CENTI_HZ_MS) / judged.rateCentiHz) + 1 - edgeMs;

const isTooFast: Watch = ({ motion, edges, twoPeriodsMs }) => {
  if (motion.task.rateCentiHz === 0) return false;
  // More than one in a millisecond, or a cam that turns under a motor without an order.
  if (edges > 1 || (edges > 0 && !motion.turning)) return true;
  if (twoPeriodsMs === undefined) return false;
  return twoPeriodsMs * unitsPerMs(motion.judged.rateCentiHz) < 2 * UNITS_PER_STROKE;
};

/** The deepest measured peak that an armed depth allows, by the pen's class of calibration. */
export function peakUmMax({ table }: Calibrated, depthUm: number): number {
  const figures = PEAK_TOLERANCE_UM[table.class === 'P' ? 'P' : 'S'];
  return depthUm + (depthUm <= LOW_DEPTH_UM_MAX ? figures.low : figures.high);
}

/**
 * The sensor's peak if it is of this train: its first stroke is over once a second one begins, or
 * once the sensor shows another value than before.
 */
export const measuredPeakUm = (
  { edges, peakBeforeUm }: Motion,
  peakUm: number | undefined,
): number | undefined => (edges >= 2 || peakUm !== peakBeforeUm ? peakUm : undefined);

/** Whether the newest measured peak is of this train, and deeper than its depth allows. */
export function isTooDeep(
  calibrated: Calibrated,
  motion: Motion,
  peakUm: number | undefined,
): boolean {
  const measuredUm = measuredPeakUm(motion, peakUm);
  return measuredUm !== undefined && measuredUm > peakUmMax(calibrated, motion.judged.depthUm);
}

const isStrained: Watch = ({ state: { ages } }) => ages.strainedMs >= STRAIN_MS_MAX;

const isOtherCartridge: Watch = ({ state: { seen }, motion }) =>
  !isSameCartridge(seen.cartridge, motion.cartridge);

const WATCHES: readonly (readonly [LatchReason, Watch])[] = [
  // S-30: another cartridge, or none, ends the motion within the tick.
  ['cartridge-gone', isOtherCartridge],
  ['too-deep', ({ state, motion, sensed }) => isTooDeep(state.calibrated, motion, sensed.peakUm)],
  ['overspeed', isTooFast],
  ['stall', isStrained],
  ['encoder-silent', isSilent],
  ['contact-in-calibration', ({ state: { doing, seen } }) =>
    doing.kind === 'calibrating' && seen.contact === true],
  ['over-temperature', ({ state: { seen } }) => seen.hot],
  ['battery-low', ({ state: { seen } }) => seen.empty],
  ['tilted-too-far', ({ state: { ages } }) => ages.tiltedMs > POSTURE_MS_MAX],
  ['pressed-too-hard', ({ state: { ages } }) => ages.pressedMs > POSTURE_MS_MAX],
];

/** Why this motion has to end with a latch, or undefined. */
export function watch(watched: Watched): LatchReason | undefined {
  // S-34: asked in every millisecond of motion, whatever the host sees or says.
  for (const [reason, speaks] of WATCHES) if (speaks(watched)) return reason;
  return undefined;
}

/** A silent encoder with a straining motor is a motor that does not turn. */
export const silenceReason = ({ seen }: Firmware): LatchReason =>
  seen.strained ? 'stall' : 'encoder-silent';
