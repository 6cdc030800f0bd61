// How bytes become messages again. Bytes come in pieces of any size, with noise between, before and
// instead of frames. The decoder holds one frame and no more, never throws, finds the next frame
// after any garbage, and gives a reason for everything that it drops.
//
//   state:  between frames --byte--> in a frame --00--> judged, and between frames again
//           in a frame --more than 254 bytes--> drowned --00--> dropped as too long

import { BY_ID, type Message } from './catalogue.ts';
import { CRC_START, crcFinish, crcUpdate } from './crc.ts';
import { BLOCK_BYTES_MAX, BODY_BYTES_MAX, CHECK_BYTES, HEADER_BYTES, VERSION } from './frame.ts';
import { readPayload } from './message.ts';
import { readTelemetry, TELEMETRY_ID } from './telemetry.ts';

/** Why a decoder dropped what came. */
export type DropReason =
  | 'damaged'
  | 'too-long'
  | 'foreign-version'
  | 'unknown-flags'
  | 'unknown-id'
  | 'unbound'
  | 'bad-payload';

/** The header of the newest frame; it is overwritten by the next one. */
export interface HeardHeader {
  session: number;
  seq: number;
  ack: number;
}

/** Where a decoder's findings go. */
export interface Listener {
  readonly heard: (message: Message, header: Readonly<HeardHeader>) => void;
  readonly dropped: (why: DropReason) => void;
}

/** A decoder: push bytes in; say to which boot and schema bound frames have to belong. */
export interface Deframer {
  readonly push: (bytes: Uint8Array) => void;
  readonly bind: (binding: number) => void;
}

const u32At = (body: Uint8Array, at: number): number =>
  ((body[at] as number) |
    ((body[at + 1] as number) << 8) |
    ((body[at + 2] as number) << 16) |
    ((body[at + 3] as number) << 24)) >>>
  0;

/** Makes a decoder. It is a closure over its scratch memory: the one state that it has. */
export function createDeframer(listener: Listener): Deframer {
  const body = new Uint8Array(BODY_BYTES_MAX + 1);
  const header: HeardHeader = { session: 0, seq: 0, ack: 0 };
  let binding = CRC_START;
  let length = 0; // of the body so far
  let runLeft = 0; // bytes until the next COBS code
  let blockLength = 0; // bytes since the delimiter

  const sound = (end: number, id: number): DropReason | undefined => {
    const check = u32At(body, end);
    const bound = BY_ID[id]?.bound === true;
    if (crcFinish(crcUpdate(bound ? binding : CRC_START, body, 0, end)) === check) return undefined;
    if (!bound) return 'damaged';
    return crcFinish(crcUpdate(CRC_START, body, 0, end)) === check ? 'unbound' : 'damaged';
  };

  const judge = (): DropReason | undefined => {
    if (blockLength > BLOCK_BYTES_MAX) return 'too-long';
    if (runLeft !== 0 || length < HEADER_BYTES + CHECK_BYTES) return 'damaged';
    const end = length - CHECK_BYTES;
    const id = body[3] as number;
    const unsound = sound(end, id);
    if (unsound !== undefined) return unsound;
    if (body[0] !== VERSION) return 'foreign-version';
    if (body[1] !== 0) return 'unknown-flags';
    const type = BY_ID[id];
    if (type === undefined) return 'unknown-id';
    const message = id === TELEMETRY_ID ? readTelemetry(body, end) : undefined;
    header.session = u32At(body, 4);
    header.seq = u32At(body, 8);
    header.ack = u32At(body, 12);
    if (message !== undefined) {
      listener.heard(message, header);
      return undefined;
    }
    const read = readPayload(type, body, HEADER_BYTES, end);
    if (!read.ok) return 'bad-payload';
    listener.heard(read.value as Message, header);
    return undefined;
  };

  const finish = (): void => {
    const why = judge();
    if (why !== undefined) listener.dropped(why);
  };

  const push = (bytes: Uint8Array): void => {
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte === 0) {
        if (blockLength > 0) finish();
        length = 0;
        runLeft = 0;
        blockLength = 0;
        continue;
      }
      blockLength += 1;
      if (blockLength > BLOCK_BYTES_MAX) continue; // drowned: nothing is kept until the delimiter
      if (runLeft > 0) {
        body[length] = byte;
        length += 1;
        runLeft -= 1;
        continue;
      }
      // A code: the zero that ended the run before it, except for the very first one.
      if (blockLength > 1) {
        body[length] = 0;
        length += 1;
      }
      runLeft = byte - 1;
    }
  };

  return {
    push,
    bind: (next) => {
      binding = next;
    },
  };
}
