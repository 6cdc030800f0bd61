// The words as screens get them: from the context of Solid, following the language that the desk's
// state names. A language that is on its way is awaited, and until it is here the last one speaks.

import {
  type Accessor,
  createComponent,
  createContext,
  createEffect,
  createSignal,
  type JSX,
  useContext,
} from 'solid-js';
import { catalogueOf } from './fetch-catalogue.ts';
import { en } from './en/all.ts';
import type { Language } from './languages.ts';
import { speakerOf } from './speaker.ts';
import { type Words, wordsOf } from './words.ts';

const ENGLISH = wordsOf(speakerOf('en', en));

const WordsContext = createContext<Accessor<Words>>(() => ENGLISH);

/** Gives everything below it the words of a language; `language` may change at any time. */
export function WordsProvider(props: {
  readonly language: Language;
  readonly children: JSX.Element;
}): JSX.Element {
  const [words, setWords] = createSignal<Words>(ENGLISH);
  createEffect(() => {
    const asked = props.language;
    void catalogueOf(asked).then((catalogue) => {
      // Somebody who has changed the language twice wants the second.
      if (asked === props.language) setWords(() => wordsOf(speakerOf(asked, catalogue)));
    });
  });
  createEffect(() => {
    document.documentElement.lang = words().locale;
  });
  return createComponent(WordsContext.Provider, {
    value: words,
    get children() {
      return props.children;
    },
  });
}

/** The words, as an accessor: `const words = useWords(); words().t('screens.stop')`. */
export const useWords = (): Accessor<Words> => useContext(WordsContext);
