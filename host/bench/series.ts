// One series of a calibration at work: the bench over the pen's port, the gauge's lines into it,
// and every reading into the journal with the raw lines that it rests on, before the next is made.

import { asyncScheduler } from 'rxjs';
import { performance } from 'node:perf_hooks';
import type { BytePort } from '../../protocol/byte-port.ts';
import type { RefusalReason } from '../../protocol/reason.ts';
import { refuse, type Result } from '../../protocol/result.ts';
import type { BenchStart } from '../core/bench/bench.ts';
import type { RawLine } from '../core/bench/event.ts';
import type { Bench } from '../core/bench/state.ts';
import { sayReason } from '../core/bench/words.ts';
import { type CalibrationTable, tableCheck } from '../../protocol/table.ts';
import { TYPED } from '../core/gauge/typed.ts';
import type { GaugePort } from '../gauge/gauge-port.ts';
import type { NoteGiven } from '../journal/index.ts';
import { type OpenRefusal, sayOpenRefusal } from '../link/index.ts';
import type { LinkedPen } from '../link/session-state.ts';
import type { BenchHostEffect } from './bench-host.ts';
import { runBench, type RunningBench } from './run-bench.ts';

/** What a series works with. */
export interface SeriesWork {
  readonly calibrationId: string;
  readonly start: BenchStart;
  readonly openPort: () => Promise<Result<BytePort, OpenRefusal>>;
  readonly gauge: GaugePort;
  /** Instruments beside the gauge, by serial number. */
  readonly beside: readonly { readonly serial: string; readonly port: GaugePort }[];
  /** Hears what a person types as a reading; returns how to stop. */
  readonly onTyped: (listener: (text: string) => void) => () => void;
  /** Raw lines of the whole calibration; what comes is added. */
  readonly lines: RawLine[];
  readonly note: (note: NoteGiven) => void;
  /** Shown after every event. */
  readonly show: (bench: Bench) => void;
  readonly say: (sentence: string) => void;
  /** The technician: hears how to tell the bench something. */
  readonly attend: (tell: RunningBench['tell']) => () => void;
}

/** A series that is measured, with the bench still at its pen. */
export interface MeasuredSeries {
  readonly bench: Bench;
  readonly pen: LinkedPen;
  /** Writes a table into the pen and reads it back. */
  readonly write: (table: CalibrationTable) => Promise<Result<undefined, string>>;
  readonly close: () => Promise<void>;
}

/** How long somebody may take to let go of the trigger before a table is written. */
const RELEASE_MS = 250;
const RELEASE_TRIES = 120;
/** What passes by itself, or when a person has looked at the latch of a pen that lost power. */
const PASSING: ReadonlySet<string> = new Set(['trigger-held', 'not-now']);

const sayRefused = (reason: RefusalReason | 'not-now'): string =>
  `The pen would not: ${sayReason(reason)}.`;

const UNPLUGGED = 'The pen was not there when it was needed; check the cable and calibrate again.';

/** Measures a series, or says in a sentence why it came to nothing. */
export async function measureSeries(work: SeriesWork): Promise<Result<MeasuredSeries, string>> {
  let pen: LinkedPen | undefined;
  let settled: ((bench: Bench) => void) | undefined;
  const over = new Promise<Bench>((resolve) => {
    settled = resolve;
  });
  let answered: ((reason: RefusalReason | 'not-now' | undefined) => void) | undefined;

  const moved = (bench: Bench, effects: readonly BenchHostEffect[]): void => {
    for (const effect of effects) keep(work, effect);
    const refused = effects.find((effect) => effect.kind === 'refused');
    if (refused !== undefined) {
      if (answered === undefined) work.say(sayRefused(refused.reason));
      else answered(refused.reason);
    }
    if (effects.some(({ kind }) => kind === 'written')) answered?.(undefined);
    work.show(bench);
    if (bench.phase.kind === 'measured' || bench.phase.kind === 'stopped') settled?.(bench);
  };

  const opened = await runBench({
    openPort: work.openPort,
    start: work.start,
    scheduler: asyncScheduler,
    nowMs: () => performance.now(),
    listener: {
      moved,
      met: (met) => {
        pen = met;
      },
      keptBack: ({ message, rule }) =>
        work.say(`A ${message} was kept back by the guard (${rule}); nothing was sent.`),
      waiting: (refusal) => work.say(sayOpenRefusal(refusal)),
    },
  });
  if (!opened.ok) return refuse(sayOpenRefusal(opened.error));
  const running = opened.value;
  const { tell } = running;
  const unheard = hearGauge(work, tell);
  const unattended = work.attend(tell);
  const close = async (): Promise<void> => {
    unheard();
    unattended();
    await running.close();
  };
  const bench = await over;
  if (bench.phase.kind === 'stopped') {
    await close();
    return refuse(sayStopped(bench.phase.why));
  }
  if (pen === undefined) {
    await close();
    return refuse(UNPLUGGED);
  }
  const writeOnce = (table: CalibrationTable): Promise<RefusalReason | 'not-now' | undefined> =>
    new Promise((resolve) => {
      answered = resolve;
      tell({ kind: 'write', table });
    });
  const write = async (table: CalibrationTable): Promise<Result<undefined, string>> => {
    for (let tries = 1; ; tries += 1) {
      const reason = await writeOnce(table);
      if (reason === undefined) return { ok: true, value: undefined };
      // The finger that held the last rate may still be there.
      if (!PASSING.has(reason) || tries >= RELEASE_TRIES) return refuse(sayRefused(reason));
      if (tries === 1 && reason === 'trigger-held') work.say('Let go of the trigger.');
      await new Promise((resolve) => setTimeout(resolve, RELEASE_MS));
    }
  };
  return { ok: true, value: { bench, pen, write, close } };
}

/** What a break counts as in the times of lines. */
const BREAK_MS = 1_000;

/** Lines of all instruments, and of whoever types, numbered in the order in which they came. */
function hearGauge(work: SeriesWork, tell: RunningBench['tell']): () => void {
  const { gauge, beside, lines, start } = work;
  // Lines of a calibration that goes on come after those that were kept, whatever clock they had.
  const last = lines.at(-1);
  const beganMs = last === undefined ? 0 : last.atMs + BREAK_MS;
  let firstMs: number | undefined;
  const take = (of: string, text: string, atMs: number): void => {
    firstMs ??= atMs;
    const before = lines.at(-1);
    // Two cables may tell of one moment in either order; a line is never before the one ahead.
    const sinceMs = Math.max(before?.atMs ?? 0, Math.round(beganMs + atMs - firstMs));
    const line = { n: (before?.n ?? 0) + 1, atMs: sinceMs, gauge: of, text };
    lines.push(line);
    tell({ kind: 'line', line });
  };
  const all = [{ serial: start.gauge.serial, port: gauge }, ...beside];
  const ends = all.flatMap(({ serial, port }) => [
    port.onLine((text, atMs) => take(serial, text, atMs)),
    port.onGone((why) => {
      work.say(why);
      tell({ kind: 'gauge-gone', gauge: serial });
    }),
  ]);
  ends.push(work.onTyped((text) => take(TYPED, text, performance.now())));
  return () => {
    for (const end of ends) end();
  };
}

/** What was measured goes into the journal before the next reading is made. */
function keep({ calibrationId, start, lines, note }: SeriesWork, effect: BenchHostEffect): void {
  const linesOf = (numbers: readonly number[]): RawLine[] =>
    lines.filter(({ n }) => numbers.includes(n));
  switch (effect.kind) {
    case 'found':
      note({ kind: 'calibration-found', calibrationId, table: effect.table });
      return;
    case 'zeroed':
      note({
        kind: 'calibration-zeroed', calibrationId, series: start.series, zeroNm: effect.zeroNm,
        lines: linesOf(effect.lines),
      });
      return;
    case 'sampled': {
      const { sample } = effect;
      const still = 'stillLines' in sample ? sample.stillLines : [];
      const kept = linesOf([...still, ...sample.lines]);
      note({ kind: 'calibration-sampled', calibrationId, sample, lines: kept });
      return;
    }
    case 'unsampled':
      note({ kind: 'calibration-taken-back', calibrationId, count: effect.count });
      return;
    case 'written': {
      const { certificateId, class: reached } = effect.table;
      note({
        kind: 'calibration-written', calibrationId, certificateId, class: reached,
        check: tableCheck(effect.table),
      });
      return;
    }
    case 'send':
    case 'draw-nonce':
    case 'met':
    case 'refused':
  }
}

const STOPPED: Readonly<Record<string, string>> = {
  'pen-swapped': 'Another pen came back on the cable; the calibration of the first was stopped. '
    + 'Plug that one in and run "corium calibrate --resume".',
  operator: 'Stopped by the technician, with the needles in; "corium calibrate --resume" goes on.',
  guard: 'Stopped because the guard kept a frame back; this is a mistake of Corium, please report.',
};

const sayStopped = (why: string): string => STOPPED[why] ?? `Stopped: ${why}.`;
