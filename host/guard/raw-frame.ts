// The bytes of a frame that is about to be written, read back by a reader of its own: the guard
// judges what will be on the wire, not what somebody meant to send. It takes off delimiters and
// byte stuffing into one scratch block and reads fields where the wire has them. Bytes that it
// cannot read are not a frame to it, and are not written.

import { BLOCK_BYTES_MAX, CHECK_BYTES, HEADER_BYTES, VERSION } from '../../protocol/frame.ts';
import { TO_PEN } from '../../protocol/to-pen.ts';

/** Where a payload begins, for readers of its fields. */
export const PAYLOAD_AT = HEADER_BYTES;

/** The newest frame that was read; the next one overwrites it. */
export interface RawFrame {
  id: number;
  session: number;
  seq: number;
  /** Header and payload, without stuffing. */
  readonly view: DataView;
}

/** Reads one frame of a host, or gives undefined for what is none. */
export type ReadFrame = (bytes: Uint8Array) => RawFrame | undefined;

const payloadBytes: readonly (number | undefined)[] = Array.from(
  { length: 256 },
  (_, id) => TO_PEN.find((type) => type.id === id)?.bytes,
);

/** Makes a reader; it costs no memory from then on. */
export function createFrameReader(): ReadFrame {
  const body = new Uint8Array(BLOCK_BYTES_MAX);
  const view = new DataView(body.buffer);
  const frame: RawFrame = { id: 0, session: 0, seq: 0, view };
  return (bytes) => {
    const length = takeOff(bytes, body);
    const id = view.getUint8(3);
    const expected = payloadBytes[id];
    const whole = expected !== undefined && length === HEADER_BYTES + expected + CHECK_BYTES;
    if (!whole || view.getUint16(0, true) !== VERSION) return undefined;
    frame.id = id;
    frame.session = view.getUint32(4, true);
    frame.seq = view.getUint32(8, true);
    return frame;
  };
}

/** Takes off delimiters and stuffing; gives the length of the body, or 0 where it is not one. */
function takeOff(bytes: Uint8Array, body: Uint8Array): number {
  const end = bytes.length - 1;
  if (end < 2 || end - 1 > BLOCK_BYTES_MAX || bytes[0] !== 0 || bytes[end] !== 0) return 0;
  let zeroAt = 1 + (bytes[1] ?? 0);
  for (let at = 2; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return 0;
    body[at - 2] = at === zeroAt ? 0 : byte;
    if (at === zeroAt) zeroAt += byte;
  }
  return zeroAt === end ? end - 2 : 0;
}
