// What a person can tell a treatment, by a key in a terminal or by a word in a line. Both lead to
// the same commands; only the way to an eye area asks for more than one of them.

import { type AreaName, isPaired, type Side } from '../../../protocol/area.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { areaNamed } from '../../core/area-names.ts';

/** What a person can tell a treatment. */
export type Command =
  | { readonly kind: 'arm-chosen' }
  | { readonly kind: 'arm'; readonly area: AreaName; readonly side: Side; readonly eye: boolean }
  | { readonly kind: 'choose'; readonly by: -1 | 1 }
  | { readonly kind: 'confirm-eye' }
  | { readonly kind: 'ask-room' }
  | { readonly kind: 'room'; readonly numbing: 'none' | 'removed-and-cleaned';
      readonly screened: boolean }
  | { readonly kind: 'stop' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'end-area' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'leave' };

const KEYS: Readonly<Record<string, Command>> = {
  '\r': { kind: 'arm-chosen' },
  '\n': { kind: 'arm-chosen' },
  '\t': { kind: 'choose', by: 1 },
  '\u001b[B': { kind: 'choose', by: 1 },
  '\u001b[A': { kind: 'choose', by: -1 },
  e: { kind: 'confirm-eye' },
  r: { kind: 'ask-room' },
  s: { kind: 'stop' },
  ' ': { kind: 'stop' },
  c: { kind: 'clear' },
  d: { kind: 'end-area' },
  f: { kind: 'finish' },
  q: { kind: 'leave' },
};

/** The command of a key, if it has one. */
export const keyCommand = (key: string): Command | undefined =>
  Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;

/** The words of the line mode, as help and the README list them. */
export const LINE_WORDS = [
  ['room none', 'no numbing was used; package, barrier, glide and cleaning were looked at'],
  ['room removed', 'the same, with numbing that was removed and the skin cleaned'],
  ['room none screened', 'either, and every screening question was asked today'],
  ['arm [AREA SIDE]', 'arm the next area that is not at the eye, or the one that is named'],
  ['eye AREA SIDE', 'confirm an eye area by its name, shield in place, and arm it'],
  ['stop', 'stop the pen'],
  ['clear', 'clear a stop or a latch'],
  ['end', 'end the area'],
  ['finish', 'finish the treatment'],
  ['leave', 'stop the pen and leave; the treatment can be resumed'],
] as const;

const SINGLE: Readonly<Record<string, Command>> = {
  '': { kind: 'arm-chosen' },
  arm: { kind: 'arm-chosen' },
  stop: { kind: 'stop' },
  clear: { kind: 'clear' },
  end: { kind: 'end-area' },
  finish: { kind: 'finish' },
  leave: { kind: 'leave' },
};

const isSide = (word: string): word is Side =>
  word === 'left' || word === 'right' || word === 'midline';

/** Reads a line of words. */
export function lineCommand(line: string): Result<Command, string> {
  const words = line.trim().toLowerCase().split(/\s+/);
  const single = words.join(' ');
  const known = Object.hasOwn(SINGLE, single) ? SINGLE[single] : undefined;
  if (known !== undefined) return ok(known);
  const [verb, ...rest] = words;
  if (verb === 'room') return roomCommand(rest);
  if ((verb === 'arm' || verb === 'eye') && rest.length > 0) return placeCommand(verb, rest);
  const known_ = LINE_WORDS.map(([word]) => word).join(', ');
  return refuse(`"${line.trim()}" is no command; known are ${known_}.`);
}

const NUMBING = { none: 'none', removed: 'removed-and-cleaned' } as const;

function roomCommand([numbing, screened, ...more]: readonly string[]): Result<Command, string> {
  const known = numbing === 'none' || numbing === 'removed';
  if (!known || more.length > 0 || (screened !== undefined && screened !== 'screened')) {
    return refuse('Write "room none" or "room removed", by what was done about numbing cream.');
  }
  return ok({ kind: 'room', numbing: NUMBING[numbing], screened: screened !== undefined });
}

function placeCommand(verb: 'arm' | 'eye', words: readonly string[]): Result<Command, string> {
  const last = words.at(-1) ?? '';
  const area = areaNamed((isSide(last) ? words.slice(0, -1) : words).join(' '));
  if (area === undefined) {
    return refuse(`"${words.join(' ')}" names no area; write for instance "${verb} cheek left".`);
  }
  if (!isSide(last) && isPaired(area)) {
    return refuse(`The ${area} has two sides; write "${verb} ${area} left" or right.`);
  }
  const side = isSide(last) ? last : 'midline';
  return ok({ kind: 'arm', area, side, eye: verb === 'eye' });
}
