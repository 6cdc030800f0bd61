// The figure on which areas are chosen and seen: a calm drawing of a face or a body, with a region
// for each area. What an area is, is said by its mark and pattern as well as by its colour; tone is
// the share delivered, a mean over the declared area. Left and right are the person's own.

import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { AreaName, Side } from '../../../protocol/area.ts';
import { useWords } from '../words/use-words.ts';
import type { Region } from './build.ts';
import {
  FIGURE_HEIGHT, FIGURE_WIDTH, type FigureArea, type FigureView,
} from './figure-data.ts';
import { isArrowKey, nextRegion } from './next-region.ts';
import { isAtEye, stacked, VIEWS } from './views.ts';
import { Mark, Patterns } from './marks.tsx';
import './figure.css';

/** What the figure is given. */
export interface AreaFigureProps {
  readonly view: FigureView;
  readonly areas: readonly FigureArea[];
  /** Somebody chose an area that is not blocked. */
  readonly onChoose: (area: AreaName, side: Side) => void;
}

/** A region with what is to be shown on it. */
interface Placed {
  readonly region: Region;
  readonly shown: FigureArea;
}

const isSame = (one: Region, other: { readonly area: AreaName; readonly side: Side }): boolean =>
  one.area === other.area && one.side === other.side;

/** The figure. */
export function AreaFigure(props: AreaFigureProps): JSX.Element {
  const words = useWords();
  const id = createUniqueId();
  const [current, setCurrent] = createSignal<string>();
  const elements = new Map<string, SVGElement>();
  const placed = createMemo((): readonly Placed[] =>
    stacked(VIEWS[props.view].regions).flatMap((region) => {
      const shown = props.areas.find((area) => isSame(region, area));
      return shown === undefined ? [] : [{ region, shown }];
    }),
  );
  const keyOf = ({ area, side }: { readonly area: AreaName; readonly side: Side }): string =>
    `${area}/${side}`;
  /** The one region that a tab key reaches: the last one looked at, else the chosen, else one. */
  const reached = createMemo(() => {
    const all = placed();
    const known = all.find(({ region }) => keyOf(region) === current());
    return known ?? all.find(({ shown }) => shown.selected) ?? all[0];
  });
  const choose = ({ region, shown }: Placed): void => {
    setCurrent(keyOf(region));
    if (shown.state !== 'blocked') props.onChoose(region.area, region.side);
  };
  const onKey = (event: KeyboardEvent, at: Placed): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(at);
    }
    if (!isArrowKey(event.key)) return;
    event.preventDefault();
    const regions = placed().map(({ region }) => region);
    const next = keyOf(nextRegion(regions, at.region, event.key));
    setCurrent(next);
    elements.get(next)?.focus();
  };
  const labelOf = ({ region, shown }: Placed): string => {
    const place = words().place(region.area, region.side);
    const state = words().t(`figureStates.${shown.state}`);
    return shown.tone > 0
      ? words().t('figure.delivered', { place, state, share: Math.round(shown.tone * 100) })
      : words().t('figure.region', { place, state });
  };
  const touches = (atEye: boolean): readonly Placed[] =>
    placed().filter(({ region }) => isAtEye(region) === atEye && region.touch !== undefined);
  const regions = (atEye: boolean): readonly Placed[] =>
    placed().filter(({ region }) => isAtEye(region) === atEye);

  const Touches = (layer: { readonly of: readonly Placed[] }): JSX.Element => (
    <For each={layer.of}>
      {(at) => (
        <ellipse
          class="figure-touch"
          cx={at.region.touch?.x}
          cy={at.region.touch?.y}
          rx={(at.region.touch?.width ?? 0) / 2}
          ry={(at.region.touch?.height ?? 0) / 2}
          data-touch={keyOf(at.region)}
          aria-hidden="true"
          onClick={() => choose(at)}
        />
      )}
    </For>
  );
  const Buttons = (layer: { readonly of: readonly Placed[] }): JSX.Element => (
    <For each={layer.of}>
      {(at) => (
        <path
          ref={(element) => elements.set(keyOf(at.region), element)}
          class="figure-button"
          d={at.region.path}
          fill-rule="evenodd"
          role="button"
          data-area={at.region.area}
          data-side={at.region.side}
          tabindex={reached()?.region === at.region ? 0 : -1}
          aria-label={labelOf(at)}
          aria-pressed={at.shown.selected}
          aria-disabled={at.shown.state === 'blocked'}
          onClick={() => choose(at)}
          onFocus={() => setCurrent(keyOf(at.region))}
          onKeyDown={(event) => onKey(event, at)}
        />
      )}
    </For>
  );

  return (
    <svg
      class="figure"
      viewBox={`0 0 ${FIGURE_WIDTH} ${FIGURE_HEIGHT}`}
      role="group"
      aria-label={words().t('figure.label', { view: words().t(`figure.${props.view}`) })}
    >
      <Patterns id={id} />
      <For each={VIEWS[props.view].lines.filter(({ kind }) => kind === 'skin')}>
        {(line) => <path class="figure-skin" d={line.path} />}
      </For>
      <For each={placed()}>
        {({ region, shown }) => (
          <g
            class={`figure-region ${shown.state}`}
            classList={{ selected: shown.selected }}
            style={{ '--tone': shown.tone }}
          >
            <path class="figure-tone" d={region.path} fill-rule="evenodd" />
            <path
              class="figure-face"
              d={region.path}
              fill-rule="evenodd"
              fill={shown.state === 'free' ? 'none' : `url(#${id}-${shown.state})`}
            />
          </g>
        )}
      </For>
      <For each={VIEWS[props.view].lines.filter(({ kind }) => kind !== 'skin')}>
        {(line) => <path class={`figure-line ${line.kind}`} d={line.path} />}
      </For>
      <For each={placed()}>
        {({ region, shown }) => <Mark at={region.mark} state={shown.state} />}
      </For>
      <Show when={props.view === 'face-front' || props.view.startsWith('body')}>
        <text class="figure-side" x="14" y="26">
          {words().t(props.view === 'body-back' ? 'figure.left' : 'figure.right')}
        </text>
        <text class="figure-side" x={FIGURE_WIDTH - 14} y="26" text-anchor="end">
          {words().t(props.view === 'body-back' ? 'figure.right' : 'figure.left')}
        </text>
      </Show>
      <Buttons of={regions(false)} />
      <Touches of={touches(false)} />
      <Touches of={touches(true)} />
      <Buttons of={regions(true)} />
    </svg>
  );
}
