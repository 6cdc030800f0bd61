// A treatment in this process and in real time: opens the journal and the port, starts the loop,
// passes requests in and snapshots out, and leaves only when the pen is proven to be still.

import { randomBytes, randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { asyncScheduler } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import type { DropReason } from '../../protocol/deframe.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { FromHost, TurnedAway } from '../api.ts';
import type { OperatorRequest } from '../core/control/event.ts';
import { snapshotOf } from '../core/snapshot.ts';
import {
  type Entry,
  explainRefusal,
  type Journal,
  type JournalWorld,
  openJournal,
} from '../journal/index.ts';
import {
  type OpenRefusal,
  type PedalReader,
  sayOpenRefusal,
  systemTimers,
} from '../link/index.ts';
import type { HostEvent } from '../loop/host-step.ts';
import type { FileRecorder } from '../replay/recorder.ts';
import { tapped } from '../replay/tap.ts';
import { type PedalHold, watchPedal } from './pedal-hold.ts';
import { localTime } from './local-time.ts';
import { createTrace, type Trace } from './trace.ts';
import { keepPort, type PortKeeper } from './port-keeper.ts';
import type { Wish } from './prepare.ts';
import { type HostGround, startTreatmentHost, type TreatmentHost } from './treatment-host.ts';

/** What a treatment runs on. */
export interface RunSetup {
  readonly dataDir: string;
  readonly wish: Wish;
  readonly today: HostGround['today'];
  readonly world: JournalWorld;
  readonly openPort: () => Promise<Result<BytePort, OpenRefusal>>;
  /** The foot pedal, for a treatment that asks for one. */
  readonly pedal: PedalReader | undefined;
  /** Records the wire; nothing waits for it. */
  readonly recorder?: FileRecorder | undefined;
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
/** How often it is given what was measured, for a plot that a person sees as moving. */
const TRACE_MS = 33;
/** How long leaving waits for the proof that the pen is still, and how often it looks. */
const LEAVE_MS_MAX = 1_500;
const LEAVE_LOOK_MS = 10;

const NONCE_MAX = 2 ** 32 - 1;
const drawNonce = (): number => randomInt(1, NONCE_MAX);
const freshId = (): string => randomBytes(6).toString('hex');

/** Phases in which nothing moves and nothing is armed. */
const STILL: ReadonlySet<string> = new Set(['unlinked', 'ready', 'latched', 'finished', 'failed']);

/** Starts a treatment, or says in sentences why it cannot even begin to look for its pen. */
export async function startRun(setup: RunSetup): Promise<Result<Run, TurnedAway>> {
  const entries: Entry[] = [];
  const journal = openJournal(setup.dataDir, setup.world, {
    onEntry: (entry) => {
      entries.push(entry);
    },
  });
  if (!journal.ok) {
    await setup.pedal?.close();
    await setup.recorder?.close();
    return refuse({ by: 'journal', sentences: [explainRefusal(journal.error)] });
  }
  const { keeper, treatment, trace } = start(setup, journal.value, entries);
  const pedal = setup.pedal && followPedal(setup.pedal, treatment, setup.say);
  const show = setInterval(() => showTo(setup.say, treatment), SNAPSHOT_MS);
  const plot = setInterval(trace.flush, TRACE_MS);
  const leave = async (): Promise<void> => {
    await quieten(treatment);
    clearInterval(show);
    clearInterval(plot);
    showTo(setup.say, treatment);
    await pedal?.close();
    treatment.end();
    await keeper.close();
    journal.value.close();
    sayDrops(setup.say, treatment);
    setup.recorder?.ended('left');
    await setup.recorder?.close();
    setup.say({ kind: 'left', treatmentId: treatment.host().control?.treatment.treatmentId });
  };
  const port = await keeper.open();
  if (!port.ok) {
    await leave();
    return refuse({ by: 'pen', sentences: [sayOpenRefusal(port.error)] });
  }
  const request = (asked: OperatorRequest): void => {
    pedal?.asked(asked);
    treatment.happened(asked);
  };
  return ok({ request, leave });
}

const followPedal = (
  reader: PedalReader,
  treatment: TreatmentHost,
  say: RunSetup['say'],
): PedalHold =>
  watchPedal({
    reader,
    control: () => treatment.host().control,
    happened: treatment.happened,
    say,
    timers: systemTimers,
  });

function start(
  setup: RunSetup,
  journal: Journal,
  entries: readonly Entry[],
): {
  readonly keeper: PortKeeper;
  readonly treatment: TreatmentHost;
  readonly trace: Trace;
} {
  // The keeper hears of the port before anything listens to it, and speaks only once it is open.
  const heard: ((event: HostEvent) => void)[] = [];
  const keeper = keepPort(
    setup.openPort,
    (event) => heard.forEach((hear) => hear(event)),
    drawNonce,
    (refusal) => setup.say({ kind: 'waiting', why: sayOpenRefusal(refusal) }),
  );
  const trace = createTrace((samples) => setup.say({ kind: 'trace', samples }));
  const ground: HostGround = {
    wish: setup.wish,
    today: setup.today,
    journal,
    entries,
    bytes$: keeper.bytes$,
    port: keeper.port,
    scheduler: asyncScheduler,
    nowMs: () => performance.now(),
    drawNonce,
    freshId,
    localTime,
    say: setup.say,
    dropped: sayForeign(setup.say),
    watch: trace.look,
  };
  const { recorder } = setup;
  const treatment = startTreatmentHost(
    recorder === undefined ? ground : tapped(ground, recorder),
  );
  heard.push(treatment.happened);
  return { keeper, treatment, trace };
}

/** What a bad cable does to frames; the others are dropped in the ordinary course of things. */
const BY_A_CABLE: ReadonlySet<string> = new Set(['damaged', 'too-long', 'bad-payload']);

/** Says how many frames were dropped and why: a bad cable shows here before it shows elsewhere. */
function sayDrops(say: RunSetup['say'], treatment: TreatmentHost): void {
  const drops = Object.entries(treatment.drops()).filter(([, count]) => count > 0);
  if (drops.length === 0) return;
  const reasons = drops.map(([why, count]) => `${why} ${count}`).join(', ');
  const sentence = `Frames from the pen that were dropped: ${reasons}.`;
  const damaged = drops.reduce((sum, [why, count]) => sum + (BY_A_CABLE.has(why) ? count : 0), 0);
  say({ kind: 'notice', sentence, news: { code: 'frames-dropped', damaged } });
}

/** Says once that frames came which are whole and of another version of the protocol. */
function sayForeign(say: RunSetup['say']): (why: DropReason) => void {
  let said = false;
  return (why) => {
    if (why !== 'foreign-version' || said) return;
    said = true;
    const sentence =
      'What answers there speaks another version of the protocol; update the pen or this host.';
    say({ kind: 'notice', sentence, news: { code: 'foreign-version' } });
  };
}

function showTo(say: (message: FromHost) => void, treatment: TreatmentHost): void {
  const { control } = treatment.host();
  if (control !== undefined) say({ kind: 'snapshot', snapshot: snapshotOf(control) });
}

const isStill = (treatment: TreatmentHost): boolean => {
  const phase = treatment.host().control?.phase.kind;
  return phase === undefined || STILL.has(phase);
};

/** Stops what moves or may move, and waits for the proof. */
async function quieten(treatment: TreatmentHost): Promise<void> {
  if (isStill(treatment)) return;
  treatment.happened({ kind: 'host-trouble', why: 'shutting-down' });
  const untilMs = performance.now() + LEAVE_MS_MAX;
  while (!isStill(treatment) && performance.now() < untilMs) {
    await new Promise((go) => {
      setTimeout(go, LEAVE_LOOK_MS);
    });
  }
}
