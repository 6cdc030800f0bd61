// Rows of text under their heads, each column as wide as it has to be. Wide letters, such as Han
// and Kana, take two places on a terminal and are counted so.

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;

/** How many places a text takes on a terminal. */
export const places = (text: string): number =>
  Array.from(text).reduce((total, letter) =>
    total + (/\p{M}/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1), 0);

/** Lays rows out under their heads. */
export function tableLines(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const all = [heads, ...rows];
  const widths = heads.map((_, at) => Math.max(...all.map((row) => places(row[at] ?? ''))));
  return all.map((row) => row
    .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - places(cell))))
    .join('  ').trimEnd());
}
