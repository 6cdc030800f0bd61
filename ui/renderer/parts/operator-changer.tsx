// Changes who is at the console.

import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { Dialog } from './dialog.tsx';
import { NameForm } from './name-form.tsx';

/** The button that asks for another name, or lets whoever signed in go. */
export function OperatorChanger(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <Show when={desk.state().operator !== ''}>
      <Show when={desk.state().staff.kind === 'staff'} fallback={<Renamer />}>
        <button type="button" class="button" onClick={() => void desk.ask({ kind: 'sign-out' })}>
          {words().t('screens.sign-out')}
        </button>
      </Show>
    </Show>
  );
}

function Renamer(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [open, setOpen] = createSignal(false);
  createEffect(on(() => desk.state().operator, () => setOpen(false), { defer: true }));
  return (
    <>
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
    </>
  );
}
