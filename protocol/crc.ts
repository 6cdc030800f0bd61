// CRC-32C (Castagnoli), the check at the end of every frame: polynomial 0x1EDC6F41, reflected,
// initial register and final inversion all ones (RFC 3720, section 12.1). It is used rather than
// the Ethernet polynomial because it finds every pattern of up to five wrong bits at our length
// (Koopman, "32-Bit Cyclic Redundancy Codes for Internet Applications", DSN 2002, table 1).
// The register is open between calls, so that a binding that is not sent can be mixed in first.

const POLYNOMIAL_REFLECTED = 0x82f63b78;

/** The register before the first byte. */
export const CRC_START = -1;

/** How many bytes are taken at once; each has a table of its own. */
const STRIDE = 16;

/** A table for every distance of a byte from the end of its stride, so that no look-up waits. */
function makeTables(): Int32Array {
  const tables = new Int32Array(STRIDE * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let register = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      register = register & 1 ? (register >>> 1) ^ POLYNOMIAL_REFLECTED : register >>> 1;
    }
    tables[byte] = register;
  }
  for (let index = 256; index < tables.length; index += 1) {
    const before = tables[index - 256] ?? 0;
    tables[index] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

const TABLES = makeTables();

const at = (table: number, byte: number): number => TABLES[(table << 8) | byte] as number;

/** What four bytes do to the register when `after` bytes of the stride follow them. */
const word = (value: number, after: number): number =>
  at(after + 3, value & 0xff) ^
  at(after + 2, (value >>> 8) & 0xff) ^
  at(after + 1, (value >>> 16) & 0xff) ^
  at(after, value >>> 24);

/** Runs the register over the bytes of `view` in `[from, to)`. */
export function crcOver(register: number, view: DataView, from: number, to: number): number {
  let crc = register;
  let index = from;
  for (; index + STRIDE <= to; index += STRIDE) {
    crc =
      word(view.getInt32(index, true) ^ crc, 12) ^
      word(view.getInt32(index + 4, true), 8) ^
      word(view.getInt32(index + 8, true), 4) ^
      word(view.getInt32(index + 12, true), 0);
  }
  for (; index + 4 <= to; index += 4) crc = word(view.getInt32(index, true) ^ crc, 0);
  for (; index < to; index += 1) crc = (crc >>> 8) ^ at(0, (crc ^ view.getUint8(index)) & 0xff);
  return crc;
}

/** Bytes that stay as they are from frame to frame: version, flags, id and session. */
const HEAD_BYTES = 8;

/** Runs the register over a frame; like `crcOver`, for at least eight bytes. */
export type FrameCrc = typeof crcOver;

/**
 * Makes one that remembers what the register was behind the newest head: the frames of a session
 * begin alike, and what is alike need not be run over again.
 */
export function createFrameCrc(): FrameCrc {
  let register: number | undefined;
  let first = 0;
  let second = 0;
  let behind = 0;
  return (start, view, from, to) => {
    const one = view.getInt32(from, true);
    const other = view.getInt32(from + 4, true);
    if (start !== register || one !== first || other !== second) {
      behind = crcOver(start, view, from, from + HEAD_BYTES);
      register = start;
      first = one;
      second = other;
    }
    return crcOver(behind, view, from + HEAD_BYTES, to);
  };
}

/** Runs the register over `bytes[from, to)`. */
export const crcUpdate = (register: number, bytes: Uint8Array, from: number, to: number): number =>
  crcOver(register, new DataView(bytes.buffer, bytes.byteOffset, bytes.length), from, to);

/** The finished check of a register, as an unsigned number. */
export const crcFinish = (register: number): number => ~register >>> 0;

/** The CRC-32C of some bytes: 0xE3069283 for the nine digits `123456789`. */
export const crc32c = (bytes: Uint8Array): number =>
  crcFinish(crcUpdate(CRC_START, bytes, 0, bytes.length));
