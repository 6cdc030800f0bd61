/**
 * What one burst of noise costs: forty frames back to back, one of them damaged at random places,
 * and a count of the *other* frames that were lost. With a delimiter before and after it is none.
 */
import { expect, test } from 'vitest';
import { createDeframer } from '../../protocol/deframe.ts';
import { createEncoder } from '../../protocol/frame.ts';
import type { Message } from '../../protocol/catalogue.ts';
import { count } from '../../protocol/field.ts';
import { penMs, strokes } from '../../protocol/units.ts';
import { crc32c } from '../../protocol/crc.ts';

const FRAMES = 40;
const TRIALS = 6_000;

/** A small generator of its own, so that a failure can be repeated by its seed. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39) >>> 0;
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}

/** The published experiment has 13 payload bytes; a grant has 12, a vitals report 13. */
const vitals = (n: number): Message => ({
  kind: 'vitals',
  batteryPercent: count(n),
  batteryMv: count(3700 + n),
  temperatureDeciC: count(251),
  motorMa: count(180),
  counted: strokes(70_000 + n),
  reserved: strokes(70_100),
});

const grant = (n: number): Message => ({
  kind: 'grant',
  armingId: 7,
  holdId: 3,
  ceiling: strokes(1020 + n),
  notAfterPenMs: penMs(60_200 + 50 * n),
});

interface Cost {
  readonly trialsThatLostNeighbours: number;
  readonly wrongFramesHeard: number;
}

/** Damages one frame of forty per trial in `bad` bytes and counts what that did to the others. */
function burst(make: (n: number) => Message, bad: number, seed: number): Cost {
  const random = seeded(seed);
  const encode = createEncoder();
  const frames = Array.from({ length: FRAMES }, (_, n) =>
    encode(make(n), { session: 5, seq: n, ack: 0 }, 99).slice());
  const sent = new Set(Array.from({ length: FRAMES }, (_, n) => JSON.stringify(make(n))));
  const size = frames.map((frame) => frame.length);
  const starts = size.map((_, n) => size.slice(0, n).reduce((sum, bytes) => sum + bytes, 0));
  const stream = Uint8Array.from(frames.flatMap((frame) => [...frame]));
  let trialsThatLostNeighbours = 0;
  let wrongFramesHeard = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const victim = random(FRAMES);
    const bytes = stream.slice();
    for (let hit = 0; hit < bad; hit += 1) {
      const at = (starts[victim] ?? 0) + random(size[victim] ?? 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 + random(255));
    }
    const seen = new Set<number>();
    const pen = createDeframer({
      heard: (message, { seq }) => {
        seen.add(seq);
        if (!sent.has(JSON.stringify(message))) wrongFramesHeard += 1;
      },
      dropped: () => undefined,
    });
    pen.bind(99);
    pen.push(bytes);
    seen.delete(victim);
    if (seen.size !== FRAMES - 1) trialsThatLostNeighbours += 1;
  }
  return { trialsThatLostNeighbours, wrongFramesHeard };
}

test.each([
  ['one bad byte', 1, 'vitals', vitals],
  ['three bad bytes', 3, 'vitals', vitals],
  ['one bad byte', 1, 'grants', grant],
  ['three bad bytes', 3, 'grants', grant],
] as const)('%s (%i) in one of forty %s: no good neighbour is lost', (_, bad, kind, make) => {
  const seed = crc32c(new TextEncoder().encode(`${kind} ${String(bad)}`));
  expect(burst(make, bad, seed)).toEqual({ trialsThatLostNeighbours: 0, wrongFramesHeard: 0 });
}, 60_000);
