// What a bench does while needles are in: find the gauge's zero, wait for a person, begin with a
// fresh press, clear a latch that a person has looked at, write a table and read it back.

import { PAGE, SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { type CalibrationTable, tableCheck } from '../../../protocol/table.ts';
import { middleNm, steadyStep, UNSTEADY } from '../gauge/steady.ts';
import { advanceAtRest, pathTo, phaseAtRest, setOut } from './advance.ts';
import { BEGIN_COUNTING } from './counting.ts';
import { type Answer, ask, type BenchStep, enter, type RawLine, stay } from './event.ts';
import { isFreshHold } from './extending.ts';
import { readLength } from './length.ts';
import { type Bench, type Phase, stepNow, type Writing } from './state.ts';

type Zeroing = Phase<'zeroing'>;
type Holding = Phase<'hold'>;
type Latched = Phase<'latched'>;

/** A datum that reads further off than this was not zeroed at all (grade D). */
const ZERO_NM_MAX = 50_000;
/** How long a pen has to store a table and tell it back. */
const STORING_MS_MAX = 5_000;
const READ_BACK_MS = 100;

/** A line of the gauge while it stands on its datum. */
export function zeroingLine(bench: Bench, phase: Zeroing, line: RawLine): BenchStep {
  const read = readLength(bench.gauge, line);
  if (read.kind === 'nothing') return stay(bench);
  if (read.kind === 'bad-line') return stay({ ...bench, badLines: bench.badLines + 1 });
  if (read.kind === 'doubt') {
    return enter(bench, { kind: 'doubting', doubt: read.doubt, extending: undefined });
  }
  const { valueNm } = read;
  const reading = { atMs: line.atMs, valueNm, line: line.n };
  // A person types what has come to rest already.
  const steadied = read.typed
    ? { kind: 'steady' as const, state: UNSTEADY, readings: [reading] }
    : steadyStep(phase.steady, reading);
  if (steadied.kind !== 'steady') {
    return enter(bench, { kind: 'zeroing', steady: steadied.state });
  }
  const zeroNm = middleNm(steadied.readings);
  if (Math.abs(zeroNm) > ZERO_NM_MAX) {
    const doubt = { code: 'out-of-range', readNm: zeroNm, expectedNm: 0 } as const;
    return enter(bench, { kind: 'doubting', doubt, extending: undefined });
  }
  const lines = steadied.readings.map((reading) => reading.line);
  const zeroed = { ...bench, zeroNm, zeroLines: lines, badLines: 0 };
  return enter(zeroed, phaseAtRest(zeroed), [{ kind: 'zeroed', zeroNm, lines }]);
}

/** A person says that the cartridge sits as asked. */
export const seated = (bench: Bench): BenchStep => advanceAtRest(bench);

/** Telemetry while a press is waited for. */
export function holdHeard(bench: Bench, phase: Holding, telemetry: Telemetry): BenchStep {
  const step = stepNow(bench);
  if (step === undefined || !isFreshHold(telemetry, phase.before)) return stay(bench);
  if (step.kind === 'rate' || step.kind === 'peak') {
    return enter(bench, { kind: 'counting', counting: BEGIN_COUNTING });
  }
  if (step.kind === 'seat' || step.kind === 'force') return enter(bench, phaseAtRest(bench));
  return enter(bench, { kind: 'extending', extending: setOut(pathTo(bench, step, undefined)) });
}

/** A person has looked at a doubt: the reading is made again. */
export const lookedAt = (bench: Bench): BenchStep =>
  bench.zeroNm === undefined
    ? enter(bench, { kind: 'zeroing', steady: { recent: [] } })
    : enter(bench, phaseAtRest(bench));

/** A person has looked at a latch: it is read by name, and then cleared. */
export function clearLatch(bench: Bench, { doubt }: Latched): BenchStep {
  const asked = ask(bench, { kind: 'read', page: PAGE.latch });
  const phase = { kind: 'latched', clearing: asked.ticket, doubt } as const;
  return enter(asked.bench, phase, [asked.effect]);
}

/** What the pen says of its latch, or of its being cleared. */
export function latchAnswered(
  bench: Bench,
  phase: Latched,
  ticket: number,
  answer: Answer,
): BenchStep {
  if (ticket !== phase.clearing) return stay(bench);
  if (answer.kind === 'latch' && answer.reason !== 'none') {
    const { reason, latchId } = answer;
    const asked = ask(bench, { kind: 'clear', reason, latchId });
    return enter(asked.bench, { ...phase, clearing: asked.ticket }, [asked.effect]);
  }
  if (answer.kind === 'outcome' && answer.outcome === 'refused') {
    const { reason } = answer;
    return enter(bench, { ...phase, clearing: undefined }, [{ kind: 'refused', reason }]);
  }
  const { doubt } = phase;
  return doubt === undefined
    ? enter(bench, phaseAtRest(bench))
    : enter(bench, { kind: 'doubting', doubt, extending: undefined });
}

const isHeld = ({ signals }: Telemetry): boolean => (signals & SIGNAL.trigger) !== 0;

/** Orders a table into the pen; needles are in, and no finger is on the trigger. */
export function write(bench: Bench, table: CalibrationTable): BenchStep {
  const telemetry = bench.pen?.telemetry;
  if (telemetry === undefined || isHeld(telemetry)) {
    return { bench, effects: [{ kind: 'refused', reason: 'trigger-held' }] };
  }
  const asked = ask(bench, { kind: 'certify', ...table, check: tableCheck(table) });
  const writing: Writing = { table, stage: 'asking', ticket: asked.ticket, sinceMs: 0 };
  return enter(asked.bench, { kind: 'writing', writing }, [asked.effect]);
}

/** The pen answers to a table, or tells back the one that it has. */
export function writingAnswered(
  bench: Bench,
  writing: Writing,
  ticket: number,
  answer: Answer,
): BenchStep {
  if (ticket !== writing.ticket) return stay(bench);
  if (answer.kind === 'outcome' && answer.outcome === 'refused') {
    return enter(bench, { kind: 'measured' }, [{ kind: 'refused', reason: answer.reason }]);
  }
  const told = answer.kind === 'table' && answer.check === tableCheck(writing.table);
  if (told) return enter(bench, { kind: 'written' }, [{ kind: 'written', table: writing.table }]);
  const next: Writing = { ...writing, stage: 'reading-back', ticket: 0 };
  return enter(bench, { kind: 'writing', writing: next });
}

/** Time goes by while a table is being stored: it is read again and again, and not for ever. */
export function writingTicked(bench: Bench, writing: Writing): BenchStep {
  if (writing.stage === 'asking') return stay(bench);
  if (writing.sinceMs > STORING_MS_MAX) {
    const effects = [{ kind: 'refused', reason: 'table-not-stored' }] as const;
    return enter(bench, { kind: 'measured' }, effects);
  }
  if (writing.ticket !== 0 || writing.sinceMs % READ_BACK_MS > 10) return stay(bench);
  const asked = ask(bench, { kind: 'read', page: PAGE.table });
  const next = { ...writing, ticket: asked.ticket };
  return enter(asked.bench, { kind: 'writing', writing: next }, [asked.effect]);
}
