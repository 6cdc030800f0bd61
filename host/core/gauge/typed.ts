// A reading that a person read off the display and typed, where a gauge has no cable or its cable
// is broken. It comes with its unit, is kept as it was typed, and stays apart from the gauge's own
// lines under a name that no gauge has.

import { type LengthUnit, readDecimal, type Written } from './decimal.ts';

/** The name under which typed lines are kept. */
export const TYPED = 'typed';

/** What was typed: a number and, if it was said, its unit. */
export interface TypedReading {
  readonly written: Written;
  readonly unit: LengthUnit | undefined;
}

const UNITS: ReadonlyMap<string, LengthUnit> = new Map([
  ['mm', 'mm'], ['in', 'inch'], ['inch', 'inch'],
]);

/** Reads what was typed; undefined if it is no number, or its unit is none of length. */
export function readTyped(text: string): TypedReading | undefined {
  const [value = '', said, ...more] = text.trim().split(/ +/);
  const written = readDecimal(value.replace(',', '.'));
  if (written === undefined || more.length > 0) return undefined;
  if (said === undefined) return { written, unit: undefined };
  const unit = UNITS.get(said.toLowerCase());
  return unit === undefined ? undefined : { written, unit };
}
