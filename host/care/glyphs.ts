// Which letters a TrueType font can draw, read from its own table of characters. A letter without a
// glyph would print as a box that nobody can read, so it is found before and said by its code.

/** A set of ranges of code points, both ends included. */
export type Coverage = readonly (readonly [first: number, last: number])[];

const tag = (view: DataView, at: number): string =>
  String.fromCodePoint(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));

function tableOffset(view: DataView, name: string): number | undefined {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const at = 12 + index * 16;
    if (tag(view, at) === name) return view.getUint32(at + 8);
  }
  return undefined;
}

/** Segments of the old form, which reach to U+FFFF. */
function segments(view: DataView, at: number): Coverage {
  const count = view.getUint16(at + 6) / 2;
  return Array.from({ length: count }, (_, index) => {
    const last = view.getUint16(at + 14 + index * 2);
    const first = view.getUint16(at + 16 + count * 2 + index * 2);
    return [first, last] as const;
  }).filter(([first]) => first !== 0xffff);
}

/** Groups of the newer form, which reach everywhere. */
function groups(view: DataView, at: number): Coverage {
  const count = view.getUint32(at + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = at + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4)] as const;
  });
}

/** The code points that a font has glyphs for; none if its table cannot be read. */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  if (cmap === undefined) return [];
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) =>
    cmap + view.getUint32(cmap + 4 + index * 8 + 4));
  const newer = subtables.find((at) => view.getUint16(at) === 12);
  if (newer !== undefined) return groups(view, newer);
  const older = subtables.find((at) => view.getUint16(at) === 4);
  return older === undefined ? [] : segments(view, older);
}

const isCovered = (coverage: Coverage, point: number): boolean =>
  coverage.some(([first, last]) => point >= first && point <= last);

/** What stands on paper for a letter that cannot be drawn: a white square, which fonts have. */
export const NO_GLYPH = '\u25a1';

/** A text in which what cannot be drawn is a square, and the letters for which one stands. */
export interface Drawable {
  readonly text: string;
  readonly missing: readonly string[];
}

/** Makes a text drawable, and says what is missing. */
export function drawable(text: string, coverage: Coverage): Drawable {
  const letters = Array.from(text.normalize('NFC').replaceAll(/\p{Cc}/gu, ' '));
  const missing = letters.filter((letter) => !isCovered(coverage, letter.codePointAt(0) ?? 0));
  const shown = letters.map((letter) => (missing.includes(letter) ? NO_GLYPH : letter));
  return { text: shown.join(''), missing: [...new Set(missing)] };
}

/** A letter by its code, as it can be looked up: `U+5C71`. */
export const codePoint = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
