// What a calibration leaves in the pen: whose it is, what its certificate says, and the curve by
// which the depth stop is corrected. It travels whole in one frame, with a check of its own that
// stays with it in the pen's memory, so that a table can be told from half of one.

import { crc32c } from './crc.ts';
import { curve } from './curve.ts';
import { choice, count, i16, text, u16 } from './field.ts';
import { message, type MessageOf, readPayload, writePayload } from './message.ts';
import { um } from './units.ts';

/** What a calibration was good for. */
export const CALIBRATION_CLASSES = { none: 0, S: 1, P: 2, fail: 3 } as const;

/** A word for what a calibration was good for. */
export type CalibrationClass = keyof typeof CALIBRATION_CLASSES;

/** The figures of a certificate, as they lie on the wire. Days count from 2020-01-01. */
export const CERTIFICATE_FIELDS = {
  certificateId: text(16),
  class: choice(CALIBRATION_CLASSES),
  issuedDay: u16(count),
  dueDay: u16(count),
  biasLowUm: i16(um),
  uncertaintyLowUm: u16(um),
  biasHighUm: i16(um),
  uncertaintyHighUm: u16(um),
};

/** The most knots that a pen's curve can have. */
export const CURVE_KNOTS_MAX = 8;

/** The whole table: serial number of the pen that it is for, certificate, and curve. */
export const TABLE_FIELDS = {
  serial: text(16),
  ...CERTIFICATE_FIELDS,
  curve: curve(CURVE_KNOTS_MAX),
};

// Never sent as such: the layout over which the check is taken, and in which a pen keeps it.
const Table = message(0, 'calibration-table', { delivery: 'report' }, TABLE_FIELDS);

/** A calibration table as a value. */
export type CalibrationTable = Omit<MessageOf<typeof Table>, 'kind'>;

/** The bytes of a table, in the order of its fields. */
export function tableBytes(table: CalibrationTable): Uint8Array {
  const bytes = new Uint8Array(Table.bytes);
  writePayload(Table, table, bytes, 0);
  return bytes;
}

/** How many bytes a table has. */
export const TABLE_BYTES = Table.bytes;

/** The check that travels and is kept with a table: CRC-32C of its bytes. */
export const tableCheck = (table: CalibrationTable): number => crc32c(tableBytes(table));

/** A table out of its bytes; undefined if they are none. */
export function readTable(bytes: Uint8Array): CalibrationTable | undefined {
  const read = readPayload(Table, bytes, 0, bytes.length);
  if (!read.ok) return undefined;
  const { kind: _kind, ...table } = read.value as MessageOf<typeof Table>;
  return table;
}
