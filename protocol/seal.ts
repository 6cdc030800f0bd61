// The seal of a paired link: a frame as it always is, with a flag in its header and a tag of eight
// bytes behind its payload, under the check. It is put on and taken off below everything else, so
// that whoever makes or reads messages does not know of it; what has been opened is the plain frame
// that was sealed, byte for byte.
//
//   00 | COBS( header 16, flag 01 | payload | tag 8 | CRC-32C 4 ) | 00

import { BY_ID } from './catalogue.ts';
import { CRC_START, crcOver } from './crc.ts';
import { unstuff } from './deframe.ts';
import {
  BLOCK_BYTES_MAX, CHECK_BYTES, FRAME_BYTES_MAX, HEADER_BYTES, stuff, VERSION,
} from './frame.ts';
import type { Mac } from './hmac.ts';

/** The incompatible flag of a frame with a tag. */
export const SEAL_FLAG = 1;
/** Bytes of a tag. */
export const TAG_BYTES = 8;
/** The first byte of what is tagged: who speaks. */
export const SPEAKER = { host: 0, pen: 1 } as const;

const FLAGS_AT = 1;
const ID_AT = 3;

/** The register that the check of a message begins with. */
const startFor = (id: number, binding: number | undefined): number | undefined =>
  BY_ID[id]?.bound === true ? binding : CRC_START;

/** Scratch for one block: its code, its body, and the delimiters around them. */
interface Bench {
  readonly wire: Uint8Array;
  readonly block: Uint8Array;
  readonly body: Uint8Array;
  readonly view: DataView;
}

function createBench(): Bench {
  const wire = new Uint8Array(FRAME_BYTES_MAX + TAG_BYTES);
  return {
    wire,
    block: wire.subarray(1),
    body: wire.subarray(2),
    view: new DataView(wire.buffer, 2),
  };
}

/** Lays a block on the bench and gives the length of its body, or 0 where it is no frame. */
function lay({ block }: Bench, bytes: Uint8Array): number {
  if (bytes.length > BLOCK_BYTES_MAX || bytes.length <= HEADER_BYTES + CHECK_BYTES) return 0;
  if (bytes.includes(0)) return 0; // more than one block, and codes would lead nowhere
  block.set(bytes);
  return unstuff(block, 0, bytes.length) ? bytes.length - 1 : 0;
}

/** Puts the check behind a body and makes a frame of it. */
function wrap({ wire, block, view }: Bench, end: number, start: number): Uint8Array {
  view.setInt32(end, ~crcOver(start, view, 0, end), true);
  const length = 1 + end + CHECK_BYTES;
  stuff(block, length);
  block[length] = 0;
  return wire.subarray(0, length + 2);
}

/** Puts seals on frames; what it gives is valid until it is called again. */
export type Sealer = (
  frame: Uint8Array,
  mac: Mac,
  speaker: number,
  binding: number,
) => Uint8Array | undefined;

/** Makes a sealer. It gives undefined for what is no sound plain frame, or too long for a seal. */
export function createSealer(): Sealer {
  const bench = createBench();
  return (frame, mac, speaker, binding) => {
    const length = lay(bench, frame.subarray(1, -1));
    const end = length - CHECK_BYTES;
    const start = startFor(bench.body[ID_AT] ?? 0, binding);
    if (length === 0 || start === undefined || length + TAG_BYTES >= BLOCK_BYTES_MAX) {
      return undefined;
    }
    const { view } = bench;
    const sound = ~crcOver(start, view, 0, end) === view.getInt32(end, true);
    if (!sound || view.getUint16(0, true) !== VERSION) return undefined;
    bench.body[FLAGS_AT] = SEAL_FLAG;
    const tag = mac(speaker, bench.body, 0, end);
    for (let at = 0; at < TAG_BYTES; at += 1) bench.body[end + at] = tag[at] ?? 0;
    return wrap(bench, end + TAG_BYTES, start);
  };
}

/** A tag against the one that it should be; it takes as long whichever byte is wrong. */
function isTag(body: Uint8Array, at: number, tag: Uint8Array): boolean {
  let different = 0;
  for (let index = 0; index < TAG_BYTES; index += 1) {
    different |= (body[at + index] ?? 0) ^ (tag[index] ?? 0);
  }
  return different === 0;
}

/**
 * What a block is: `plain` is anything without a sound seal around it, for the decoder to judge;
 * `foreign` has a seal that none of the keys has made; `opened` is the frame that was sealed.
 */
export type Opened =
  | { readonly kind: 'plain' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'opened'; readonly frame: Uint8Array; readonly by: number };

const PLAIN: Opened = { kind: 'plain' };
const FOREIGN: Opened = { kind: 'foreign' };

/** Takes seals off blocks; what it gives is valid until it is called again. */
export type Opener = (
  block: Uint8Array,
  macs: readonly Mac[],
  speaker: number,
  binding: number | undefined,
) => Opened;

/** Makes an opener. */
export function createOpener(): Opener {
  const bench = createBench();
  const { body, view } = bench;
  return (block, macs, speaker, binding) => {
    const length = lay(bench, block);
    const checkAt = length - CHECK_BYTES;
    const end = checkAt - TAG_BYTES;
    const sealed = view.getUint16(0, true) === (VERSION | (SEAL_FLAG << 8));
    if (length === 0 || end < HEADER_BYTES || !sealed) return PLAIN;
    const start = startFor(body[ID_AT] ?? 0, binding);
    // A check that is wrong is the decoder's to count; it hears no frame with a flag.
    if (start === undefined || ~crcOver(start, view, 0, checkAt) !== view.getInt32(checkAt, true)) {
      return PLAIN;
    }
    // S-50: nothing is heard that a key of this session has not tagged.
    const by = macs.findIndex((mac) => isTag(body, end, mac(speaker, body, 0, end)));
    if (by < 0) return FOREIGN;
    body[FLAGS_AT] = 0;
    return { kind: 'opened', frame: wrap(bench, end, start), by };
  };
}
