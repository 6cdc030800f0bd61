// How bytes become messages again. Bytes come in pieces of any size, with noise between, before and
// instead of frames. The decoder holds one frame and no more, never throws, finds the next frame
// after any garbage, and gives a reason for everything that it drops.
//
//   state:  between frames --byte--> in a frame --00--> judged, and between frames again
//           in a frame --more than 254 bytes--> drowned --00--> dropped as too long

import { BY_ID, type Message } from './catalogue.ts';
import { CRC_START, crcFinish, crcUpdate } from './crc.ts';
import { BLOCK_BYTES_MAX, CHECK_BYTES, HEADER_BYTES, VERSION } from './frame.ts';
import { readPayload } from './message.ts';
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

const u32At = (body: Uint8Array, at: number): number =>
  ((body[at] as number) |
    ((body[at + 1] as number) << 8) |
    ((body[at + 2] as number) << 16) |
    ((body[at + 3] as number) << 24)) >>>
  0;

/**
 * Puts back the zeros of `block[0, length)` where its COBS codes stand, so that the body is what
 * follows the first code. False if the codes do not lead exactly to the end.
 */
function unstuff(block: Uint8Array, length: number): boolean {
  let at = block[0] as number;
  while (at < length) {
    const run = block[at] as number;
    block[at] = 0;
    at += run;
  }
  return at === length;
}

const checks = (body: Uint8Array, end: number, register: number): boolean =>
  crcFinish(crcUpdate(register, body, 0, end)) === u32At(body, end);

/**
 * The reason to drop a bound frame whose check is not the expected one. Every wrong check fits some
 * schema and boot, so what has the shape of one of our frames is called unbound, the rest damaged.
 */
const misfit = (body: Uint8Array, end: number): DropReason =>
  body[0] === VERSION && body[1] === 0 && BY_ID[body[3] as number]?.bytes === end - HEADER_BYTES
    ? 'unbound'
    : 'damaged';

/**
 * Makes a decoder. It is a closure over its scratch memory: the one state that it has. With a
 * sender, frames of the other direction are refused as an echo; without one, both are heard.
 */
export function createDeframer(listener: Listener, sender?: Sender): Deframer {
  const block = new Uint8Array(BLOCK_BYTES_MAX);
  const body = block.subarray(1);
  const header: HeardHeader = { session: 0, seq: 0, ack: 0 };
  let binding: number | undefined;
  let held = 0; // bytes since the delimiter; one more than fits for a frame that drowned

  const unsound = (end: number): DropReason | undefined => {
    if (BY_ID[body[3] as number]?.bound !== true) {
      return checks(body, end, CRC_START) ? undefined : 'damaged';
    }
    const bound = binding !== undefined && checks(body, end, binding);
    return bound ? undefined : misfit(body, end);
  };

  const judge = (length: number): Message | DropReason => {
    if (length > BLOCK_BYTES_MAX) return 'too-long';
    const end = length - 1 - CHECK_BYTES;
    if (end < HEADER_BYTES || !unstuff(block, length)) return 'damaged';
    const why = unsound(end);
    if (why !== undefined) return why;
    if (body[0] !== VERSION) return 'foreign-version';
    if (body[1] !== 0) return 'unknown-flags';
    const id = body[3] as number;
    const type = BY_ID[id];
    if (type === undefined) return 'unknown-id';
    if (sender !== undefined && senderOf(id) !== sender) return 'echo';
    const telemetry = id === TELEMETRY_ID ? readTelemetry(body, end) : undefined;
    if (telemetry !== undefined) return telemetry;
    const read = readPayload(type, body, HEADER_BYTES, end);
    return read.ok ? (read.value as Message) : 'bad-payload';
  };

  const finish = (length: number): void => {
    const found = judge(length);
    if (typeof found === 'string') {
      listener.dropped(found);
      return;
    }
    header.session = u32At(body, 4);
    header.seq = u32At(body, 8);
    header.ack = u32At(body, 12);
    listener.heard(found, header);
  };

  const push = (bytes: Uint8Array): void => {
    let length = held;
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte !== 0) {
        if (length < BLOCK_BYTES_MAX) block[length] = byte;
        if (length <= BLOCK_BYTES_MAX) length += 1;
      } else if (length > 0) {
        held = 0;
        finish(length);
        length = 0;
      }
    }
    held = length;
  };

  return {
    push,
    bind: (next) => {
      binding = next;
    },
  };
}
