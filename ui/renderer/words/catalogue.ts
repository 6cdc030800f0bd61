// What a catalogue is, taken from the English one: its topics, its keys, and the facts that go with
// each key. All of it is type: the texts themselves stand in the folders of the languages.

import type { en } from './en/all.ts';
import type { FactName, FactsArgument } from './template.ts';

type Original = typeof en;

/** A subject that the catalogue speaks about; each is a file in each language. */
export type Topic = keyof Original;

/** A catalogue in whatever language. */
export type Catalogue = {
  readonly [T in Topic]: { readonly [Key in keyof Original[T]]: string };
};

/** Every key there is: `screens.stop`. */
export type Key = { [T in Topic]: `${T}.${keyof Original[T] & string}` }[Topic];

/** The English text of a key. */
export type TextOf<K extends Key> = K extends `${infer T extends Topic}.${infer Name}`
  ? Name extends keyof Original[T]
    ? Original[T][Name] extends string ? Original[T][Name] : never
    : never
  : never;

/** The facts that a key needs, as an argument; none for a text without holes. */
export type FactsFor<K extends Key> = FactsArgument<TextOf<K>>;

/** The names of all the facts that the texts of some topics use. */
export type FactsIn<T extends Topic> = T extends Topic
  ? { [Name in keyof Original[T]]: NamesIn<Original[T][Name]> }[keyof Original[T]]
  : never;

type NamesIn<Text> = Text extends string ? FactName<Text> : never;
