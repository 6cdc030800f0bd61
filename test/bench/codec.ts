/**
 * Bytes to a typed message and a grant to bytes, ours and the peers in one run, in turns.
 *
 *   node test/bench/codec.ts [rounds]
 *
 * Each round gives every codec its turn of equal length; what is printed are medians over the
 * rounds, the ratios between them, and the bytes that each frame costs on the heap. The same
 * thousand frames come again and again, so that no codec works from cold memory.
 */
import { performance } from 'node:perf_hooks';
import { setImmediate as settled } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { announce, atLeast, atMost, conclude, median } from '../support/bench.ts';
import { DECODERS, type DecoderPeer, ENCODERS, type EncoderPeer } from './codec-peers.ts';

const ROUNDS = Math.max(7, Number(process.argv[2] ?? 9));
const FRAMES = 1_000;
const TURN_MS = 60;
const HEAP_BURST_BYTES = 300_000;

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** Something to measure: `run` works through so many frames. */
interface Subject {
  readonly name: string;
  readonly run: (frames: number) => Promise<void>;
}

/** A decoder that is opened once and fed the same thousand frames, or the first few of them. */
function decoding(peer: DecoderPeer): Subject {
  const streams = new Map<number, readonly Buffer[]>();
  const streamOf = (frames: number): readonly Buffer[] => {
    const stream = streams.get(frames) ?? peer.pieces(frames);
    streams.set(frames, stream);
    return stream;
  };
  return {
    name: peer.name,
    run: async (frames) => {
      const { push, end } = peer.open();
      for (let left = frames; left > 0; left -= FRAMES) {
        for (const piece of streamOf(Math.min(left, FRAMES))) push(piece);
      }
      if (end() < frames) await settled(); // streams may deliver the last frame a turn later
      if (end() !== frames) throw new Error(`${peer.name} heard ${end()} of ${frames} frames`);
    },
  };
}

const encoding = (peer: EncoderPeer): Subject => ({
  name: peer.name,
  run: (frames) => {
    peer.run(frames);
    return Promise.resolve();
  },
});

async function takenMs(subject: Subject, frames: number): Promise<number> {
  const begunMs = performance.now();
  await subject.run(frames);
  return performance.now() - begunMs;
}

/** Nanoseconds for each frame: medians over rounds in which everyone has a turn. */
async function nsPerFrame(subjects: readonly Subject[]): Promise<readonly number[]> {
  const turns: number[] = [];
  for (const subject of subjects) {
    await takenMs(subject, 20 * FRAMES); // warm
    const roughMs = await takenMs(subject, 20 * FRAMES);
    turns.push(FRAMES * Math.max(1, Math.round((20 * TURN_MS) / roughMs)));
  }
  const taken: number[][] = subjects.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, subject] of subjects.entries()) {
      const frames = turns[index] ?? FRAMES;
      taken[index]?.push(((await takenMs(subject, frames)) * 1e6) / frames);
    }
  }
  return taken.map(median);
}

const heapBytes = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Heap bytes of a run over so many frames, median of bursts that no collection interrupts. */
async function burstBytes(subject: Subject, frames: number): Promise<number> {
  await subject.run(frames);
  const grown: number[] = [];
  for (let burst = 0; burst < 15; burst += 1) {
    collectGarbage();
    const before = heapBytes();
    await subject.run(frames);
    grown.push(heapBytes() - before);
  }
  return median(grown);
}

/** What one more frame costs: a longer burst less a shorter one, so that set-up does not count. */
async function bytesPerFrame(subject: Subject): Promise<number> {
  const roughly = Math.max(64, (await burstBytes(subject, 20)) / 20);
  const frames = Math.max(20, Math.min(300, Math.floor(HEAP_BURST_BYTES / roughly)));
  const short = await burstBytes(subject, frames);
  const long = await burstBytes(subject, 3 * frames);
  return Math.max(0, (long - short) / (2 * frames));
}

/** What one table found. */
interface Figures {
  readonly ratioTo: (name: string) => number;
  readonly heapBytes: number;
}

async function measured(title: string, subjects: readonly Subject[]): Promise<Figures> {
  const speed = await nsPerFrame(subjects);
  const heap: number[] = [];
  for (const subject of subjects) heap.push(await bytesPerFrame(subject));
  const oursNs = speed[0] ?? Number.NaN;
  console.log(`\n${title}`);
  for (const [index, { name }] of subjects.entries()) {
    const ns = speed[index] ?? Number.NaN;
    console.log(
      `  ${name.padEnd(38)} ${ns.toFixed(0).padStart(6)} ns  ${(1e3 / ns).toFixed(2).padStart(6)}`
      + ` M/s  ${(heap[index] ?? 0).toFixed(0).padStart(6)} B  ${(ns / oursNs).toFixed(2)} x ours`,
    );
  }
  return {
    ratioTo: (name) => {
      const index = subjects.findIndex((subject) => subject.name.startsWith(name));
      return (speed[index] ?? Number.NaN) / oursNs;
    },
    heapBytes: heap[0] ?? Number.NaN,
  };
}

announce(`Codec, medians of ${ROUNDS} rounds in turns`);
const decode = await measured(
  'decode 24-byte telemetry to a typed message, fed in 64-byte pieces',
  DECODERS.map(decoding),
);
const encode = await measured('encode a grant', ENCODERS.map(encoding));

conclude('node test/bench/codec.ts', [
  atLeast('decode x node-mavlink', decode.ratioTo('node-mavlink'), 25),
  atLeast('decode x protobufjs', decode.ratioTo('protobufjs'), 2),
  atMost('decode bytes a frame', decode.heapBytes, 149, ' B'),
  atLeast('encode a grant x node-mavlink', encode.ratioTo('node-mavlink'), 8),
]);
