// Frames made by hand, so that they can be wrong: any version, any flags, any id, any length, any
// check. The codec makes only good ones. Written from the document and not from the codec.

import { CRC_START, crcUpdate } from '../../protocol/crc.ts';

/** A body as it is written on the wire, in parts that may each be wrong. */
export interface RawBody {
  readonly version?: number;
  readonly incompatible?: number;
  readonly compatible?: number;
  readonly id: number;
  readonly session?: number;
  readonly seq?: number;
  readonly payload?: readonly number[];
  /** The register that the check starts from; what a bound frame is bound to. */
  readonly register?: number;
  /** Bits that are turned over in the finished check. */
  readonly spoilCheck?: number;
}

const HEADER_BYTES = 16;
const CHECK_BYTES = 4;

/** The bytes between the two delimiters, with every zero replaced by the way to the next. */
function stuffed(body: Uint8Array): readonly number[] {
  const block = [0, ...body];
  let codeAt = 0;
  for (let index = 1; index <= block.length; index += 1) {
    if (index < block.length && block[index] !== 0) continue;
    block[codeAt] = index - codeAt;
    codeAt = index;
  }
  return block;
}

/** One frame on the wire, with a delimiter before and after. */
export function rawFrame(parts: RawBody): Uint8Array {
  const payload = parts.payload ?? [];
  const body = new Uint8Array(HEADER_BYTES + payload.length + CHECK_BYTES);
  const view = new DataView(body.buffer);
  body[0] = parts.version ?? 1;
  body[1] = parts.incompatible ?? 0;
  body[2] = parts.compatible ?? 0;
  body[3] = parts.id;
  view.setUint32(4, parts.session ?? 0, true);
  view.setUint32(8, parts.seq ?? 0, true);
  body.set(payload, HEADER_BYTES);
  const end = HEADER_BYTES + payload.length;
  const register = crcUpdate(parts.register ?? CRC_START, body, 0, end);
  view.setUint32(end, (~register ^ (parts.spoilCheck ?? 0)) >>> 0, true);
  return Uint8Array.from([0, ...stuffed(body), 0]);
}
