/**
 * Memory under what never ends: a decoder that is fed garbage in several shapes, and a host that
 * lives through eight simulated hours of treatments, one after the other, in one process.
 *
 *   node test/bench/memory.ts [--quick] [--mib N] [--hours N]
 */
import v8 from 'node:v8';
import vm from 'node:vm';
import { createDeframer } from '../../protocol/deframe.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import { createRandom, nextU32 } from '../../sim/random.ts';
import { announce, atMost, conclude, type Figure, numberOf, QUICK } from '../support/bench.ts';
import { demoPlan, partsOf } from '../world/parts.ts';
import { createWorld } from '../world/world.ts';

const MIB = 1024 * 1024;
const GARBAGE_MIB = numberOf('--mib', QUICK ? 64 : 1_024);
const HOURS = numberOf('--hours', QUICK ? 1 : 8);
const PIECE_BYTES = 64 * 1024;

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** Bytes that are in use once garbage is collected: objects and buffers, and the whole process. */
function inUse(): { readonly heap: number; readonly resident: number } {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed + arrayBuffers, resident: rss };
}

// Garbage: each shape is a piece of 64 KiB that is fed again and again.

const random = createRandom(1, 1);
const filled = (byteAt: (index: number) => number): Uint8Array =>
  Uint8Array.from({ length: PIECE_BYTES }, (_, index) => byteAt(index));
const stopFrame = encodeFrame({ kind: 'stop' }, { session: 0, seq: 0, ack: 0 }, 0);

const SHAPES: Readonly<Record<string, Uint8Array>> = {
  'noise': filled(() => nextU32(random) & 0xff),
  'no delimiter ever': filled((index) => (index % 254) + 1),
  'delimiters only': filled(() => 0),
  'ends in blocks of 254': filled((index) => (index % 255 === 254 ? 0 : 0x41)),
  'half frames': filled((index) => stopFrame[index % (stopFrame.length - 2)] ?? 0),
  'whole frames': filled((index) => stopFrame[index % stopFrame.length] ?? 0),
};

/** How much more is in use after so much garbage of one shape than before, in KiB. */
function feed(piece: Uint8Array, mib: number): { readonly kib: number; readonly found: number } {
  let found = 0;
  const count = (): void => {
    found += 1;
  };
  const { push } = createDeframer({ heard: count, dropped: count });
  const feedMib = (times: number): void => {
    for (let fed = 0; fed < times * MIB; fed += PIECE_BYTES) push(piece);
  };
  feedMib(4);
  const before = inUse().heap;
  feedMib(mib);
  return { kib: (inUse().heap - before) / 1_024, found };
}

function garbage(): number {
  let most = 0;
  const shapes = Object.entries(SHAPES);
  const each = Math.max(1, Math.ceil(GARBAGE_MIB / shapes.length));
  console.log(`decoder, ${each * shapes.length} MiB of garbage in ${shapes.length} shapes`);
  for (const [name, piece] of shapes) {
    const { kib, found } = feed(piece, each);
    most = Math.max(most, kib);
    console.log(
      `  ${name.padEnd(22)} ${found.toLocaleString('en').padStart(12)} blocks judged`
      + `   heap ${kib >= 0 ? '+' : ''}${kib.toFixed(1)} KiB`,
    );
  }
  return most;
}

// Hours: whole treatments one after the other, each with a host, a journal and a pen of its own.

const PLAN = {
  ...demoPlan(),
  areas: [{ area: 'abdomen', side: 'midline', sizeMm2: 30_000, depthUm: 1_000, rateCentiHz: 8_000,
    passes: 2 }],
};

function treat(seed: number): number {
  const world = createWorld({ ...partsOf({ seed, plan: PLAN }), stride: 'telemetry' });
  const closed = (): boolean => world.entries.at(-1)?.kind === 'treatment-closed';
  if (!world.runUntil(closed, 3_600_000)) throw new Error(`seed ${seed} did not come to an end`);
  return world.nowMs();
}

/** The spread of what the process holds from the first full hour on, in MiB. */
function hours(): number {
  const held: number[] = [];
  let hourMs = 0;
  let seed = 0;
  console.log(`\nworld, ${HOURS} simulated hours of treatments`);
  for (let hour = 0; hour <= HOURS; ) {
    hourMs += treat((seed += 1));
    if (hourMs < 3_600_000) continue;
    hourMs -= 3_600_000;
    const { heap, resident } = inUse();
    const note = hour === 0 ? '   (warm-up, not counted)' : '';
    console.log(
      `  hour ${hour}: resident ${(resident / MIB).toFixed(1)} MiB,`
      + ` in use ${(heap / MIB).toFixed(1)} MiB, ${seed} treatments${note}`,
    );
    if (hour > 0) held.push(resident / MIB);
    hour += 1;
  }
  return Math.max(...held) - Math.min(...held);
}

announce('Memory: a decoder under garbage, a host over hours');
const figures: readonly Figure[] = [
  atMost('decoder heap growth under garbage', garbage(), 64, ' KiB'),
  atMost(`resident spread over ${HOURS} h`, hours(), 10, ' MiB'),
];
conclude('node test/bench/memory.ts', figures);
