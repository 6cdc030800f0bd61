// The sheet on paper, in a calendar and as text: the same dates, every letter drawn or named.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, calendarStamp, escaped, folded } from '../../../host/care/calendar.ts';
import { readNameFont, setName } from '../../../host/care/fonts.ts';
import { codePoint, drawable, NO_GLYPH } from '../../../host/care/glyphs.ts';
import { sheetPdf } from '../../../host/care/paper/draw.ts';
import { sheetLines, wrapped } from '../../../host/care/sheet-text.ts';
import { plainDate } from '../../../host/core/care/aftercare/plain-date.ts';
import { makeSheet, type Sheet } from '../../../host/core/care/aftercare/sheet.ts';
import { day } from '../../../host/core/day.ts';
import { on } from '../../support/limit-world.ts';

const VISIT = on('2026-11-20');
const sheet = (name = 'Ana Example', contact?: string): Sheet => makeSheet({
  name,
  person: 'person-1',
  treatmentId: 't-1',
  visit: VISIT,
  modality: 'automated',
  areas: [
    { area: 'cheek', side: 'left', depthUm: 750 },
    { area: 'infraorbital', side: 'left', depthUm: 200 },
  ],
  skin: { skinType: 5, keepsDarkMarks: false, isFragile: false },
  next: { earliest: day(VISIT + 42), recommended: day(VISIT + 50) },
  contact,
});

const STAMP = '20261120T120000Z';
const unfolded = (text: string): readonly string[] =>
  text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);

test('a date names its weekday', () => {
  expect([VISIT, on('2020-01-01'), on('2019-12-31'), on('2028-02-29')].map(plainDate)).toEqual([
    'Fri 20 Nov 2026', 'Wed 1 Jan 2020', 'Tue 31 Dec 2019', 'Tue 29 Feb 2028',
  ]);
});

test('every line of the calendar ends in CR LF and has 75 octets at most', () => {
  const text = calendarOf(sheet(), STAMP);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of text.split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
});

test('each event has a name of its own, a whole day, the stamp, and says nobody\'s name', () => {
  const lines = unfolded(calendarOf(sheet('Ana Example'), STAMP));
  const values = (name: string): readonly string[] =>
    lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));
  const uids = values('UID:');
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids.length).toBe(sheet().instructions.length + sheet().milestones.length);
  expect(new Set(values('DTSTAMP:'))).toEqual(new Set([STAMP]));
  expect(values('DTSTART;VALUE=DATE:')[0]).toBe('20261120');
  expect(values('DTEND;VALUE=DATE:')[0]).toBe('20261121');
  expect(values('BEGIN:').length).toBe(values('END:').length);
  expect(lines.join('')).not.toMatch(/Ana|person-1|750|0\.75/);
  expect(calendarStamp('2026-11-20T12:00:00.123Z')).toBe(STAMP);
});

test('whatever a text is, folding and escaping give it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const line = `SUMMARY:${escaped(text)}`;
      const broken = folded(line).split('\r\n');
      expect(broken.map((part, at) => (at === 0 ? part : part.slice(1))).join('')).toBe(line);
      for (const part of broken) {
        expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
        expect(part.isWellFormed()).toBe(true);
      }
    }),
  );
  expect(escaped('a;b,c\\d\r\ne\u0000')).toBe(String.raw`a\;b\,c\\d\ne`);
});

test('the font covers Latin, Greek, Cyrillic, Hebrew and Arabic, and says what it does not', () => {
  const font = readNameFont();
  const covered = ['Łukasz Żółć', 'Ελένη', 'Иванова', 'עברית', 'محمد', 'Nguyễn', NO_GLYPH];
  for (const name of covered) expect(setName(name, font).missing).toEqual([]);
  expect(setName('山田 太郎', font)).toEqual({
    font: 'names', text: '□□ □□', missing: ['山', '田', '太', '郎'],
  });
  expect(setName('Ana Müller', font).font).toBe('standard');
  expect(['山', 'A', '\u{20BB7}'].map(codePoint)).toEqual(['U+5C71', 'U+0041', 'U+20BB7']);
});

test('no letter of any name is dropped: it is drawn, or it is named', () => {
  const { coverage } = readNameFont();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
      const { text, missing } = drawable(name, coverage);
      const letters = Array.from(name.normalize('NFC'));
      expect(Array.from(text)).toHaveLength(letters.length);
      for (const [index, letter] of Array.from(text).entries()) {
        const was = letters[index] ?? '';
        const isControl = /\p{Cc}/u.test(was);
        expect(letter === was || isControl || missing.includes(was)).toBe(true);
      }
    }),
  );
});

/** A reader of PDF that can be asked from here; not every computer has one. */
const READER = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext', '/opt/homebrew/bin/pdftotext']
  .find((path) => existsSync(path)) ?? '';

test('a name that cannot be drawn whole is printed, and what is missing is said', async () => {
  const { bytes, missing } = await sheetPdf(sheet('Željka Иванова 山'));
  expect(missing).toEqual(['山']);
  expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
});

test.skipIf(READER === '')('the paper has two pages and says what the sheet says', async () => {
  const { bytes } = await sheetPdf(sheet('Željka Иванова 山', 'Studio, 030 123'));
  const text = textOf(bytes);
  expect(text).toContain('Željka Иванова □');
  expect(text).toContain('U+5C71');
  expect(text).toContain('Studio, 030 123');
  expect(text).toContain('2 of 2');
  const flat = text.replaceAll(/\s+/g, ' ');
  for (const { on: date, title } of sheet().instructions) {
    expect(flat).toContain(plainDate(date));
    expect(flat).toContain(title);
  }
  for (const { person } of sheet().flags) expect(flat).toContain(person);
});

test('the lines of a terminal have every date of the sheet', () => {
  const lines = sheetLines(sheet()).join('\n');
  for (const { on: date } of [...sheet().instructions, ...sheet().milestones]) {
    expect(lines).toContain(plainDate(date));
  }
});

test('lines fit, keep their indent, and lose no word', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 }), (words) => {
      const lines = wrapped(`    ${words.join(' ')}`, 6);
      expect(lines.join(' ').trim().split(/ +/)).toEqual(words);
      for (const [index, line] of lines.entries()) {
        expect(line.length).toBeLessThanOrEqual(96);
        expect(line.startsWith(index === 0 ? '    ' : '      ')).toBe(true);
      }
    }),
  );
});

/** What a reader of PDF finds on the paper. */
function textOf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'corium-sheet-'));
  try {
    writeFileSync(join(folder, 'sheet.pdf'), bytes);
    return execFileSync(READER, ['-layout', join(folder, 'sheet.pdf'), '-'], {
      encoding: 'utf8',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
