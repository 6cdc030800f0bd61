// The summary of a treatment on paper: who and what in a few facts, a map of the dose with a bar
// for each area, and a table of the figures behind it. The same treatment makes the same bytes.
// It says on every page whether people are named on it.

import {
  FONT, heading, INK, INNER, type Paper, put, roomFor, rule, SHEET,
} from '../../certificate/paper/sheet.ts';
import { type Column, drawFacts, drawTable, type Row } from '../../certificate/paper/table.ts';
import { type AreaFacts, areaFacts, cartridgesOf, placeWords } from '../area-facts.ts';
import type { Names } from '../names.ts';
import type { ExportSubject } from '../subject.ts';
import { drawDoseMap } from './dose-map.ts';

/** The summary of a treatment as a PDF. */
export async function treatmentPdf(subject: ExportSubject, names: Names): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const { opened } = subject.record;
  const at = new Date(opened.at);
  const paper = new PDFDocument({
    size: 'A4',
    bufferPages: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    info: {
      Title: `Treatment ${opened.treatmentId}`,
      Producer: 'Corium',
      Creator: 'Corium',
      CreationDate: at,
      ModDate: at,
    },
  });
  const whole = collected(paper);
  draw(paper, subject, names);
  footers(paper, subject, names);
  paper.end();
  return whole;
}

const collected = (paper: Paper): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    paper.on('error', reject);
  });

/** An instant as people read it; the journal keeps UTC. */
const instant = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

function draw(paper: Paper, subject: ExportSubject, names: Names): void {
  const { record } = subject;
  const { left, top } = SHEET;
  const areas = areaFacts(record);
  paper.rect(0, 0, SHEET.width, 6).fillColor(INK.left, 1).fill();
  put(paper, 'Treatment summary', left, top - 8, { size: 21, font: FONT.bold });
  put(paper, 'Microneedling: what was planned, granted, delivered and is not '
    + 'known', left, top + 19, {
    size: 9.5, colour: INK.soft,
  });
  put(paper, outcomeWords(subject), left, top - 2, { size: 12, align: 'right' });
  put(paper, instant(record.opened.at), left, top + 14, {
    size: 8.5, colour: INK.soft, align: 'right',
  });
  rule(paper, top + 38);
  let y = drawFacts(paper, factsOf(subject, names), top + 50);
  y = heading(paper, 'Dose map: punctures per cm2, a mean over the declared area', y + 12);
  y = drawDoseMap(paper, areas, y);
  y = heading(paper, 'Strokes, depth and contact', roomFor(paper, y + 12, 80));
  y = drawTable(paper, COLUMNS, areas.map(rowOf), y) + 10;
  y = heading(paper, 'With what', roomFor(paper, y, 60));
  y = drawTable(paper, TOOLS, areas.map(toolsOf), y) + 10;
  y = events(paper, subject, y);
  put(paper, HONEST, left, roomFor(paper, y + 4, 60), { size: 8, colour: INK.soft });
}

const outcomeWords = ({ record: { closed } }: ExportSubject): string =>
  closed === undefined ? 'still open' : closed.outcome;

function factsOf({ record, certificates }: ExportSubject, names: Names) {
  const { opened, closed, pens } = record;
  const lots = [...cartridgesOf(record).values()].map(({ lot }) => lot).filter((lot) => lot !== '');
  const signed = (certificateId: string): string =>
    certificates.some(({ certificate }) => certificate.certificateId === certificateId)
      ? certificateId
      : `${certificateId} (its file is not here)`;
  return [
    ['Person', names.known?.name ?? names.person(opened.person)],
    ...(names.known === undefined ? [] : [['Born', names.known.born] as const]),
    ['Operator', names.staff(opened.operator)],
    ['Treatment', opened.treatmentId],
    ['Ended', closed === undefined ? 'not ended' : instant(closed.at)],
    ['Pen', listed(pens.map(({ model, serial, firmware }) =>
      `${model} no. ${serial}, firmware ${firmware}`))],
    ['Certificate', listed(pens.map(({ calibration }) =>
      `${signed(calibration.certificateId)}, class ${calibration.class}`))],
    ['Cartridge lot', listed(lots)],
    ['Limit profile', opened.profileId],
  ] satisfies readonly (readonly [string, string])[];
}

const listed = (texts: readonly string[]): string =>
  texts.length === 0 ? 'unknown' : [...new Set(texts)].join('; ');

const RIGHT = { align: 'right' } as const;
const COLUMNS: readonly Column[] = [
  { head: 'area', share: 22 },
  { head: 'planned\nstrokes', share: 11, ...RIGHT },
  { head: 'granted\nstrokes', share: 11, ...RIGHT },
  { head: 'delivered\nstrokes', share: 12, ...RIGHT },
  { head: 'not known,\nat most', share: 12, ...RIGHT },
  { head: '\npasses', share: 10, ...RIGHT },
  { head: 'planned\ndepth mm', share: 12, ...RIGHT },
  { head: 'deepest\nmeasured mm', share: 13, ...RIGHT },
  { head: '\ncontact s', share: 11, ...RIGHT },
];

const mm = (um: number | undefined, digits = 2): string =>
  um === undefined ? 'unknown' : (um / 1_000).toFixed(digits);

function rowOf(of: AreaFacts): Row {
  return {
    cells: [
      placeWords(of),
      of.plannedStrokes === undefined ? 'not planned' : String(of.plannedStrokes),
      String(of.grantedStrokes),
      String(of.deliveredStrokes),
      of.unknownStrokes === 0 ? '-' : String(of.unknownStrokes),
      `${of.passes} of ${of.plannedPasses ?? 0}`,
      of.plannedDepthUm === undefined ? 'not planned' : mm(of.plannedDepthUm),
      of.grantedStrokes === 0 ? '-' : mm(of.peakDepthUm, 3),
      (of.deliveredContactMs / 1_000).toFixed(1),
    ],
    ...(of.unknownStrokes > 0 ? { colour: INK.bad } : {}),
  };
}

const TOOLS: readonly Column[] = [
  { head: 'area', share: 22 },
  { head: 'declared cm2', share: 13, ...RIGHT },
  { head: '   pen', share: 18 },
  { head: 'certificate', share: 18 },
  { head: 'cartridge', share: 16 },
  { head: 'lot', share: 14 },
];

const orDash = (texts: readonly string[]): string =>
  texts.length === 0 ? '-' : texts.join(', ');

const toolsOf = (of: AreaFacts): Row => ({
  cells: [
    placeWords(of),
    (of.sizeMm2 / 100).toFixed(1),
    `   ${orDash(of.pens)}`,
    orDash(of.certificates),
    orDash(of.cartridges),
    orDash(of.lots),
  ],
});

const plain = (word: string): string => word.replaceAll('-', ' ');

const EVENTS_MAX = 24;

/** Stops, alarms, latches and clearings; by whom is in the journal. */
function events(paper: Paper, { record }: ExportSubject, from: number): number {
  const told = record.events.flatMap((event): readonly (readonly [string, string])[] => {
    switch (event.kind) {
      case 'stop':
        return [[event.at, `stopped: ${plain(event.reason)}`]];
      case 'alarm':
        return event.on ? [[event.at, `${event.priority} alarm: ${plain(event.alarm)}`]] : [];
      case 'latched':
        return [[event.at, `pen latched: ${plain(event.reason)}`]];
      case 'pen-shaken':
        return [[event.at, `pen shaken (${event.by}); less deep from here on`]];
      case 'link-lost':
        return [[event.at, 'link to the pen lost']];
      case 'cleared':
        return [[event.at, `cleared: ${plain(event.reason)}`]];
      case 'journal-opened': case 'recovered': case 'treatment-resumed': case 'pen-linked':
      case 'pen-adopted': case 'refused': case 'link-restored':
        return [];
    }
  });
  if (told.length === 0) return from;
  let y = heading(paper, 'What happened on the way', roomFor(paper, from, 40));
  for (const [at, words] of told.slice(0, EVENTS_MAX)) {
    y = roomFor(paper, y, 14);
    put(paper, at.slice(11, 19), SHEET.left, y, { size: 8, colour: INK.soft });
    y = put(paper, words, SHEET.left + 56, y, { size: 8.5, width: INNER - 56 }) + 1;
  }
  const more = told.length - EVENTS_MAX;
  return more <= 0
    ? y
    : put(paper, `and ${more} more, in the journal`, SHEET.left + 56, y, { size: 8.5 });
}

const HONEST =
  'Figures are those of the journal, which was written before and while the pen moved. Punctures '
  + 'per cm2 are a mean over the area as it was declared; a spot of skin may have had more or '
  + 'less. '
  + 'What nobody saw is shown at its worst and counts as delivered. Corium is research and '
  + 'engineering software; this paper is no clearance and no promise of safety.';

function footers(paper: Paper, { record }: ExportSubject, names: Names): void {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page);
    const y = SHEET.height - 40;
    rule(paper, y - 6);
    const how = { size: 7, colour: INK.soft };
    const parts = [
      names.identity ? 'people are named on this paper' : 'people are under pseudonyms',
      `journal line ${record.lastN}, SHA-256 ${record.lastHash.slice(0, 24)}...`,
    ];
    put(paper, parts.join('  \xb7  '), SHEET.left, y, how);
    put(paper, `page ${String(page - start + 1)} of ${String(count)}`, SHEET.left, y, {
      ...how, align: 'right',
    });
  }
}
