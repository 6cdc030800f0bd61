// Chooses the pen: what is plugged in, the simulated one, or an address that somebody types because
// their computer does not list its ports.

import { createEffect, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { Dialog } from './dialog.tsx';

/** The button that opens the choice. */
export function PenChooser(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [open, setOpen] = createSignal(false);
  createEffect(() => {
    if (open()) void desk.ask({ kind: 'look-for-pens' });
  });
  const choose = (address: string): void => {
    setOpen(false);
    void desk.ask({ kind: 'choose-pen', address });
  };
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {words().t('screens.choose-pen')}
      </button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={words().t('screens.choose-pen-title')}
      >
        <ul class="stack">
          <For each={desk.state().pen.ports}>
            {({ address, words: name }) => (
              <li>
                <button type="button" class="button wide" onClick={() => choose(address)}>
                  {name} <span class="soft wrap-anywhere">{address}</span>
                </button>
              </li>
            )}
          </For>
          <li>
            <button type="button" class="button wide" onClick={() => choose('sim')}>
              {words().t('screens.simulated-pen')}
            </button>
          </li>
        </ul>
        <Show when={open()}><AddressForm onChoose={choose} /></Show>
      </Dialog>
    </>
  );
}

function AddressForm(props: { readonly onChoose: (address: string) => void }): JSX.Element {
  const words = useWords();
  const id = createUniqueId();
  const [address, setAddress] = createSignal('');
  const submit = (event: Event): void => {
    event.preventDefault();
    props.onChoose(address().trim());
  };
  return (
    <form class="stack" onSubmit={submit}>
      <label class="field" for={id}>
        {words().t('screens.pen-address')}
        <input id={id} value={address()} maxlength={128} autocomplete="off" spellcheck={false}
          onInput={(event) => setAddress(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button" disabled={address().trim() === ''}>
        {words().t('screens.use-address')}
      </button>
    </form>
  );
}
