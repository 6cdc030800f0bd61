/**
 * A walk in breadth: every situation that can be reached, each once, the near ones first, so that
 * an objection comes with a shortest way to it. Situations are kept whole, as a few numbers each,
 * and found again by an open table; nothing is forgotten and nothing taken for another.
 */
import { assert } from '../../protocol/assert.ts';
import { PARTS, type Situation } from './canon.ts';
import { isObjection, type Objection } from './judge.ts';
import { MOVES } from './move-table.ts';
import type { World } from './world.ts';

/** What a walk found. */
export interface Walked {
  readonly states: number;
  readonly transitions: number;
  /** How many situations need so many disturbances at the least. */
  readonly byDisturbances: readonly number[];
  /** How often each move was made, in the order of MOVES. */
  readonly moves: readonly number[];
  /** Whether every situation was looked at. */
  readonly complete: boolean;
  readonly refuted: Refuted | undefined;
}

/** An objection and the moves that lead to it. */
export interface Refuted {
  readonly objection: Objection;
  readonly path: readonly number[];
  readonly disturbances: number;
}

/** Says how far a walk has come: situations found, looked at, and disturbances so far. */
export type Progress = (found: number, looked: number, disturbances: number) => void;

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;

interface Kept {
  readonly size: () => number;
  /** Keeps a situation unless it is known; gives its number either way. */
  readonly add: (situation: Situation) => number;
  readonly read: (index: number, into: Situation) => void;
  readonly way: (index: number) => Way;
  readonly setWay: (index: number, from: number, move: number, disturbances: number) => void;
}

interface Way {
  readonly from: number;
  readonly move: number;
  readonly disturbances: number;
}

interface Chunk {
  readonly situations: Int32Array;
  readonly from: Int32Array;
  readonly move: Uint8Array;
  readonly disturbances: Uint8Array;
}

const newChunk = (): Chunk => ({
  situations: new Int32Array(CHUNK * PARTS),
  from: new Int32Array(CHUNK),
  move: new Uint8Array(CHUNK),
  disturbances: new Uint8Array(CHUNK),
});

function hashOf(situation: Situation): number {
  let mixed = 0x2545f491;
  for (let at = 0; at < PARTS; at += 1) {
    mixed = Math.imul(mixed ^ (situation[at] ?? 0), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}

function createKept(): Kept {
  const chunks: Chunk[] = [];
  let size = 0;
  let table = new Int32Array(1 << 20).fill(-1);

  const chunkOf = (index: number): Chunk => {
    const chunk = chunks[index >>> CHUNK_BITS];
    assert(chunk !== undefined, 'what is kept has a place');
    return chunk;
  };

  const isAt = (index: number, situation: Situation): boolean => {
    const { situations } = chunkOf(index);
    const base = (index & (CHUNK - 1)) * PARTS;
    for (let at = 0; at < PARTS; at += 1) {
      if (situations[base + at] !== situation[at]) return false;
    }
    return true;
  };

  const read = (index: number, into: Situation): void => {
    const base = (index & (CHUNK - 1)) * PARTS;
    into.set(chunkOf(index).situations.subarray(base, base + PARTS));
  };

  const grow = (): void => {
    const wider = new Int32Array(table.length * 2).fill(-1);
    const mask = wider.length - 1;
    const one = new Int32Array(PARTS);
    for (let index = 0; index < size; index += 1) {
      read(index, one);
      let slot = hashOf(one) & mask;
      while (wider[slot] !== -1) slot = (slot + 1) & mask;
      wider[slot] = index;
    }
    table = wider;
  };

  return {
    size: () => size,
    add: (situation) => {
      if (size * 2 > table.length) grow();
      const mask = table.length - 1;
      let slot = hashOf(situation) & mask;
      for (let index = table[slot] ?? -1; index !== -1; index = table[slot] ?? -1) {
        if (isAt(index, situation)) return index;
        slot = (slot + 1) & mask;
      }
      table[slot] = size;
      if ((size & (CHUNK - 1)) === 0) chunks.push(newChunk());
      chunkOf(size).situations.set(situation, (size & (CHUNK - 1)) * PARTS);
      size += 1;
      return size - 1;
    },
    read,
    way: (index) => {
      const chunk = chunkOf(index);
      const at = index & (CHUNK - 1);
      return {
        from: chunk.from[at] ?? -1,
        move: chunk.move[at] ?? 0,
        disturbances: chunk.disturbances[at] ?? 0,
      };
    },
    setWay: (index, from, move, disturbances) => {
      const chunk = chunkOf(index);
      const at = index & (CHUNK - 1);
      chunk.from[at] = from;
      chunk.move[at] = move;
      chunk.disturbances[at] = disturbances;
    },
  };
}

const STOP_EVERY = 0x1fff;

/**
 * Walks a world: all that can be reached without a disturbance, then with one, and so on. It ends
 * when there is nothing new, when an objection is met, or when there were too many.
 */
export function explore(
  world: World,
  statesMax = Number.MAX_SAFE_INTEGER,
  progress: Progress = () => undefined,
): Walked {
  const kept = createKept();
  const moves = MOVES.map(() => 0);
  const byDisturbances: number[] = [];
  const from = new Int32Array(PARTS);
  let transitions = 0;
  let looked = 0;
  let refuted: Refuted | undefined;
  let now: number[] = [];
  let later: number[] = [];
  let disturbances = 0;
  let index = 0;

  const pathTo = (end: number): readonly number[] => {
    const path: number[] = [];
    for (let at = end; at > 0; at = kept.way(at).from) path.unshift(kept.way(at).move);
    return path;
  };

  const meet = (move: number, next: Situation | Objection, cost: number): void => {
    if (refuted !== undefined) return;
    transitions += 1;
    moves[move] = (moves[move] ?? 0) + 1;
    if (isObjection(next)) {
      const path = [...pathTo(index), move];
      refuted = { objection: next, path, disturbances: disturbances + cost };
      return;
    }
    const size = kept.size();
    const found = kept.add(next);
    // What was found with one more disturbance is found anew, and looked at now.
    if (found < size && kept.way(found).disturbances <= disturbances + cost) return;
    kept.setWay(found, index, move, disturbances + cost);
    (cost === 0 ? now : later).push(found);
  };

  const mayCost = (cost: number): boolean => disturbances + cost <= world.setting.disturbances;
  const isOver = (): boolean => refuted !== undefined || kept.size() > statesMax;

  kept.setWay(kept.add(world.start()), -1, 0, 0);
  now.push(0);
  for (; now.length > 0 && !isOver(); disturbances += 1) {
    let fresh = 0;
    for (let at = 0; at < now.length && !isOver(); at += 1) {
      index = now[at] ?? 0;
      if (kept.way(index).disturbances < disturbances) continue;
      fresh += 1;
      kept.read(index, from);
      world.moves(from, meet, mayCost);
      looked += 1;
      if ((looked & STOP_EVERY) === 0) progress(kept.size(), looked, disturbances);
    }
    byDisturbances.push(fresh);
    now = later;
    later = [];
  }
  const complete = !isOver();
  return { states: kept.size(), transitions, byDisturbances, moves, complete, refuted };
}
