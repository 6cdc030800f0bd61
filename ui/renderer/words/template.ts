// What a text of the catalogue is: words with holes in braces, `{who}` for a text, `{asked:mm}` for
// a number in a wire unit. The type of a text knows its holes, so a fact that is missing, or one
// too many in a translation, does not compile. Long texts run over lines; a line break is a space.

/** How a number of the wire is written for people. */
export type Format =
  | 'number' | 'mm' | 'cm2' | 'hz' | 'minutes' | 'seconds' | 'ms' | 'percent' | 'degrees' | 'day'
  | 'mn' | 'angle' | 'clock';

/** The holes of a text, as they stand between its braces. */
type HolesOf<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesOf<Rest>
  : never;

type NameOf<Hole extends string> = Hole extends `${infer Name}:${string}` ? Name : Hole;
type ValueOf<Hole extends string> = Hole extends `${string}:${string}` ? number : string;

/** The names of the facts that a text needs. */
export type FactName<Text extends string> = NameOf<HolesOf<Text>>;

/** The facts that a text needs: texts for plain holes, numbers for those with a format. */
export type FactsOf<Text extends string> = {
  readonly [Hole in HolesOf<Text> as NameOf<Hole>]: ValueOf<Hole>;
};

/** The argument that carries the facts; none for a text without holes. */
export type FactsArgument<Text extends string> =
  [HolesOf<Text>] extends [never] ? [] : [facts: FactsOf<Text>];

/** A table of texts. */
export type Texts = Readonly<Record<string, string>>;

type SameHoles<One extends string, Other extends string> =
  [FactsOf<One>] extends [FactsOf<Other>]
    ? [FactsOf<Other>] extends [FactsOf<One>] ? unknown : never
    : never;

/** What a translation of a table has to look like: every key, and in each the same holes. */
export type SameAs<Original extends Texts, Translated> = {
  readonly [Key in keyof Original]: Key extends keyof Translated
    ? Translated[Key] extends string
      ? SameHoles<Original[Key], Translated[Key]> extends never ? never : string
      : never
    : string;
};

/** Gives a hole its text. */
export type Fill = (name: string, format: string | undefined, forms: readonly string[]) => string;

const HOLE = /\{(\w+)(?::(\w+)((?:\/[^/}]+)*))?\}/g;

/** A text whose line breaks are closed, with its holes filled. */
export function filled(text: string, fill: Fill): string {
  if (!text.includes('{')) return text;
  return text.replaceAll(
    HOLE,
    (_, name: string, format: string | undefined, forms: string | undefined) =>
      fill(name, format, (forms ?? '').split('/').slice(1)),
  );
}

const CHINESE_BREAK = /(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef{])/g;

/** A text as one line; Chinese closes up without a space. */
export const closed = (text: string): string =>
  text.replaceAll(CHINESE_BREAK, '').replaceAll(/\s*\n\s*/g, ' ');

/** The names of the holes of a text, sorted, each once. */
export const holesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(HOLE)].map((found) => found[1] ?? ''))].sort();
