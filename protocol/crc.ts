// CRC-32C (Castagnoli), the check at the end of every frame: polynomial 0x1EDC6F41, reflected,
// initial register and final inversion all ones (RFC 3720, section 12.1). It is used rather than
// the Ethernet polynomial because it finds every pattern of up to five wrong bits at our length
// (Koopman, "32-Bit Cyclic Redundancy Codes for Internet Applications", DSN 2002, table 1).
// The register is open between calls, so that a binding that is not sent can be mixed in first.

const POLYNOMIAL_REFLECTED = 0x82f63b78;

/** The register before the first byte. */
export const CRC_START = -1;

/** Eight tables of 256, so that eight bytes cost eight look-ups and no carry between them. */
function makeTables(): Int32Array {
  const tables = new Int32Array(8 * 256);
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

/** Runs the register over `bytes[from, to)`. */
export function crcUpdate(register: number, bytes: Uint8Array, from: number, to: number): number {
  let crc = register;
  let index = from;
  for (; index + 8 <= to; index += 8) {
    crc =
      at(7, (crc ^ (bytes[index] as number)) & 0xff) ^
      at(6, ((crc >>> 8) ^ (bytes[index + 1] as number)) & 0xff) ^
      at(5, ((crc >>> 16) ^ (bytes[index + 2] as number)) & 0xff) ^
      at(4, (crc >>> 24) ^ (bytes[index + 3] as number)) ^
      at(3, bytes[index + 4] as number) ^
      at(2, bytes[index + 5] as number) ^
      at(1, bytes[index + 6] as number) ^
      at(0, bytes[index + 7] as number);
  }
  for (; index < to; index += 1) {
    crc = (crc >>> 8) ^ at(0, (crc ^ (bytes[index] as number)) & 0xff);
  }
  return crc;
}

/** The finished check of a register, as an unsigned number. */
export const crcFinish = (register: number): number => ~register >>> 0;

/** The CRC-32C of some bytes: 0xE3069283 for the nine digits `123456789`. */
export const crc32c = (bytes: Uint8Array): number =>
  crcFinish(crcUpdate(CRC_START, bytes, 0, bytes.length));
