/**
 * The judge of one time that a fault struck. It looks at the plant's truth, at the journal on the
 * disk, and at what a person was shown; it believes neither host nor firmware.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { LEASE_MS_MAX, RETRACT_MS_MAX } from '../../protocol/timing.ts';
import { readBooks, unaccounted } from './accounts.ts';
import type { Diary } from './diary.ts';
import type { Fault, Finding, Struck } from './fault.ts';
import type { Scene } from './scene.ts';
import { after, armedArea, boundOf, type Truth } from './truth.ts';

/** How long after a fault all that was permitted has certainly come to its end. */
const SETTLE_MS = LEASE_MS_MAX + RETRACT_MS_MAX + 230;

const MOVING: ReadonlySet<string> = new Set(['running', 'stopping']);
const NS_PER_MS = 1_000_000n;

/** Waits until the pen must stand, and judges what it did meanwhile and what the books say. */
export async function judge(
  fault: Fault,
  time: number,
  scene: Scene,
  phase: string,
  struck: Struck,
): Promise<Finding> {
  const elapsedMs = Number((process.hrtime.bigint() - struck.atNs) / NS_PER_MS);
  await pause(Math.max(0, SETTLE_MS - elapsedMs));
  const { truth } = scene.pen;
  const { strokes, lastMs } = after(truth, struck.atNs);
  const bound = boundOf(truth);
  const books = readBooks(scene.folder.dataDir);
  const missing = typeof books === 'string' ? 0 : unaccounted(truth, books);
  return {
    fault: fault.name,
    time,
    took: struck.took,
    area: armedArea(truth) ?? 'nothing armed',
    phase,
    strokes,
    bound,
    stopMs: lastMs,
    unaccounted: missing,
    wrong: [
      ...struck.wrong,
      ...(struck.took ? [] : ['the fault took no effect']),
      ...(strokes > bound ? [`${strokes} strokes came after it, and ${bound} may`] : []),
      ...standing(truth),
      ...(typeof books === 'string' ? [`the journal cannot be read: ${books}`] : []),
      ...(missing > 0 ? [`${missing} strokes are in no book`] : []),
    ],
  };
}

/** What is wrong with a pen that should stand with its needles withdrawn. */
export const standing = (truth: Truth): readonly string[] => [
  ...(MOVING.has(truth.phase) ? [`the pen is still ${truth.phase}`] : []),
  ...(truth.needlesOut ? ['the needles are still out'] : []),
];

/** Nothing may move between the judgement and the first act of a person. */
export function movedByItself(
  truth: Truth,
  settledNs: bigint,
  actedNs: bigint | undefined,
  diary?: Diary,
): readonly string[] {
  const isEarly = (at: bigint): boolean => actedNs === undefined || at < actedNs;
  const moved = truth.atNs.filter((at) => at > settledNs && isEarly(at));
  const [first] = moved;
  if (first === undefined) return [];
  const told = diary === undefined ? '' : `; around the first: ${diary.around(first)}`;
  return [`${moved.length} strokes were resumed by nobody's act${told}`];
}

/** At the end of a scene: what the books and the pen's own ledger say against the truth. */
export function judgeBooks(scene: Scene): {
  readonly unaccounted: number;
  readonly wrong: readonly string[];
} {
  const { truth } = scene.pen;
  const made = truth.atNs.length;
  const books = readBooks(scene.folder.dataDir);
  if (typeof books === 'string') return { unaccounted: 0, wrong: [`no journal: ${books}`] };
  const missing = unaccounted(truth, books);
  const ledger = truth.ledger < made ? [`the ledger has ${truth.ledger} of ${made} strokes`] : [];
  return {
    unaccounted: missing,
    wrong: [...ledger, ...(missing > 0 ? [`${missing} strokes are in no book at the end`] : [])],
  };
}
