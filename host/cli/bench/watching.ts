// What a window is told of a bench: at once when there is something new to do or to read, otherwise
// some times a second. Readings of the gauge are kept for a while, so that they can be looked at as
// a line.

import {
  type BenchView, benchViewOf, pointsOf, type PointView,
} from '../../core/bench/bench-view.ts';
import type { RawLine } from '../../core/bench/event.ts';
import { readLength } from '../../core/bench/length.ts';
import type { Bench } from '../../core/bench/state.ts';
import { evaluateSeries } from '../../core/calibration/evaluate.ts';
import { USUAL_CLIMATE } from '../../core/calibration/point-result.ts';
import type { Instrument } from '../../core/calibration/sample.ts';
import type { LiveReading } from './api.ts';

/** What is looked at besides the bench itself. */
export interface WatchedBy {
  readonly gauge: Instrument;
  readonly overshootUm: number | undefined;
  readonly today: number;
}

/** Looks at a bench. */
export interface Watching {
  readonly look: (bench: Bench) => void;
  /** A line of the gauge, as it came. */
  readonly line: (text: string, atMs: number) => void;
  readonly end: () => void;
}

type Show = (view: BenchView, live: readonly LiveReading[]) => void;

/** Ten times a second is as often as anybody sees. */
const LOOK_MS = 100;
/** As many readings as fill twenty seconds of a gauge that speaks four times in each. */
const LIVE_MAX = 80;

/** Starts looking. */
export function watchBench(by: WatchedBy, show: Show): Watching {
  let last: Bench | undefined;
  let told = '';
  let live: readonly LiveReading[] = [];
  let points: readonly PointView[] = [];
  let evaluated: Bench['depths'] | undefined;
  let due: NodeJS.Timeout | undefined;
  const tell = (): void => {
    clearTimeout(due);
    due = undefined;
    if (last !== undefined) show(benchViewOf(last, points), live);
  };
  return {
    look: (bench) => {
      if (bench.depths !== evaluated) {
        evaluated = bench.depths;
        points = pointsSoFar(bench, by);
      }
      last = bench;
      const news = newsOf(bench);
      if (news !== told) {
        told = news;
        tell();
      } else due ??= setTimeout(tell, LOOK_MS);
    },
    line: (text, atMs) => {
      const nm = last === undefined ? undefined : lengthIn(last, text, atMs);
      if (nm !== undefined) live = [...live, { atMs, nm }].slice(-LIVE_MAX);
    },
    end: () => clearTimeout(due),
  };
}

/** What somebody has to be told without delay. */
const newsOf = ({ phase, at, series, depths, rates, overshoots, forces }: Bench): string =>
  [
    series, phase.kind, at, depths.length, rates.length, overshoots.length, forces.length,
    phase.kind === 'doubting' ? phase.extending !== undefined : '',
    phase.kind === 'latched' ? phase.clearing : '',
  ].join(' ');

function pointsSoFar(bench: Bench, { gauge, overshootUm, today }: WatchedBy): readonly PointView[] {
  return pointsOf(evaluateSeries({
    depths: bench.depths,
    rates: bench.rates,
    overshoots: bench.overshoots,
    forces: bench.forces,
    typedZeros: bench.zeroLines.length === 1 ? [bench.series] : [],
    gauge,
    climate: USUAL_CLIMATE,
    curveBefore: bench.tableBefore?.curve ?? [],
    overshootUm,
    day: today,
  }, bench.series));
}

function lengthIn(bench: Bench, text: string, atMs: number): number | undefined {
  const line: RawLine = { n: 0, atMs: Math.round(atMs), gauge: bench.gauge.serial, text };
  const read = readLength(bench.gauge, line);
  return read.kind === 'length' ? read.valueNm - (bench.zeroNm ?? 0) : undefined;
}
