// What is seen of the figure: the skin, the regions with their tone and texture, the lines of the
// drawing over them, signs, and whose left and right are meant. Nothing of it can be touched.

import { For, type JSX, Show } from 'solid-js';
import { useWords } from '../words/use-words.ts';
import { FIGURE_WIDTH, type FigureView } from './figure-data.ts';
import { Mark, Patterns } from './marks.tsx';
import type { Placed } from './placed.ts';
import { VIEWS } from './views.ts';

/** Where the words for left and right stand. */
const SIDE_X = 14;
const SIDE_Y = 26;

/** The picture. */
export function Picture(props: {
  readonly view: FigureView;
  readonly placed: readonly Placed[];
  readonly id: string;
}): JSX.Element {
  const words = useWords();
  const isBehind = (): boolean => props.view === 'body-back';
  return (
    <>
      <Patterns id={props.id} />
      <For each={VIEWS[props.view].lines.filter(({ kind }) => kind === 'skin')}>
        {(line) => <path class="figure-skin" d={line.path} />}
      </For>
      <For each={props.placed}>
        {({ region, shown }) => (
          <g
            class={`figure-region ${shown().state}${shown().selected ? ' selected' : ''}`}
            style={{ '--tone': shown().tone }}
          >
            <path class="figure-tone" d={region.path} fill-rule="evenodd" />
            <path
              class="figure-face"
              d={region.path}
              fill-rule="evenodd"
              fill={shown().state === 'free' ? 'none' : `url(#${props.id}-${shown().state})`}
            />
          </g>
        )}
      </For>
      <For each={VIEWS[props.view].lines.filter(({ kind }) => kind !== 'skin')}>
        {(line) => <path class={`figure-line ${line.kind}`} d={line.path} />}
      </For>
      <For each={props.placed}>
        {({ region, shown }) => <Mark at={region.mark} state={shown().state} />}
      </For>
      <Show when={props.view !== 'face-left' && props.view !== 'face-right'}>
        <text class="figure-side" x={SIDE_X} y={SIDE_Y}>
          {words().t(isBehind() ? 'figure.left' : 'figure.right')}
        </text>
        <text class="figure-side" x={FIGURE_WIDTH - SIDE_X} y={SIDE_Y} text-anchor="end">
          {words().t(isBehind() ? 'figure.right' : 'figure.left')}
        </text>
      </Show>
    </>
  );
}
