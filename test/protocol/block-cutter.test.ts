/**
 * Cutting bytes at their zeros, over streams much longer than the scratch memory: what comes out is
 * what a split of the whole stream gives, whatever the pieces.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBlockCutter } from '../../protocol/block-cutter.ts';
import { BLOCK_BYTES_MAX } from '../../protocol/frame.ts';
import { inPieces } from '../support/messages.ts';

/** What comes out of a stream in pieces: the bytes of a block, or undefined for a too long one. */
function cutInPieces(stream: Uint8Array, sizes: readonly number[]): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  const push = createBlockCutter({
    block: (_, bytes, from, to) => {
      found.push(Buffer.from(bytes.subarray(from, to)).toString('hex'));
    },
    tooLong: () => found.push(undefined),
  });
  for (const piece of inPieces(stream, sizes)) push(piece);
  return found;
}

/** The same by splitting the text of it. */
const cutAtOnce = (stream: Uint8Array): (string | undefined)[] =>
  Buffer.from(stream).toString('latin1').split('\0').slice(0, -1)
    .filter((block) => block !== '')
    .map((block) =>
      block.length > BLOCK_BYTES_MAX ? undefined : Buffer.from(block, 'latin1').toString('hex'));

const blocks = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 255 })),
  { minLength: 60, maxLength: 120 },
);
const sizes = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 6 });

test('a long stream is cut alike in any pieces, across every refill of the scratch memory', () => {
  fc.assert(
    fc.property(blocks, sizes, (made, pieces) => {
      const stream = Uint8Array.from(
        made.flatMap(([length, byte]) => [...Array<number>(length).fill(byte), 0]),
      );
      expect(cutInPieces(stream, pieces)).toEqual(cutAtOnce(stream));
    }),
  );
});

test.each([1, 7, 64, 253, 254, 255, 1023, 1024, 1025, 5_000])(
  'blocks of every length survive pieces of %i bytes',
  (size) => {
    const lengths = Array.from({ length: 260 }, (_, index) => index);
    const stream = Uint8Array.from(
      lengths.flatMap((length) => [...Array<number>(length).fill(1 + (length % 255)), 0]),
    );
    expect(cutInPieces(stream, [size])).toEqual(cutAtOnce(stream));
  },
);

test('a block may be overwritten by whoever hears it', () => {
  const found: number[] = [];
  const push = createBlockCutter({
    block: (_, bytes, from, to) => {
      found.push(to - from);
      bytes.fill(0, from, to);
    },
    tooLong: () => found.push(-1),
  });
  push(Uint8Array.of(1, 2, 3, 0, 4, 5, 0, 6));
  push(Uint8Array.of(7, 8, 9, 0));
  expect(found).toEqual([3, 2, 4]);
});
