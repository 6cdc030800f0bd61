// A bound for lines, in front of whoever collects them: a parser that waits for a line end keeps
// everything until it comes, and a cable at the wrong speed never brings one. What is too long for
// any gauge is cut here; the little that is passed on is enough to be seen as too long.

import { LINE_CHARACTERS_MAX } from './gauge-line.ts';
import type { LineEnd } from './manners.ts';

/** A bound, and how much has come since the last line end. */
export interface LineBound {
  /** Takes some bytes and gives back those that may be collected. */
  readonly take: (bytes: Uint8Array) => Uint8Array;
  /** Bytes since a line last ended, cut ones among them. */
  readonly unendedBytes: () => number;
}

const RETURN = 0x0d;
const FEED = 0x0a;
/** One more than any line may have, so that a cut line is still too long. */
const KEPT_MAX = LINE_CHARACTERS_MAX + 1;

/** Makes a bound for lines that end in a certain way. */
export function createLineBound(lineEnd: LineEnd): LineBound {
  const last = lineEnd === '\r' ? RETURN : FEED;
  const isPair = lineEnd === '\r\n';
  let kept = 0;
  let unended = 0;
  // A return that may be the first half of an end; it is passed on once that is known.
  let pending = false;

  const passContent = (out: number[], byte: number): void => {
    if (kept < KEPT_MAX) out.push(byte);
    kept = Math.min(KEPT_MAX, kept + 1);
  };

  const passOne = (out: number[], byte: number): void => {
    unended += 1;
    const ends = byte === last && (!isPair || pending);
    if (pending && !ends) passContent(out, RETURN);
    pending = isPair && byte === RETURN;
    if (ends) {
      out.push(...(isPair ? [RETURN, FEED] : [byte]));
      kept = 0;
      unended = 0;
    } else if (!pending) {
      passContent(out, byte);
    }
  };

  return {
    take: (bytes) => {
      const out: number[] = [];
      for (const byte of bytes) passOne(out, byte);
      return Uint8Array.from(out);
    },
    unendedBytes: () => unended,
  };
}
