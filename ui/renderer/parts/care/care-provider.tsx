// Gives everything below it the words of care, and waits for them: no screen of care is drawn with
// holes. Its style comes along, so that the first paint carries neither.

import '../../style/care.css';
import { type Accessor, createContext, type JSX, Show, useContext } from 'solid-js';
import { assert } from '../../../../protocol/assert.ts';
import { type CareWords, useCareWords } from '../../words/care-words.ts';

const CareContext = createContext<Accessor<CareWords>>();

/** The words of care, inside of `CareProvider`. */
export function useCare(): Accessor<CareWords> {
  const care = useContext(CareContext);
  assert(care !== undefined, 'a part of care stands inside of its provider');
  return care;
}

/** Draws its children as soon as the words are here. */
export function CareProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const words = useCareWords();
  return (
    <Show when={words()}>
      {(care) => <CareContext.Provider value={care}>{props.children}</CareContext.Provider>}
    </Show>
  );
}
