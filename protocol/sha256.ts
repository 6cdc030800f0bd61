// SHA-256 (FIPS 180-4), written out, because both ends need it and the protocol imports nothing.
// A hash is a register of eight words that blocks of 64 bytes are run through, so that a start can
// be kept and gone on from: that is what makes a tag on every frame cheap (hmac.ts).

/** Bytes of one block. */
export const BLOCK_BYTES = 64;
/** Bytes of a hash. */
export const HASH_BYTES = 32;
/** Bytes that end a message at the least: a one bit, and its length. */
const ENDING_BYTES = 9;

const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
};

/** The first 32 bits of the broken part of a root, as the standard defines its constants. */
const brokenPart = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;

const ROUNDS = Int32Array.from(primes(64), (prime) => brokenPart(Math.cbrt(prime)));
const START: readonly number[] = primes(8).map((prime) => brokenPart(Math.sqrt(prime)));

/** The register before the first block. */
export const shaStart = (): Int32Array => Int32Array.from(START);

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Fills the schedule of a block: sixteen words that are there, and the rest made of them. */
function schedule(words: Int32Array, view: DataView, at: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(at + 4 * index);
  for (let index = 16; index < 64; index += 1) {
    const near = words[index - 2] as number;
    const far = words[index - 15] as number;
    const small = rotated(far, 7) ^ rotated(far, 18) ^ (far >>> 3);
    const large = rotated(near, 17) ^ rotated(near, 19) ^ (near >>> 10);
    words[index] = (words[index - 16] as number) + small + (words[index - 7] as number) + large;
  }
}

/** Runs a register over the block of `view` at `at`; `words` is scratch of 64 words. */
export function shaBlock(
  register: Int32Array,
  view: DataView,
  at: number,
  words: Int32Array,
): void {
  schedule(words, view, at);
  let a = register[0] as number;
  let b = register[1] as number;
  let c = register[2] as number;
  let d = register[3] as number;
  let e = register[4] as number;
  let f = register[5] as number;
  let g = register[6] as number;
  let h = register[7] as number;
  for (let index = 0; index < 64; index += 1) {
    const mixed = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + mixed + chosen + (ROUNDS[index] as number) + (words[index] as number)) | 0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + most;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const add = (index: number, word: number): void => {
    register[index] = (register[index] as number) + word;
  };
  add(0, a);
  add(1, b);
  add(2, c);
  add(3, d);
  add(4, e);
  add(5, f);
  add(6, g);
  add(7, h);
}

/** A whole number of blocks for so many bytes with their ending. */
export const blocksFor = (bytes: number): number =>
  Math.ceil((bytes + ENDING_BYTES) / BLOCK_BYTES);

/**
 * Ends a message of `length` bytes at the start of `view` and runs the register over all of it.
 * `before` bytes have gone through the register already.
 */
export function shaFinish(
  register: Int32Array,
  view: DataView,
  length: number,
  before: number,
  words: Int32Array,
): void {
  const end = blocksFor(length) * BLOCK_BYTES;
  view.setUint8(length, 0x80);
  for (let at = length + 1; at < end - 4; at += 1) view.setUint8(at, 0);
  view.setUint32(end - 4, (before + length) * 8);
  for (let at = 0; at < end; at += BLOCK_BYTES) shaBlock(register, view, at, words);
}

/** The bytes of a register. */
export function shaBytes(register: Int32Array): Uint8Array {
  const bytes = new Uint8Array(HASH_BYTES);
  const view = new DataView(bytes.buffer);
  register.forEach((word, index) => view.setInt32(4 * index, word));
  return bytes;
}

/** The SHA-256 of some bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(blocksFor(bytes.length) * BLOCK_BYTES);
  padded.set(bytes);
  const register = shaStart();
  shaFinish(register, new DataView(padded.buffer), bytes.length, 0, new Int32Array(64));
  return shaBytes(register);
}
