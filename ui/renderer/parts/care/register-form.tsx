// A chart for somebody new: a name in any script, a birth date, a contact if wanted. Where there is
// no key yet under which names are sealed, that is made first and said; where somebody of the same
// name and birth date has a chart, that is shown first.

import { createSignal, For, type JSX, Show } from 'solid-js';
import { useDesk } from '../../app/desk.tsx';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';
import { RefusedHere } from './refused-here.tsx';

/** The form. */
export function RegisterForm(props: {
  readonly onOpen: (person: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  return (
    <Show
      when={desk.state().care.identityKey !== 'absent'}
      fallback={
        <div class="card stack">
          <p>{care().t('ui.key-why')}</p>
          <RefusedHere />
          <div class="dialog-actions">
            <button type="button" class="button" onClick={() => props.onCancel()}>
              {care().t('ui.cancel')}
            </button>
            <button type="button" class="button next" data-people="make-key"
              onClick={() => void desk.ask({ kind: 'make-identity-key' })}>
              {care().t('ui.make-key')}
            </button>
          </div>
        </div>
      }
    >
      <Form onOpen={props.onOpen} onCancel={props.onCancel} />
    </Show>
  );
}

function Form(props: {
  readonly onOpen: (person: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const [name, setName] = createSignal('');
  const [born, setBorn] = createSignal('');
  const [contact, setContact] = createSignal('');
  const perhaps = (): readonly string[] =>
    desk.refusals().flatMap((refusal) => refusal.care?.people ?? []);
  const register = async (distinctFrom: readonly string[]): Promise<void> => {
    const answer = await desk.ask({
      kind: 'register-person', name: name(), born: born().trim(),
      distinctFrom: [...distinctFrom],
      ...(contact().trim() === '' ? {} : { contact: contact() }),
    });
    if (answer !== undefined && answer !== 'done' && answer.kind === 'registered') {
      props.onOpen(answer.person);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void register([]);
  };
  return (
    <form class="card stack" onSubmit={submit}>
      <Field label={care().t('ui.name')} name="name" value={name()} onInput={setName}
        maxlength={20_000} />
      <Field label={care().t('ui.born')} name="born" value={born()} onInput={setBorn}
        inputmode="numeric" maxlength={10} />
      <Field label={care().t('ui.contact')} name="contact" value={contact()}
        onInput={setContact} />
      <RefusedHere />
      <Show when={perhaps().length > 0}>
        <p>{care().t('ui.perhaps')}</p>
        <div class="choices">
          <For each={perhaps()}>
            {(person) => (
              <button type="button" class="button" onClick={() => props.onOpen(person)}>
                <code>{person}</code>
              </button>
            )}
          </For>
          <button type="button" class="button" data-people="another"
            onClick={() => void register(perhaps())}>
            {care().t('ui.another-person')}
          </button>
        </div>
      </Show>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => props.onCancel()}>
          {care().t('ui.cancel')}
        </button>
        <button type="submit" class="button next" data-people="make">
          {care().t('ui.make-chart')}
        </button>
      </div>
    </form>
  );
}
