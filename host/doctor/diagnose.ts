// All checks over one set of surroundings. Pure in what it is given: the same surroundings always
// give the same findings, in the same order.

import type { PortsFound } from '../link/index.ts';
import { checkKeys } from './check-keys.ts';
import { checkModemManager } from './check-modem-manager.ts';
import { checkAutosuspend, checkBusy, checkPermission } from './check-port.ts';
import { checkLateness, checkNode } from './check-runtime.ts';
import { checkLibusb, checkUdevadm } from './check-tools.ts';
import { type Finding, good } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

/** What the doctor found, worst first within nothing: the order is that of the checks. */
export interface Diagnosis {
  readonly healthy: boolean;
  readonly findings: readonly Finding[];
}

/** Looks at everything. */
export function diagnose(around: Surroundings): Diagnosis {
  const findings = [
    ...checkNode(around),
    ...checkLateness(around),
    ...checkUdevadm(around),
    ...checkLibusb(around),
    ...checkPorts(around),
    ...checkModemManager(around),
    ...checkKeys(around),
  ];
  return { healthy: findings.every(({ level }) => level !== 'bad'), findings };
}

function checkPorts(around: Surroundings): readonly Finding[] {
  if (around.ports.length > 0) {
    return around.ports.flatMap(({ path }) => [
      ...checkPermission(around, path),
      ...checkBusy(around, path),
      ...checkAutosuspend(around, path),
    ]);
  }
  return [good('ports', 'No USB serial port is plugged in', 'There is none to look at.')];
}

/** The ports to look at: those found, and the one that was named if it is not among them. */
export const portsToCheck = (found: PortsFound, named: string | undefined): PortsFound['ports'] =>
  named === undefined || found.ports.some(({ path }) => path === named)
    ? found.ports
    : [...found.ports, { ...NOTHING_KNOWN, path: named }];

const NOTHING_KNOWN = {
  vendorId: undefined,
  productId: undefined,
  serialNumber: undefined,
  manufacturer: undefined,
  product: undefined,
};
