/**
 * What a run of noise came to: bytes, frames, drops by reason, and everything that must not happen.
 */
import { WIDTHS } from './residue.ts';

/** Something that must not happen, with what is needed to see it again. */
export interface Finding {
  readonly what:
    | 'exception' // something was thrown
    | 'never sent' // a frame was heard that nobody sent
    | 'lost' // a good frame was not heard
    | 'wrong reason' // a foreign frame was dropped for another reason than its own
    | 'acted' // an end of a link session changed, or said something, for noise
    | 'memory'; // more is held after noise than before
  readonly detail: string;
}

/** What a run of one kind of noise came to. */
export interface Tally {
  bytes: number;
  pieces: number;
  /** Good frames between the noise, and those of them that were heard. */
  good: number;
  heard: number;
  /** Frames of the noise that were whole and were heard: repetitions, other sessions. */
  whole: number;
  neverSent: number;
  drops: Record<string, number>;
  trials: number;
  passed: number[];
  /** Bytes more in use at the end than in the beginning, at the most. */
  grownBytes: number;
  ms: number;
  findings: Finding[];
}

/** Nothing happened yet. */
export const emptyTally = (): Tally => ({
  bytes: 0, pieces: 0, good: 0, heard: 0, whole: 0, neverSent: 0, drops: {}, trials: 0,
  passed: WIDTHS.map(() => 0), grownBytes: 0, ms: 0, findings: [],
});

/** More findings than this of one run tell nothing new. */
const FINDINGS_KEPT = 5;

/** Notes something that must not happen. */
export function note(tally: Tally, what: Finding['what'], detail: string): void {
  if (what === 'never sent') tally.neverSent += 1;
  if (tally.findings.length < FINDINGS_KEPT) tally.findings.push({ what, detail });
}

/** Counts a drop. */
export function countDrop(tally: Tally, why: string): void {
  tally.drops[why] = (tally.drops[why] ?? 0) + 1;
}

const SUMMED = [
  'bytes', 'pieces', 'good', 'heard', 'whole', 'neverSent', 'trials', 'ms',
] as const;

/** Adds what another run came to. */
export function addTally(sum: Tally, more: Tally): void {
  for (const count of SUMMED) sum[count] += more[count];
  for (const [why, times] of Object.entries(more.drops)) {
    sum.drops[why] = (sum.drops[why] ?? 0) + times;
  }
  sum.passed = sum.passed.map((times, index) => times + (more.passed[index] ?? 0));
  sum.grownBytes = Math.max(sum.grownBytes, more.grownBytes);
  sum.findings.push(...more.findings);
}
