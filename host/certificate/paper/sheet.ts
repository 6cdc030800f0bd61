// The sheet that a certificate is drawn on: its measures, its few colours, and the small strokes
// that everything else is made of. Standard fonts only, so nothing of this machine gets in.

import { formatDay, day } from '../../core/day.ts';

/** A document of pdfkit. */
export type Paper = PDFKit.PDFDocument;

/** A4 in points, with its margins. */
export const SHEET = { width: 595.28, height: 841.89, left: 48, right: 48, top: 46, bottom: 58 };

/** The width between the margins. */
export const INNER = SHEET.width - SHEET.left - SHEET.right;
/** Where the footer begins, and nothing else may stand. */
export const FLOOR = SHEET.height - SHEET.bottom;

/** The colours. */
export const INK = {
  text: '#16202b',
  soft: '#5d6b78',
  hair: '#d5dce2',
  wash: '#f3f6f8',
  found: '#b4571b',
  left: '#0b6e6e',
  limitP: '#2b4a8b',
  limitS: '#8a94a0',
  bad: '#a3212f',
};

/** The fonts. */
export const FONT = { plain: 'Helvetica', bold: 'Helvetica-Bold', code: 'Courier' } as const;

const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', '−': '-' };

/** A text in the letters that the standard fonts have; the signed file keeps the true spelling. */
export const printable = (text: string): string =>
  text.normalize('NFC').replaceAll(/[^\n\x20-\x7e\xa0-\xff]/gu, (letter) => {
    const bare = PLAIN[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return /^[\x20-\x7e\xa0-\xff]+$/.test(bare) ? bare : '?';
  });

/** A day of the wire as a date. */
export const dateOf = (count: number): string => formatDay(day(count));

/** Nanometres as micrometres with one decimal, and a sign. */
export function signedUm(nm: number): string {
  const text = (Math.abs(nm) / 1_000).toFixed(1);
  if (text === '0.0') return '0.0';
  return `${nm < 0 ? '-' : '+'}${text}`;
}

/** Nanometres as micrometres with one decimal. */
export const plainUm = (nm: number): string => (nm / 1_000).toFixed(1);

/** How a text is set. */
export interface Setting {
  readonly size?: number;
  readonly font?: string;
  readonly colour?: string;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly gap?: number;
}

const optionsOf = ({ width, align, gap }: Setting): PDFKit.Mixins.TextOptions => ({
  width: width ?? INNER,
  align: align ?? 'left',
  lineGap: gap ?? 1.5,
});

const setUp = (paper: Paper, { size, font, colour }: Setting): Paper =>
  paper.font(font ?? FONT.plain).fontSize(size ?? 9).fillColor(colour ?? INK.text, 1);

/** Sets a text at a place, and says where the next line would be. */
export function put(paper: Paper, text: string, x: number, y: number, how: Setting = {}): number {
  const words = printable(text);
  setUp(paper, how);
  const height = paper.heightOfString(words, optionsOf(how));
  paper.text(words, x, y, { ...optionsOf(how), height: height + 4 });
  return y + height;
}

/** How high a text would be. */
export function heightOf(paper: Paper, text: string, how: Setting = {}): number {
  setUp(paper, how);
  return paper.heightOfString(printable(text), optionsOf(how));
}

/** Draws a hairline. */
export function rule(paper: Paper, y: number, x = SHEET.left, width = INNER): void {
  paper.moveTo(x, y).lineTo(x + width, y).lineWidth(0.6).strokeColor(INK.hair).stroke();
}

/** A small heading; says where what is under it begins. */
export function heading(paper: Paper, text: string, y: number, x = SHEET.left): number {
  put(paper, text.toUpperCase(), x, y, { size: 7.5, font: FONT.bold, colour: INK.soft });
  return y + 14;
}

/** Where something of a height goes: here, or on a new page. */
export function roomFor(paper: Paper, y: number, height: number): number {
  if (y + height <= FLOOR) return y;
  paper.addPage();
  return SHEET.top;
}
