// Tables on a sheet: columns of fixed shares, a head that is repeated on every page, hairlines.

import { FLOOR, FONT, heightOf, INK, INNER, type Paper, put, rule, SHEET } from './sheet.ts';

/** A column: its head, its share of the width, and how it is set. */
export interface Column {
  readonly head: string;
  readonly share: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** A row; its colour is that of bad news where there is some. */
export interface Row {
  readonly cells: readonly string[];
  readonly colour?: string;
}

const SIZE = 8;
const PADDING = 4;

interface Place {
  readonly x: number;
  readonly width: number;
}

function placesOf(columns: readonly Column[]): readonly Place[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  let x = SHEET.left;
  return columns.map(({ share }) => {
    const width = (share / total) * INNER;
    const place = { x, width: width - 6 };
    x += width;
    return place;
  });
}

/** Draws a table, over as many pages as it takes; says where it ends. */
export function drawTable(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly Row[],
  from: number,
): number {
  const places = placesOf(columns);
  let y = headOf(paper, columns, places, from);
  for (const { cells, colour = INK.text } of rows) {
    const settings = columns.map(({ align = 'left' }, index) => ({
      size: SIZE, colour, align, gap: 0, width: places[index]?.width ?? 0,
    }));
    const heights = cells.map((cell, index) => heightOf(paper, cell, settings[index]));
    const height = Math.max(...heights) + 2 * PADDING;
    if (y + height > FLOOR) {
      paper.addPage();
      y = headOf(paper, columns, places, SHEET.top);
    }
    for (const [index, cell] of cells.entries()) {
      put(paper, cell, places[index]?.x ?? 0, y + PADDING + 1, settings[index]);
    }
    y += height;
    rule(paper, y);
  }
  return y;
}

function headOf(
  paper: Paper,
  columns: readonly Column[],
  places: readonly Place[],
  y: number,
): number {
  const how = { size: 7, font: FONT.bold, colour: INK.soft, gap: 1 };
  const settings = columns.map(({ align = 'left' }, index) =>
    ({ ...how, align, width: places[index]?.width ?? 0 }));
  const height = Math.max(
    ...columns.map(({ head }, index) => heightOf(paper, head, settings[index])),
  );
  for (const [index, { head }] of columns.entries()) {
    put(paper, head, places[index]?.x ?? 0, y, settings[index]);
  }
  rule(paper, y + height + 2);
  return y + height + 2;
}

/** Pairs of a name and a value in columns; says where they end. */
export function drawFacts(
  paper: Paper,
  facts: readonly (readonly [name: string, value: string])[],
  from: number,
  columns = 2,
): number {
  const gap = 18;
  const width = (INNER - gap * (columns - 1)) / columns;
  const rows = Math.ceil(facts.length / columns);
  let end = from;
  for (let column = 0; column < columns; column += 1) {
    const x = SHEET.left + column * (width + gap);
    let y = from;
    for (const [name, value] of facts.slice(column * rows, (column + 1) * rows)) {
      put(paper, name, x, y, { size: 8, colour: INK.soft, width: 92 });
      y = put(paper, value, x + 94, y, { size: 8.5, width: width - 94 }) + 3;
    }
    end = Math.max(end, y);
  }
  return end;
}
