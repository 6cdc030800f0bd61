// The rim of the pen on a force gauge: the needles are in and nothing is asked of the pen. Readings
// count while they are near what was asked for and stand still; each is paired with what the pen
// told of force in the telemetry before it.

import { type Force, FORCE_PAIRS_MIN, forceOf } from '../calibration/force.ts';
import { readLine } from '../gauge/formats.ts';
import { advanceAtRest } from './advance.ts';
import { type BenchStep, enter, type RawLine, stay } from './event.ts';
import { UNSTEADY_MS_MAX } from './extending.ts';
import { type Bench, type Doubt, type ForcePair, type Phase, stepNow } from './state.ts';
import type { ForceStep } from './steps.ts';

type Pressing = Phase<'pressing'>;

/** How far from what was asked for a hand may press: the gauge says what it was (grade D). */
const NEAR_SHARE = 0.25;
/** How far readings may lie apart to count as one press (grade D). */
const STEADY_MN = 100;
/** What a pen told longer ago than this is not of the same moment. */
const TOLD_MS_MAX = 60;
/** A person has to find the force first. */
const FINDING_MS_MAX = 4 * UNSTEADY_MS_MAX;

/** A line of the force gauge. */
export function pressingLine(bench: Bench, phase: Pressing, line: RawLine): BenchStep {
  const { forceGauge } = bench;
  const step = stepNow(bench);
  if (step?.kind !== 'force' || line.gauge !== forceGauge?.serial) return stay(bench);
  const read = readLine('mark-10', line.text);
  if (read.kind !== 'reading') return stay({ ...bench, badLines: bench.badLines + 1 });
  if (read.unit !== 'N') return doubted(bench, { code: 'unit-jumped', said: read.unit });
  const gaugeMn = Math.abs(Math.round(Number(read.written.digits) * 1_000));
  const toldMn = toldNow(bench);
  const isNear = Math.abs(gaugeMn - step.commandedMn) <= step.commandedMn * NEAR_SHARE;
  if (toldMn === undefined || !isNear) return again(bench, phase, []);
  const pair = { atMs: line.atMs, gaugeMn, toldMn, line: line.n };
  const pairs = [...phase.pairs, pair].slice(-FORCE_PAIRS_MIN);
  return areStill(pairs) ? taken(bench, step, pairs) : again(bench, phase, pairs);
}

/** What the pen tells of force now; a pen without such a sensor never does. */
function toldNow({ pen }: Bench): number | undefined {
  return pen === undefined || pen.telemetryAgeMs > TOLD_MS_MAX ? undefined : pen.telemetry?.forceMn;
}

const again = (bench: Bench, phase: Pressing, pairs: readonly ForcePair[]): BenchStep =>
  enter(bench, { ...phase, pairs });

const doubted = (bench: Bench, doubt: Doubt): BenchStep =>
  enter(bench, { kind: 'doubting', doubt, extending: undefined });

function areStill(pairs: readonly ForcePair[]): boolean {
  const forces = pairs.map(({ gaugeMn }) => gaugeMn);
  return pairs.length === FORCE_PAIRS_MIN && Math.max(...forces) - Math.min(...forces) <= STEADY_MN;
}

function taken(bench: Bench, step: ForceStep, pairs: readonly ForcePair[]): BenchStep {
  const { forceGauge } = bench;
  const toldMn = pairs.map((pair) => pair.toldMn);
  const force: Force | undefined = forceGauge
    && forceOf(pairs.map(({ gaugeMn }) => gaugeMn), toldMn, forceGauge.expandedMn);
  if (forceGauge === undefined || force === undefined) return stay(bench);
  const { series, commandedMn } = step;
  const lines = pairs.map(({ line }) => line);
  const sample = { series, commandedMn, ...force, instrument: forceGauge.serial, lines, toldMn };
  const forces = [...bench.forces, sample];
  return advanceAtRest({ ...bench, forces, badLines: 0 }, [{ kind: 'sampled', sample }]);
}

/** A force gauge that says nothing of use for a minute is looked at. */
export const pressingTicked = (bench: Bench, { waitedMs }: Pressing): BenchStep =>
  waitedMs > FINDING_MS_MAX
    ? doubted(bench, { code: 'instrument-silent', which: 'force gauge' })
    : stay(bench);
