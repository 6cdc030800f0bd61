// Draws the plot: with every frame the picture moves left by the columns that are new, as one copy
// of the canvas onto itself, and only those are drawn. All of it is drawn again only when its size
// or its colours change, from the columns that it keeps.

import { assert } from '../../../protocol/assert.ts';
import type { TraceSample } from '../../../host/core/trace.ts';
import {
  type Column, type ColumnStep, emptyFilling, refitted, rescaled, withSamples, withSilence,
} from './columns.ts';
import { sampleOf } from './lanes.ts';
import { coloursOf, drawAll, drawColumns, type Painter } from './painter.ts';

/** A plot on a canvas. */
export interface PlotCanvas {
  readonly push: (samples: readonly TraceSample[]) => void;
  /** The cap of the armed area from now on; undefined while nothing is armed. */
  readonly setCap: (capUm: number | undefined) => void;
  /** Size or colours may have changed. */
  readonly refit: () => void;
  readonly close: () => void;
}

/** How a plot is set up. */
export interface PlotOptions {
  readonly spanMs: number;
  /** Moves once a second instead of with every frame. */
  readonly calm: () => boolean;
}

/** Reports that come in batches are not yet missing. */
const LATE_MS = 250;
const CALM_MS = 1_000;

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
  let drawnMs = 0;
  let frame = 0;
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
  const onFrame = (nowMs: number): void => {
    frame = requestAnimationFrame(onFrame);
    const silentMs = nowMs - heardMs;
    if (silentMs > LATE_MS) take(withSilence(filling, filling.lastMs + silentMs - LATE_MS));
    if (fresh.length === 0 || (options.calm() && nowMs - drawnMs < CALM_MS)) return;
    drawnMs = nowMs;
    scroll(fresh);
    fresh = [];
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
  frame = requestAnimationFrame(onFrame);
  return {
    refit,
    push: (samples) => {
      if (samples.length === 0) return;
      heardMs = performance.now();
      take(withSamples(filling, samples.map((sample) => sampleOf(sample, capUm))));
    },
    setCap: (next) => {
      capUm = next;
    },
    close: () => cancelAnimationFrame(frame),
  };
}
