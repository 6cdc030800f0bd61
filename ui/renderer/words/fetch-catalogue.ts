// Brings the catalogue of a language. English comes with the window; another language is a file of
// its own and is fetched when somebody chooses it.

import type { Catalogue } from './catalogue.ts';
import { en } from './en/all.ts';
import type { Language } from './languages.ts';

/** Fetches the catalogue of a language. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return en;
    case 'de':
      return (await import('./de/all.ts')).de;
    case 'es':
      return (await import('./es/all.ts')).es;
    case 'zh':
      return (await import('./zh/all.ts')).zh;
  }
}
