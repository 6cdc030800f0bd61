// The log of the alarms of this treatment: when each came and went. It is read from the desk, so a
// window that was reloaded shows the whole of it.

import { createSignal, For, type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { PRIORITY_MARKS } from '../view/alarm-view.ts';
import { useWords } from '../words/use-words.ts';
import { Dialog } from './dialog.tsx';
import { sayTime } from './say.ts';

/** A button that opens the log. */
export function AlarmLog(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <button type="button" class="button alarm-button" onClick={() => setOpen(true)}>
        {words().t('screens.alarm-log', { count: desk.state().alarms.log.length })}
      </button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={words().t('screens.alarm-log-title')}
      >
        <Show
          when={desk.state().alarms.log.length > 0}
          fallback={<p>{words().t('screens.alarm-log-empty')}</p>}
        >
          <ol class="log" tabindex="0" aria-label={words().t('screens.alarm-log-title')}>
            <For each={desk.state().alarms.log.toReversed()}>
              {({ at, alarm, priority, on }) => (
                <li>
                  <time class="figures" datetime={at}>{sayTime(words(), at)}</time>
                  <span class="log-mark" data-priority={on ? priority : 'none'}>
                    {on ? PRIORITY_MARKS[priority] : '✓'}
                  </span>
                  <span>
                    {words().alarm(alarm).what}
                    <span class="soft">
                      {' · '}{words().t(on ? 'screens.alarm-on' : 'screens.alarm-off')}
                    </span>
                  </span>
                </li>
              )}
            </For>
          </ol>
        </Show>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={() => setOpen(false)}>
            {words().t('screens.close')}
          </button>
        </div>
      </Dialog>
    </>
  );
}
