/**
 * A value as an instrument writes it, without the end of the line. Written from the makers' own
 * descriptions and not from the host's readers, so that the two check each other.
 */
import { unreachable } from '../../protocol/assert.ts';
import type { InstrumentMake, LineStyle } from './instrument-make.ts';

/** What ends a line of each style. */
export const LINE_ENDS: Readonly<Record<LineStyle, string>> = {
  mitutoyo: '\r',
  cdi: '\r\n',
  'mark-10': '\r\n',
  plain: '\n',
  tachometer: '\r\n',
  'peak-hold': '\r\n',
};

/** How a value is shown: inches are only for lengths, wide is one digit more in front. */
export interface Showing {
  readonly inches: boolean;
  readonly wide: boolean;
}

const NM_PER_MM = 1_000_000;
const NM_PER_INCH = 25_400_000;
const INCH_DIGITS = 5;

interface Shown {
  readonly sign: '+' | '-';
  readonly digits: string;
}

/** So many units of so many to the one, as digits with a point in them. */
function shown(value: number, perOne: number, places: number): Shown {
  const scaled = Math.round((Math.abs(value) / perOne) * 10 ** places);
  return {
    sign: value < 0 && scaled > 0 ? '-' : '+',
    digits: (scaled / 10 ** places).toFixed(places),
  };
}

const placesOf = (resolution: number, perOne: number): number =>
  Math.max(0, Math.ceil(Math.log10(perOne / resolution) - 1e-9));

const lengthShown = (value: number, { resolution }: InstrumentMake, inches: boolean): Shown =>
  inches
    ? shown(value, NM_PER_INCH, INCH_DIGITS)
    : shown(value, NM_PER_MM, placesOf(resolution, NM_PER_MM));

const inWidth = ({ sign, digits }: Shown, width: number): string =>
  `${sign}${digits.padStart(width, '0')}`;

const plainly = ({ sign, digits }: Shown): string => `${sign === '-' ? '-' : ''}${digits}`;

/** A value in the words of an instrument. */
export function writeLine(make: InstrumentMake, value: number, { inches, wide }: Showing): string {
  const width = wide ? 9 : 8;
  switch (make.style) {
    case 'mitutoyo':
      return `01A${inWidth(lengthShown(value, make, inches), width)}`;
    case 'cdi':
      return `${inWidth(lengthShown(value, make, inches), width)},${inches ? 'IN ' : 'MM '}`;
    case 'plain':
      return plainly(lengthShown(value, make, inches));
    case 'mark-10':
      return `${plainly(shown(value, 1_000, 3))} N`;
    case 'tachometer':
      return `${plainly(shown(value, 100, 2))} Hz`;
    case 'peak-hold':
      return `${plainly(lengthShown(value, make, false))} mm`;
    default:
      return unreachable(make.style);
  }
}
