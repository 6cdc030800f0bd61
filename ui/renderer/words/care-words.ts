// The words of care: people, visits, screening, what comes after. They are a catalogue of their own
// beside that of the window, because nobody needs them before a chart is opened; they are fetched
// with the first screen that speaks of people. The same types hold them together.

import { type Accessor, createResource } from 'solid-js';
import { assert } from '../../../protocol/assert.ts';
import type { CareRefusal } from '../../contract/care-refusal.ts';
import type {
  CareCatalogue, CareFactsFor, CareKey, CareTopicName,
} from './care-catalogue.ts';
import { isFormat, writersOf } from './format.ts';
import { type Language, LANGUAGES } from './languages.ts';
import { closed, filled, type Texts } from './template.ts';
import { useWords } from './use-words.ts';
import type { Said } from './words.ts';

type Facts = Readonly<Record<string, string | number | undefined>>;

/** Speaks of care in one language. */
export interface CareWords {
  readonly t: <Key extends CareKey>(key: Key, ...facts: CareFactsFor<Key>) => string;
  /** A text by names that are only known while running; the name itself where there is none. */
  readonly named: (topic: CareTopicName, name: string, facts?: Facts) => string;
  /** The parts of a text that has several. */
  readonly parts: (topic: CareTopicName, name: string) => readonly string[];
  /** A refusal in a sentence, with what to do next. */
  readonly refusal: (refusal: CareRefusal, fill?: Facts) => Said;
}

const partsOf = (text: string): readonly string[] => text.split('|').map((part) => part.trim());

/** Makes words of a catalogue. */
export function careWordsOf(language: Language, catalogue: CareCatalogue): CareWords {
  const writers = writersOf(LANGUAGES[language].locale);
  const topics: Readonly<Record<string, Texts>> = catalogue;
  const find = (topic: string, name: string, facts: Facts): string | undefined => {
    const text = topics[topic]?.[name];
    if (text === undefined) return undefined;
    return filled(closed(text), (fact, format, [one, other]) => {
      const value = facts[fact];
      assert(value !== undefined, 'a text is given every fact that it names');
      if (typeof value === 'string') return value;
      if (one !== undefined && other !== undefined) return writers.count(value, one, other);
      return writers.number(value, format !== undefined && isFormat(format) ? format : 'number');
    });
  };
  const named: CareWords['named'] = (topic, name, facts = {}) => find(topic, name, facts) ?? name;
  return {
    named,
    parts: (topic, name) => partsOf(named(topic, name)),
    t: (key, ...[facts]) => {
      const dot = key.indexOf('.');
      const text = find(key.slice(0, dot), key.slice(dot + 1), facts ?? {});
      assert(text !== undefined, 'the catalogue has every key');
      return text;
    },
    refusal: ({ topic, code, facts = {} }, fill = {}) => {
      const text = find(topic, code, { ...facts, ...fill }) ?? find('journal', 'other', { code });
      const [what = '', next = ''] = partsOf(text ?? code);
      return { what, next };
    },
  };
}

/** Fetches the catalogue of a language. */
export async function careCatalogueOf(language: Language): Promise<CareCatalogue> {
  switch (language) {
    case 'en':
      return (await import('./en/care.ts')).care;
    case 'de':
      return (await import('./de/care.ts')).care;
    case 'es':
      return (await import('./es/care.ts')).care;
    case 'zh':
      return (await import('./zh/care.ts')).care;
  }
}

const fetched = new Map<Language, CareWords>();

/** The words of care in the language of the window; undefined until they are here. */
export function useCareWords(): Accessor<CareWords | undefined> {
  const words = useWords();
  const [care] = createResource(() => words().language, async (language) => {
    const known = fetched.get(language);
    if (known !== undefined) return known;
    const made = careWordsOf(language, await careCatalogueOf(language));
    fetched.set(language, made);
    return made;
  });
  return () => care.latest;
}
