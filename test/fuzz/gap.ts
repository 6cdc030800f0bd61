/**
 * The gaps between the moves of a conversation, filled with noise of one kind: an end of a link
 * session lives through a whole rehearsal with noise in every gap, and again with other chance.
 */
import type { Sender } from '../../protocol/deframe.ts';
import { createRandom, nextU32, type Random } from '../../sim/random.ts';
import { unstuffed } from '../support/cobs.ts';
import { weigh } from './in-use.ts';
import { type Kind, KINDS } from './kinds.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';
import { createSource, type Source } from './source.ts';
import { chunkBytes, createStretch, inChunks } from './stretch.ts';
import { emptyTally, note, type Tally } from './tally.ts';
import type { Task } from './task.ts';

const STREAM = 32;
/** One conversation is spread over no more noise than this. */
const LIVED_BYTES_MAX = 4_000_000;
/** STOP, HELLO and WELCOME act or answer whoever says them; they are no noise. */
const OUTSIDE_IDS: ReadonlySet<number | undefined> = new Set([0x01, 0x02, 0x81]);

/** An end that lives through one conversation. */
export interface Living {
  readonly hear: (bytes: Uint8Array) => void;
  /** Called around the noise of a gap: the second time it says what is not as it was before. */
  readonly watch: () => () => void;
  /** Makes the nth move and looks at what comes of it. */
  readonly move: (n: number) => void;
  readonly end: () => void;
}

/** An end of a link session that is judged. */
export interface End {
  readonly sender: Sender;
  /** The bytes that the nth move brings this end; undefined for other moves and at the end. */
  readonly bytesOf: (talk: Rehearsal, n: number) => Uint8Array | undefined;
  readonly moves: (talk: Rehearsal) => number;
  readonly live: (talk: Rehearsal, tally: Tally, kind: string) => Living;
}

const isInside = (frame: Uint8Array): boolean => !OUTSIDE_IDS.has(unstuffed(frame)[3]);

/** Frames of an earlier link session of the same pen, in the same boot. */
function tellOfEarlier(source: Source, end: End, talk: Rehearsal): void {
  for (let n = 0; n < end.moves(talk); n += 1) {
    const bytes = end.bytesOf(talk, n);
    if (bytes !== undefined && isInside(bytes)) source.wasSent(bytes);
  }
  source.endEarlier();
}

interface Lived {
  readonly talk: Rehearsal;
  readonly source: Source;
  readonly random: Random;
  readonly kind: Kind;
  readonly task: Task;
  readonly tally: Tally;
}

/** Lets one end live through its conversation once, with so many bytes in every gap. */
function liveOnce(end: End, { talk, source, random, kind, task, tally }: Lived): Living {
  const moves = end.moves(talk);
  const gapBytes = Math.max(64, Math.ceil(Math.min(task.bytes, LIVED_BYTES_MAX) / moves));
  const living = end.live(talk, tally, task.kind);
  source.beginAgain();
  const out = createStretch();
  const hand = { random, out, guarded: true };
  const told = { whole: () => undefined, refused: () => undefined };
  for (let n = 0; n < moves; n += 1) {
    const unharmed = living.watch();
    for (let left = gapBytes; left > 0; ) {
      while (!out.isFull() && out.length() < left) {
        kind.make(hand, source, told);
        tally.pieces += 1;
      }
      const bytes = out.take();
      left -= bytes.length || 1;
      tally.bytes += bytes.length;
      inChunks(bytes, chunkBytes(n + tally.good, kind.everySize === true), living.hear);
      source.forget();
    }
    unharmed();
    living.move(n);
    const bytes = end.bytesOf(talk, n);
    if (bytes !== undefined && isInside(bytes)) source.wasSent(bytes);
  }
  living.end();
  return living;
}

/** Runs one end of a link session under so many bytes of noise of one kind. */
export function runEnd(end: End, task: Task): Tally {
  const kind = KINDS[task.kind];
  if (kind === undefined) throw new Error(`there is no noise called "${task.kind}"`);
  const tally = emptyTally();
  const random = createRandom(task.seed, STREAM);
  const seed = 1 + (nextU32(random) % 1_000);
  const talk = rehearse(seed, nextU32(random));
  const source = createSource(random, {
    sender: end.sender, session: talk.session, bootId: talk.bootId, outside: false,
  });
  tellOfEarlier(source, end, rehearse(seed, nextU32(random)));
  let last: Living | undefined;
  const weighAgain = weigh(task, tally);
  const begunMs = performance.now();
  try {
    while (tally.bytes < task.bytes && tally.findings.length === 0) {
      last = liveOnce(end, { talk, source, random, kind, task, tally });
    }
  } catch (error) {
    note(tally, 'exception', error instanceof Error ? error.stack ?? error.message : String(error));
  }
  tally.ms = performance.now() - begunMs;
  weighAgain(last?.hear);
  return tally;
}
