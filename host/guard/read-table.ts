// From the signed bytes to the numbers in force: parsed once, when a treatment begins, by the
// guard itself. Bytes that it cannot read, and a table past its end, give no table, and without a
// table nothing is let through.

import { dayIn } from './calendar.ts';
import { overBase, siteOf } from './raw-site.ts';
import { type Table, tableOf } from './raw-table.ts';

/** The files that were signed, as they lie on disk. */
export interface SignedTables {
  readonly base: Uint8Array;
  readonly site: Uint8Array | undefined;
}

/** What some bytes hold as JSON; undefined, which no schema takes, for what is none. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

/** The table in force on a day; undefined where there is none that can be read. */
export function readTable({ base, site }: SignedTables, today: number): Table | undefined {
  const found = tableOf(jsonIn(base));
  const own = site === undefined ? undefined : siteOf(jsonIn(site));
  if (found === undefined || (site !== undefined && own === undefined)) return undefined;
  const inForce = own === undefined ? found : overBase(found, own);
  return today <= dayIn(inForce.expiresOn) ? inForce : undefined;
}
