// What a pen knows of its own depth: the calibration table that holds, and what follows from it for
// the depth stop. How a table comes in is another matter (certify.ts).

import { addedUm } from '../../protocol/curve.ts';
import type { CalibrationTable } from '../../protocol/table.ts';
import { um } from '../../protocol/units.ts';

/** The calibration table that holds, and one on its way into memory. */
export interface Calibrated {
  readonly table: CalibrationTable;
  readonly storing: CalibrationTable | undefined;
  readonly storeId: number;
}

/** A pen whose table is lost says that nothing is known of it, and corrects nothing. */
const uncalibrated = (serial: string): CalibrationTable => ({
  serial,
  certificateId: '',
  class: 'none',
  issuedDay: 0,
  dueDay: 0,
  biasLowUm: um(0),
  uncertaintyLowUm: um(0),
  biasHighUm: um(0),
  uncertaintyHighUm: um(0),
  curve: [],
});

/** What a pen knows at boot; `undefined` is a memory in which no table is whole. */
export const calibratedBy = (
  table: CalibrationTable | undefined,
  serial: string,
): Calibrated => ({ table: table ?? uncalibrated(serial), storing: undefined, storeId: 0 });

/** Where the depth stop is ordered to for a commanded depth; withdrawn if nothing is left of it. */
export const orderedUm = ({ table }: Calibrated, commandedUm: number): number =>
  Math.max(0, commandedUm + addedUm(table.curve, commandedUm));
