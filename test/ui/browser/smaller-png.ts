// Packs a screenshot anew. The browser filters every line as photographs want it; drawn surfaces of
// one colour pack better without, by a quarter. Only what the browser writes is understood: eight
// bits a channel, three or four channels, not interlaced.

import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { assert } from '../../../protocol/assert.ts';

const SIGNATURE_BYTES = 8;
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    chunks.push({ name, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function bytesOf({ name, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The predictor of Paeth, as PNG has it. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(guess - one));
  assert(toLeft !== undefined && toAbove !== undefined && toCorner !== undefined, 'three of three');
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** What each filter adds to a byte, from its neighbours. */
const PREDICTORS: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => Math.floor((left + above) / 2),
  paeth,
];

/** Lines without their filters, each behind the mark that it has none. */
function unfiltered(lines: Buffer, lineBytes: number, step: number): Buffer {
  const plain = Buffer.alloc(lines.length);
  for (let start = 0; start < lines.length; start += lineBytes) {
    const predict = PREDICTORS[lines[start] ?? 0];
    assert(predict !== undefined, 'a PNG has five filters');
    const at = (x: number, line: number): number =>
      x < 1 || line < 0 ? 0 : (plain[line + x] ?? 0);
    for (let x = 1; x < lineBytes; x += 1) {
      const above = start - lineBytes;
      const guess = predict(at(x - step, start), at(x, above), at(x - step, above));
      plain[start + x] = ((lines[start + x] ?? 0) + guess) % 256;
    }
  }
  return plain;
}

/** The same picture in fewer bytes. */
export function smallerPng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = chunks.find(({ name }) => name === 'IHDR');
  const step = CHANNELS[header?.data[9] ?? 0];
  assert(header !== undefined && step !== undefined, 'the browser writes PNG in colours');
  const packed = Buffer.concat(
    chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data),
  );
  const lines = unfiltered(inflateSync(packed), header.data.readUInt32BE(0) * step + 1, step);
  const data = deflateSync(lines, { level: 9 });
  const kept = [header, { name: 'IDAT', data }, { name: 'IEND', data: Buffer.alloc(0) }];
  return Buffer.concat([png.subarray(0, SIGNATURE_BYTES), ...kept.map(bytesOf)]);
}
