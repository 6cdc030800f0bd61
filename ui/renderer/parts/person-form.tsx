// Whose plan it is, where there is no case file: a key or initials, never needed in the open.

import { createSignal, createUniqueId, type JSX } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';

/** The form that asks for the person. */
export function PersonForm(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const id = createUniqueId();
  const [person, setPerson] = createSignal('');
  const submit = (event: Event): void => {
    event.preventDefault();
    void desk.ask({ kind: 'name-person', person: person() });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <button type="button" class="button next" onClick={() => desk.go('people')}>
        {words().t('screens.person-choose')}
      </button>
      <label class="field" for={id}>
        {words().t('screens.person-key')}
        <input
          id={id}
          value={person()}
          maxlength={128}
          autocomplete="off"
          onInput={(event) => setPerson(event.currentTarget.value)}
        />
      </label>
      <button
        type="submit"
        class="button"
        data-next-step="name-person"
        disabled={person().trim() === ''}
      >
        {words().t('screens.do-name-person')}
      </button>
    </form>
  );
}
