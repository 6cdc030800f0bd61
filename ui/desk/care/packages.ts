// The package of a simulated cartridge. Beside a simulated pen there is no box on the table to be
// scanned, so the desk has the code that such a box would carry, and says that it is simulated.

import { formatDay } from '../../../host/core/day.ts';
import { metPenOf } from '../met-pen.ts';
import type { Held } from '../held.ts';

/** The article number that simulated packages carry; its check digit is right. */
export const SIMULATED_GTIN = '00000000000017';

/** The code on the package of the cartridge in a simulated pen; undefined beside a real one. */
export function simulatedPackage(held: Held): string | undefined {
  const cartridge = metPenOf(held)?.cartridge;
  if (held.pen.address() !== 'sim' || cartridge === undefined) return undefined;
  const expires = formatDay(cartridge.expiryDay).slice(2).replaceAll('-', '');
  const { lot, serial } = cartridge;
  return `(01)${SIMULATED_GTIN}(17)${expires}${lot === '' ? '' : `(10)${lot}`}(21)${serial}`;
}
