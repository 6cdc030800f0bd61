// The fonts of a sheet: the standard ones for what we write, and DejaVu for names, which may be in
// any script that it has.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Coverage, coverageOf, drawable, type Drawable } from './glyphs.ts';

/** A font for names: its bytes and what it covers. */
export interface NameFont {
  readonly bytes: Buffer;
  readonly coverage: Coverage;
}

const PATH = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/** Reads the font for names. */
export function readNameFont(): NameFont {
  const bytes = fs.readFileSync(PATH);
  return { bytes, coverage: coverageOf(bytes) };
}

const isPlain = (text: string): boolean => /^[\x20-\x7e\xa0-\xff]*$/.test(text);

/** How a name is set: in a standard font where that has all of its letters. */
export interface SetName extends Drawable {
  readonly font: 'standard' | 'names';
}

/** Decides how a name is set. */
export function setName(name: string, font: NameFont): SetName {
  const text = name.normalize('NFC');
  if (isPlain(text)) return { text, missing: [], font: 'standard' };
  return { ...drawable(text, font.coverage), font: 'names' };
}
