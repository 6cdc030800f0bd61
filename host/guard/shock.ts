// What shakes a pen while it treats: a latch that says so, or a stroke deeper than the arming by
// more than a stroke may be off. The guard sees that in the frames themselves, so that it does not
// rest on what control made of them.

import type { Facts } from './facts.ts';
import { nameOf, SHAKES } from './pen-past.ts';

/** The least by which a stroke may be off (grade D); a certificate may say more. */
const OFF_UM = 50;
const SHALLOW_UM = 500;

/** Notes a pen whose newest telemetry tells of a shock, under the certificate that it carries. */
export function noteShock(facts: Facts): void {
  const { identity, calibration } = facts.heard;
  if (identity === undefined || calibration === undefined || !isShock(facts)) return;
  facts.shaken.add(nameOf(identity.serial, calibration.certificateId));
}

function isShock({ heard: { telemetry, calibration }, arming }: Facts): boolean {
  if (telemetry === undefined) return false;
  if (SHAKES.has(telemetry.latch)) return true;
  const { phase, depthUm } = telemetry;
  if (arming?.state !== 'armed' || phase !== 'running' || depthUm === undefined) return false;
  const isLow = arming.depthUm <= SHALLOW_UM;
  const doubtUm = (isLow ? calibration?.uncertaintyLowUm : calibration?.uncertaintyHighUm) ?? 0;
  return depthUm > arming.depthUm + Math.max(OFF_UM, doubtUm);
}
