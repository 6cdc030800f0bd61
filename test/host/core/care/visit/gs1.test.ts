// The code on a package, as scanners send it and people type it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay } from '../../../../../host/core/day.ts';
import { fullYear, gs1Day } from '../../../../../host/core/care/visit/gs1-date.ts';
import { FNC1, readElements } from '../../../../../host/core/care/visit/gs1.ts';
import { checkDigit } from '../../../../../host/core/care/visit/gs1-table.ts';
import {
  scanCartridge,
  scanSentence,
} from '../../../../../host/core/care/visit/scanned-cartridge.ts';
import { gather, NOTHING_GATHERED } from '../../../../../host/core/care/visit/scanner-input.ts';
import { codes, given, on, refused, TODAY } from '../../../../support/limit-world.ts';

const GTIN = '04012345678901';
const GROUND = { today: TODAY, gtins: [GTIN] };
const CODE = `]d201${GTIN}1728063010LOT-7${FNC1}21S/42`;
const CARTRIDGE = {
  gtin: GTIN, lot: 'LOT-7', serial: 'S/42', expiresOn: on('2028-06-30'), madeOn: undefined,
};
const against = (code: string): readonly string[] => codes(refused(scanCartridge(code, GROUND)));

test.each([
  ['a DataMatrix scanner', CODE],
  ['a linear one', CODE.replace(']d2', ']C1')],
  ['a QR one', CODE.replace(']d2', ']Q3')],
  ['no prefix', CODE.slice(3)],
  ['a leading FNC1', FNC1 + CODE.slice(3)],
  ['a separator that stands for the unprintable one', CODE.replace(FNC1, '\u241d')],
  ['a serial line', `\u0002${CODE}\u0003\r\n`],
  ['brackets', `(01)${GTIN}(17)280630(10)LOT-7(21)S/42`],
  ['brackets and blanks', ` (01) ${GTIN} (21) S/42 (10) LOT-7 (17) 280630 `],
  ['another order', `10LOT-7${FNC1}17280630` + `01${GTIN}21S/42`],
  ['a separator after fixed values', `01${GTIN}${FNC1}17280630${FNC1}10LOT-7${FNC1}21S/42${FNC1}`],
])('%s says the same', (_, code) => {
  expect(given(scanCartridge(code, GROUND))).toEqual(CARTRIDGE);
});

test.each([
  ['nothing', ' \r\n', ['empty']],
  ['too much', '9'.repeat(400), ['too-long']],
  ['a symbol of a shop', ']E04012345678901', ['other-symbology']],
  ['an article whose check digit is wrong', CODE.replace('8901', '8902'), ['check-digit-wrong']],
  ['a digit lost', `01${GTIN.slice(1)}`, ['value-too-short']],
  ['a letter among digits', CODE.replace('0401', '04O1'), ['not-digits']],
  ['an identifier twice', `${CODE}${FNC1}10OTHER`, ['identifier-twice']],
  ['an unknown identifier', `${CODE}${FNC1}8008123`, ['unknown-identifier']],
  ['an unknown identifier in brackets', `(99)X(01)${GTIN}`, ['unknown-identifier']],
  ['an empty lot', `01${GTIN}10${FNC1}1728063021S`, ['value-missing']],
  ['a scanner that leaves separators out', `01${GTIN}10LOT-721SERIAL1728063099AB`,
    ['value-too-long']],
  ['a name in another script', `01${GTIN}17280630${FNC1}21シリアル`, ['strange-letter']],
  ['another article', CODE.replace(GTIN, '04012345678918'), ['article-unknown']],
  ['yesterday', CODE.replace('280630', '261119'), ['expired']],
  ['the thirtieth of February', CODE.replace('280630', '280230'), ['date-impossible']],
  ['month thirteen', CODE.replace('280630', '281300'), ['date-impossible']],
  ['made tomorrow', `${CODE}${FNC1}11261121`, ['made-in-future']],
  ['no serial number', `01${GTIN}1728063010LOT`, ['serial-missing']],
  ['an article alone, of another maker', '0104012345678918',
    ['serial-missing', 'expiry-missing', 'article-unknown']],
  ['brackets that are not', '(hello)', ['bracket-broken']],
])('S-63 %s is refused', (_, code, expected) => {
  expect(against(code)).toEqual(expected);
  for (const refusal of refused(scanCartridge(code, GROUND))) {
    expect(scanSentence(refusal)).toMatch(/^\S.*\.$/);
  }
});

test('a cartridge may be used on its last day, and day 00 is the last of its month', () => {
  expect(scanCartridge(CODE.replace('280630', '261120'), GROUND).ok).toBe(true);
  const last = ['270200', '280200', '260400', '261200'].map((text) => gs1Day(text, TODAY));
  expect(last.map((found) => found && formatDay(found))).toEqual([
    '2027-02-28', '2028-02-29', '2026-04-30', '2026-12-31',
  ]);
});

test('two digits of a year mean the nearest such year, by the rule of GS1', () => {
  expect([26, 76, 77, 99, 0, 25].map((two) => fullYear(two, 2026))).toEqual([
    2026, 2076, 1977, 1999, 2000, 2025,
  ]);
  expect([0, 49, 50, 99].map((two) => fullYear(two, 2099))).toEqual([2100, 2149, 2050, 2099]);
});

test('S-63 one digit that is wrong in an article is always noticed', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{13}$/), fc.nat({ max: 13 }), fc.integer({ min: 1, max: 9 }),
      (digits, place, more) => {
        const whole = `${digits}${checkDigit(digits)}`;
        const wrong = Array.from(whole).map((digit, index) =>
          (index === place ? String((Number(digit) + more) % 10) : digit)).join('');
        expect(readElements(`01${whole}`).ok).toBe(true);
        expect(refused(readElements(`01${wrong}`)).code).toBe('check-digit-wrong');
      },
    ),
  );
});

test('S-63 what is written comes back, scanned or in brackets; any text gives a sentence', () => {
  const anyValue = fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/);
  fc.assert(
    fc.property(anyValue, anyValue, (lot, serial) => {
      const scanned = readElements(`01${GTIN}10${lot}${FNC1}21${serial}`);
      const typed = readElements(`(01)${GTIN}(10)${lot}(21)${serial}`);
      expect(given(scanned)).toEqual(new Map([['01', GTIN], ['10', lot], ['21', serial]]));
      expect(given(typed)).toEqual(given(scanned));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const scanned = scanCartridge(text, GROUND);
      if (!scanned.ok) expect(scanned.error.map(scanSentence).join('')).toMatch(/\.$/);
    }),
  );
});

test('pieces become codes at their end; what broke off is dropped and not joined', () => {
  const first = gather(NOTHING_GATHERED, '01040123', 0);
  expect(first.codes).toEqual([]);
  expect(gather(first.gathering, '45\r\n21X\r', 30).codes).toEqual(['0104012345', '21X']);
  const late = gather(first.gathering, 'NEW\r', 5_000);
  expect([late.codes, late.dropped]).toEqual([['NEW'], 1]);
  expect(gather(NOTHING_GATHERED, 'x'.repeat(301), 0)).toMatchObject({
    dropped: 1, gathering: { text: '' },
  });
});
