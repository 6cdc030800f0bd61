// What a value that was made again says of the one that is stated.

import type { CertificateFinding } from './finding.ts';
import type { Remade } from './readings.ts';

/** A finding where they differ, or where it could not be made again. */
export function against(
  at: string,
  stated: number,
  remade: Remade,
): readonly CertificateFinding[] {
  if (remade.kind === 'fault') return [{ code: 'reading', at, fault: remade.fault }];
  const { value } = remade;
  return value === stated
    ? []
    : [{ code: 'figure', at, stated: String(stated), found: String(value) }];
}
