/**
 * The decoder under one kind of noise: good frames stand between pieces of it, and a book is kept
 * of every frame that was laid whole. What is heard and is not in the book was never sent; what is
 * in it, was meant for this end, and is not heard, was lost.
 */
import type { Message } from '../../protocol/catalogue.ts';
import {
  createDeframer, type Deframer, type Listener, type Sender,
} from '../../protocol/deframe.ts';
import { createEncoder, type Header } from '../../protocol/frame.ts';
import { createRandom, nextBetween, nextU32 } from '../../sim/random.ts';
import { type Book, openBook } from './book.ts';
import { weigh } from './in-use.ts';
import { type Kind, KINDS } from './kinds.ts';
import { createResidueCounter } from './residue.ts';
import { createSource, type Source } from './source.ts';
import { messagesOf } from './speaker.ts';
import { chunkBytes, createStretch, inChunks } from './stretch.ts';
import { countDrop, emptyTally, note, type Tally } from './tally.ts';
import type { Task } from './task.ts';

/** Makes the decoder that is judged; a test gives one that is broken in one rule. */
export type MakeDecoder = (listener: Listener, sender: Sender) => Deframer;

/** What a run may be given that is not as it should be, to see that it is found. */
export interface Twin {
  readonly decoder?: MakeDecoder;
  /** What becomes of a good frame on the sender's side. */
  readonly sent?: (frame: Uint8Array) => Uint8Array;
}

const NOISE_STREAM = 31;
const GOOD_EVERY = 4;

/** Lays pieces of noise and good frames until a stretch is full. */
function createLayer(kind: Kind, seed: number, tally: Tally, twin: Twin): Layer {
  const random = createRandom(seed, NOISE_STREAM);
  const sender: Sender = (seed & 1) === 0 ? 'host' : 'pen';
  const session = nextU32(random);
  const source = createSource(random, { sender, session, bootId: nextU32(random), outside: true });
  const book = openBook(tally, source.made);
  const good = messagesOf(sender, true);
  const encode = createEncoder();
  const out = createStretch();
  const expected: Record<string, number> = {};
  const hooks = {
    whole: book.may,
    refused: (reason: string) => {
      expected[reason] = (expected[reason] ?? 0) + 1;
    },
  };
  let seq = 0;

  const layGood = (): void => {
    seq += 1;
    const message = good[nextBetween(random, 0, good.length - 1)];
    if (message === undefined) return;
    const frame = encode(message, { session, seq, ack: seq >>> 3 }, source.binding).slice();
    out.add(twin.sent?.(frame) ?? frame);
    book.must(frame);
    source.wasSent(frame);
  };

  return {
    sender,
    source,
    book,
    expected,
    stretch: () => {
      while (!out.isFull()) {
        kind.make({ random, out, guarded: false }, source, hooks);
        tally.pieces += 1;
        if (nextU32(random) % GOOD_EVERY === 0) layGood();
      }
      layGood();
      return out.take();
    },
  };
}

interface Layer {
  readonly sender: Sender;
  readonly source: Source;
  readonly book: Book;
  /** How often a foreign frame had to be dropped for each reason. */
  readonly expected: Readonly<Record<string, number>>;
  readonly stretch: () => Uint8Array;
}

function judgeReasons(expected: Readonly<Record<string, number>>, tally: Tally): void {
  for (const why of new Set([...Object.keys(expected), ...Object.keys(tally.drops)])) {
    const [should, did] = [expected[why] ?? 0, tally.drops[why] ?? 0];
    if (should !== did) note(tally, 'wrong reason', `${why}: ${did} drops, not ${should}`);
  }
}

/** Runs the decoder under so many bytes of noise of one kind. */
export function runDecoder(task: Task, twin: Twin = {}): Tally {
  const kind = KINDS[task.kind];
  if (kind === undefined) throw new Error(`there is no noise called "${task.kind}"`);
  const tally = emptyTally();
  const layer = createLayer(kind, task.seed, tally, twin);
  const { source, book } = layer;
  const again = createEncoder();
  const decoder = (twin.decoder ?? createDeframer)(
    {
      heard: (message: Message, header: Header) => {
        book.heard(again(message, header, source.binding), header.seq);
      },
      dropped: (why) => countDrop(tally, why),
    },
    layer.sender,
  );
  decoder.bind(source.binding);
  const residues = createResidueCounter(source);

  const feed = (n: number): void => {
    const bytes = layer.stretch();
    inChunks(bytes, chunkBytes(n, kind.everySize === true), decoder.push);
    if (kind.trials) residues.push(bytes);
    tally.bytes += bytes.length;
    book.settle();
    source.forget();
  };

  const begunMs = performance.now();
  try {
    feed(0); // what is compiled and laid out once is no growth
    const weighAgain = weigh(task, tally);
    for (let n = 1; tally.bytes < task.bytes; n += 1) feed(n);
    weighAgain(decoder.push);
  } catch (error) {
    note(tally, 'exception', error instanceof Error ? error.stack ?? error.message : String(error));
  }
  tally.ms = performance.now() - begunMs;
  if (task.kind === 'foreign frames') judgeReasons(layer.expected, tally);
  tally.trials = residues.found.trials;
  tally.passed = residues.found.passed;
  return tally;
}
