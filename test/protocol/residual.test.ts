/**
 * The residual-error arithmetic of protocol/README.md, counted anew: which patterns of wrong bits
 * CRC-32C finds for certain at our lengths, what one or two wrong bits on the wire do, COBS codes
 * included, and whether the table of the README is what comes out.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDeframer } from '../../protocol/deframe.ts';
import { BLOCK_BYTES_MAX, encodeFrame } from '../../protocol/frame.ts';
import { findsOddWeights, weightFour, weightSix, weightTwo } from '../support/crc-weights.ts';
import { residualRows } from '../support/residual-table.ts';
import { BINDING, type Sample, SAMPLES } from '../support/sample-messages.ts';

const BITS_MAX = 8 * (BLOCK_BYTES_MAX - 1);

describe('CRC-32C', () => {
  test('finds up to five wrong bits in a body of any length that fits a frame', () => {
    expect(findsOddWeights()).toBe(true);
    expect([weightTwo(BITS_MAX), weightFour(BITS_MAX)]).toEqual([0, 0]);
  });

  test('finds up to seven in 177 bits of data and its check, and not in one bit more', () => {
    expect([weightSix(177 + 32), weightSix(178 + 32)]).toEqual([0, 1]);
  });

  test('finds up to five in 5,243 bits of data, and not in one bit more', () => {
    expect([weightFour(5_243 + 32), weightFour(5_244 + 32)]).toEqual([0, 1]);
  });
});

/** What a decoder hears of a frame with these bits turned, between two delimiters. */
function heardOf(sample: Sample, turned: (frame: Uint8Array, judge: () => void) => void): number {
  let heard = 0;
  const decoder = createDeframer({ heard: () => (heard += 1), dropped: () => undefined });
  decoder.bind(BINDING);
  const frame = encodeFrame(sample.message, sample.header, BINDING);
  const zero = Uint8Array.of(0);
  turned(frame, () => {
    decoder.push(frame);
    decoder.push(zero);
  });
  return heard;
}

const flip = (frame: Uint8Array, bit: number): void => {
  const at = 1 + (bit >> 3);
  frame[at] = (frame[at] ?? 0) ^ (1 << (bit & 7));
};

describe('one or two wrong bits between the delimiters, codes of COBS included', () => {
  const short = SAMPLES.filter(({ message, header }) =>
    encodeFrame(message, header, BINDING).length <= 48);

  test.each(short)('S-19 of $name are never heard', (sample) => {
    const heard = heardOf(sample, (frame, judge) => {
      const bits = 8 * (frame.length - 2);
      for (let one = 0; one < bits; one += 1) {
        flip(frame, one);
        judge();
        for (let other = 0; other < one; other += 1) {
          flip(frame, other);
          judge();
          flip(frame, other);
        }
        flip(frame, one);
      }
    });
    expect(heard).toBe(0);
  });
});

test('the table of residual errors in the README is what is counted', () => {
  const readme = readFileSync('protocol/README.md', 'utf8');
  for (const row of residualRows()) expect(readme).toContain(row);
}, 20_000);
