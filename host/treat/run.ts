// One treatment in this process, from an address to a record: opens the journal, the port and the
// loop, admits the plan once the pen has been met, and passes requests in and snapshots out.

import { randomBytes, randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { asyncScheduler, Subject, type Subscription } from 'rxjs';
import { assert } from '../../protocol/assert.ts';
import type { BytePort } from '../../protocol/byte-port.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { FromHost } from '../api.ts';
import type { OperatorRequest } from '../core/control/event.ts';
import { noticeSentence, refusalSentence } from '../core/words.ts';
import { snapshotOf } from '../core/snapshot.ts';
import {
  type Entry,
  explainFault,
  explainLedger,
  explainRefusal,
  type Journal,
  type JournalWorld,
  openJournal,
  refusalReasons,
} from '../journal/index.ts';
import { sayOpenRefusal } from '../link/open-refusal-words.ts';
import type { OpenRefusal } from '../link/open-refusal.ts';
import type { LinkedPen } from '../link/session-state.ts';
import { createElapsed } from '../loop/clock.ts';
import { type Host, type HostEvent, NEW_HOST } from '../loop/host-step.ts';
import { createPerformer } from '../loop/perform.ts';
import { hostSteps } from '../loop/pipeline.ts';
import { keepPort, type PortKeeper } from './port-keeper.ts';
import { prepare, type Prepared, resolveOpen, type Wish } from './prepare.ts';

/** What a treatment runs on. */
export interface RunSetup {
  readonly dataDir: string;
  readonly wish: Wish;
  readonly world: JournalWorld;
  readonly openPort: () => Promise<Result<BytePort, OpenRefusal>>;
  readonly say: (message: FromHost) => void;
}

/** A treatment under way. */
export interface Run {
  readonly request: (request: OperatorRequest) => void;
  /** Stops the pen, waits for the proof, and lets go of everything. */
  readonly leave: () => Promise<void>;
}

/** How often a console is shown how things stand. */
const SNAPSHOT_MS = 100;
/** How long leaving waits for the proof that the pen is still. */
const LEAVE_MS_MAX = 1_500;

const drawNonce = (): number => randomInt(1, 2 ** 32 - 1);

/** Starts a treatment, or says in sentences why it cannot even begin to look for its pen. */
export async function startRun(setup: RunSetup): Promise<Result<Run, readonly string[]>> {
  const entries: Entry[] = [];
  const opened = openJournal(setup.dataDir, setup.world, {
    onEntry: (entry) => {
      entries.push(entry);
    },
  });
  if (!opened.ok) return refuse([explainRefusal(opened.error)]);
  const run = new TreatmentRun(setup, opened.value, entries);
  const port = await run.open();
  if (port.ok) return ok(run);
  await run.leave();
  return refuse([sayOpenRefusal(port.error)]);
}

class TreatmentRun implements Run {
  readonly #setup: RunSetup;
  readonly #journal: Journal;
  readonly #entries: readonly Entry[];
  readonly #happened = new Subject<HostEvent>();
  readonly #keeper: PortKeeper;
  readonly #subscription: Subscription;
  readonly #show: NodeJS.Timeout;
  #host: Host = NEW_HOST;

  constructor(setup: RunSetup, journal: Journal, entries: readonly Entry[]) {
    this.#setup = setup;
    this.#journal = journal;
    this.#entries = entries;
    const happened = (event: HostEvent): void => this.#happened.next(event);
    this.#keeper = keepPort(setup.openPort, happened, drawNonce, (refusal) => {
      setup.say({ kind: 'waiting', why: sayOpenRefusal(refusal) });
    });
    this.#subscription = this.#startLoop(happened);
    this.#show = setInterval(() => this.#snapshot(), SNAPSHOT_MS);
  }

  open(): Promise<Result<BytePort, OpenRefusal>> {
    return this.#keeper.open();
  }

  request(request: OperatorRequest): void {
    this.#happened.next(request);
  }

  async leave(): Promise<void> {
    if (!this.#isStill()) {
      this.#happened.next({ kind: 'host-trouble', why: 'shutting-down' });
      await this.#untilStill();
    }
    clearInterval(this.#show);
    this.#snapshot();
    this.#subscription.unsubscribe();
    await this.#keeper.close();
    this.#journal.close();
    this.#setup.say({ kind: 'left', treatmentId: this.#host.control?.treatment.treatmentId });
  }

  #startLoop(happened: (event: HostEvent) => void): Subscription {
    const perform = createPerformer({
      port: () => this.#keeper.port(),
      journal: () => this.#journal,
      drawNonce,
      happened,
      met: ({ pen }) => this.#begin(pen),
      refused: ({ what, refusals }) => this.#setup.say({ kind: 'refused', what, refusals }),
    });
    const elapsed = createElapsed(() => performance.now());
    return hostSteps({
      bytes$: this.#keeper.bytes$,
      others$: this.#happened,
      scheduler: asyncScheduler,
      takeElapsedMs: elapsed,
      dropped: () => undefined,
    }).subscribe({
      next: ({ host, effects }) => {
        this.#host = host;
        for (const effect of effects) perform(effect);
      },
      // A reducer that throws is our mistake: the process ends, and the pen's grant with it.
      error: (error: unknown) => {
        throw error;
      },
    });
  }

  #begin(pen: LinkedPen): void {
    const { wish, say } = this.#setup;
    const resolved = resolveOpen(this.#entries, pen);
    if (!resolved.ok) return this.#turnAway([explainLedger(resolved.error)]);
    if (!this.#write(resolved.value)) return;
    const prepared = prepare(wish, pen, this.#entries, freshId());
    if (!prepared.ok) {
      this.#journal.append({
        kind: 'refused',
        what: 'treat',
        person: wish.plan.person,
        refusals: refusalReasons(prepared.error),
      });
      return this.#turnAway(prepared.error.map(refusalSentence));
    }
    for (const notice of prepared.value.notices) {
      say({ kind: 'notice', sentence: noticeSentence(notice) });
    }
    this.#enter(prepared.value);
  }

  #enter({ notes, control, resumed }: Prepared): void {
    if (!this.#write(notes)) return;
    if (resumed) this.#setup.say({ kind: 'notice', sentence: 'An open treatment is resumed.' });
    this.#happened.next({ kind: 'begin', control });
  }

  #write(notes: readonly Parameters<Journal['append']>[0][]): boolean {
    for (const note of notes) {
      const appended = this.#journal.appendAndSyncNow(note);
      if (appended.ok) continue;
      this.#turnAway([explainFault(appended.error)]);
      return false;
    }
    return true;
  }

  #turnAway(sentences: readonly string[]): void {
    this.#setup.say({ kind: 'not-admitted', sentences });
  }

  #snapshot(): void {
    const { control } = this.#host;
    if (control !== undefined) {
      this.#setup.say({ kind: 'snapshot', snapshot: snapshotOf(control) });
    }
  }

  #isStill(): boolean {
    const phase = this.#host.control?.phase.kind;
    return phase === undefined || STILL.has(phase);
  }

  async #untilStill(): Promise<void> {
    const until = performance.now() + LEAVE_MS_MAX;
    while (!this.#isStill() && performance.now() < until) {
      await new Promise((go) => {
        setTimeout(go, 10);
      });
    }
  }
}

const STILL: ReadonlySet<string> = new Set([
  'unlinked',
  'ready',
  'latched',
  'finished',
  'failed',
]);

function freshId(): string {
  const id = randomBytes(6).toString('hex');
  assert(id.length === 12, 'a treatment id has twelve digits');
  return id;
}
