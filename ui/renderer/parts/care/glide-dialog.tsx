// What lies on the skin under the needle: what may, what may with a prescriber, and what nobody
// needles in, each with its reason. The desk says no to the last; it stands here so that it is
// seen.

import { createSignal, For, type JSX, Show } from 'solid-js';
import { useDesk } from '../../app/desk.tsx';
import { Dialog } from '../dialog.tsx';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';
import { RefusedHere } from './refused-here.tsx';

const CHOICES = [
  ['sterile-hydrogel', 'glide'], ['sterile-saline', 'glide'],
  ['minoxidil', 'needs-prescriber'], ['tranexamic-acid', 'needs-prescriber'],
  ['prp', 'needs-prescriber'],
  ['vitamin-c', 'blocked'], ['exosomes', 'blocked'], ['cosmetic-serum', 'blocked'],
] as const;

/** The dialog. */
export function GlideDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const care = useCare();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={care().t('ui.glide')}>
      <Show when={props.open}><Glide onDone={props.onClose} /></Show>
    </Dialog>
  );
}

function Glide(props: { readonly onDone: () => void }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const [chosen, setChosen] = createSignal('');
  const [lot, setLot] = createSignal('');
  const [by, setBy] = createSignal('');
  const [secret, setSecret] = createSignal('');
  const standing = () => CHOICES.find(([id]) => id === chosen())?.[1];
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const signed = secret() === '' ? {} : { secret: secret() };
    const prescriber = by().trim() === '' ? {} : { prescriber: { by: by().trim(), ...signed } };
    const done = await desk.ask({
      kind: 'choose-adjunct', adjunct: chosen(), lot: lot().trim(), ...prescriber,
    });
    if (done !== undefined) props.onDone();
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <div class="adjuncts" role="radiogroup" aria-label={care().t('ui.glide')}>
        <For each={CHOICES}>
          {([id, kind]) => (
            <button
              type="button"
              class="button choice adjunct"
              role="radio"
              data-adjunct={id}
              aria-checked={chosen() === id}
              onClick={() => setChosen(id)}
            >
              <strong>{kind === 'blocked' ? '⊘ ' : ''}{care().t(`adjuncts.${id}`)}</strong>
              <span class="soft">{care().t(`ui.standing-${kind}`)}</span>
            </button>
          )}
        </For>
      </div>
      <Show when={standing() !== undefined && standing() !== 'blocked'}>
        <Field label={care().t('ui.lot')} name="lot" value={lot()} onInput={setLot}
          maxlength={64} />
      </Show>
      <Show when={standing() === 'needs-prescriber'}>
        <Field label={care().t('ui.prescriber')} value={by()} onInput={setBy} maxlength={128} />
        <Show when={desk.state().staff.kind === 'staff'}>
          <Field label={care().t('ui.secret')} type="password" value={secret()}
            onInput={setSecret} maxlength={1_024} />
        </Show>
      </Show>
      <RefusedHere />
      <div class="dialog-actions">
        <button type="submit" class="button next" data-glide-note disabled={chosen() === ''}>
          {care().t('ui.note-it')}
        </button>
      </div>
    </form>
  );
}
