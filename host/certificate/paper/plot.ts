// A plot of error against depth: the band of uncertainty around the mean errors, and the limits of
// both classes as steps. What lies within its limit with the whole band is passed; that is the
// decision rule, and it can be seen.

import {
  CLASS_LIMITS,
  LOW_DEPTH_UM_MAX,
  type ReachedClass,
} from '../../core/calibration/class-limits.ts';
import type { CertifiedPoint } from '../../core/certificate/figures-shape.ts';
import { FONT, INK, type Paper, put } from './sheet.ts';

/** Where a plot stands, and what is in it. */
export interface Plot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly colour: string;
  readonly points: readonly CertifiedPoint[];
  /** The same for plots side by side. */
  readonly reachUm: number;
  readonly depthUmMax: number;
}

/** How far plots of some points have to reach, up and down. */
export function reachOf(points: readonly CertifiedPoint[]): number {
  const farNm = points.map(({ meanErrorNm, expandedNm }) => Math.abs(meanErrorNm) + expandedNm);
  return Math.ceil(Math.max(130, ...farNm.map((nm) => nm / 1_000 + 10)) / 50) * 50;
}

interface Scale {
  readonly x: (depthUm: number) => number;
  readonly y: (errorUm: number) => number;
}

const scaleOf = ({ x, y, width, height, reachUm, depthUmMax }: Plot): Scale => ({
  x: (depthUm) => x + (depthUm / depthUmMax) * width,
  y: (errorUm) => y + height / 2 - (errorUm / reachUm) * (height / 2),
});

/** Draws a plot; its axes reach a little to the left and below of its place. */
export function drawPlot(paper: Paper, plot: Plot): void {
  const scale = scaleOf(plot);
  const { x, y, width, height, title, colour } = plot;
  put(paper, title, x, y - 15, { size: 9, font: FONT.bold, colour, width });
  paper.rect(x, y, width, height).fillColor(INK.wash).fill();
  axes(paper, plot, scale);
  limit(paper, plot, scale, 'S', INK.limitS);
  limit(paper, plot, scale, 'P', INK.limitP);
  paper.save().rect(x, y, width, height).clip();
  band(paper, plot, scale);
  errors(paper, plot, scale);
  paper.restore();
  paper.rect(x, y, width, height).lineWidth(0.6).strokeColor(INK.hair).stroke();
}

function axes(paper: Paper, plot: Plot, scale: Scale): void {
  const { x, y, width, height, reachUm, depthUmMax } = plot;
  const stepUm = reachUm > 200 ? 100 : 50;
  for (let um = -Math.floor(reachUm / stepUm) * stepUm; um <= reachUm; um += stepUm) {
    const at = scale.y(um);
    paper.moveTo(x, at).lineTo(x + width, at).lineWidth(um === 0 ? 0.9 : 0.4);
    paper.strokeColor(um === 0 ? INK.soft : '#e1e6ea').stroke();
    const label = um > 0 ? `+${String(um)}` : String(um);
    put(paper, label, x - 30, at - 3.2, {
      size: 6.5, colour: INK.soft, width: 26, align: 'right',
    });
  }
  for (let um = 0; um <= depthUmMax; um += 500) {
    const at = scale.x(um);
    paper.moveTo(at, y + height).lineTo(at, y + height + 3).lineWidth(0.6);
    paper.strokeColor(INK.soft).stroke();
    put(paper, (um / 1_000).toFixed(1), at - 15, y + height + 5, {
      size: 6.5, colour: INK.soft, width: 30, align: 'center',
    });
  }
}

/** The limits of a class, as steps at the depth where they change. */
function limit(paper: Paper, plot: Plot, scale: Scale, of: ReachedClass, colour: string): void {
  const { low, high } = CLASS_LIMITS[of];
  const turn = Math.min(LOW_DEPTH_UM_MAX, plot.depthUmMax);
  const sides = [
    [low.deepUm, high.deepUm],
    [-low.shallowUm, -high.shallowUm],
  ] as const;
  for (const [before, after] of sides) {
    paper.moveTo(scale.x(0), scale.y(before)).lineTo(scale.x(turn), scale.y(before));
    paper.lineTo(scale.x(turn), scale.y(after)).lineTo(scale.x(plot.depthUmMax), scale.y(after));
    paper.lineWidth(0.9).dash(of === 'P' ? 4 : 1.6, { space: of === 'P' ? 2 : 1.8 });
    paper.strokeColor(colour).stroke().undash();
  }
}

function band(paper: Paper, { points, colour }: Plot, scale: Scale): void {
  const edge = (sign: 1 | -1) =>
    points.map(({ commandedUm, meanErrorNm, expandedNm }) => [
      scale.x(commandedUm),
      scale.y((meanErrorNm + sign * expandedNm) / 1_000),
    ] as const);
  const [first, ...rest] = [...edge(1), ...edge(-1).toReversed()];
  if (first === undefined) return;
  paper.moveTo(first[0], first[1]);
  for (const [atX, atY] of rest) paper.lineTo(atX, atY);
  paper.closePath().fillColor(colour, 0.2).fill();
}

function errors(paper: Paper, { points, colour }: Plot, scale: Scale): void {
  const at = points.map(({ commandedUm, meanErrorNm, expandedNm }) => ({
    x: scale.x(commandedUm),
    y: scale.y(meanErrorNm / 1_000),
    top: scale.y((meanErrorNm + expandedNm) / 1_000),
    bottom: scale.y((meanErrorNm - expandedNm) / 1_000),
  }));
  for (const [index, { x, y }] of at.entries()) {
    if (index === 0) paper.moveTo(x, y);
    else paper.lineTo(x, y);
  }
  paper.lineWidth(1.1).strokeColor(colour, 1).stroke();
  for (const { x, y, top, bottom } of at) {
    paper.moveTo(x, top).lineTo(x, bottom).lineWidth(0.7).strokeColor(colour).stroke();
    paper.circle(x, y, 2).fillColor(colour, 1).fill();
  }
}

/** What the lines of a plot mean, in one row; says where the next row would be. */
export function drawLegend(paper: Paper, x: number, y: number): number {
  const entry = (at: number, colour: string, dash: number | undefined, text: string): number => {
    if (dash === undefined) {
      paper.rect(at, y + 1, 16, 6).fillColor(colour, 0.2).fill();
    } else {
      paper.moveTo(at, y + 4).lineTo(at + 16, y + 4).lineWidth(0.9);
      paper.dash(dash, { space: 2 }).strokeColor(colour, 1).stroke().undash();
    }
    put(paper, text, at + 20, y, { size: 7, colour: INK.soft, width: 200 });
    return at + 30 + paper.widthOfString(text);
  };
  let at = entry(x, INK.limitP, 4, 'limits of class P');
  at = entry(at, INK.limitS, 1.6, 'limits of class S');
  entry(at, INK.soft, undefined, 'mean error and expanded uncertainty of one later stroke');
  return y + 14;
}
