/**
 * The book of frames that were laid whole between noise. What is heard and is not in the book was
 * never sent; what is in it, was meant for this end, and is not heard, was lost.
 */
import { note, type Tally } from './tally.ts';

/** Frames since the last settling, and what became of them. */
export interface Book {
  /** A good frame: it has to be heard, in its turn. */
  readonly must: (frame: Uint8Array) => void;
  /** A whole frame within the noise: it may be heard once. */
  readonly may: (frame: Uint8Array) => void;
  readonly heard: (frame: Uint8Array, seq: number) => void;
  /** All that had to be heard must have been heard by now. */
  readonly settle: () => void;
}

const key = (frame: Uint8Array): string =>
  Buffer.from(frame.buffer, frame.byteOffset, frame.length).toString('latin1');

const told = (frame: Uint8Array): string => Buffer.from(frame).toString('hex');

const equal = (one: Uint8Array | undefined, other: Uint8Array): boolean => {
  if (one?.length !== other.length) return false;
  for (let at = 0; at < other.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
};

/**
 * Opens a book. `made` knows frames that were spoilt by their number: two hits, or the remains of
 * two frames that meet, can make one of them whole again, byte for byte.
 */
export function openBook(
  tally: Tally,
  made: (seq: number) => Uint8Array | undefined,
): Book {
  let wanted: Uint8Array[] = [];
  let next = 0;
  const allowed = new Map<string, number>();

  const unexpected = (frame: Uint8Array, seq: number): void => {
    const ahead = wanted.findIndex((want, at) => at > next && equal(want, frame));
    if (ahead >= 0) {
      note(tally, 'lost', `${ahead - next} frames before ${told(frame)}`);
      next = ahead + 1;
      tally.heard += 1;
    } else if (equal(made(seq), frame)) {
      tally.whole += 1;
    } else {
      note(tally, 'never sent', told(frame));
    }
  };

  return {
    must: (frame) => wanted.push(frame),
    may: (frame) => allowed.set(key(frame), (allowed.get(key(frame)) ?? 0) + 1),
    heard: (frame, seq) => {
      if (equal(wanted[next], frame)) {
        next += 1;
        tally.heard += 1;
        return;
      }
      const left = allowed.size === 0 ? 0 : allowed.get(key(frame)) ?? 0;
      if (left === 0) {
        unexpected(frame, seq);
        return;
      }
      allowed.set(key(frame), left - 1);
      tally.whole += 1;
    },
    settle: () => {
      if (next < wanted.length) note(tally, 'lost', `${wanted.length - next} at the end`);
      tally.good += wanted.length;
      wanted = [];
      next = 0;
      allowed.clear();
    },
  };
}
