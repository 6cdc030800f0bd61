// What can be touched and reached by keys on the figure: for each region a button of its own shape,
// and for small ones a wider area of touch, which is for fingers only and no button of its own.

import { For, type JSX } from 'solid-js';
import { keyOf, type Placed } from './placed.ts';

/** One layer of what can be touched. */
export interface Hits {
  readonly placed: readonly Placed[];
  readonly choose: (at: Placed) => void;
  readonly onKey: (event: KeyboardEvent, at: Placed) => void;
  readonly onFocus: (at: Placed) => void;
  readonly labelOf: (at: Placed) => string;
  /** Whether the tab key leads to it. */
  readonly isReached: (at: Placed) => boolean;
  readonly keep: (at: Placed, element: SVGElement) => void;
}

/** The wider areas of touch. */
export function Touches(props: Hits): JSX.Element {
  return (
    <For each={props.placed.filter(({ region }) => region.touch !== undefined)}>
      {(at) => (
        <ellipse
          class="figure-touch"
          cx={at.region.touch?.x}
          cy={at.region.touch?.y}
          rx={(at.region.touch?.width ?? 0) / 2}
          ry={(at.region.touch?.height ?? 0) / 2}
          data-touch={keyOf(at.region)}
          aria-hidden="true"
          onClick={() => props.choose(at)}
        />
      )}
    </For>
  );
}

/** The regions themselves. */
export function Buttons(props: Hits): JSX.Element {
  return (
    <For each={props.placed}>
      {(at) => (
        <path
          ref={(element) => props.keep(at, element)}
          class="figure-button"
          d={at.region.path}
          fill-rule="evenodd"
          role="button"
          data-area={at.region.area}
          data-side={at.region.side}
          tabindex={props.isReached(at) ? 0 : -1}
          aria-label={props.labelOf(at)}
          aria-pressed={at.shown().selected}
          aria-disabled={at.shown().state === 'blocked'}
          onClick={() => props.choose(at)}
          onFocus={() => props.onFocus(at)}
          onKeyDown={(event) => props.onKey(event, at)}
        />
      )}
    </For>
  );
}
