// What a pen says of itself, read from its pages after the handshake. The host believes nothing
// that contradicts itself: a pen that claims a step of zero is not treated as a very fine pen.

import type {
  CentiHz,
  Micrometres,
  Milliseconds,
  SquareMm,
  Strokes,
} from '../../protocol/units.ts';
import { CREDIT_MAX, LEASE_MS_MAX, RETRACT_MS_MAX } from '../../protocol/timing.ts';
import type { EnergyPen } from './care/modality/energy-rules.ts';
import type { Day } from './day.ts';

/** The certificate that a pen carries; `none` means that it was never calibrated. */
export interface Calibration {
  readonly certificateId: string;
  readonly class: 'none' | 'S' | 'P' | 'fail';
  readonly issuedDay: Day;
  readonly dueDay: Day;
  readonly biasLowUm: number;
  readonly uncertaintyLowUm: Micrometres;
  readonly biasHighUm: number;
  readonly uncertaintyHighUm: Micrometres;
}

/** The cartridge that a pen sees in its socket. */
export interface Cartridge {
  readonly kind: 'patient' | 'metrology';
  readonly modelCode: number;
  readonly needleCount: number;
  readonly needleLengthUm: Micrometres;
  readonly headAreaMm2: SquareMm;
  readonly lot: string;
  readonly serial: string;
  readonly expiryDay: Day;
  readonly usedStrokes: Strokes;
}

/** Which sensors a pen has; what it cannot sense counts at its worst. */
export interface PenSensors {
  readonly contact: boolean;
  readonly force: boolean;
  readonly tilt: boolean;
  readonly motion: boolean;
  readonly depth: boolean;
}

/** The host's view of one pen. */
export interface PenDescription {
  readonly model: string;
  readonly serial: string;
  readonly firmware: string;
  readonly depthUmMin: Micrometres;
  readonly depthUmMax: Micrometres;
  readonly depthStepUm: Micrometres;
  readonly rateCentiHzMin: CentiHz;
  readonly rateCentiHzMax: CentiHz;
  readonly evaluatedDepthUmMax: Micrometres;
  readonly overshootUm: Micrometres | undefined;
  readonly sensors: PenSensors;
  /** Whether a motor sets the depth; a dial that is turned by hand cannot be held to a limit. */
  readonly motorisedDepth: boolean;
  /** Whether it can emit radio frequency. */
  readonly radioFrequency: boolean;
  /** What it declares of it, if it says it whole. */
  readonly energy?: EnergyPen | undefined;
  readonly creditMax: Strokes;
  readonly leaseMsMax: Milliseconds;
  readonly retractMsMax: Milliseconds;
  readonly brakeMsMax: Milliseconds;
  readonly reserveAhead: Strokes;
  readonly calibration: Calibration;
  readonly cartridge: Cartridge | undefined;
}

/** The capabilities of a pen that cannot all be true, by the name of the field to look at. */
export function contradictionsOf(pen: PenDescription): readonly string[] {
  const { calibration, cartridge } = pen;
  const isBare = cartridge !== undefined && cartridge.needleCount * cartridge.headAreaMm2 <= 0;
  const doubts: readonly (readonly [string, boolean])[] = [
    ['serial', pen.serial.trim() === ''],
    ['depthStepUm', pen.depthStepUm <= 0 || pen.depthUmMin % pen.depthStepUm !== 0],
    ['depthUmMax', pen.depthUmMin < 0 || pen.depthUmMax <= 0 || pen.depthUmMax < pen.depthUmMin],
    ['evaluatedDepthUmMax', pen.evaluatedDepthUmMax <= 0],
    ['rateCentiHzMin', pen.rateCentiHzMin <= 0 || pen.rateCentiHzMax < pen.rateCentiHzMin],
    ['creditMax', pen.creditMax <= 0 || pen.creditMax > CREDIT_MAX],
    ['leaseMsMax', pen.leaseMsMax <= 0 || pen.leaseMsMax > LEASE_MS_MAX],
    ['retractMsMax', pen.retractMsMax <= 0 || pen.retractMsMax > RETRACT_MS_MAX],
    ['overshootUm', pen.overshootUm !== undefined && pen.overshootUm < 0],
    ['uncertaintyLowUm', calibration.uncertaintyLowUm < 0 || calibration.uncertaintyHighUm < 0],
    ['cartridge', isBare],
    ['dueDay', calibration.dueDay < calibration.issuedDay],
  ];
  return doubts.filter(([, contradicts]) => contradicts).map(([field]) => field);
}
