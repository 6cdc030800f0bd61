/** Lines as gauges really send them, good and bad: each is a reading, an error or damage. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { losesDigits, readDecimal, stepNm, toNm } from '../../../../host/core/gauge/decimal.ts';
import { readLine } from '../../../../host/core/gauge/formats.ts';
import { GAUGE_KINDS, type GaugeKind } from '../../../../host/core/gauge/gauge-line.ts';

/** A line and what it means: nanometres if it is a length whose unit is known to be millimetres. */
const LINES: readonly (readonly [kind: GaugeKind, line: string, meaning: unknown])[] = [
  // The manual's own examples, and what was captured in the field.
  ['mitutoyo', '01A+0000.123', 123_000],
  ['mitutoyo', '01A+0000.125', 125_000],
  ['mitutoyo', '01A+00.12345', 123_450],
  ['mitutoyo', '01A+00123.456', 123_456_000],
  ['mitutoyo', '01A+000.1234', 123_400],
  ['mitutoyo', '01A-000.0018', -1_800],
  ['mitutoyo', '01A+00000123', 123_000_000],
  ['mitutoyo', '0A1+0000.123', 'bad-header'],
  ['mitutoyo', '1A+0000.123', 'bad-header'],
  ['mitutoyo', '01A 0000.123', 'bad-value'],
  ['mitutoyo', '01A+000', 'bad-length'],
  ['mitutoyo', '01A+0000.12', 'bad-length'],
  ['mitutoyo', '01A+0000..12', 'bad-value'],
  ['mitutoyo', '01A+00000.1234567', 'bad-value'],
  ['mitutoyo', '911', '911'],
  ['mitutoyo', '912 no gauge', '912'],
  ['cdi', '+000.5080,MM ', 508_000],
  ['cdi', '-  0.0123,mm ', -12_300],
  ['cdi', '+ 0.01970, in', 500_380],
  ['cdi', '+000.5080,KG ', 'bad-unit'],
  ['cdi', '+000.508,MM ', 'bad-length'],
  ['cdi', ' 000.50800,MM', 'bad-value'],
  ['mark-10', '4.285 N', 'N'],
  ['mark-10', '-0.012 kgF', 'kgf'],
  ['mark-10', '4.285 Nm', 'bad-unit'],
  ['mark-10', '4.285', 'bad-unit'],
  ['mark-10', '*10', '*10'],
  ['plain', '1.234', 1_234_000],
  ['plain', '-0.05', -50_000],
  ['plain', '#timeout', '#timeout'],
  ['plain', '1,234', 'bad-value'],
  ['plain', '1.234 mm', 'bad-value'],
  ['plain', '', 'empty'],
  ['tachometer', '116.67 Hz', 'Hz'],
  ['tachometer', '  7000 rpm', 'rpm'],
  ['tachometer', '-3 Hz', 'bad-value'],
];

/** What a line came to, in the words of the table. */
function meaningOf(kind: GaugeKind, text: string): unknown {
  const line = readLine(kind, text);
  if (line.kind === 'gauge-error') return line.code;
  if (line.kind === 'damaged') return line.why;
  const { unit, written } = line;
  if (unit === 'mm' || unit === 'inch') return toNm(written, unit);
  return unit === 'unstated' ? toNm(written, 'mm') : unit;
}

test.each(LINES)('%s: "%s"', (kind, text, meaning) => {
  expect(meaningOf(kind, text)).toBe(meaning);
});

describe('a line that nobody would have thought of', () => {
  test('is never an exception, and never a reading with anything but digits in it', () => {
    const anyText = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(...Array.from('01A+-.,#* 9mMNnHz\r\n\t')), maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...GAUGE_KINDS), anyText, (kind, text) => {
        const line = readLine(kind, text);
        if (line.kind !== 'reading') return;
        expect(line.written.digits).toMatch(/^\d+(\.\d+)?$/);
        expect(Number.isSafeInteger(toNm(line.written, 'inch'))).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  test('cut anywhere, a good line is damaged: part of a reading is not a reading', () => {
    const line = '01A+0000.123';
    for (let length = 1; length < line.length; length += 1) {
      expect(readLine('mitutoyo', line.slice(0, length)).kind).toBe('damaged');
      expect(readLine('mitutoyo', line.slice(length)).kind).toBe('damaged');
    }
  });
});

test('a decimal keeps its last digit, whatever binary fractions do', () => {
  expect(toNm({ negative: false, digits: '0.0018' }, 'mm')).toBe(1_800);
  expect(toNm({ negative: true, digits: '0.000001' }, 'mm')).toBe(-1);
  expect(toNm({ negative: false, digits: '1' }, 'inch')).toBe(25_400_000);
  expect(readDecimal('1e3')).toBeUndefined();
  expect(readDecimal('.5')).toBeUndefined();
});

test('the digits behind the point say how fine a gauge shows', () => {
  expect(stepNm({ negative: false, digits: '0000.123' }, 'mm')).toBe(1_000);
  expect(stepNm({ negative: false, digits: '00.12345' }, 'inch')).toBe(254);
});

test('a reading that lost a digit is known by the resolution of its gauge', () => {
  const lost = (digits: string, unit: 'mm' | 'inch', resolutionNm: number): boolean =>
    losesDigits({ negative: false, digits }, unit, resolutionNm);
  expect(lost('1.234', 'mm', 1_000)).toBe(false);
  expect(lost('1.23', 'mm', 1_000)).toBe(true);
  expect(lost('1', 'mm', 1_000)).toBe(true);
  expect(lost('0.04858', 'inch', 1_270)).toBe(false);
  expect(lost('0.0485', 'inch', 1_270)).toBe(true);
});
