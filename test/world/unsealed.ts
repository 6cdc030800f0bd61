/**
 * What somebody hears on a sealed wire who has no key: every frame as it was before its seal. There
 * is no secrecy in a seal, so a checker needs none; what has no seal and needs one is left out, as
 * the ends leave it out.
 */
import { createBlockCutter } from '../../protocol/block-cutter.ts';
import { crc32c } from '../../protocol/crc.ts';
import { unstuff } from '../../protocol/deframe.ts';
import { BY_ID } from '../../protocol/catalogue.ts';
import { SEAL_FLAG, TAG_BYTES } from '../../protocol/seal.ts';
import type { Ear, Tap } from './cable.ts';
import { stuffed } from '../support/cobs.ts';
import { crcFinish, crcUpdate } from '../../protocol/crc.ts';

const FREE: ReadonlySet<string> = new Set(['stop', 'hello', 'read', 'welcome', 'paired']);

/** The frame without its seal, bound as it was; undefined for what would not be heard. */
function plain(block: Uint8Array, binding: number): Uint8Array | undefined {
  const bytes = block.slice();
  if (bytes.length < 21 || !unstuff(bytes, 0, bytes.length)) return undefined;
  const body = bytes.subarray(1);
  const type = BY_ID[body[3] ?? 0];
  if (body[1] !== SEAL_FLAG) return FREE.has(type?.kind ?? '') ? framed(block) : undefined;
  const end = body.length - 4 - TAG_BYTES;
  const opened = body.slice(0, end + 4);
  opened[1] = 0;
  const inside = opened.subarray(0, end);
  const check = type?.bound === true
    ? crcFinish(crcUpdate(binding, inside, 0, end))
    : crc32c(inside);
  new DataView(opened.buffer).setUint32(end, check, true);
  return stuffed(opened);
}

const framed = (block: Uint8Array): Uint8Array => Uint8Array.of(0, ...block, 0);

/** An ear that hears frames without their seals. */
export function unsealing(ear: Ear, binding: () => number): Ear {
  const cutters = new Map<Tap, (bytes: Uint8Array) => void>();
  return (tap, bytes) => {
    const known = cutters.get(tap) ?? createBlockCutter({
      block: (_view, scratch, from, to) => {
        const frame = plain(scratch.slice(from, to), binding());
        if (frame !== undefined) ear(tap, frame);
      },
      tooLong: () => undefined,
    });
    cutters.set(tap, known);
    known(bytes);
  };
}

