// Where the pen keeps its calibration table: bytes in a memory that no power cut can spoil.

import { type CalibrationTable, readTable, TABLE_BYTES, tableBytes } from '../protocol/table.ts';
import { createTwoPlaces, type KeptPlaces, NO_PLACES, type TwoPlaces } from './two-places.ts';

/** The two places of the table as they are kept. */
export type KeptTables = KeptPlaces;

/** Places that nobody has written a table to. */
export const NO_TABLES: KeptTables = NO_PLACES;

/** Memory for the calibration table. */
export interface TableMemory extends Omit<TwoPlaces, 'write' | 'boot'> {
  readonly write: (id: number, table: CalibrationTable) => void;
  /** Power was gone: a write stays where it was. Gives the table that holds, if one is whole. */
  readonly boot: () => CalibrationTable | undefined;
}

/** Makes a memory that starts with what was kept, or else with what the factory wrote into it. */
export function createTableMemory(start: KeptTables, factory: CalibrationTable): TableMemory {
  const places = createTwoPlaces(start, TABLE_BYTES, tableBytes(factory));
  return {
    ...places,
    write: (id, table) => places.write(id, tableBytes(table)),
    boot: () => {
      const bytes = places.boot();
      return bytes && readTable(bytes);
    },
  };
}
