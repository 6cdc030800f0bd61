// Fills the texts of one catalogue with facts. Everything that is said in the window is said here;
// a fact that a text needs and nobody gave is a mistake of ours and stops, rather than leaving a
// hole in front of a person.

import { assert } from '../../../protocol/assert.ts';
import type { Catalogue, FactsFor, Key } from './catalogue.ts';
import { isFormat, writersOf, type Writers } from './format.ts';
import { type Language, LANGUAGES } from './languages.ts';
import { closed, filled, type Format, type Texts } from './template.ts';

/** Facts by name: texts as they are, numbers in units of the wire. */
export type Facts = Readonly<Record<string, string | number | undefined>>;

/** Speaks one language. */
export interface Speaker {
  readonly language: Language;
  readonly locale: string;
  /** The text of a key, with its facts. */
  readonly t: <K extends Key>(key: K, ...facts: FactsFor<K>) => string;
  /** A number in a unit of the wire, as people write it. */
  readonly number: (value: number, format: Format) => string;
  /** A text of a topic by a name that is only known while running; undefined if there is none. */
  readonly find: (topic: string, name: string, facts: Facts) => string | undefined;
}

/** Makes somebody who speaks a language. */
export function speakerOf(language: Language, catalogue: Catalogue): Speaker {
  const { locale } = LANGUAGES[language];
  const writers = writersOf(locale);
  const topics: Readonly<Record<string, Texts>> = catalogue;
  // A text is closed once, and said many times a second.
  const lines = new Map<string, string>();
  const lineOf = (text: string): string => {
    const line = lines.get(text) ?? closed(text);
    lines.set(text, line);
    return line;
  };
  const find: Speaker['find'] = (topic, name, facts) => {
    const text = topics[topic]?.[name];
    return text === undefined ? undefined : withFacts(lineOf(text), facts, writers);
  };
  return {
    language,
    locale,
    find,
    number: writers.number,
    t: (key, ...[facts]) => {
      const dot = key.indexOf('.');
      const text = find(key.slice(0, dot), key.slice(dot + 1), facts ?? {});
      assert(text !== undefined, 'the catalogue has every key');
      return text;
    },
  };
}

function withFacts(text: string, facts: Facts, writers: Writers): string {
  return filled(text, (name, format, [one, other]) => {
    const fact = facts[name];
    assert(fact !== undefined, 'a text is given every fact that it names');
    if (typeof fact === 'string') return fact;
    if (one !== undefined && other !== undefined) return writers.count(fact, one, other);
    return writers.number(fact, format !== undefined && isFormat(format) ? format : 'number');
  });
}
