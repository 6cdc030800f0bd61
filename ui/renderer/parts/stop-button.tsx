// STOP: the largest thing in the window, always in the same corner while a treatment is under way.
// It acts on the press, not on the release, and asks nothing.

import type { JSX } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';

/** The button that stops the pen. */
export function StopButton(): JSX.Element {
  const { link } = useDesk();
  const words = useWords();
  const press = (event: PointerEvent): void => {
    if (event.button === 0) link.stop();
  };
  return (
    <button
      type="button"
      class="stop"
      data-stop
      aria-keyshortcuts="Space"
      onPointerDown={press}
      // A click without a pointer: the keyboard, or a screen reader.
      onClick={(event) => {
        if (event.detail === 0) link.stop();
      }}
    >
      <strong>{words().t('screens.stop')}</strong>
      <span>{words().t('screens.stop-key')}</span>
    </button>
  );
}
