/**
 * No stroke deeper than the cap of its area in the signed table, with no tolerance, and none deeper
 * than what was armed and the pen's certificate allow. It judges pens that lie within their
 * certificate; a pen that does not is a fault, and a story says how soon it has to be noticed.
 */
import { areaName } from '../../../protocol/area.ts';
import { certifiedPeakUmMax } from '../../../sim/plant/index.ts';
import type { Checker } from './checker.ts';

/** True peaks against the table and the certificate. */
export const depthChecker: Checker = ({ world, testimony, profile }, complain) => {
  world.onStroke(({ tMs, peakUm }) => {
    const arming = testimony.armingAt(tMs);
    if (arming === undefined) return;
    const { area, depthUm } = arming.arm;
    const name = areaName(area);
    const cap = profile.rows.find((row) => row.area === name)?.depthUm.max ?? 0;
    if (peakUm > cap) complain(`a stroke of ${peakUm} um is beyond the cap ${cap} of ${name}`);
    const most = certifiedPeakUmMax(world.pen().plant.model, depthUm);
    if (peakUm > most) {
      complain(`a stroke of ${peakUm} um is deeper than ${depthUm} um may ever become, ${most}`);
    }
  });
  return undefined;
};
