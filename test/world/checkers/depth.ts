/**
 * No stroke deeper than the cap of this person, area, pen and plan, with no tolerance, and none
 * deeper than what was armed and the pen's certificate allow. It judges pens that lie within their
 * certificate; a pen that does not is a fault, and has to be noticed within a published number.
 */
import { areaName } from '../../../protocol/area.ts';
import { certifiedPeakUmMax } from '../../../sim/plant/index.ts';
import type { Checker } from './checker.ts';
import { createCases } from './cases.ts';

/** True peaks against the law and the certificate. */
export const depthChecker: Checker = (evidence, complain) => {
  const { world, testimony, measure, allowance } = evidence;
  const caseOf = createCases(evidence);
  world.onStroke(({ tMs, peakUm }) => {
    const arming = testimony.armingAt(tMs);
    if (arming === undefined) return;
    const { area, depthUm } = arming.arm;
    const { law } = caseOf(arming);
    const cap = law.forbidden === undefined ? law.depthUm : 0;
    measure('depth', peakUm, cap);
    if (peakUm > cap + allowance.deeperUm) {
      complain(`a stroke of ${peakUm} um is beyond the cap ${cap} of ${areaName(area)}`);
    }
    const most = certifiedPeakUmMax(world.pen().plant.model, depthUm);
    if (peakUm > most + allowance.deeperUm) {
      complain(`a stroke of ${peakUm} um is deeper than ${depthUm} um may ever become, ${most}`);
    }
  });
  return undefined;
};
