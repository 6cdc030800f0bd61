// The red flags on paper: a framed box that is found in a hurry, the most urgent first, each with
// what to do beside what is seen.

import type { Sheet } from '../../core/care/aftercare/sheet.ts';
import type { SheetWords } from '../../core/care/aftercare/sheet-words.ts';
import type { Urgency } from '../../core/care/aftercare/red-flags.ts';
import {
  FLOOR, FONT, heightOf, INK, INNER, type Paper, put, SHEET,
} from '../../certificate/paper/sheet.ts';

const WHEN: Readonly<Record<Urgency, string>> = {
  emergency: 'at once',
  'same-day': 'today',
  soon: 'soon',
};

const WHEN_WIDTH = 52;
const PADDING = 10;
const SIZE = 9;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Draws them; says where they end. */
export function drawFlags(
  paper: Paper,
  { flags }: Sheet,
  from: number,
  { say }: SheetWords,
): number {
  const width = INNER - 2 * PADDING - WHEN_WIDTH;
  const rows = flags.map(({ urgency, seen, person }) => {
    const text = `${capital(say(seen))}. ${say(person)}`;
    return { urgency, text, height: heightOf(paper, text, { size: SIZE, width }) + 5 };
  });
  const height = rows.reduce((sum, row) => sum + row.height, 0) + 2 * PADDING + 14;
  const fits = from + height <= FLOOR;
  if (!fits) paper.addPage();
  const top = fits ? from : SHEET.top;
  paper.roundedRect(SHEET.left, top, INNER, height, 4).fillColor(INK.bad, 0.05).fill();
  paper.rect(SHEET.left, top, 4, height).fillColor(INK.bad, 1).fill();
  const x = SHEET.left + PADDING;
  let y = put(paper, say('Do not wait with any of these'), x, top + PADDING, {
    size: 10.5, font: FONT.bold, colour: INK.bad,
  }) + 5;
  for (const { urgency, text, height: tall } of rows) {
    const colour = urgency === 'soon' ? INK.text : INK.bad;
    put(paper, say(WHEN[urgency]).toUpperCase(), x, y + 0.5, {
      size: 8, font: FONT.bold, colour, width: WHEN_WIDTH,
    });
    put(paper, text, x + WHEN_WIDTH, y, { size: SIZE, width });
    y += tall;
  }
  return top + height;
}
