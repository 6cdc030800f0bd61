// The formats of gauges, one function each: a line without its terminator, in Latin-1, becomes a
// reading, an error or damage. Terminators belong to whoever cuts the lines, and have to be exact.

import { readDecimal } from './decimal.ts';
import {
  commonDamage,
  damaged,
  type ForceUnit,
  type GaugeKind,
  type GaugeLine,
  type RateUnit,
} from './gauge-line.ts';

type Format = (text: string) => GaugeLine;

/**
 * Mitutoyo over USB or RS-232 (QM-Height user's manual, "data output": 9600 bps, `0`, channel,
 * item, sign, eight characters of value, CR; nine characters are seen in the field). `91x` reports
 * an error of the gauge. The unit is not in the line.
 */
const mitutoyo: Format = (text) => {
  if (/^91\d/.test(text)) return { kind: 'gauge-error', code: text.slice(0, 3) };
  if (!/^0\d[A-Z]/.test(text)) return damaged('bad-header');
  const found = /^([+-])(\d{1,8}\.\d{1,6}|\d{1,9})$/.exec(text.slice(3));
  if (found === null) return damaged('bad-value');
  const [, sign, digits = ''] = found;
  if (digits.length !== 8 && digits.length !== 9) return damaged('bad-length');
  return { kind: 'reading', written: { negative: sign === '-', digits }, unit: 'unstated' };
};

/**
 * CDI electronic indicators (Chicago Dial Indicator, Logic series): a sign, eight characters, a
 * comma and the unit, CR LF; 15 characters in all.
 */
const cdi: Format = (text) => {
  if (text.length !== 13) return damaged('bad-length');
  const found = /^([+-][ \d.]{8}),([A-Za-z ]{3})$/.exec(text);
  if (found === null) return damaged('bad-value');
  const [, value = '', said = ''] = found;
  const written = readDecimal(value.replaceAll(' ', ''));
  const unit = { MM: 'mm', IN: 'inch' } as const;
  const word = said.trim().toUpperCase();
  if (written === undefined) return damaged('bad-value');
  if (word !== 'MM' && word !== 'IN') return damaged('bad-unit');
  return { kind: 'reading', written, unit: unit[word] };
};

const FORCES: ReadonlyMap<string, ForceUnit> = new Map([
  ['mn', 'mN'], ['n', 'N'], ['kn', 'kN'], ['gf', 'gf'], ['kgf', 'kgf'], ['ozf', 'ozf'],
  ['lbf', 'lbf'],
]);

/**
 * Force gauges of the Mark-10 family (user's guide, GCL commands): `?` asks, the answer is value,
 * space, unit, CR LF; `*10` and the like are errors. A torque is not a force.
 */
const markTen: Format = (text) => {
  if (/^\*\d{2}$/.test(text)) return { kind: 'gauge-error', code: text };
  const [value = '', said = '', ...more] = text.split(' ');
  const written = readDecimal(value);
  if (written === undefined || more.length > 0) return damaged('bad-value');
  const unit = FORCES.get(said.toLowerCase());
  return unit === undefined ? damaged('bad-unit') : { kind: 'reading', written, unit };
};

/** Hobby adapters for Digimatic gauges: a plain decimal; what begins with `#` is an error. */
const plain: Format = (text) => {
  if (text.startsWith('#')) return { kind: 'gauge-error', code: text };
  const written = readDecimal(text);
  return written === undefined
    ? damaged('bad-value')
    : { kind: 'reading', written, unit: 'unstated' };
};

const RATES: ReadonlyMap<string, RateUnit> = new Map([['hz', 'Hz'], ['rpm', 'rpm']]);

/** Tachometers that print a number and `Hz` or `rpm`; turns are strokes only by a known gearing. */
const tachometer: Format = (text) => {
  const [value = '', said = '', ...more] = text.trim().split(/ +/);
  const written = readDecimal(value);
  if (written === undefined || written.negative || more.length > 0) return damaged('bad-value');
  const unit = RATES.get(said.toLowerCase());
  return unit === undefined ? damaged('bad-unit') : { kind: 'reading', written, unit };
};

/**
 * Displacement sensors that hold the highest value since the last line, and write it with its unit:
 * a number, a space, `mm`. Lasers and eddy current sensors are set to this by their makers' tools
 * (output "peak", ASCII); no maker's own framing is claimed.
 */
const peakHold: Format = (text) => {
  const [value = '', said = '', ...more] = text.trim().split(/ +/);
  const written = readDecimal(value);
  if (written === undefined || more.length > 0) return damaged('bad-value');
  return said.toLowerCase() === 'mm'
    ? { kind: 'reading', written, unit: 'mm' }
    : damaged('bad-unit');
};

const FORMATS: Readonly<Record<GaugeKind, Format>> = {
  mitutoyo,
  cdi,
  'mark-10': markTen,
  plain,
  tachometer,
  'peak-hold': peakHold,
};

/** Reads one line of a gauge of some kind, without its terminator. */
export const readLine = (kind: GaugeKind, text: string): GaugeLine =>
  commonDamage(text) ?? FORMATS[kind](text);
