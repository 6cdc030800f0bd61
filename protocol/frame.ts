// How a message becomes bytes on the wire, and nothing else:
//
//   00 | COBS( header 16 | payload 0..233 | CRC-32C 4 ) | 00
//
//   header:  version | incompatible | compatible | id | session u32 | seq u32 | ack u32
//
// The delimiter stands before and after, so that noise between two frames ends in a frame of its
// own and never in the next one's first byte. COBS is Cheshire & Baker, "Consistent Overhead Byte
// Stuffing", IEEE/ACM Transactions on Networking 7(2), 1999; one block, so code 0xFF never occurs.

import { assert } from './assert.ts';
import { BY_KIND, type Message } from './catalogue.ts';
import { CRC_START, createFrameCrc } from './crc.ts';
import { writeGrant } from './grant.ts';
import { type MessageType, writePayload } from './message.ts';
import { writeTelemetry } from './telemetry.ts';
import { Grant } from './to-pen.ts';

/** The version of the frame and the handshake. */
export const VERSION = 1;
/** Header bytes before the payload. */
export const HEADER_BYTES = 16;
/** Check bytes after the payload. */
export const CHECK_BYTES = 4;
/** The most bytes between two delimiters. */
export const BLOCK_BYTES_MAX = 254;
/** The most bytes of one frame on the wire. */
export const FRAME_BYTES_MAX = BLOCK_BYTES_MAX + 2;

/** What stands before every payload, apart from version, flags and id. */
export interface Header {
  readonly session: number;
  readonly seq: number;
  readonly ack: number;
}

/**
 * Stuffs `block[1, length)` in place: every zero becomes the distance to the next one, and the
 * first distance goes in front. COBS never moves a byte, which is why this is all there is to it.
 */
export function stuff(block: Uint8Array, length: number): void {
  let next = length;
  for (let index = length - 1; index > 0; index -= 1) {
    if (block[index] === 0) {
      block[index] = next - index;
      next = index;
    }
  }
  block[0] = next;
}

/** An encoder: message, header and binding in, the bytes of one frame out. */
export type Encoder = (message: Message, header: Header, binding: number) => Uint8Array;

/** An encoder with scratch memory of its own; what it returns is valid until it is called again. */
export function createEncoder(): Encoder {
  const wire = new Uint8Array(FRAME_BYTES_MAX);
  const block = wire.subarray(1);
  const body = wire.subarray(2);
  const view = new DataView(wire.buffer, 2);
  const crcOf = createFrameCrc();
  // The same few lengths come again and again: a view of each is made once.
  const frames: Uint8Array[] = [];

  /** Any payload but a grant's. */
  const payOther = (type: MessageType, message: Message): number =>
    message.kind === 'telemetry'
      ? writeTelemetry(message, view, HEADER_BYTES)
      : writePayload(type, message, body, HEADER_BYTES);

  return (message, header, binding) => {
    const type = message.kind === 'grant' ? Grant : BY_KIND.get(message.kind);
    assert(type !== undefined, 'a message that is sent is in the catalogue');
    view.setUint32(0, VERSION | (type.id << 24), true);
    view.setUint32(4, header.session, true);
    view.setUint32(8, header.seq, true);
    view.setUint32(12, header.ack, true);
    const end =
      message.kind === 'grant'
        ? writeGrant(message, view, HEADER_BYTES)
        : payOther(type, message);
    const start = type.bound ? binding : CRC_START;
    view.setInt32(end, ~crcOf(start, view, 0, end), true);
    const length = 1 + end + CHECK_BYTES;
    stuff(block, length);
    block[length] = 0;
    return (frames[length] ??= wire.subarray(0, length + 2));
  };
}

/** Encodes one message into bytes of its own. */
export const encodeFrame = (message: Message, header: Header, binding: number): Uint8Array =>
  createEncoder()(message, header, binding).slice();
