import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../host/export/csv.ts';
import { pseudonyms, trueNames } from '../../../host/export/names.ts';
import { treatmentCsv } from '../../../host/export/treatment-csv.ts';
import { treatmentJson } from '../../../host/export/treatment-json.ts';
import { SAID, treated } from './treated.ts';

/** Reads CSV as RFC 4180 says, written apart from what writes it. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') {
      quoted = !quoted;
    } else if (!quoted && letter === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (!quoted && letter === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(cell);
      rows.push([]);
      cell = '';
      at += 1;
    } else {
      cell += letter;
    }
  }
  return rows.slice(0, -1);
}

describe('comma-separated values', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-5', "'-5"],
    ['@sum', "'@sum"],
    ['  =cmd', "'  =cmd"],
    ['\uff1dcmd', "'\uff1dcmd"],
    ['\t=x', "'\t'=x"],
    ['fine', 'fine'],
    ['a;=cmd', "a;'=cmd"],
  ])('%j is no formula to a spreadsheet', (typed, inert) => {
    expect(parse(csvText([[typed]]))).toEqual([[inert]]);
  });

  test('whatever is in a cell, it is one cell, and no cell begins as a formula', () => {
    const row = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 });
    const cells = fc.array(row, { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(cells, (rows) => {
      const read = parse(csvText(rows));
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }), { numRuns: 30 });
  });

  test('numbers stay numbers, and what there is not is empty', () => {
    expect(csvText([[-5, 0, undefined, 1.5]])).toBe('-5,0,,1.5\r\n');
  });
});

describe('a treatment as a table and as a document', () => {
  const subject = treated();

  test('a row for each area, with pen, certificate, cartridge and lot', () => {
    const [heads = [], ...rows] = parse(treatmentCsv(subject, pseudonyms(subject)));
    const column = (name: string) => rows.map((row) => row[heads.indexOf(name)]);
    expect(column('area')).toEqual(['cheek', 'forehead', 'chin']);
    expect(column('deliveredStrokes')).toEqual(['250', '0', '0']);
    expect(column('unknownStrokesAtMost')).toEqual(['0', '250', '0']);
    expect(column('peakDepthUm')).toEqual(['655', 'unknown', 'unknown']);
    expect(column('lots')).toEqual(['LOT-7', 'LOT-7', '']);
    expect(column('certificates')).toEqual(['C1', 'C1', '']);
  });

  test('S-79 neither names anybody unless names were asked for', () => {
    const hidden = pseudonyms(subject);
    const texts = [treatmentCsv(subject, hidden), treatmentJson(subject, hidden)];
    for (const text of texts) {
      for (const said of [...Object.values(SAID), 'Hilda']) expect(text).not.toContain(said);
    }
    const shown = trueNames(subject, undefined);
    expect(treatmentCsv(subject, shown)).toContain(SAID.operator);
    expect(treatmentJson(subject, shown)).toContain(SAID.reason);
  });

  test('the document says of each figure that it is not known where it is not', () => {
    const document: unknown = JSON.parse(treatmentJson(subject, pseudonyms(subject)));
    expect(document).toMatchObject({
      version: 1, identity: false, outcome: 'stopped',
      areas: [{ peakDepthUm: 655 }, { peakDepthUm: null, unknownStrokes: 250 }, {}],
      cartridges: [{ serial: 'K1', lot: 'LOT-7' }],
      visit: { fitzpatrick: 3, clearances: [{ item: 'inflamed-acne', reason: null }] },
    });
  });
});
