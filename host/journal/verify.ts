// Verifies a journal, or one treatment in it, by the lines alone: the chain holds, every arming had
// its reservation on disk first, nothing was delivered beyond what was set aside, nothing was set
// aside beyond the plan, and what is not known says so. All findings are given, not the first.

import {
  createTallies,
  isTallyEntry,
  type Tallies,
  type Tally,
  type TallyEntry,
} from './account.ts';
import { firstBroken, genesis, type Sha256 } from './chain.ts';
import type { Entry, EntryOf } from './entry.ts';
import { type Finding, type Verdict, verdictOf } from './finding.ts';
import { checkLineAbout } from './verify-line.ts';
import { checkReservation } from './verify-reservation.ts';

/** What the chain of a journal is verified against. */
export interface ChainStart {
  readonly installationId: string;
  readonly sha256: Sha256;
}

/** A finding with the treatment it belongs to; empty for one that belongs to none. */
interface Found {
  readonly treatmentId: string;
  readonly finding: Finding;
}

/** What is known of one treatment while walking through the lines. */
interface Course {
  readonly opened: EntryOf<'treatment-opened'>;
  readonly tallies: Map<number, Tally>;
  closed: boolean;
}

/** What is known of the whole journal while walking through the lines. */
interface Walk {
  readonly tallies: Tallies;
  readonly courses: Map<string, Course>;
  /** By pen: the ledger reading that lines explain, and the boot it introduced itself in. */
  readonly explained: Map<string, number>;
  readonly boots: Map<string, number>;
  readonly found: Found[];
  /** The treatment that lines without a treatment of their own belong to. */
  running: string;
}

/** Verifies the chain and every treatment of a journal. */
export function verifyJournal(entries: readonly Entry[], start: ChainStart): Verdict {
  return verdictOf([...checkChain(entries, start), ...walk(entries).map(({ finding }) => finding)]);
}

/** Verifies one treatment of a journal, and the chain of the whole of it. */
export function verifyTreatment(
  entries: readonly Entry[],
  treatmentId: string,
  start: ChainStart,
): Verdict {
  const known = entries.some(
    (entry) => entry.kind === 'treatment-opened' && entry.treatmentId === treatmentId,
  );
  const missing: Finding[] = known ? [] : [{ code: 'no-such-treatment', n: 0 }];
  const found = walk(entries).filter((each) => each.treatmentId === treatmentId);
  return verdictOf([
    ...checkChain(entries, start),
    ...missing,
    ...found.map(({ finding }) => finding),
  ]);
}

function checkChain(
  entries: readonly Entry[],
  { installationId, sha256 }: ChainStart,
): readonly Finding[] {
  const n = firstBroken(entries, genesis(installationId, sha256), sha256);
  return n === undefined ? [] : [{ code: 'chain-broken', n }];
}

function walk(entries: readonly Entry[]): readonly Found[] {
  const state: Walk = {
    tallies: createTallies(),
    courses: new Map(),
    explained: new Map(),
    boots: new Map(),
    found: [],
    running: '',
  };
  for (const entry of entries) take(state, entry);
  for (const [treatmentId, { opened, closed }] of state.courses) {
    if (!closed) add(state, treatmentId, [at('not-closed', opened)]);
  }
  return state.found;
}

function take(state: Walk, entry: Entry): void {
  if (entry.kind === 'treatment-opened') open(state, entry);
  else if (entry.kind === 'treatment-resumed') resume(state, entry);
  else if (entry.kind === 'treatment-closed') close(state, entry);
  else if (entry.kind === 'reservation') reserve(state, entry);
  else if (isTallyEntry(entry)) follow(state, entry);
  else if (entry.kind === 'pen-adopted') state.explained.set(entry.serial, entry.strokes);
  else if (entry.kind === 'pen-linked' || entry.kind === 'link-restored') {
    state.boots.set(entry.serial, entry.bootId);
  }
}

function open(state: Walk, entry: EntryOf<'treatment-opened'>): void {
  const { treatmentId } = entry;
  state.running = treatmentId;
  if (state.courses.has(treatmentId)) add(state, treatmentId, [at('opened-twice', entry)]);
  else state.courses.set(treatmentId, { opened: entry, tallies: new Map(), closed: false });
}

function resume(state: Walk, entry: EntryOf<'treatment-resumed'>): void {
  state.running = entry.treatmentId;
  const closed = state.courses.get(entry.treatmentId)?.closed;
  if (closed !== false) add(state, entry.treatmentId, [at('after-close', entry)]);
}

function close(state: Walk, entry: EntryOf<'treatment-closed'>): void {
  const { treatmentId } = entry;
  const course = state.courses.get(treatmentId);
  state.running = '';
  if (course === undefined || course.closed) {
    add(state, treatmentId, [at(course === undefined ? 'before-open' : 'after-close', entry)]);
    return;
  }
  course.closed = true;
  const unmarked = [...course.tallies.values()].filter(
    (tally) => tally.open && tally.retracted === undefined,
  );
  add(state, treatmentId, unmarked.map(({ reservation }) => at('unknown-unmarked', reservation)));
}

function reserve(state: Walk, made: EntryOf<'reservation'>): void {
  const course = state.courses.get(made.treatmentId);
  const findings = checkReservation(made, {
    opened: course?.opened,
    closed: course?.closed ?? false,
    tallies: [...(course?.tallies.values() ?? [])],
    open: state.tallies.open(),
    explainedStrokes: state.explained.get(made.penSerial),
    bootId: state.boots.get(made.penSerial),
  });
  add(state, made.treatmentId, findings);
  const tally = state.tallies.take(made);
  if (tally !== undefined) course?.tallies.set(made.n, tally);
}

function follow(state: Walk, entry: TallyEntry): void {
  const before = state.tallies.open();
  const after = state.tallies.take(entry);
  if (after === undefined) {
    add(state, state.running, [at('without-reservation', entry)]);
    return;
  }
  const { treatmentId, penSerial, n } = after.reservation;
  const course = state.courses.get(treatmentId);
  const was = before.find(({ reservation }) => reservation.n === n) ?? after;
  add(state, treatmentId, checkLineAbout(entry, was));
  if (course?.closed === true && entry.kind !== 'resolved') {
    add(state, treatmentId, [at('after-close', entry)]);
  }
  course?.tallies.set(n, after);
  if (!after.open) state.explained.set(penSerial, after.seenStrokes);
}

function add({ found }: Walk, treatmentId: string, findings: readonly Finding[]): void {
  found.push(...findings.map((finding) => ({ treatmentId, finding })));
}

const at = (code: Finding['code'], { n, kind }: Entry): Finding => ({ code, n, kind });
