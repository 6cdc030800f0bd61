// HMAC-SHA-256 (RFC 2104) for one key and many short messages: the two blocks that depend on the
// key alone are run once, and a tag over a frame then costs two or three blocks and no memory.

import { assert } from './assert.ts';
import {
  BLOCK_BYTES, blocksFor, HASH_BYTES, sha256, shaBlock, shaBytes, shaFinish, shaStart,
} from './sha256.ts';

/** The longest message of a mac: a body and the byte in front of it. */
const MESSAGE_BYTES_MAX = 256;

/** The code of `[from, to)` of some bytes, behind one byte of its own; 32 bytes. */
export type Mac = (first: number, bytes: Uint8Array, from: number, to: number) => Uint8Array;

/** The register after the block of a key, each byte of it turned by a constant. */
function keyed(key: Uint8Array, turn: number, words: Int32Array): Int32Array {
  const block = new Uint8Array(BLOCK_BYTES).fill(turn);
  key.forEach((byte, at) => {
    block[at] = byte ^ turn;
  });
  const register = shaStart();
  shaBlock(register, new DataView(block.buffer), 0, words);
  return register;
}

/** Makes the mac of a key. What it gives is valid until it is called again. */
export function createMac(key: Uint8Array): Mac {
  const words = new Int32Array(64);
  const short = key.length > BLOCK_BYTES ? sha256(key) : key;
  const inner = keyed(short, 0x36, words);
  const outer = keyed(short, 0x5c, words);
  const message = new Uint8Array(blocksFor(MESSAGE_BYTES_MAX) * BLOCK_BYTES);
  const view = new DataView(message.buffer);
  const register = new Int32Array(8);
  const code = new Uint8Array(HASH_BYTES);
  const codeView = new DataView(code.buffer);
  const told = (): void => {
    for (let index = 0; index < 8; index += 1) {
      codeView.setInt32(4 * index, register[index] as number);
    }
  };
  return (first, bytes, from, to) => {
    assert(to - from < MESSAGE_BYTES_MAX, 'what is tagged is one block of the wire');
    message[0] = first;
    message.set(bytes.subarray(from, to), 1);
    register.set(inner);
    shaFinish(register, view, 1 + to - from, BLOCK_BYTES, words);
    told();
    message.set(code);
    register.set(outer);
    shaFinish(register, view, HASH_BYTES, BLOCK_BYTES, words);
    told();
    return code;
  };
}

/** HMAC-SHA-256 of a message of any length, in bytes of its own. */
export function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const words = new Int32Array(64);
  const short = key.length > BLOCK_BYTES ? sha256(key) : key;
  const inner = keyed(short, 0x36, words);
  const padded = new Uint8Array(blocksFor(message.length) * BLOCK_BYTES);
  padded.set(message);
  shaFinish(inner, new DataView(padded.buffer), message.length, BLOCK_BYTES, words);
  const last = new Uint8Array(blocksFor(HASH_BYTES) * BLOCK_BYTES);
  last.set(shaBytes(inner));
  const outer = keyed(short, 0x5c, words);
  shaFinish(outer, new DataView(last.buffer), HASH_BYTES, BLOCK_BYTES, words);
  return shaBytes(outer);
}
