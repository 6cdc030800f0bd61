// Holds a translated table against the English one while it is compiled: the same keys, and in each
// text the same facts. What it gives back is the table as it came.

import type { SameAs, Texts } from './template.ts';

/** Takes a translation of a table, if it has every key and every fact of the original. */
export const translation =
  <const Original extends Texts>() =>
  <const Translated extends Texts>(
    texts: Translated & SameAs<Original, Translated>,
  ): { readonly [Key in keyof Original]: string } => texts;
