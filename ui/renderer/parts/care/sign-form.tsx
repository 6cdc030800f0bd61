// The signature under a record: both components each time, the one who signs and what only they
// know. Where nobody signs in there is none, and that is said.

import { createSignal, For, type JSX, Show } from 'solid-js';
import type { SheetView } from '../../../contract/care-says.ts';
import { useDesk } from '../../app/desk.tsx';
import { useWords } from '../../words/use-words.ts';
import { sayInstant } from '../say.ts';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';

/** The form, and the signatures that there are. */
export function SignForm(props: { readonly view: SheetView }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const [who, setWho] = createSignal('');
  const [secret, setSecret] = createSignal('');
  const members = () => {
    const { staff } = desk.state();
    return staff.kind === 'staff' ? staff.members : [];
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const asked = {
      kind: 'sign-record', treatmentId: props.view.treatmentId, staffId: who(), secret: secret(),
    } as const;
    setSecret('');
    await desk.ask(asked);
  };
  return (
    <section class="card" aria-labelledby="sign-title">
      <h2 id="sign-title">{care().t('ui.sign-title')}</h2>
      <For each={props.view.signatures}>
        {({ at, name, role }) => (
          <p data-signature>
            ✓ {care().t('ui.signed-by', {
              name, role: care().named('roles', role), time: sayInstant(words(), at),
            })}
          </p>
        )}
      </For>
      <Show
        when={members().length > 0}
        fallback={<p class="soft">{care().t('ui.sign-none')}</p>}
      >
        <p class="soft">{care().t('ui.sign-why')}</p>
        <form class="sign-form" onSubmit={(event) => void submit(event)}>
          <div class="choices" role="radiogroup" aria-label={care().t('ui.who')}>
            <For each={members()}>
              {({ staffId, name }) => (
                <button type="button" class="button choice" role="radio" data-signer={staffId}
                  aria-checked={who() === staffId} onClick={() => setWho(staffId)}>
                  {name}
                </button>
              )}
            </For>
          </div>
          <Field label={care().t('ui.secret')} type="password" name="sign-secret"
            value={secret()} onInput={setSecret} maxlength={1_024} />
          <button type="submit" class="button" data-after="sign"
            disabled={who() === '' || secret() === ''}>
            {care().t('ui.sign-do')}
          </button>
        </form>
      </Show>
    </section>
  );
}
