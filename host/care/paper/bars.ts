// The first month as bars: what is left out from the visit on, and until which day. It says the
// same as the list of dates, for people who look before they read.

import type { Sheet } from '../../core/care/aftercare/sheet.ts';
import { FONT, INK, INNER, type Paper, put, SHEET } from '../../certificate/paper/sheet.ts';
import type { SheetWords } from '../../core/care/aftercare/sheet-words.ts';
import { day } from '../../core/day.ts';

interface Bar {
  readonly label: string;
  readonly days: number;
  readonly colour: string;
}

const LABEL_WIDTH = 118;
const ROW = 17;
const MARKS = [0, 3, 7, 14, 21, 28] as const;

function barsOf({ recovery }: Sheet): readonly Bar[] {
  const { redUntilDay, makeUpFromDay, gymFromDay, retinoidFromDay, outOfSunUntilDay } = recovery;
  return [
    { label: 'redness may last', days: redUntilDay, colour: '#c8836b' },
    { label: 'no make-up', days: makeUpFromDay, colour: INK.left },
    { label: 'no sport, no sauna', days: gymFromDay, colour: INK.left },
    { label: 'no active creams', days: retinoidFromDay, colour: INK.left },
    { label: 'no sun, no peel', days: outOfSunUntilDay, colour: INK.limitP },
  ];
}

/** Draws them; says where they end. */
export function drawBars(
  paper: Paper,
  sheet: Sheet,
  from: number,
  { say, date }: SheetWords,
): number {
  const bars = barsOf(sheet);
  const shown = Math.max(28, sheet.recovery.outOfSunUntilDay) + 1;
  const left = SHEET.left + LABEL_WIDTH;
  const width = INNER - LABEL_WIDTH - 84;
  const x = (count: number): number => left + (count / shown) * width;
  const bottom = from + 14 + bars.length * ROW;
  for (const mark of MARKS) {
    paper.moveTo(x(mark), from + 11).lineTo(x(mark), bottom).lineWidth(0.5)
      .strokeColor(INK.hair).stroke();
    put(paper, mark === 0 ? say('today') : String(mark), x(mark) - 20, from, {
      size: 7, colour: INK.soft, width: 40, align: 'center',
    });
  }
  for (const [index, { label, days, colour }] of bars.entries()) {
    const y = from + 15 + index * ROW;
    put(paper, say(label), SHEET.left, y + 1, { size: 9, width: LABEL_WIDTH - 8 });
    paper.roundedRect(left, y, Math.max(3, x(days) - left), 10, 2).fillColor(colour, 0.85).fill();
    put(paper, date(day(sheet.visit + days)), x(days) + 5, y + 1, {
      size: 8, font: FONT.bold, width: 110,
    });
  }
  return bottom + 4;
}
