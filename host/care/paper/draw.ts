// The sheet for afterwards on paper: two pages in plain words, for the person to take home. What is
// on it is the sheet as data; nothing is decided here but where it stands.

import { SHEET_HONEST, type Sheet } from '../../core/care/aftercare/sheet.ts';
import { ENGLISH, type SheetWords } from '../../core/care/aftercare/sheet-words.ts';
import { modalityLabel } from '../../core/care/modality/modality.ts';
import { formatDay } from '../../core/day.ts';
import {
  FONT, heading, INK, INNER, type Paper, put, roomFor, rule, SHEET,
} from '../../certificate/paper/sheet.ts';
import { codePoint } from '../glyphs.ts';
import { type NameFont, readNameFont, type SetName, setName } from '../fonts.ts';
import { drawBars } from './bars.ts';
import { drawFlags } from './flags.ts';

/** A printed sheet, and the letters that could not be printed. */
export interface PrintedSheet {
  readonly bytes: Uint8Array;
  readonly missing: readonly string[];
}

/** Prints a sheet. */
export async function sheetPdf(
  sheet: Sheet,
  words: SheetWords = ENGLISH,
): Promise<PrintedSheet> {
  const { default: PDFDocument } = await import('pdfkit');
  const at = new Date(`${formatDay(sheet.visit)}T00:00:00Z`);
  const paper = new PDFDocument({
    size: 'A4',
    bufferPages: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    info: {
      Title: words.say('After your microneedling'), Producer: 'Corium', Creator: 'Corium',
      CreationDate: at, ModDate: at,
    },
  });
  const whole = collected(paper);
  const missing = drawSheet(paper, sheet, readNameFont(), words);
  footers(paper, sheet, words);
  paper.end();
  return { bytes: await whole, missing };
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

function drawSheet(
  paper: Paper,
  sheet: Sheet,
  font: NameFont,
  words: SheetWords,
): readonly string[] {
  const { say } = words;
  const name = setName(sheet.name, font);
  const contact = setName(sheet.contact ?? '', font);
  const missing = [...new Set([...name.missing, ...contact.missing])];
  let y = drawHead(paper, sheet, name, font, words);
  y = missing.length === 0 ? y : drawMissing(paper, missing, y);
  y = heading(paper, say('The first month'), y + 12);
  y = drawBars(paper, sheet, y + 2, words);
  y = heading(paper, say('What to do, and when'), y + 12);
  y = drawInstructions(paper, sheet, y, words);
  y = drawContact(paper, contact, font, y + 6, words);
  y = drawFlags(paper, sheet, y + 10, words);
  y = drawMilestones(paper, sheet, y + 14, words);
  y = drawStages(paper, sheet, y + 12, words);
  const foot = roomFor(paper, y + 10, 40);
  put(paper, say(SHEET_HONEST), SHEET.left, foot, { size: 8, colour: INK.soft });
  return missing;
}

/** Sets a name in the font that has its letters. */
function putName(
  paper: Paper,
  { text, font: which }: SetName,
  font: NameFont,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly width: number },
): number {
  paper.font(which === 'standard' ? FONT.bold : font.bytes).fontSize(at.size);
  paper.fillColor(INK.text, 1);
  const how = { width: at.width, lineGap: 1 };
  const height = paper.heightOfString(text, how);
  paper.text(text, at.x, at.y, how);
  return at.y + height;
}

function drawHead(
  paper: Paper,
  sheet: Sheet,
  name: SetName,
  font: NameFont,
  { say, date, areas }: SheetWords,
): number {
  const { left, top } = SHEET;
  paper.rect(0, 0, SHEET.width, 6).fillColor(INK.left, 1).fill();
  put(paper, say('After your microneedling'), left, top - 10, { size: 21, font: FONT.bold });
  put(paper, date(sheet.visit), left, top - 4, { size: 12, align: 'right' });
  let y = putName(paper, name, font, { x: left, y: top + 22, size: 12, width: INNER });
  y = put(paper, `${say('Treated')}: ${areas(sheet.areas)}`, left, y + 3, { size: 9.5 });
  if (sheet.modality !== 'automated') {
    y = put(paper, modalityLabel(sheet.modality), left, y + 2, { size: 8.5, colour: INK.bad });
  }
  rule(paper, y + 6);
  return y + 6;
}

function drawMissing(paper: Paper, missing: readonly string[], y: number): number {
  const codes = missing.map(codePoint).join(', ');
  const text = `Letters that this printer's font does not have stand as squares: ${codes}.`;
  return put(paper, text, SHEET.left, y + 4, { size: 8, colour: INK.bad });
}

const DATE_WIDTH = 92;

/** A row with a date in front; says where the next begins. */
function dateRow(paper: Paper, date: string, title: string, text: string, from: number): number {
  const x = SHEET.left + DATE_WIDTH;
  const width = INNER - DATE_WIDTH;
  const y = roomFor(paper, from, 34);
  put(paper, date, SHEET.left, y, { size: 9, font: FONT.bold, width: DATE_WIDTH });
  const below = put(paper, title, x, y, { size: 9.5, font: FONT.bold, width });
  return put(paper, text, x, below, { size: 9, width }) + 5;
}

function drawInstructions(paper: Paper, sheet: Sheet, from: number, words: SheetWords): number {
  const { say, date, text } = words;
  return sheet.instructions.reduce(
    (y, one) => dateRow(paper, date(one.on), say(one.title), text(sheet, one), y), from,
  );
}

function drawContact(
  paper: Paper,
  contact: SetName,
  font: NameFont,
  from: number,
  { say }: SheetWords,
): number {
  const y = roomFor(paper, from, 24);
  put(paper, `${say('Call')}:`, SHEET.left, y + 2, { size: 10, font: FONT.bold });
  const x = SHEET.left + 54;
  if (contact.text.trim() !== '') {
    return putName(paper, contact, font, { x, y, size: 11, width: INNER - 54 });
  }
  rule(paper, y + 14, x, INNER - 54);
  return y + 16;
}

function drawMilestones(
  paper: Paper,
  { milestones }: Sheet,
  from: number,
  { say, date }: SheetWords,
): number {
  const y = heading(paper, say('When we ask how it is'), roomFor(paper, from, 90));
  return milestones.reduce((at, { on, label, asks, photograph }) => {
    const more = photograph ? ` ${say('Please take a photograph.')}` : '';
    return dateRow(paper, date(on), say(label), say(asks) + more, at);
  }, y);
}

function drawStages(
  paper: Paper,
  { stages }: Sheet,
  from: number,
  { say }: SheetWords,
): number {
  const title = say('What may be seen, counted from the first visit of a series');
  const y = heading(paper, title, roomFor(paper, from, 90));
  return stages.reduce((at, { name, fromDay, throughDay, what }) => {
    const span = throughDay === undefined
      ? `${say('from day')} ${fromDay}`
      : `${say('days')} ${fromDay}-${throughDay}`;
    return dateRow(paper, span, say(name), say(what), at);
  }, y);
}

function footers(
  paper: Paper,
  { person, treatmentId }: Sheet,
  { say }: SheetWords,
): void {
  const { count } = paper.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    paper.switchToPage(page);
    const y = SHEET.height - 36;
    rule(paper, y - 6);
    const what = `${person}, treatment ${treatmentId}`;
    put(paper, what, SHEET.left, y, { size: 7.5, colour: INK.soft });
    put(paper, `${page + 1} ${say('of')} ${count}`, SHEET.left, y, {
      size: 7.5, colour: INK.soft, align: 'right',
    });
  }
}
