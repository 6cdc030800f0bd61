// From the pages that a pen was read by to the description that limits rest on. A page that says
// nothing (no cartridge, no declared overshoot) stays nothing here; it is never filled in.

import type { EnergyLimits } from '../../protocol/energy.ts';
import { CAPABILITY, type FromPen, SENSOR } from '../../protocol/from-pen.ts';
import { ms, strokes } from '../../protocol/units.ts';
import type { EnergyPen } from './care/modality/energy-rules.ts';
import { day } from './day.ts';
import type { Calibration, Cartridge, PenDescription, PenSensors } from './pen-description.ts';

type PageOf<Kind extends FromPen['kind']> = Extract<FromPen, { readonly kind: Kind }>;

/** The pages that describe a pen. */
export interface PenPages {
  readonly identity: PageOf<'identity'>;
  readonly capabilities: PageOf<'capabilities'>;
  readonly calibration: PageOf<'calibration'>;
  readonly cartridge: PageOf<'cartridge'>;
  readonly 'energy-limits'?: EnergyLimits;
}

/** Makes the description. */
export function describePen(pages: PenPages): PenDescription {
  const { identity, capabilities: can } = pages;
  return {
    model: identity.model,
    serial: identity.serial,
    firmware: identity.firmware,
    depthUmMin: can.depthUmMin,
    depthUmMax: can.depthUmMax,
    depthStepUm: can.depthStepUm,
    rateCentiHzMin: can.rateCentiHzMin,
    rateCentiHzMax: can.rateCentiHzMax,
    evaluatedDepthUmMax: can.evaluatedDepthUmMax,
    overshootUm: can.overshootUm,
    sensors: sensorsOf(can.sensors),
    motorisedDepth: (can.capabilities & CAPABILITY.motorisedDepth) !== 0,
    radioFrequency: (can.capabilities & CAPABILITY.radioFrequency) !== 0,
    ...energyOf(pages['energy-limits']),
    creditMax: strokes(can.creditMax),
    leaseMsMax: ms(can.leaseMsMax),
    retractMsMax: ms(can.retractMsMax),
    brakeMsMax: ms(can.brakeMsMax),
    reserveAhead: strokes(can.reserveAhead),
    calibration: calibrationOf(pages.calibration),
    cartridge: cartridgeOf(pages.cartridge),
  };
}

const energyOf = (
  page: EnergyLimits | undefined,
): { readonly energy?: EnergyPen } =>
  page === undefined
    ? {}
    : {
        energy: {
          declaresEnergy: true,
          pins: page.pins,
          microJoulePerPinMax: page.microJoulePerPinMax,
          pulseMs: { least: page.pulseMsMin, most: page.pulseMsMax },
          impedanceOhm: { least: page.impedanceOhmMin, most: page.impedanceOhmMax },
          insulated: page.insulated === 1,
          hardwareTimer: page.hardwareTimer === 1,
          liftOffMs: page.liftOffMs,
        },
      };

const sensorsOf = (bits: number): PenSensors => ({
  contact: (bits & SENSOR.contact) !== 0,
  force: (bits & SENSOR.force) !== 0,
  tilt: (bits & SENSOR.tilt) !== 0,
  motion: (bits & SENSOR.motion) !== 0,
  depth: (bits & SENSOR.depth) !== 0,
});

const calibrationOf = (page: PageOf<'calibration'>): Calibration => ({
  certificateId: page.certificateId,
  class: page.class,
  issuedDay: day(page.issuedDay),
  dueDay: day(page.dueDay),
  biasLowUm: page.biasLowUm,
  uncertaintyLowUm: page.uncertaintyLowUm,
  biasHighUm: page.biasHighUm,
  uncertaintyHighUm: page.uncertaintyHighUm,
});

function cartridgeOf(page: PageOf<'cartridge'>): Cartridge | undefined {
  if (page.present === 0 || page.type === 'unknown') return undefined;
  return {
    kind: page.type,
    modelCode: page.modelCode,
    needleCount: page.needleCount,
    needleLengthUm: page.needleLengthUm,
    headAreaMm2: page.headAreaMm2,
    lot: page.lot,
    serial: page.serial,
    expiryDay: day(page.expiryDay),
    usedStrokes: page.usedStrokes,
  };
}
