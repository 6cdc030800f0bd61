// Errors against depth: every reading by its sign, the limits of both classes as lines of their own
// kind, the band of the uncertainty once the mathematics may state it, and the series before behind
// it. All of it stands in a table as well.

import { For, type JSX, Show } from 'solid-js';
import type { PointView, ReadingView } from '../../../host/core/bench/bench-view.ts';
import { useWords } from '../words/use-words.ts';
import {
  bandPath, errorPath, limitPath, PLOT, type Scale, scaleOf, ticksOf,
} from './plot-scale.ts';

/** What the plot is given. */
export interface ErrorPlotProps {
  readonly title: string;
  readonly pointsUm: readonly number[];
  readonly readings: readonly ReadingView[];
  readonly points: readonly PointView[];
  /** The series before this one. */
  readonly before: readonly PointView[];
  /** The depth at which the needles are now. */
  readonly atUm: number | undefined;
  readonly seatings: number | undefined;
}

const errorUm = ({ readingNm, commandedUm }: ReadingView): number =>
  readingNm / 1_000 - commandedUm;

/** The plot with its legend and its table. */
export function ErrorPlot(props: ErrorPlotProps): JSX.Element {
  const words = useWords();
  const reach = (points: readonly PointView[]): readonly number[] =>
    points.flatMap(({ errorNm, expandedNm }) => [
      (errorNm + expandedNm) / 1_000, (errorNm - expandedNm) / 1_000,
    ]);
  const errors = (): readonly number[] => props.readings.map(errorUm);
  const scale = (): Scale =>
    scaleOf(props.pointsUm, [...errors(), ...reach(props.points), ...reach(props.before)]);
  const label = (): string => words().t('bench.plot-error-says', {
    series: props.title,
    readings: props.readings.length,
    largest: Math.round(Math.max(0, ...errors().map(Math.abs), ...props.points
      .map(({ errorNm }) => Math.abs(errorNm) / 1_000))),
  });
  return (
    <figure class="bench-plot">
      <figcaption>
        <strong>{words().t('bench.plot-error')}</strong>
        <span class="chip">{props.title}</span>
      </figcaption>
      <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} role="img" aria-label={label()}>
        <Frame scale={scale()} pointsUm={props.pointsUm} />
        <path class="plot-band before" d={bandPath(props.before, scale())} />
        <path class="plot-line before" d={errorPath(props.before, scale())} />
        <path class="plot-band" d={bandPath(props.points, scale())} />
        <path class="plot-line" d={errorPath(props.points, scale())} />
        <Show when={props.atUm}>
          {(atUm) => (
            <path class="plot-here"
              d={`M${scale().x(atUm())} ${PLOT.top} V${PLOT.height - PLOT.bottom}`} />
          )}
        </Show>
        <For each={props.readings}>
          {(reading) => (
            <path class="plot-reading" d={signOf(reading, scale())} />
          )}
        </For>
      </svg>
      <Legend hasBand={props.points.length > 0} hasBefore={props.before.length > 0}
        hasReadings={props.readings.length > 0} />
      <Show when={props.points.length === 0 && props.seatings !== undefined}>
        <p class="value-note">{words().t('bench.band-later', { all: props.seatings ?? 0 })}</p>
      </Show>
      <ErrorTable {...props} />
    </figure>
  );
}

const SIGN = 5;

/** A triangle that points to where the needles came from. */
function signOf(reading: ReadingView, { x, y }: Scale): string {
  const side = reading.direction === 'up' ? 1 : -1;
  // Seatings stand beside each other, so that none hides behind another.
  const left = x(reading.commandedUm) + (reading.seating - 2) * 3 - SIGN / 2;
  const top = y(errorUm(reading));
  return `M${left} ${top - side * SIGN} l${SIGN} 0 l${-SIGN / 2} ${side * 2 * SIGN} Z`;
}

function Frame(props: {
  readonly scale: Scale;
  readonly pointsUm: readonly number[];
}): JSX.Element {
  const words = useWords();
  const bottom = PLOT.height - PLOT.bottom;
  const mm = (um: number): string => words().number(um, 'mm').replace(/\u00a0mm$/, '');
  return (
    <>
      <For each={ticksOf(props.scale.reachUm)}>
        {(tick) => (
          <>
            <path class={tick === 0 ? 'plot-zero' : 'plot-grid'}
              d={`M${PLOT.left} ${props.scale.y(tick)} H${PLOT.width - PLOT.right}`} />
            <text class="plot-text end" x={PLOT.left - 6} y={props.scale.y(tick) + 4}>
              {tick > 0 ? `+${tick}` : tick}
            </text>
          </>
        )}
      </For>
      <For each={props.pointsUm}>
        {(um) => (
          <text class="plot-text middle" x={props.scale.x(um)} y={bottom + 16}>{mm(um)}</text>
        )}
      </For>
      <text class="plot-text middle" x={PLOT.width / 2} y={PLOT.height - 6}>
        {words().t('bench.axis-depth')}
      </text>
      <text class="plot-text" x={PLOT.left + 6} y={PLOT.top + 11}>
        {words().t('bench.too-deep')} ↑ µm
      </text>
      <text class="plot-text" x={PLOT.left + 6} y={bottom - 5}>
        {words().t('bench.too-shallow')} ↓
      </text>
      <path class="plot-limit s" d={limitPath('S', 'deep', props.scale)} />
      <path class="plot-limit s" d={limitPath('S', 'shallow', props.scale)} />
      <path class="plot-limit p" d={limitPath('P', 'deep', props.scale)} />
      <path class="plot-limit p" d={limitPath('P', 'shallow', props.scale)} />
    </>
  );
}

function Legend(props: {
  readonly hasBand: boolean;
  readonly hasBefore: boolean;
  readonly hasReadings: boolean;
}): JSX.Element {
  const words = useWords();
  const Key = (of: { readonly path: string; readonly shape: string; readonly says: string }) => (
    <span>
      <svg viewBox="0 0 24 14" width="24" height="14" aria-hidden="true">
        <path class={of.shape} d={of.path} />
      </svg>
      {of.says}
    </span>
  );
  const line = 'M1 7 H23';
  return (
    <p class="plot-legend">
      <Show when={props.hasReadings}>
        <Key shape="plot-reading" path="M9 2 h6 l-3 10 Z" says={words().t('bench.legend-up')} />
        <Key shape="plot-reading" path="M9 12 h6 l-3 -10 Z" says={words().t('bench.legend-down')} />
      </Show>
      <Show when={props.hasBand}>
        <Key shape="plot-band" path="M1 2 H23 V12 H1 Z" says={words().t('bench.legend-band')} />
      </Show>
      <Show when={props.hasBefore}>
        <Key shape="plot-line before" path={line} says={words().t('bench.legend-before')} />
      </Show>
      <Key shape="plot-limit p" path={line} says={words().t('bench.legend-p')} />
      <Key shape="plot-limit s" path={line} says={words().t('bench.legend-s')} />
    </p>
  );
}

function ErrorTable(props: ErrorPlotProps): JSX.Element {
  const words = useWords();
  const at = (depthUm: number): PointView | undefined =>
    props.points.find(({ commandedUm }) => commandedUm === depthUm);
  const mean = (depthUm: number): number | undefined => {
    const mine = props.readings.filter(({ commandedUm }) => commandedUm === depthUm);
    if (mine.length === 0) return undefined;
    return mine.reduce((total, one) => total + errorUm(one), 0) / mine.length;
  };
  const error = (depthUm: number): string => {
    const point = at(depthUm);
    const value = point === undefined ? mean(depthUm) : point.errorNm / 1_000;
    return value === undefined ? '–' : words().t('bench.um', { um: Math.round(value) });
  };
  const uncertainty = (depthUm: number): string => {
    const point = at(depthUm);
    if (point === undefined) return '–';
    return words().t('bench.plus-minus', { um: Math.round(point.expandedNm / 1_000) });
  };
  const count = (depthUm: number): number =>
    props.readings.filter(({ commandedUm }) => commandedUm === depthUm).length;
  return (
    <details class="bench-table">
      <summary>{words().t('bench.as-table')}</summary>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words().t('bench.col-depth')}</th>
            <th scope="col">{words().t('bench.col-error')}</th>
            <th scope="col">{words().t('bench.col-uncertainty')}</th>
            <th scope="col">{words().t('bench.col-readings')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.pointsUm}>
            {(um) => (
              <tr>
                <th scope="row">{words().number(um, 'mm')}</th>
                <td>{error(um)}</td>
                <td>{uncertainty(um)}</td>
                <td>{count(um)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </details>
  );
}
