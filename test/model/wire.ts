/**
 * The wire of the walk: what is on its way is a message with its header, and it crosses as bytes,
 * through the real encoder of one end and the real decoder of the other. A damaged frame crosses
 * too: with a bit of it turned over, the decoder is asked what it makes of it.
 */
import { assert } from '../../protocol/assert.ts';
import type { Message } from '../../protocol/catalogue.ts';
import { createDeframer, type Deframer, type DropReason } from '../../protocol/deframe.ts';
import { encodeFrame, type Header } from '../../protocol/frame.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import type { ToPen } from '../../protocol/to-pen.ts';

/** A frame to the pen; a grant is told apart because it is numbered by itself. */
export interface ToPenFrame {
  readonly kind: 'to-pen' | 'grant-to-pen';
  readonly message: ToPen;
  readonly header: Header;
  readonly binding: number;
}

/** What a pen says in one tick or in one answer: one frame, or telemetry with vitals behind it. */
export interface ToHostBurst {
  readonly kind: 'to-host';
  readonly frames: readonly { readonly message: FromPen; readonly header: Header }[];
}

/** Anything on its way. */
export type OnWire = ToPenFrame | ToHostBurst;

/** A whole message, as a decoder gave it. */
export interface Heard {
  readonly message: Message;
  readonly header: Header;
}

/** What a decoder made of some bytes. */
export interface Crossed {
  readonly heard: readonly Heard[];
  readonly dropped: readonly DropReason[];
}

interface Ear {
  readonly push: (bytes: Uint8Array, binding: number) => Crossed;
}

function createEar(sender: 'host' | undefined): Ear {
  let heard: Heard[] = [];
  let dropped: DropReason[] = [];
  const deframer: Deframer = createDeframer(
    {
      heard: (message, { session, seq, ack }) => {
        heard.push({ message, header: { session, seq, ack } });
      },
      dropped: (why) => {
        dropped.push(why);
      },
    },
    sender,
  );
  return {
    push: (bytes, binding) => {
      deframer.bind(binding);
      deframer.push(bytes);
      const crossed = { heard, dropped };
      heard = [];
      dropped = [];
      return crossed;
    },
  };
}

// One decoder for each end, kept for the whole walk, as it is kept for the life of an end.
const PEN_EAR = createEar('host');
const HOST_EAR = createEar(undefined);

const bytesOf = (frame: OnWire): Uint8Array[] =>
  frame.kind === 'to-host'
    ? frame.frames.map(({ message, header }) => encodeFrame(message, header, 0).slice())
    : [encodeFrame(frame.message, frame.header, frame.binding).slice()];

/** Crosses whole. `binding` is what the hearing end goes by. */
export function cross(frame: OnWire, binding: number): Crossed {
  const ear = frame.kind === 'to-host' ? HOST_EAR : PEN_EAR;
  const crossed = bytesOf(frame).map((bytes) => ear.push(bytes, binding));
  return {
    heard: crossed.flatMap(({ heard }) => heard),
    dropped: crossed.flatMap(({ dropped }) => dropped),
  };
}

/** Crosses with a bit turned over in each of its frames, and must not be heard. */
export function crossDamaged(frame: OnWire, binding: number): Crossed {
  const ear = frame.kind === 'to-host' ? HOST_EAR : PEN_EAR;
  const crossed = bytesOf(frame).map((bytes) => {
    const at = bytes.length >> 1;
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    return ear.push(bytes, binding);
  });
  const heard = crossed.flatMap((one) => one.heard);
  assert(heard.length === 0, 'a damaged frame is heard by nobody');
  return { heard, dropped: crossed.flatMap(({ dropped }) => dropped) };
}
