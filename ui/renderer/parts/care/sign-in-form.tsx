// Who is at the console, where people sign in: one of the list, and what only they know. The secret
// is sent once and kept nowhere in the window.

import { createSignal, For, type JSX, Show } from 'solid-js';
import { useDesk } from '../../app/desk.tsx';
import { CareProvider, useCare } from './care-provider.tsx';
import { Field } from './field.tsx';

/** The form. */
export default function SignInForm(): JSX.Element {
  return <CareProvider><Form /></CareProvider>;
}

function Form(): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const [who, setWho] = createSignal('');
  const [secret, setSecret] = createSignal('');
  const staff = () => {
    const { staff: view } = desk.state();
    return view.kind === 'staff' ? view : undefined;
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const asked = { kind: 'sign-in', staffId: who(), secret: secret() } as const;
    setSecret('');
    await desk.ask(asked);
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <Show when={staff()?.ended}>
        {(ended) => <p class="soft">{care().t(`ui.sign-in-ended-${ended()}`)}</p>}
      </Show>
      <div class="stack" role="radiogroup" aria-label={care().t('ui.who')}>
        <For each={staff()?.members}>
          {({ staffId, name }) => (
            <button
              type="button"
              class="button choice"
              role="radio"
              data-staff={staffId}
              aria-checked={who() === staffId}
              onClick={() => setWho(staffId)}
            >
              {name}
            </button>
          )}
        </For>
      </div>
      <Field label={care().t('ui.secret')} type="password" name="secret" value={secret()}
        maxlength={1_024} onInput={setSecret} />
      <button
        type="submit"
        class="button next"
        data-next-step="sign-in"
        disabled={who() === '' || secret() === ''}
      >
        {care().t('ui.sign-in')}
      </button>
    </form>
  );
}
