// How bytes become messages again. Bytes come in pieces of any size, with noise between, before and
// instead of frames. The decoder holds one frame and no more, never throws, finds the next frame
// after any garbage, and gives a reason for everything that it drops.
//
//   state:  between frames --byte--> in a frame --00--> judged, and between frames again
//           in a frame --more than 254 bytes--> drowned --00--> dropped as too long

import { createBlockCutter } from './block-cutter.ts';
import { BY_ID, type Message } from './catalogue.ts';
import { CRC_START, createFrameCrc } from './crc.ts';
import { CHECK_BYTES, HEADER_BYTES, VERSION } from './frame.ts';
import { GRANT_ID, readGrant } from './grant.ts';
import { type MessageType, readPayload } from './message.ts';
import { isLineBlock } from './service-line.ts';
import { readTelemetry, TELEMETRY_ID } from './telemetry.ts';

/** Why a decoder dropped what came. */
export type DropReason =
  | 'damaged'
  | 'too-long'
  | 'foreign-version'
  | 'unknown-flags'
  | 'unknown-id'
  | 'echo'
  | 'unbound'
  | 'bad-payload';

/** The header of the newest frame; it is overwritten by the next one. */
export interface HeardHeader {
  session: number;
  seq: number;
  ack: number;
}

/** Where a decoder's findings go. A listener does not push into the decoder that calls it. */
export interface Listener {
  readonly heard: (message: Message, header: Readonly<HeardHeader>) => void;
  readonly dropped: (why: DropReason) => void;
  /** Hears lines of service mode, with their CR LF; without it a line is damage like any other. */
  readonly line?: (bytes: Uint8Array) => void;
}

/** A decoder: push bytes in; say to which boot and schema bound frames have to belong. */
export interface Deframer {
  readonly push: (bytes: Uint8Array) => void;
  /** Until it is called no bound frame is heard at all. */
  readonly bind: (binding: number) => void;
}

/** The end whose frames are meant to be heard: ids below 0x80 come from a host. */
export type Sender = 'host' | 'pen';

const senderOf = (id: number): Sender => (id < 0x80 ? 'host' : 'pen');

/**
 * Puts back the zeros where the COBS codes of `block[from, to)` stand, so that the body is what
 * follows the first code. False if the codes do not lead exactly to the end.
 */
export function unstuff(block: Uint8Array, from: number, to: number): boolean {
  let at = from + (block[from] as number);
  while (at < to) {
    const run = block[at] as number;
    block[at] = 0;
    at += run;
  }
  return at === to;
}

/**
 * The reason to drop a bound frame whose check is not the expected one. Every wrong check fits some
 * schema and boot, so what has the shape of one of our frames is called unbound, the rest damaged.
 */
const misfit = (type: MessageType, view: DataView, from: number, bytes: number): DropReason =>
  view.getUint16(from, true) === VERSION && type.bytes === bytes ? 'unbound' : 'damaged';

/** The two messages that come often are read by hand. */
function readOften(id: number, view: DataView, from: number, to: number): Message | undefined {
  if (id === TELEMETRY_ID) return readTelemetry(view, from, to);
  return id === GRANT_ID ? readGrant(view, from, to) : undefined;
}

/**
 * Makes a decoder. It is a closure over its scratch memory: the one state that it has. With a
 * sender, frames of the other direction are refused as an echo; without one, both are heard.
 */
export function createDeframer(listener: Listener, sender?: Sender): Deframer {
  const header: HeardHeader = { session: 0, seq: 0, ack: 0 };
  const crcOf = createFrameCrc();
  let binding: number | undefined;

  /** Whether the check behind `[from, to)` is right; without a register to start from, none is. */
  const isSound = (view: DataView, from: number, to: number, start: number | undefined): boolean =>
    start !== undefined && ~crcOf(start, view, from, to) === view.getInt32(to, true);

  /** Judges the body at `[from, to)`, whose check follows. */
  const judge = (
    view: DataView,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): Message | DropReason => {
    const id = view.getUint8(from + 3);
    const type = BY_ID[id];
    const bound = type?.bound === true;
    const payload = from + HEADER_BYTES;
    // S-19: what was damaged, or was made for another boot or catalogue, goes no further.
    // S-32: the catalogue and the boot are in the check of everything that can actuate.
    if (!isSound(view, from, to, bound ? binding : CRC_START)) {
      return bound ? misfit(type, view, from, to - payload) : 'damaged';
    }
    if (view.getUint8(from) !== VERSION) return 'foreign-version';
    if (view.getUint8(from + 1) !== 0) return 'unknown-flags';
    if (type === undefined) return 'unknown-id';
    if (sender !== undefined && senderOf(id) !== sender) return 'echo';
    const often = readOften(id, view, payload, to);
    if (often !== undefined) return often;
    const read = readPayload(type, bytes, payload, to);
    return read.ok ? (read.value as Message) : 'bad-payload';
  };

  const block = (view: DataView, bytes: Uint8Array, from: number, to: number): void => {
    if (listener.line !== undefined && isLineBlock(bytes, from, to)) {
      listener.line(bytes.subarray(from, to));
      return;
    }
    const whole = to - from > HEADER_BYTES + CHECK_BYTES && unstuff(bytes, from, to);
    const found = whole ? judge(view, bytes, from + 1, to - CHECK_BYTES) : 'damaged';
    if (typeof found === 'string') {
      listener.dropped(found);
      return;
    }
    header.session = view.getUint32(from + 5, true);
    header.seq = view.getUint32(from + 9, true);
    header.ack = view.getUint32(from + 13, true);
    listener.heard(found, header);
  };

  return {
    push: createBlockCutter({ block, tooLong: () => listener.dropped('too-long') }),
    bind: (next) => {
      binding = next;
    },
  };
}
