// Who is at the console. In the demonstration a name is suggested; elsewhere the field is empty,
// because a name that was never typed would be signed under.

import { createSignal, createUniqueId, type JSX } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';

/** The form that asks for the name. */
export function NameForm(props: { readonly isNext?: boolean }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const id = createUniqueId();
  const { operator, installation } = desk.state();
  const isSuggested = operator === '' && installation.demo;
  const first = isSuggested ? words().t('screens.demo-operator') : operator;
  const [name, setName] = createSignal(first);
  const submit = (event: Event): void => {
    event.preventDefault();
    void desk.ask({ kind: 'name-operator', name: name() });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <label class="field" for={id}>
        {words().t('screens.your-name')}
        <input
          id={id}
          value={name()}
          maxlength={128}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button
        type="submit"
        class="button"
        classList={{ next: props.isNext === true }}
        disabled={name().trim() === ''}
        data-next-step={props.isNext === true ? 'name-operator' : undefined}
      >
        {words().t('screens.do-name-operator')}
      </button>
    </form>
  );
}
