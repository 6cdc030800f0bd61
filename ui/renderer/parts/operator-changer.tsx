// Changes who is at the console.

import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { Dialog } from './dialog.tsx';
import { NameForm } from './name-form.tsx';

/** The button that asks for another name. */
export function OperatorChanger(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [open, setOpen] = createSignal(false);
  createEffect(on(() => desk.state().operator, () => setOpen(false), { defer: true }));
  return (
    <Show when={desk.state().operator !== ''}>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {words().t('screens.change')}
      </button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={words().t('screens.topic-operator')}
      >
        <Show when={open()}><NameForm /></Show>
      </Dialog>
    </Show>
  );
}
