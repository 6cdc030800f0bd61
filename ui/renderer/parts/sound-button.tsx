// Pauses the sound of the alarms, shows that it is paused and for how long, and ends the pause. A
// high alarm sounds as long as its cause lasts: the button is there and says why it does nothing.

import { type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import type { AlarmStripView } from '../view/alarm-view.ts';
import { useWords } from '../words/use-words.ts';

/** The button of the sound. */
export function SoundButton(props: { readonly view: AlarmStripView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const label = (): string => {
    const { pausedForMs, mayPause } = props.view;
    if (pausedForMs !== undefined) {
      return words().t('screens.sound-paused', { left: pausedForMs });
    }
    return words().t(mayPause ? 'screens.pause-sound' : 'screens.sound-needed');
  };
  const press = (): void => {
    const isPaused = props.view.pausedForMs !== undefined;
    void desk.ask({ kind: isPaused ? 'sound-on' : 'pause-sound' });
  };
  return (
    <Show when={props.view.first}>
      <button
        type="button"
        class="button alarm-button"
        data-sound={props.view.pausedForMs === undefined ? 'on' : 'paused'}
        disabled={!props.view.mayPause}
        onClick={press}
      >
        <span aria-hidden="true">{props.view.pausedForMs === undefined ? '♪' : '❙❙'}</span>
        {label()}
      </button>
    </Show>
  );
}
