// What the desk did not do, inside of a dialog that covers the rail where it stands otherwise.

import { For, type JSX, Show } from 'solid-js';
import { useDesk } from '../../app/desk.tsx';
import { useWords } from '../../words/use-words.ts';
import { spoken } from '../say.ts';
import { useCare } from './care-provider.tsx';
import { careSaid } from './say-care.ts';

/** The sentences of what was refused last. */
export function RefusedHere(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const care = useCare();
  return (
    <div role="alert">
      <Show when={desk.refusals().length > 0}>
        <div class="card refused" data-refused>
          <For each={desk.refusals()}>
            {(refusal) => (
              <p class="wrap-anywhere">
                {spoken(refusal.care === undefined
                  ? words().deskRefusal(refusal)
                  : careSaid(words(), care(), refusal.care))}
              </p>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
