// The map of the dose: a bar for each area on one scale, so that areas can be held against each
// other. Delivered is solid, what nobody saw is hatched on top of it at its worst, and the line is
// what was planned. Shapes and words say it as well as colours.

import {
  FONT, INK, INNER, type Paper, put, roomFor, SHEET,
} from '../../certificate/paper/sheet.ts';
import { type AreaFacts, placeWords } from '../area-facts.ts';

const NAME_WIDTH = 104;
const VALUE_WIDTH = 132;
const BAR_X = SHEET.left + NAME_WIDTH;
const BAR_WIDTH = INNER - NAME_WIDTH - VALUE_WIDTH;
const BAR_HEIGHT = 9;
const ROW_HEIGHT = 18;

/** Punctures per cm2 that a number of strokes would be, as those delivered were reckoned. */
function plannedPerCm2(of: AreaFacts, needles: number): number | undefined {
  if (of.plannedStrokes === undefined || needles === 0) return undefined;
  return Math.ceil((of.plannedStrokes * needles * 100) / of.sizeMm2);
}

/** How many needles a stroke had; nought where nothing was granted. */
const needlesOf = (of: AreaFacts): number => {
  const strokes = of.deliveredStrokes + of.unknownStrokes;
  return strokes === 0 ? 0 : (of.deliveredPunctures + of.unknownPunctures) / strokes;
};

/** A round number at least as large, for the end of the scale. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const fits = [1, 2, 5, 10].find((times) => times * step >= value);
  return (fits ?? 10) * step;
}

/** Draws the map; says where it ends. */
export function drawDoseMap(paper: Paper, areas: readonly AreaFacts[], from: number): number {
  const largest = areas.map((of) =>
    Math.max(of.deliveredPerCm2 + of.unknownPerCm2, plannedPerCm2(of, needlesOf(of)) ?? 0));
  const end = roundUp(Math.max(1, ...largest));
  let y = legend(paper, scale(paper, end, from + 2));
  for (const of of areas) {
    y = roomFor(paper, y, ROW_HEIGHT);
    row(paper, of, end, y);
    y += ROW_HEIGHT;
  }
  return y;
}

function scale(paper: Paper, end: number, y: number): number {
  for (const share of [0, 0.5, 1]) {
    const x = BAR_X + BAR_WIDTH * share;
    put(paper, String(Math.round(end * share)), x - 30, y, {
      size: 7, colour: INK.soft, width: 60, align: 'center',
    });
  }
  return y + 11;
}

function legend(paper: Paper, y: number): number {
  const x = BAR_X + BAR_WIDTH + 12;
  const words = { size: 7, colour: INK.soft, width: VALUE_WIDTH };
  put(paper, 'delivered; not known at most; | planned', x, y - 11, words);
  return y + 2;
}

function row(paper: Paper, of: AreaFacts, end: number, y: number): void {
  const width = (perCm2: number): number => (BAR_WIDTH * perCm2) / end;
  put(paper, placeWords(of), SHEET.left, y, { size: 9, width: NAME_WIDTH - 8 });
  paper.rect(BAR_X, y, BAR_WIDTH, BAR_HEIGHT).fillColor(INK.wash, 1).fill();
  const delivered = width(of.deliveredPerCm2);
  paper.rect(BAR_X, y, delivered, BAR_HEIGHT).fillColor(INK.left, 1).fill();
  if (of.unknownPerCm2 > 0) hatched(paper, BAR_X + delivered, y, width(of.unknownPerCm2));
  const planned = plannedPerCm2(of, needlesOf(of));
  if (planned !== undefined) {
    const x = BAR_X + width(planned);
    paper.moveTo(x, y - 2).lineTo(x, y + BAR_HEIGHT + 2).lineWidth(1.2).strokeColor(INK.text)
      .stroke();
  }
  const unknown = of.unknownPerCm2 > 0 ? `, up to ${of.unknownPerCm2} more` : '';
  put(paper, `${of.deliveredPerCm2}${unknown}`, BAR_X + BAR_WIDTH + 12, y, {
    size: 9, font: FONT.bold, width: VALUE_WIDTH - 12,
    colour: of.unknownPerCm2 > 0 ? INK.bad : INK.text,
  });
}

const HATCH_STEP = 4;

function hatched(paper: Paper, x: number, y: number, width: number): void {
  paper.save();
  paper.rect(x, y, width, BAR_HEIGHT).clip();
  for (let at = x - BAR_HEIGHT; at < x + width; at += HATCH_STEP) {
    paper.moveTo(at, y + BAR_HEIGHT).lineTo(at + BAR_HEIGHT, y);
  }
  paper.lineWidth(1.1).strokeColor(INK.bad).stroke();
  paper.restore();
  paper.rect(x, y, width, BAR_HEIGHT).lineWidth(0.6).strokeColor(INK.bad).stroke();
}
