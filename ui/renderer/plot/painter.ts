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
    cap: token('--stop', '#b3121d'),
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
}

/** One series of many columns, in the colour that is set. */
function drawSeries(
  painter: Painter,
  columns: readonly Column[],
  from: number,
  { series, lane, thickness }: Drawn,
): void {
  for (const [index, column] of columns.entries()) {
    const span = column[series];
    if (span === undefined) continue;
    drawSpan(painter, from + index, lane, span, thickness * painter.ratio);
  }
}

/** Draws columns, the first of them at an x of the canvas. */
export function drawColumns(painter: Painter, columns: readonly Column[], from: number): void {
  const { context, colours, ratio } = painter;
  context.fillStyle = colours.ground;
  context.fillRect(from, 0, columns.length, context.canvas.height);
  context.fillStyle = colours.line;
  for (const lane of LANES.keys()) {
    context.fillRect(from, yOf(painter, lane, 0), columns.length, ratio);
  }
  for (const behind of BEHIND) {
    context.fillStyle = colours[behind.colour];
    drawSeries(painter, columns, from, { ...behind, thickness: 2 });
  }
  context.fillStyle = colours.measured;
  for (const lane of LANES.keys()) {
    drawSeries(painter, columns, from, { series: lane, lane, thickness: 1.5 });
  }
}

/** Draws all there is, at the right end. */
export function drawAll(painter: Painter, columns: readonly Column[]): void {
  const { canvas } = painter.context;
  painter.context.fillStyle = painter.colours.ground;
  painter.context.fillRect(0, 0, canvas.width, canvas.height);
  drawColumns(painter, columns, canvas.width - columns.length);
}
