// The whole run: meets the pen, brings it to where each check begins, judges, and leaves it at
// rest. Orders go out, verdicts go out; nothing is printed and no port is known.

import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import type { LatchReason } from '../../protocol/reason.ts';
import type { PenPages } from '../core/describe-pen.ts';
import type { Check } from './check.ts';
import type { Kit } from './kit.ts';
import { type Order, pause, type Script, type Verdict } from './order.ts';
import { clearLatch, type Left, leaveStopped, lookAgain, settle } from './rest.ts';
import { greet, join, read } from './talk.ts';

/** What became of one check. */
export interface Judged {
  readonly check: Check;
  readonly verdict: Verdict;
  readonly tookMs: number;
}

/** What a run orders and tells, beside the orders of its checks. */
export type RunOrder =
  | Exclude<Order, { readonly kind: 'end' }>
  | { readonly kind: 'began'; readonly check: Check; readonly at: number; readonly of: number }
  | { readonly kind: 'judged'; readonly judged: Judged };

/** A run under way, and what it comes to. */
export type Run<Value> = Generator<RunOrder, Value, void>;

/** What a run came to. */
export type RunEnd =
  | { readonly kind: 'judged'; readonly all: readonly Judged[]; readonly left: Left }
  /** The pen did not answer, or not as a pen. */
  | { readonly kind: 'not-met'; readonly expected: string; readonly came: string }
  /** The pen is latched, and nobody has said that it may be cleared. */
  | { readonly kind: 'latched'; readonly reason: LatchReason }
  /** It was named, and the pen would not be cleared of it. */
  | { readonly kind: 'not-cleared'; readonly reason: LatchReason };

type Told<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'ended'; readonly verdict: Verdict };

/** Carries a script on until it has a value or ends the check that it is part of. */
function* carry<Value>(script: Script<Value>): Run<Told<Value>> {
  for (;;) {
    const next = script.next();
    if (next.done === true) return { kind: 'value', value: next.value };
    if (next.value.kind === 'end') return { kind: 'ended', verdict: next.value.verdict };
    yield next.value;
  }
}

/** Whether the cartridge in the pen is of the type that a check is about. */
const fits = ({ cartridge }: PenPages, check: Check): boolean =>
  check.cartridge === undefined ||
  (cartridge.present === 1 && cartridge.type === check.cartridge);

/** How long a pen that has just woken may take until it has looked at its cartridge. */
const WAKE_MS = 300;

/** Reads the cartridge again: a person may have put another one in. */
function* lookAtCartridge(kit: Kit): Script {
  yield* greet(kit);
  kit.setPages({ ...kit.pages(), cartridge: yield* read(kit, 'cartridge') });
}

/** Why a check is not even begun. */
function withheld({ leave, line, pages }: Kit, check: Check): Verdict | undefined {
  if (check.from === 'joined' && line.schemaHash !== SCHEMA_HASH) {
    return { kind: 'not-judged', want: 'catalogue', why: 'the pen speaks another catalogue' };
  }
  if (check.moves && !leave.motion) {
    const why = 'needles may move: say --allow-motion and --on-bench';
    return { kind: 'not-judged', want: 'motion', why };
  }
  if (check.hand && leave.hands === 'none') {
    const why = 'it needs a hand at the trigger: say --hands auto or --hands person';
    return { kind: 'not-judged', want: 'hand', why };
  }
  if (fits(pages(), check)) return undefined;
  const why = `it needs a ${check.cartridge} cartridge in the pen`;
  return { kind: 'not-judged', want: 'cartridge', why };
}

/** The verdict of a check whose beginning could not be reached. */
function unreached(verdict: Verdict): Verdict {
  if (verdict.kind !== 'failed') return verdict;
  const why = `its beginning was not reached: expected ${verdict.expected}; came ${verdict.came}`;
  return { kind: 'not-judged', want: 'pen', why };
}

function* judge(kit: Kit, check: Check): Run<Verdict> {
  if (!fits(kit.pages(), check)) yield* carry(lookAtCartridge(kit));
  const held = withheld(kit, check);
  if (held !== undefined) return held;
  kit.takeNotes();
  const began = yield* carry(begin(kit, check));
  if (began.kind === 'ended') return unreached(began.verdict);
  const told = yield* carry(check.script(kit));
  const notes = kit.takeNotes();
  return told.kind === 'ended' ? told.verdict : { kind: 'ok', notes };
}

function* begin(kit: Kit, check: Check): Script {
  if (kit.line.schemaHash === SCHEMA_HASH) yield* settle(kit);
  if (check.from === 'greeted') yield* greet(kit);
}

/** Reads what checks rely on; the pen is neither joined nor changed. */
function* meet(kit: Kit): Script<LatchReason> {
  yield* greet(kit);
  kit.setPages({
    identity: yield* read(kit, 'identity'),
    capabilities: yield* read(kit, 'capabilities'),
    calibration: yield* read(kit, 'calibration'),
    cartridge: yield* read(kit, 'cartridge'),
  });
  if (kit.pages().cartridge.present === 0) {
    yield* pause(WAKE_MS);
    yield* lookAtCartridge(kit);
  }
  return (yield* read(kit, 'latch')).reason;
}

/** Clears the latch that a person has named before the run. */
function* clearNamed(kit: Kit, reason: LatchReason): Script {
  yield* join(kit);
  const { latchId } = yield* read(kit, 'latch');
  yield* clearLatch(kit, reason, latchId);
}

/** After this many beginnings in a row that were not reached the pen is given up. */
const UNREACHED_MAX = 3;

/** Judges a pen by some checks. `mayClear` is the one latch that a person has named. */
export function* conduct(
  kit: Kit,
  checks: readonly Check[],
  mayClear: LatchReason | undefined,
): Run<RunEnd> {
  const met = yield* carry(meet(kit));
  if (met.kind === 'ended') {
    const { verdict } = met;
    if (verdict.kind === 'failed') return { ...verdict, kind: 'not-met' };
    return { kind: 'not-met', expected: 'a pen', came: 'nothing that can be read' };
  }
  if (met.value !== 'none') {
    const reason = met.value;
    if (reason !== mayClear) return { kind: 'latched', reason };
    const cleared = yield* carry(clearNamed(kit, reason));
    if (cleared.kind === 'ended') return { kind: 'not-cleared', reason };
  }
  const all = yield* judgeAll(kit, checks);
  const settled = yield* carry(settle(kit));
  const left = settled.kind === 'value' ? yield* carry(lookAgain(kit)) : undefined;
  if (left?.kind === 'value' && left.value.proven) return { kind: 'judged', all, left: left.value };
  return { kind: 'judged', all, left: yield* endEarly(kit) };
}

function* judgeAll(kit: Kit, checks: readonly Check[]): Run<readonly Judged[]> {
  const all: Judged[] = [];
  let unreachedInRow = 0;
  for (const [at, check] of checks.entries()) {
    yield { kind: 'began', check, at, of: checks.length };
    const fromMs = kit.ear.nowMs();
    const verdict: Verdict =
      unreachedInRow < UNREACHED_MAX
        ? yield* judge(kit, check)
        : { kind: 'not-judged', want: 'pen', why: 'the pen was given up after the checks before' };
    const lost = verdict.kind === 'not-judged' && verdict.want === 'pen';
    if (lost) unreachedInRow += 1;
    else if (verdict.kind !== 'not-judged') unreachedInRow = 0;
    const judged = { check, verdict, tookMs: Math.round(kit.ear.nowMs() - fromMs) };
    all.push(judged);
    yield { kind: 'judged', judged };
  }
  return all;
}

/** Stops the pen and waits for the proof, for whoever ends a run early. */
export function* endEarly(kit: Kit): Run<Left> {
  const told = yield* carry(leaveStopped(kit));
  return told.kind === 'value'
    ? told.value
    : { proven: false, state: 'nothing that can be read' };
}
