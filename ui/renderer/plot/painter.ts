// Draws columns on a canvas: the ground, the foot of each lane, what was commanded, the cap, and
// what was measured on top. It knows colours and lanes and no time.

import type { Column, Span } from './columns.ts';
import { BEHIND, LANES } from './lanes.ts';

/** The space between two lanes, in pixels of the page. */
const LANE_GAP = 6;

/** The colours of a plot, from the tokens of the theme. */
export interface Colours {
  readonly ground: string;
  readonly line: string;
  readonly measured: string;
  readonly commanded: string;
  readonly cap: string;
}

/** Reads the colours that hold at an element. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const token = (name: string, otherwise: string): string => {
    const value = style.getPropertyValue(name).trim();
    return value === '' ? otherwise : value;
  };
  return {
    ground: token('--surface', '#ffffff'),
    line: token('--line', '#d3d8e0'),
    measured: token('--measured', '#12161c'),
    commanded: token('--commanded', '#2c4a97'),
    // Red is for alarms; a limit that holds is none.
    cap: token('--line-strong', '#767f8e'),
  };
}

/** What is drawn on, and how. */
export interface Painter {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  /** Pixels of the canvas for one of the page. */
  readonly ratio: number;
}

function yOf({ context, ratio }: Painter, lane: number, value: number): number {
  const gap = LANE_GAP * ratio;
  const height = (context.canvas.height - gap * (LANES.length - 1)) / LANES.length;
  const share = Math.min(1, Math.max(0, value / (LANES[lane]?.top ?? 1)));
  return lane * (height + gap) + (1 - share) * (height - ratio);
}

function drawSpan(
  painter: Painter,
  x: number,
  lane: number,
  { min, max }: Span,
  thickness: number,
): void {
  const [top, bottom] = [yOf(painter, lane, max), yOf(painter, lane, min)];
  painter.context.fillRect(x, top, 1, Math.max(thickness, bottom - top + painter.ratio));
}

/** A series, the lane it belongs to, and how thick its line is in pixels of the page. */
interface Drawn {
  readonly series: number;
  readonly lane: number;
  readonly thickness: number;
  readonly dashed?: boolean;
}

/** Where columns stand: the x of the first, and its number since the plot began. */
export interface Stand {
  readonly from: number;
  readonly number: number;
}

/** Columns that are drawn, and the space between them, of a line that is dashed. */
const DASH = { on: 8, every: 13 } as const;

/** One series of many columns, in the colour that is set; `number` counts the first of them. */
function drawSeries(
  painter: Painter,
  columns: readonly Column[],
  { from, number }: Stand,
  { series, lane, thickness, dashed }: Drawn,
): void {
  for (const [index, column] of columns.entries()) {
    const span = column[series];
    if (span === undefined) continue;
    const along = (number + index) / painter.ratio;
    if (dashed === true && along % DASH.every >= DASH.on) continue;
    drawSpan(painter, from + index, lane, span, thickness * painter.ratio);
  }
}

/** Draws columns where they stand. */
export function drawColumns(painter: Painter, columns: readonly Column[], stand: Stand): void {
  const { from } = stand;
  const { context, colours, ratio } = painter;
  context.fillStyle = colours.ground;
  context.fillRect(from, 0, columns.length, context.canvas.height);
  context.fillStyle = colours.line;
  for (const lane of LANES.keys()) {
    context.fillRect(from, yOf(painter, lane, 0), columns.length, ratio);
  }
  for (const behind of BEHIND) {
    context.fillStyle = colours[behind.colour];
    drawSeries(painter, columns, stand, { ...behind, thickness: 2 });
  }
  context.fillStyle = colours.measured;
  for (const lane of LANES.keys()) {
    drawSeries(painter, columns, stand, { series: lane, lane, thickness: 1.5 });
  }
}

/** Draws all there is, at the right end; `number` counts the first column. */
export function drawAll(painter: Painter, columns: readonly Column[], number: number): void {
  const { canvas } = painter.context;
  painter.context.fillStyle = painter.colours.ground;
  painter.context.fillRect(0, 0, canvas.width, canvas.height);
  drawColumns(painter, columns, { from: canvas.width - columns.length, number });
}
