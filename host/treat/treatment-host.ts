// One treatment on any clock: the loop, the effects, and the moment between them when a pen has
// been met and the plan is admitted. A process runs it in real time and a simulated world on
// virtual time; neither is known here.

import { Subject, type SchedulerLike, type Subscription, type Observable } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import type { DropReason } from '../../protocol/deframe.ts';
import type { FromHost, TurnedAwayBy } from '../api.ts';
import type { Day } from '../core/day.ts';
import type { Refusal } from '../core/refusal.ts';
import { armRefusalWords } from '../core/control-words.ts';
import { noticeSentence, refusalSentence } from '../core/words.ts';
import { createGuard, type Guard } from '../guard/index.ts';
import {
  type Entry,
  explainFault,
  explainLedger,
  type Journal,
  type NoteGiven,
  refusalReasons,
} from '../journal/index.ts';
import type { LinkedPen } from '../link/session-state.ts';
import { createElapsed } from '../loop/clock.ts';
import { type Host, type HostEvent, type hostStep, NEW_HOST } from '../loop/host-step.ts';
import { createPerformer } from '../loop/perform.ts';
import { hostSteps } from '../loop/pipeline.ts';
import { strangeCartridge } from './chart-wish.ts';
import { resolveOpen } from './pen-ledger.ts';
import { prepare, type Prepared, type Wish } from './prepare.ts';

/** What a treatment host stands on. */
export interface HostGround {
  readonly wish: Wish;
  readonly journal: Journal;
  /** The lines of the journal; it grows while the journal is written. */
  readonly entries: readonly Entry[];
  readonly bytes$: Observable<Uint8Array>;
  readonly port: () => BytePort | undefined;
  readonly scheduler: SchedulerLike;
  readonly nowMs: () => number;
  readonly drawNonce: () => number;
  readonly freshId: () => string;
  /** The day that it is; a treatment is of the day for which its wish was read. */
  readonly today: () => Day;
  /** An instant of the journal as the clock on the wall showed it. */
  readonly localTime: (at: string) => string;
  readonly say: (message: FromHost) => void;
  readonly dropped: (why: DropReason) => void;
  /** Looks at the host after every step; it may only look. */
  readonly watch?: (host: Host) => void;
  /** Another reducer or guard: a test gives broken ones, to see that they are caught. */
  readonly step?: typeof hostStep;
  readonly guard?: Guard;
}

/** A treatment host that runs. */
export interface TreatmentHost {
  readonly happened: (event: HostEvent) => void;
  readonly host: () => Host;
  /** How many frames were dropped so far, by reason, in the decoder and in the link session. */
  readonly drops: () => Readonly<Record<string, number>>;
  readonly end: () => void;
}

/** Starts the loop. */
export function startTreatmentHost(ground: HostGround): TreatmentHost {
  const happened$ = new Subject<HostEvent>();
  const happened = (event: HostEvent): void => happened$.next(event);
  let host: Host = NEW_HOST;
  const decoderDrops: Partial<Record<DropReason, number>> = {};
  const guard = ground.guard ?? createGuard(ground.wish);
  const perform = createPerformer({
    port: ground.port,
    guard,
    journal: () => ground.journal,
    drawNonce: ground.drawNonce,
    happened,
    met: ({ pen }) => begin(ground, guard, pen, happened),
    refused: ({ what, refusals }) => ground.say({ kind: 'refused', what, refusals }),
  });
  const subscription: Subscription = hostSteps({
    bytes$: ground.bytes$,
    others$: happened$,
    scheduler: ground.scheduler,
    takeElapsedMs: createElapsed(ground.nowMs),
    overhears: guard.hears,
    ...(ground.step === undefined ? {} : { step: ground.step }),
    dropped: (why) => {
      decoderDrops[why] = (decoderDrops[why] ?? 0) + 1;
      ground.dropped(why);
    },
  }).subscribe({
    next: (step) => {
      ({ host } = step);
      for (const effect of step.effects) perform(effect);
      ground.watch?.(host);
    },
    // A reducer that throws is our mistake: the process ends, and the pen's grant with it.
    error: (error: unknown) => {
      throw error;
    },
  });
  return {
    // What was admitted on one day is armed on that day only.
    happened: (event) => {
      if (event.kind === 'arm' && isAnotherDay(ground)) perform(TOO_LATE);
      else happened(event);
    },
    host: () => host,
    drops: () => ({ ...host.session.drops, ...decoderDrops }),
    end: () => subscription.unsubscribe(),
  };
}

const DAY_CHANGED = { code: 'day-changed' } as const;
const TOO_LATE = { kind: 'refuse', what: 'arm', refusals: [DAY_CHANGED] } as const;

/**
 * Whether the day is not the one for which profile, case file, visit and what is left were read. A
 * host that is left running past midnight admits nothing and arms nothing more; a hold under way
 * goes on to its end.
 */
const isAnotherDay = ({ today, wish }: HostGround): boolean => today() !== wish.today;

/** The pen has been met: its ledger is resolved, the plan admitted, the treatment opened. */
function begin(
  ground: HostGround,
  guard: Guard,
  pen: LinkedPen,
  happened: (event: HostEvent) => void,
): void {
  const resolved = resolveOpen(ground.entries, pen);
  if (!resolved.ok) return turnAway(ground, 'pen', [explainLedger(resolved.error)]);
  if (!write(ground, resolved.value)) return;
  const { visit, plan: { person } } = ground.wish;
  if (isAnotherDay(ground)) {
    const refusals = [{ ...DAY_CHANGED, facts: {} }];
    if (!write(ground, [{ kind: 'refused', what: 'treat', person, refusals }])) return;
    return turnAway(ground, 'plan', [armRefusalWords(DAY_CHANGED)]);
  }
  // S-66: the cartridge in the pen is one that was claimed for this visit.
  const strange = visit && strangeCartridge(visit, pen.pages.cartridge.serial);
  if (strange !== undefined) {
    const refusals = [{ code: 'cartridge-not-claimed', facts: {} }];
    if (!write(ground, [{ kind: 'refused', what: 'treat', person, refusals }])) return;
    return turnAway(ground, 'plan', [strange]);
  }
  const prepared = prepare(ground.wish, pen, linesOf(ground), ground.freshId());
  if (prepared.ok) return enter(ground, guard, prepared.value, happened);
  const sentences = prepared.error.map(refusalSentence);
  const refusals = refusalReasons(prepared.error);
  const noted = ground.journal.append({ kind: 'refused', what: 'treat', person, refusals });
  const why = noted.ok ? sentences : [...sentences, explainFault(noted.error)];
  turnAway(ground, 'plan', why, prepared.error);
}

/** The lines of the journal, with the days of the calendar on the wall. */
const linesOf = ({ entries, localTime }: HostGround): readonly Entry[] =>
  entries.map((entry) => ({ ...entry, at: localTime(entry.at) }));

function enter(
  ground: HostGround,
  guard: Guard,
  { notes, notices, control, admitted }: Prepared,
  happened: (event: HostEvent) => void,
): void {
  if (!write(ground, notes)) return;
  guard.reads(linesOf(ground));
  ground.say({ kind: 'admitted', ...admitted });
  for (const notice of notices) {
    ground.say({ kind: 'notice', sentence: noticeSentence(notice), notice });
  }
  happened({ kind: 'begin', control });
}

function write(ground: HostGround, notes: readonly NoteGiven[]): boolean {
  for (const note of notes) {
    const appended = ground.journal.appendAndSyncNow(note);
    if (appended.ok) continue;
    turnAway(ground, 'journal', [explainFault(appended.error)]);
    return false;
  }
  return true;
}

const turnAway = (
  ground: HostGround,
  by: TurnedAwayBy,
  sentences: readonly string[],
  refusals: readonly Refusal[] = [],
): void => ground.say({
  kind: 'not-admitted',
  by,
  sentences,
  ...(refusals.length > 0 ? { refusals } : {}),
});
