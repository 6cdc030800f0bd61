/**
 * One line of an instrument as bytes, with whatever its line suffers from. An instrument that has
 * nothing to show says so in its own way, as an error.
 */
import { type BenchFaultLog, takeEffect } from './bench-fault.ts';
import type { InstrumentMake, LineStyle } from './instrument-make.ts';
import { LINE_ENDS, writeLine } from './write-line.ts';

/** What goes out, and whether the cable ends with it. */
export interface Said {
  readonly bytes: Uint8Array;
  readonly ends: boolean;
}

const ERRORS: Readonly<Record<LineStyle, string>> = {
  mitutoyo: '911',
  cdi: '',
  'mark-10': '*10',
  plain: '#timeout',
  tachometer: '----',
  'peak-hold': '----',
};

const FOREIGN = '\u00c3(\u00ff';

/** What an instrument says when it shows a value, or cannot show any. */
export function sayLine(
  make: InstrumentMake,
  value: number | undefined,
  log: BenchFaultLog,
  nowMs: number,
): Said {
  const suffers = (kind: Parameters<typeof takeEffect>[1]): boolean =>
    takeEffect(log, kind, nowMs) !== undefined;
  if (suffers('silent')) return { bytes: new Uint8Array(0), ends: false };
  const { style, quantity } = make;
  const error = value === undefined || suffers('error-lines');
  const whole = error
    ? ERRORS[style]
    : writeLine(make, value, {
        inches: quantity === 'depth' && suffers('inches'),
        wide: (style === 'mitutoyo' || style === 'cdi') && suffers('nine-characters'),
      });
  const half = Math.ceil(whole.length / 2);
  if (suffers('unplug')) return { bytes: bytesOf(whole.slice(0, half)), ends: true };
  const headed = style === 'mitutoyo' && suffers('bad-header') ? swapped(whole) : whole;
  const cut = suffers('half-lines') ? headed.slice(0, half) : headed;
  const foreign = suffers('foreign-bytes') ? `${cut.slice(0, 3)}${FOREIGN}${cut.slice(3)}` : cut;
  const line = suffers('no-line-ends') ? foreign : `${foreign}${LINE_ENDS[style]}`;
  return { bytes: bytesOf(suffers('duplicate-lines') ? line + line : line), ends: false };
}

/** The second and third characters in each other's place, as it was seen in the field. */
const swapped = (text: string): string =>
  `${text.slice(0, 1)}${text.slice(2, 3)}${text.slice(1, 2)}${text.slice(3)}`;

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));
