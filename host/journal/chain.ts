// The chain: every line carries the hash of the line before it and of itself, so that a line
// cannot be altered, left out or moved without the next one saying so. The hash function comes in
// as an argument. A chain does not know its own end: lines cut from the end are found by the
// pen's ledger.

import { assert } from '../../protocol/assert.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { canonicalJson } from './canonical.ts';
import { type Entry, LINE_VERSION, type NoteGiven, noteSchema, readEntry } from './entry.ts';

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string;

/** The last line of a chain: its number and its hash. */
export interface Head {
  readonly n: number;
  readonly hash: string;
}

/** What the shell adds to a note: the two clocks, and how far the disk is known to have come. */
export interface Stamp {
  readonly at: string;
  readonly ms: number;
  readonly synced: number;
}

/** A line that was made: as an entry, as text without its line end, and as the new head. */
export interface Linked {
  readonly entry: Entry;
  readonly line: string;
  readonly head: Head;
}

/** Why a line is not the next line of the chain. */
export type LineFault =
  | { readonly code: 'altered'; readonly what: 'text' | 'hash' | 'order' }
  | { readonly code: 'newer-version'; readonly version: number }
  | { readonly code: 'unknown-entry' };

/** The longest line that is written, a bound for whoever reads. */
export const LINE_BYTES_MAX = 1 << 20;

const SEAL_CHARS = ',"hash":""}'.length + 64;
const seal = (body: string, hash: string): string => `${body.slice(0, -1)},"hash":"${hash}"}`;

/** Where the chain of an installation begins: no line of another installation follows from it. */
export const genesis = (installationId: string, sha256: Sha256): Head => ({
  n: 0,
  hash: sha256(canonicalJson({ installationId, journal: 'corium' })),
});

/** Makes the next line of a chain of a note; a note that the schema refuses is our mistake. */
export function linkNote(head: Head, given: NoteGiven, stamp: Stamp, sha256: Sha256): Linked {
  const checked = noteSchema.safeParse(given);
  assert(checked.success, `a ${given.kind} note is one that the journal can read back`);
  const body = { ...checked.data, ...stamp, v: LINE_VERSION, n: head.n + 1 };
  const chained = { ...body, prev: head.hash };
  const text = canonicalJson(chained);
  const hash = sha256(text);
  const line = seal(text, hash);
  assert(line.length <= LINE_BYTES_MAX / 4, 'a line of the journal is short');
  return { entry: { ...chained, hash }, line, head: { n: chained.n, hash } };
}

/** Checks that a text is the next line of a chain, and reads it. */
export function checkLine(line: string, head: Head, sha256: Sha256): Result<Entry, LineFault> {
  const value = parseObject(line);
  if (value === undefined) return refuse({ code: 'altered', what: 'text' });
  const version = value['v'];
  // Whether a newer line is whole is for a newer Corium to say: its hash may be made otherwise.
  if (typeof version === 'number' && version > LINE_VERSION) {
    return refuse({ code: 'newer-version', version });
  }
  const { hash, ...rest } = value;
  const body = `${line.slice(0, -SEAL_CHARS)}}`;
  if (typeof hash !== 'string' || line !== seal(body, hash) || sha256(body) !== hash) {
    return refuse({ code: 'altered', what: 'hash' });
  }
  if (value['n'] !== head.n + 1 || value['prev'] !== head.hash) {
    return refuse({ code: 'altered', what: 'order' });
  }
  const entry = readEntry(value);
  if (entry === undefined || !isCanonical(rest, body)) return refuse({ code: 'unknown-entry' });
  return ok(entry);
}

/** Whether a text is the one way to write a value; most lines are known as such without writing. */
const isCanonical = (value: Readonly<Record<string, unknown>>, text: string): boolean =>
  // What stands escaped in a text could have been written otherwise, and is written out anew.
  (!text.includes('\\u') && isSorted(value) && JSON.stringify(value) === text)
  || canonicalJson(value) === text;

function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let last = '';
  for (const [key, held] of Object.entries(value)) {
    if (key <= last || !isSorted(held)) return false;
    last = key;
  }
  return true;
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks a chain of entries that were read before; the number of the first wrong one, if any. */
export function firstBroken(
  entries: Iterable<Entry>,
  start: Head,
  sha256: Sha256,
): number | undefined {
  let head = start;
  for (const entry of entries) {
    const { hash, ...body } = entry;
    const whole = sha256(canonicalJson(body)) === hash;
    if (!whole || entry.n !== head.n + 1 || entry.prev !== head.hash) return head.n + 1;
    head = { n: entry.n, hash };
  }
  return undefined;
}
