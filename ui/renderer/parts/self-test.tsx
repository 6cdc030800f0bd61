// The test of what an alarm needs: the colours of the screen, the sound of each priority, and the
// button that stops. It is done by a person, who sees and hears; nothing is concluded by itself.

import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Priority } from '../../../host/core/alarm.ts';
import { useDesk } from '../app/desk.tsx';
import { PRIORITY_MARKS } from '../view/alarm-view.ts';
import { useWords } from '../words/use-words.ts';

const PRIORITIES: readonly Priority[] = ['high', 'medium', 'low'];

/** The card of the test. */
export function SelfTest(): JSX.Element {
  const { sound } = useDesk();
  const words = useWords();
  const [isPressed, setPressed] = createSignal(false);
  const [isSilent, setSilent] = createSignal(false);
  const play = async (priority: Priority): Promise<void> => {
    setSilent(!(await sound.test(priority)));
  };
  return (
    <section class="card stack" aria-labelledby="test-title">
      <h2 id="test-title">{words().t('screens.test-title')}</h2>
      <p class="soft">{words().t('screens.test-why')}</p>
      <div class="choices">
        <For each={PRIORITIES}>
          {(priority) => (
            <button
              type="button"
              class="button test-alarm"
              data-priority={priority}
              onClick={() => void play(priority)}
            >
              <span aria-hidden="true">{PRIORITY_MARKS[priority]} ♪</span>
              {words().t(`priorities.${priority}`)}
            </button>
          )}
        </For>
      </div>
      <button type="button" class="button" data-test-stop onClick={() => setPressed(true)}>
        {words().t('screens.test-button')}
      </button>
      <p role="status">
        <Show when={isPressed()}>✓ {words().t('screens.test-heard')}</Show>
        <Show when={isSilent()}>
          <span class="open-note"> ! {words().t('screens.test-silent')}</span>
        </Show>
      </p>
    </section>
  );
}
