// What the desk did not do, and why, until it is put away or something else is asked.

import { For, type JSX, lazy, Show, Suspense } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { spoken } from './say.ts';

const CareRefused = lazy(() => import('./care/care-refused.tsx'));

/** The sentences of what was refused last. */
export function Refused(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <div class="refused-place" role="alert">
      <Show when={desk.refusals().length > 0}>
        <div class="card refused">
          <For each={desk.refusals()}>
            {(refusal) => (
              <>
                <Show
                  when={refusal.care}
                  fallback={<p>{spoken(words().deskRefusal(refusal))}</p>}
                >
                  {(care) => <Suspense><CareRefused refusal={care()} /></Suspense>}
                </Show>
                <For each={refusal.refusals}>{(one) => <p>{spoken(words().refusal(one))}</p>}</For>
                <For each={refusal.details}>
                  {(line) => <p class="soft wrap-anywhere" lang="en">{line}</p>}
                </For>
              </>
            )}
          </For>
          <button type="button" class="button" onClick={desk.dismiss}>
            {words().t('screens.understood')}
          </button>
        </div>
      </Show>
    </div>
  );
}
