// How a pen's messages become bytes: numbered anew in every link session, and handed to whoever
// takes them. WELCOME stands outside any session, so it carries no number.

import { createEncoder } from '../protocol/frame.ts';
import type { FromPen } from '../protocol/from-pen.ts';
import { encodeLine } from '../protocol/service-line.ts';

/** What takes the pen's frames; the bytes are valid during the call only. */
export type Taker = (bytes: Uint8Array) => void;

/** Puts on a frame what it wears on the wire: a seal, or nothing. */
export type Dress = (frame: Uint8Array) => Uint8Array;

/** The sending half of a pen's codec. */
export interface Voice {
  readonly send: (message: FromPen, link: Spoken, binding: number, dress: Dress) => void;
  /** Says a line of service mode, in a block of its own between frames. */
  readonly say: (text: string) => void;
  readonly onFrame: (taker: Taker) => void;
  readonly takeBytes: () => readonly Uint8Array[];
}

/** What of the link session stands in a header. */
interface Spoken {
  readonly session: number;
  readonly ack: number;
}

/** Makes a voice that keeps its frames until somebody takes them. */
export function createVoice(): Voice {
  const encode = createEncoder();
  const header = { session: 0, seq: 0, ack: 0 };
  let kept: Uint8Array[] = [];
  let take: Taker = (bytes) => {
    kept.push(bytes.slice());
  };

  const head = (message: FromPen, { session, ack }: Spoken): void => {
    const outside = isGreeting(message);
    header.seq = outside ? 0 : nextSeq(header, session);
    header.session = outside ? 0 : session;
    header.ack = outside ? 0 : ack;
  };

  return {
    send: (message, link, binding, dress) => {
      head(message, link);
      const frame = encode(message, header, binding);
      take(isGreeting(message) ? frame : dress(frame));
    },
    say: (text) => take(encodeLine(text)),
    onFrame: (taker) => {
      take = taker;
    },
    takeBytes: () => {
      const taken = kept;
      kept = [];
      return taken;
    },
  };
}

const isGreeting = ({ kind }: FromPen): boolean => kind === 'welcome' || kind === 'paired';

const nextSeq = (before: { session: number; seq: number }, session: number): number =>
  session === before.session ? before.seq + 1 : 1;
