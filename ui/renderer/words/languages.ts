// The languages of the console, how each calls itself, and the locale whose numbers and dates it
// writes. English is the original: the other three are held against it by type and by test.

/** Every language, by the name that it has for itself, and its locale. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB' },
  de: { name: 'Deutsch', locale: 'de-DE' },
  es: { name: 'Español', locale: 'es-ES' },
  zh: { name: '中文', locale: 'zh-CN' },
} as const;

/** The name of a language. */
export type Language = keyof typeof LANGUAGES;

/** Whether a text names a language of the console. */
export const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text);

/** All languages, in the order in which they are offered. */
export const LANGUAGE_NAMES: readonly Language[] = ['en', 'de', 'es', 'zh'];

/** The language that fits best to what a browser prefers; English where none does. */
export function languageFor(preferred: readonly string[]): Language {
  const found = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return found ?? 'en';
}
