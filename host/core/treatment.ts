// From an admitted plan to what control runs on: numbers only, each taken from admission as it is.

import { AREAS } from '../../protocol/area.ts';
import { mm2, strokes } from '../../protocol/units.ts';
import type { AdmittedArea, AdmittedPlan } from './admit.ts';
import { countsAsFace } from './body-part.ts';
import type { EnergyLimit } from './energy-facts.ts';
import type { AreaTask, Treatment } from './control/task.ts';
import type { PenDescription } from './pen-description.ts';
import type { ShakenLimit } from './when-shaken.ts';

/** Bytes of the plan's hash that go over the wire, in hexadecimal digits. */
const WIRE_HASH_DIGITS = 16;

/** Makes the treatment of an admitted plan with the pen that it was admitted for. */
export function treatmentOf(
  admitted: AdmittedPlan,
  pen: PenDescription,
  given: {
    readonly treatmentId: string;
    readonly pedal: boolean;
    readonly hasCaseFile: boolean;
    /** What each area comes down to if the pen is shaken. */
    readonly shaken: readonly (ShakenLimit | undefined)[];
  },
): Treatment {
  const { plan, whole } = admitted;
  const { cartridge } = pen;
  return {
    treatmentId: given.treatmentId,
    person: plan.person,
    operator: plan.operator,
    planHash: admitted.planHash.slice(0, WIRE_HASH_DIGITS),
    penSerial: pen.serial,
    cartridgeSerial: cartridge?.serial ?? '',
    certificateId: pen.calibration.certificateId,
    needleCount: cartridge?.needleCount ?? 0,
    headAreaMm2: cartridge?.headAreaMm2 ?? mm2(0),
    needleOnMsLeft: { face: whole.faceNeedleOnMs, whole: whole.wholeNeedleOnMs },
    puncturesLeft: { face: whole.facePunctures, whole: whole.wholePunctures },
    pedal: given.pedal,
    hasCaseFile: given.hasCaseFile,
    tasks: admitted.areas.map((area, index) => taskOf(area, given.shaken[index])),
  };
}

const energyOf = (energy: EnergyLimit | undefined): Pick<AreaTask, 'energy'> =>
  energy === undefined
    ? {}
    : {
        energy: {
          microJoulePerPin: energy.microJoulePerPin, pulseMs: energy.pulseMs,
          pulses: energy.pulses,
        },
      };

const taskOf = (
  { planned, limit, left, energy }: AdmittedArea,
  shaken: ShakenLimit | undefined,
): AreaTask => ({
  area: planned.area,
  side: planned.side,
  zone: AREAS[planned.area].zone,
  part: countsAsFace(planned.area) ? 'face' : 'body',
  sizeMm2: planned.sizeMm2,
  depthUm: limit.depthUm,
  rateCentiHz: limit.rateCentiHz,
  passes: Math.min(limit.passes, left.passes),
  strokesPerPass: limit.strokesPerPass,
  strokesLeft: strokes(Math.min(limit.strokesTotal, left.strokes)),
  contactMsLeft: left.contactMs,
  holdMs: limit.holdMs,
  dwellMs: limit.dwellMs,
  creditStrokes: energy === undefined ? limit.creditStrokes : strokes(1),
  stamp: energy !== undefined || limit.stamp,
  ...energyOf(energy),
  ...(shaken && { shakenUm: shaken.depthUm }),
});
