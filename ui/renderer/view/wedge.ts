// A scanner that plays a keyboard, told from a person who types: keys that come faster than fingers
// and end with Enter. While a burst is on its way none of its keys may press anything; one that is
// slow was typed, and belongs to whatever has the focus.

/** What was gathered. */
export interface Wedge {
  readonly text: string;
  readonly lastMs: number;
}

/** Nothing. */
export const NO_KEYS: Wedge = { text: '', lastMs: 0 };

/** What came of a key. */
export interface Wedged {
  readonly wedge: Wedge;
  /** A whole code, when the key was its end. */
  readonly code: string | undefined;
}

/** Fingers are slower than this; scanners send a key every 5 to 30 ms. */
const FAST_MS = 50;
const CODE_CHARACTERS_MIN = 12;
const SEPARATOR = '\u001d';

/** Takes a key at a time; `separator` is Control with `]`, which stands for FNC1. */
export function wedged(
  before: Wedge,
  key: { readonly key: string; readonly separator: boolean },
  atMs: number,
): Wedged {
  const isFast = before.text === '' || atMs - before.lastMs <= FAST_MS;
  const text = isFast ? before.text : '';
  if (key.key === 'Enter' || key.key === 'Tab') {
    const isCode = isFast && text.length >= CODE_CHARACTERS_MIN;
    return { wedge: NO_KEYS, code: isCode ? text : undefined };
  }
  const added = key.separator ? SEPARATOR : key.key.length === 1 ? key.key : '';
  return { wedge: { text: text + added, lastMs: atMs }, code: undefined };
}
