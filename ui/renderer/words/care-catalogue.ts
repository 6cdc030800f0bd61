// What the catalogue of care is, taken from the English one: its topics, its keys and the facts of
// each. All of it is type.

import type { care as original } from './en/care.ts';
import type { FactsArgument } from './template.ts';

type Original = typeof original;

/** A subject of care. */
export type CareTopicName = keyof Original;

/** The catalogue of care in whatever language. */
export type CareCatalogue = {
  readonly [Topic in CareTopicName]: { readonly [Key in keyof Original[Topic]]: string };
};

/** Every key there is: `ui.scan`. */
export type CareKey = {
  [Topic in CareTopicName]: `${Topic}.${keyof Original[Topic] & string}`;
}[CareTopicName];

type TextOf<Key extends CareKey> = Key extends `${infer Topic extends CareTopicName}.${infer Name}`
  ? Name extends keyof Original[Topic]
    ? Original[Topic][Name] extends string ? Original[Topic][Name] : never
    : never
  : never;

/** The facts that a key needs, as an argument; none for a text without holes. */
export type CareFactsFor<Key extends CareKey> = FactsArgument<TextOf<Key>>;
