// Draws the plot: the picture moves left by the columns that are new, as one copy of the canvas
// onto itself, and only those are drawn. A frame is asked for when there are any, and with what is
// drawn beside the plot: two things in one frame cost little more than one. All of it is drawn
// again only when its size or its colours change, from the columns that it keeps.

import { assert } from '../../../protocol/assert.ts';
import type { TraceSample } from '../../../host/core/trace.ts';
import {
  type Column, type ColumnStep, emptyFilling, refitted, rescaled, withSamples, withSilence,
} from './columns.ts';
import { createFrames } from './frames.ts';
import { sampleOf } from './lanes.ts';
import { coloursOf, drawAll, drawColumns, type Painter } from './painter.ts';

/** A plot on a canvas. */
export interface PlotCanvas {
  readonly push: (samples: readonly TraceSample[]) => void;
  /** The cap of the armed area from now on; undefined while nothing is armed. */
  readonly setCap: (capUm: number | undefined) => void;
  /** Size or colours may have changed. */
  readonly refit: () => void;
  /** Something beside the plot is being drawn: what is new goes into the same frame. */
  readonly goAlong: () => void;
  readonly close: () => void;
}

/** How a plot is set up. */
export interface PlotOptions {
  readonly spanMs: number;
  /** Moves once a second and not as columns come. */
  readonly calm: () => boolean;
  /** Whether there is something that it can go along with. */
  readonly hasBeside?: boolean;
}

/** Reports that come in batches are not yet missing. */
const LATE_MS = 250;
const CALM_MS = 1_000;
/** For so long it waits for what is drawn beside it. */
const BESIDE_MS = 150;
/** In silence empty columns move in at this pace. */
const LOOK_MS = 100;

/** Makes a plot of a canvas. */
export function plotCanvas(canvas: HTMLCanvasElement, options: PlotOptions): PlotCanvas {
  const context = canvas.getContext('2d', { alpha: false });
  assert(context !== null, 'a canvas that nobody else draws on has a context');
  let painter: Painter = { context, colours: coloursOf(canvas), ratio: 1 };
  let columns: Column[] = [];
  let fresh: Column[] = [];
  let filling = emptyFilling(options.spanMs);
  let capUm: number | undefined;
  let heardMs = performance.now();
  let count = 0;

  const take = ({ filling: next, done }: ColumnStep): void => {
    filling = next;
    fresh.push(...done);
  };
  const keep = (list: readonly Column[]): void => {
    columns.push(...list);
    count += list.length;
    if (columns.length > 2 * canvas.width) columns = columns.slice(-canvas.width);
  };
  const drawNewest = (): void => {
    const newest = columns.slice(-canvas.width);
    drawAll(painter, newest, count - newest.length);
  };
  const scroll = (list: readonly Column[]): void => {
    keep(list);
    if (list.length >= canvas.width) {
      drawNewest();
      return;
    }
    context.drawImage(canvas, -list.length, 0);
    const from = canvas.width - list.length;
    drawColumns(painter, list, { from, number: count - list.length });
  };
  const frames = createFrames(() => {
    scroll(fresh);
    fresh = [];
  });
  /** Asks for a frame if there is anything new, and nothing to wait for. */
  const draw = (waitMs: number): void => {
    if (fresh.length > 0) frames.ask(options.calm() ? CALM_MS : waitMs);
  };
  const drawSoon = (): void => draw(options.hasBeside === true ? BESIDE_MS : 0);
  const look = (): void => {
    const silentMs = performance.now() - heardMs;
    if (silentMs > LATE_MS) take(withSilence(filling, filling.lastMs + silentMs - LATE_MS));
    drawSoon();
  };
  const refit = (): void => {
    const ratio = window.devicePixelRatio;
    painter = { context, colours: coloursOf(canvas), ratio };
    const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
    if (width !== canvas.width || filling.open === undefined) {
      keep(fresh);
      fresh = [];
      columns = rescaled(columns.slice(-canvas.width), width / canvas.width).slice(-width);
      filling = refitted(filling, options.spanMs / width);
    }
    canvas.width = width;
    canvas.height = Math.max(1, Math.round(canvas.clientHeight * ratio));
    drawNewest();
  };
  refit();
  const timer = setInterval(look, LOOK_MS);
  return {
    refit,
    goAlong: () => draw(0),
    push: (samples) => {
      if (samples.length === 0) return;
      heardMs = performance.now();
      take(withSamples(filling, samples.map((sample) => sampleOf(sample, capUm))));
      drawSoon();
    },
    setCap: (next) => {
      capUm = next;
    },
    close: () => {
      clearInterval(timer);
      frames.end();
    },
  };
}
