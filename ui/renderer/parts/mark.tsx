// How a thing stands, as a mark that is told apart without colour, and said to a screen reader.

import type { JSX } from 'solid-js';
import { useWords } from '../words/use-words.ts';
import type { ReadyStanding } from '../view/ready-view.ts';

const SIGNS: Readonly<Record<ReadyStanding, readonly [sign: string, look: string]>> = {
  good: ['✓', 'good'],
  open: ['!', 'open'],
  wait: ['…', 'wait'],
  none: ['–', 'wait'],
};

/** The mark of a standing. */
export function Mark(props: { readonly standing: ReadyStanding }): JSX.Element {
  const words = useWords();
  return (
    <span
      class={`mark ${SIGNS[props.standing][1]}`}
      role="img"
      aria-label={words().t(`screens.standing-${props.standing}`)}
    >
      {SIGNS[props.standing][0]}
    </span>
  );
}
