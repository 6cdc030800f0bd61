// The figure on which areas are chosen and seen: a calm drawing of a face or a body, with a region
// for each area. What an area is, is said by its mark and pattern as well as by its colour; tone is
// the share delivered, a mean over the declared area. Left and right are the person's own.

import { createMemo, createSignal, createUniqueId, type JSX } from 'solid-js';
import type { AreaName, Side } from '../../../protocol/area.ts';
import { useWords } from '../words/use-words.ts';
import {
  FIGURE_HEIGHT, FIGURE_WIDTH, type FigureArea, type FigureView,
} from './figure-data.ts';
import { Buttons, type Hits, Touches } from './hits.tsx';
import { isArrowKey, nextRegion } from './next-region.ts';
import { Picture } from './picture.tsx';
import { keyOf, type Placed, placedOn } from './placed.ts';
import { isAtEye, stacked, VIEWS } from './views.ts';
import './figure.css';

/** What the figure is given. */
export interface AreaFigureProps {
  readonly view: FigureView;
  readonly areas: readonly FigureArea[];
  /** Somebody chose an area that is not blocked. */
  readonly onChoose: (area: AreaName, side: Side) => void;
}

/** The figure. */
export function AreaFigure(props: AreaFigureProps): JSX.Element {
  const words = useWords();
  const id = createUniqueId();
  const [current, setCurrent] = createSignal<string>();
  const elements = new Map<string, SVGElement>();
  const regions = createMemo(() => stacked(VIEWS[props.view].regions));
  const placed = createMemo(placedOn(regions, () => props.areas));
  /** The one region that a tab key reaches: the last one looked at, else the chosen, else one. */
  const reached = createMemo(() => {
    const all = placed();
    const known = all.find(({ region }) => keyOf(region) === current());
    return known ?? all.find(({ shown }) => shown().selected) ?? all[0];
  });
  const choose = ({ region, shown }: Placed): void => {
    setCurrent(keyOf(region));
    if (shown().state !== 'blocked') props.onChoose(region.area, region.side);
  };
  const onKey = (event: KeyboardEvent, at: Placed): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(at);
    }
    if (!isArrowKey(event.key)) return;
    event.preventDefault();
    const shown = placed().map(({ region }) => region);
    const next = keyOf(nextRegion(shown, at.region, event.key));
    setCurrent(next);
    elements.get(next)?.focus();
  };
  const labelOf = ({ region, shown }: Placed): string => {
    const place = words().place(region.area, region.side);
    const { state: stands, tone } = shown();
    const state = words().t(`figureStates.${stands}`);
    return tone > 0
      ? words().t('figure.delivered', { place, state, share: Math.round(tone * 100) })
      : words().t('figure.region', { place, state });
  };
  const hits = (atEye: boolean): Hits => ({
    placed: placed().filter(({ region }) => isAtEye(region) === atEye),
    choose,
    onKey,
    labelOf,
    onFocus: ({ region }) => setCurrent(keyOf(region)),
    isReached: ({ region }) => reached()?.region === region,
    keep: ({ region }, element) => elements.set(keyOf(region), element),
  });

  return (
    <svg
      class="figure"
      viewBox={`0 0 ${FIGURE_WIDTH} ${FIGURE_HEIGHT}`}
      role="group"
      aria-label={words().t('figure.label', { view: words().t(`figure.${props.view}`) })}
    >
      <Picture view={props.view} placed={placed()} id={id} />
      <Buttons {...hits(false)} />
      <Touches {...hits(false)} />
      <Touches {...hits(true)} />
      <Buttons {...hits(true)} />
    </svg>
  );
}
