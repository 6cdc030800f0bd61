// The signs that stand on an area beside its colour: a lock where nothing is ever treated, a dot in
// a ring where the pen is, a tick where all is done; and the patterns that tell the same by
// texture.

import { type JSX, Match, Switch } from 'solid-js';
import type { Point } from './curve.ts';
import type { FigureState } from './figure-data.ts';

/** The sign of a state, at a point. */
export function Mark(props: { readonly at: Point; readonly state: FigureState }): JSX.Element {
  return (
    <g
      class="figure-mark"
      transform={`translate(${props.at[0]} ${props.at[1]})`}
      aria-hidden="true"
    >
      <Switch>
        <Match when={props.state === 'blocked'}>
          <rect x="-4.5" y="-1.5" width="9" height="7" rx="1.5" class="mark-fill" />
          <path d="M-2.8 -1.5V-3.6a2.8 2.8 0 0 1 5.6 0V-1.5" class="mark-line" />
        </Match>
        <Match when={props.state === 'active'}>
          <circle r="8" class="mark-ring" />
          <circle r="3.5" class="mark-dot" />
        </Match>
        <Match when={props.state === 'done'}>
          <circle r="8" class="mark-done" />
          <path d="M-4 0.3L-1.2 3.2L4.2 -3" class="mark-tick" />
        </Match>
      </Switch>
    </g>
  );
}

/** The textures, by the name of the figure that uses them. */
export function Patterns(props: { readonly id: string }): JSX.Element {
  return (
    <defs>
      <pattern id={`${props.id}-planned`} width="9" height="9" patternUnits="userSpaceOnUse">
        <circle cx="2.2" cy="2.2" r="1.15" class="pattern-planned" />
        <circle cx="6.7" cy="6.7" r="1.15" class="pattern-planned" />
      </pattern>
      <pattern
        id={`${props.id}-active`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="2.2" height="7" class="pattern-active" />
      </pattern>
      <pattern id={`${props.id}-done`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" class="pattern-done" />
      </pattern>
      <pattern
        id={`${props.id}-blocked`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width="6" height="6" class="pattern-blocked" />
        <rect width="1.4" height="6" class="pattern-blocked-line" />
      </pattern>
    </defs>
  );
}
