// A host process from its first message to its end: what the console that started it says, what it
// is told, and how it leaves. The machine it runs on, disk and clocks, comes in from the root. When
// the console goes, the pen is stopped first and then the process ends; it takes no signals from
// the terminal, since whoever started it decides how it ends.

import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import {
  type FromHost,
  type HostStart,
  type ToHost,
  toHostSchema,
  type TurnedAway,
  type TurnedAwayBy,
} from '../api.ts';
import type { Day } from '../core/day.ts';
import type { JournalWorld } from '../journal/index.ts';
import {
  loadHid,
  openPedalReader,
  parsePenAddress,
  sayOpenRefusal,
} from '../link/index.ts';
import { openSealed, sayTrouble, type SealNews } from '../pairing/index.ts';
import { hashWords, RECORDING_VERSION, type RecordingHead } from '../replay/recording.ts';
import { recordToFile } from '../replay/recorder.ts';
import { HOST_VERSION } from '../version.ts';
import { loadWish } from './load-wish.ts';
import { askRooms } from './ask-rooms.ts';
import type { Wish } from './prepare.ts';
import { type Run, startRun } from './run.ts';
import { treatingAs } from './treating-as.ts';

/** What a host process takes from the machine it runs on. */
export interface HostMachine {
  readonly world: JournalWorld;
  /** The calendar day where this computer stands. */
  readonly today: () => Day;
}

type Say = (message: FromHost) => void;

/** Speaks to the console. One that is behind is given no trace until it has taken the last one. */
function createSay(): Say {
  let traceWaits = false;
  return (message) => {
    // A console that is gone hears nothing; the channel's end is what stops the pen.
    if (!process.connected) return;
    if (message.kind !== 'trace') {
      process.send?.(message);
    } else if (!traceWaits) {
      traceWaits = true;
      process.send?.(message, undefined, undefined, () => {
        traceWaits = false;
      });
    }
  };
}

/** Holds the one treatment of this process. */
function createProcess(
  machine: HostMachine,
  say: Say,
): { readonly hear: (message: ToHost) => Promise<void> } {
  let run: Run | undefined;
  let beginning: Promise<void> = Promise.resolve();
  const begin = async (start: HostStart): Promise<void> => {
    const begun = await beginRun(start, machine, say);
    if (begun.ok) run = begun.value;
    else say({ kind: 'not-admitted', ...begun.error });
  };
  const leave = async (): Promise<void> => {
    await beginning; // a port that is being opened is let go of, and why it was not is still said
    await run?.leave();
    process.exit(0);
  };
  return {
    hear: async (message) => {
      switch (message.kind) {
        case 'start':
          beginning = begin(message.start);
          return beginning;
        case 'request':
          run?.request(message.request);
          return;
        case 'leave':
          return leave();
      }
    },
  };
}

const away = (by: TurnedAwayBy, sentences: readonly string[]): Result<never, TurnedAway> =>
  refuse({ by, sentences });

async function beginRun(
  start: HostStart,
  { world, today }: HostMachine,
  say: Say,
): Promise<Result<Run, TurnedAway>> {
  const wish = await wishOf(start, { world, today }, say);
  if (!wish.ok) return away('plan', wish.error);
  const address = parsePenAddress(start.pen);
  if (!address.ok) return away('pen', [sayOpenRefusal(address.error)]);
  const { value: where } = address;
  if (where.kind === 'sim') {
    return away('pen', ['A host process opens a port; start the simulator first.']);
  }
  const hid = start.pedal ? await loadHid() : undefined;
  if (hid?.ok === false) return away('pen', [sayOpenRefusal(hid.error)]);
  const recorder = recorderFor(start, say);
  if (recorder?.ok === false) return away('journal', [recorder.error]);
  return startRun({
    dataDir: start.dataDir,
    wish: wish.value,
    today,
    world,
    openPort: () => openSealed(where, sealTeller(say)),
    pedal: hid && openPedalReader(hid.value),
    recorder: recorder?.value,
    say,
  });
}

/** What is to be treated, and by whom. */
async function wishOf(
  start: HostStart,
  { world, today }: HostMachine,
  say: Say,
): Promise<Result<Wish, readonly string[]>> {
  const { dataDir, signInId } = start;
  const news = await askRooms(dataDir, world);
  if (news.sentence !== undefined) say({ kind: 'notice', sentence: news.sentence });
  const wish = loadWish({ ...start, roomsUnasked: news.unasked }, today());
  if (!wish.ok) return wish;
  const { plan } = wish.value;
  const operator = await treatingAs({ dataDir, world, plan, signInId });
  if (!operator.ok) return operator;
  return operator.value === undefined
    ? wish
    : ok({ ...wish.value, plan: { ...plan, operator: operator.value }, signInId });
}

/** Says once what stands between this host and its pen. */
function sealTeller(say: Say): (news: SealNews) => void {
  let told = false;
  return (news) => {
    if (told || news.kind === 'sealed' || news.kind === 'bare') return;
    told = true;
    say({ kind: 'not-admitted', by: 'pen', sentences: [sayTrouble(news)] });
  };
}

/** The recorder of a treatment that is to be recorded, in a file that was not there before. */
function recorderFor({ recordWire, pen }: HostStart, say: Say) {
  if (recordWire === undefined) return undefined;
  const head: RecordingHead = {
    corium: 'wire recording',
    version: RECORDING_VERSION,
    schemaHash: hashWords(SCHEMA_HASH),
    startedAt: new Date().toISOString(),
    pen,
    host: HOST_VERSION,
  };
  return recordToFile(recordWire, head, {
    nowMs: () => performance.now(),
    say: (sentence) => say({ kind: 'notice', sentence }),
  });
}

/** Serves the console that started this process, until it leaves or is gone. */
export function serveConsole(machine: HostMachine): void {
  const say = createSay();
  const host = createProcess(machine, say);
  process.on('message', (raw) => {
    const message = toHostSchema.safeParse(raw);
    if (message.success) void host.hear(message.data);
    else say({ kind: 'notice', sentence: 'The host was sent something that it does not know.' });
  });
  // S-13: a console that is gone is a cause of a stop like any other.
  process.on('disconnect', () => void host.hear({ kind: 'leave' }));
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void host.hear({ kind: 'leave' }));
}
