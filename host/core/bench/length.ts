// What a line says of a length, to the bench: a value, nothing that concerns it, damage that is
// counted, or a doubt that a person has to look at. The same for the zero, for a depth, and for
// what somebody typed.

import { type LengthUnit, losesDigits, toNm, type Written } from '../gauge/decimal.ts';
import { readLine } from '../gauge/formats.ts';
import type { GaugeKind } from '../gauge/gauge-line.ts';
import { readTyped, TYPED } from '../gauge/typed.ts';
import type { RawLine } from './event.ts';
import type { Doubt } from './state.ts';

/** Whoever reads lengths: the gauge, or the sensor of peaks. */
export interface Reader {
  readonly serial: string;
  readonly kind: GaugeKind;
  readonly unit: LengthUnit;
  readonly resolutionNm: number;
}

/** What a line says. */
export type Length =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'bad-line' }
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  | { readonly kind: 'length'; readonly valueNm: number; readonly typed: boolean };

const inUnit = (said: string, { unit }: Reader): Length | undefined =>
  said === unit ? undefined : { kind: 'doubt', doubt: { code: 'unit-jumped', said } };

const lengthOf = (written: Written, { unit }: Reader, typed: boolean): Length =>
  ({ kind: 'length', valueNm: toNm(written, unit), typed });

/** Reads a line of the reader, or one that was typed for it. */
export function readLength(reader: Reader, line: RawLine): Length {
  if (line.gauge === TYPED) return typedLength(reader, line.text);
  if (line.gauge !== reader.serial) return { kind: 'nothing' };
  const read = readLine(reader.kind, line.text);
  if (read.kind !== 'reading') return { kind: 'bad-line' };
  const other = read.unit === 'unstated' ? undefined : inUnit(read.unit, reader);
  if (other !== undefined) return other;
  const { unit, resolutionNm } = reader;
  return losesDigits(read.written, unit, resolutionNm)
    ? { kind: 'bad-line' }
    : lengthOf(read.written, reader, false);
}

/** What was typed has its unit, and every digit that the display has. */
function typedLength(reader: Reader, text: string): Length {
  const read = readTyped(text);
  if (read?.unit === undefined) return { kind: 'nothing' };
  const other = inUnit(read.unit, reader);
  if (other !== undefined) return other;
  const { unit, resolutionNm } = reader;
  return losesDigits(read.written, unit, resolutionNm)
    ? { kind: 'doubt', doubt: { code: 'typed-coarsely', resolutionNm } }
    : lengthOf(read.written, reader, true);
}
