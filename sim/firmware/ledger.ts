// The stroke ledger. It debits the greater of what the encoder counted and what the motor could
// have done in its time, and it reserves ahead: a mark above every stroke that is permitted is
// stored and confirmed before the first of them, so that a reset can only make the count too high.
//
//   stored mark    ---------+----------------------------------+---------
//   counter        |exact|  | moves, never above the mark      | exact again, closed

import { UNITS_PER_STROKE, unitsPerMs } from './ages.ts';
import type { Effect, Step } from './event.ts';
import type { NonVolatile } from './non-volatile.ts';
import type { Ages, Firmware, Ledger, Make, Motion } from './state.ts';

const STROKES_MAX = 0xffff_ffff;

/** What of the state outlives a reset. */
function recordOf({ ledger, latch, doing, energy }: Firmware): NonVolatile {
  return {
    mark: ledger.mark,
    closed: ledger.closed,
    armed: doing.kind !== 'idle' && doing.kind !== 'latched',
    counted: ledger.counted,
    armingId: ledger.armingId,
    latch,
    ...(energy === undefined ? {} : { pulses: energy.pulses }),
  };
}

/** Orders the record to be stored as the state stands. */
export function store(state: Firmware): Step {
  const storeId = state.ledger.storeId + 1;
  const next = {
    ...state,
    ledger: { ...state.ledger, storeId },
    ages: { ...state.ages, storeMs: 0 },
  };
  const effect: Effect = { kind: 'store', id: storeId, record: recordOf(next) };
  return { state: next, effects: [effect] };
}

/** Orders a mark to be stored that lies above a ceiling, by as much as the maker keeps ahead. */
export function reserve(state: Firmware, ceiling: number): Step {
  // S-25: the mark lies above every stroke that is permitted, and is stored before the first.
  const mark = Math.min(STROKES_MAX, ceiling + state.make.reserveAhead);
  return store({ ...state, ledger: { ...state.ledger, mark, closed: false } });
}

/** Orders the exact count to be stored: the motor stands, and nothing is permitted. */
export function close(state: Firmware): Step {
  const { strokes } = state.ledger;
  return store({
    ...state,
    ledger: { ...state.ledger, mark: strokes, storedMark: strokes, closed: true },
  });
}

/**
 * Whether the counter stands at a mark that was stored in advance: after an unclean stop and a boot
 * it reads too high, and calling it closed would call that exact.
 */
export const isAtMark = ({ ledger }: Firmware): boolean =>
  !ledger.closed && ledger.strokes === ledger.mark;

/** The memory says that a record is stored; only the newest one gives room to move. */
export function stored(before: Firmware, id: number): Firmware {
  const { ledger } = before;
  const { energy } = before;
  // A later record holds the debit of a pulse as well as the one that was ordered for it.
  const isDebitStored = energy !== undefined && !energy.stored && id >= energy.storeId;
  const state = isDebitStored ? { ...before, energy: { ...energy, stored: true } } : before;
  if (id !== ledger.storeId || ledger.storedMark === ledger.mark) return state;
  return { ...state, ledger: { ...ledger, storedMark: ledger.mark } };
}

/** Strokes that this train has cost so far. */
export function debitOf(motion: Motion, { dueUnits }: Ages): number {
  return Math.max(motion.edges, Math.ceil(dueUnits / UNITS_PER_STROKE), motion.leastStrokes);
}

/** The ledger after a train has gone on: never lower than it was. */
export function debited(ledger: Ledger, motion: Motion, ages: Ages): Ledger {
  const strokes = motion.fromStrokes + debitOf(motion, ages);
  return strokes <= ledger.strokes ? ledger : { ...ledger, strokes };
}

/** The ledger after strokes that nobody ordered. */
export const strayed = (ledger: Ledger, strokes: number): Ledger => ({
  ...ledger,
  strokes: Math.min(STROKES_MAX, ledger.strokes + strokes),
  creep: ledger.creep + strokes,
});

/** The reading of the ledger beyond which this train must not come. */
export const limitOf = ({ permit }: Motion, { storedMark }: Ledger): number =>
  Math.min(permit.ceiling, storedMark);

/**
 * How far the cam still turns once it is braked, in units of a fifth of a centihertz-millisecond:
 * v squared over twice the deceleration that `brakeMsMax` declares, with v a fifth over the rate.
 */
export const coastUnits = (make: Make, rateCentiHz: number): number =>
  Math.ceil((unitsPerMs(rateCentiHz) ** 2 * make.brakeMsMax) / (10 * make.rateCentiHzMax));

// An edge is seen up to a millisecond late, and an order takes effect a millisecond later.
const LATENCY_MS = 2;

/** The fewest strokes with which a motor at this rate can be stopped in time. */
export const strokesToStop = (make: Make, rateCentiHz: number): number =>
  1
  + Math.floor(
    (unitsPerMs(rateCentiHz) * LATENCY_MS + coastUnits(make, rateCentiHz)) / UNITS_PER_STROKE,
  );

/**
 * Whether the motor has to be braked now, because a millisecond later it could be too late: by the
 * encoder, if the cam can still reach another edge, or by the motor's time.
 */
export function mustBrake({ make, ages, ledger }: Firmware, motion: Motion): boolean {
  const left = limitOf(motion, ledger) - motion.fromStrokes;
  const perMs = unitsPerMs(motion.judged.rateCentiHz);
  const turnedMs = motion.edges === 0 ? ages.doingMs : ages.edgeMs;
  const coast = coastUnits(make, motion.judged.rateCentiHz);
  const edgesAhead = Math.floor((perMs * (turnedMs + LATENCY_MS) + coast) / UNITS_PER_STROKE);
  const byTime = Math.ceil((ages.dueUnits + perMs * LATENCY_MS) / UNITS_PER_STROKE);
  // S-05: braked before it could be too late, so that a pass ends at its allotment.
  return motion.edges + edgesAhead > left || byTime > left;
}

/**
 * In how many milliseconds `mustBrake` comes true if no edge is seen before: its two conditions,
 * solved for the time. Only for a train that has seen an edge and is judged by what it was ordered.
 */
export function msToBraking({ make, ages, ledger }: Firmware, motion: Motion): number {
  const left = limitOf(motion, ledger) - motion.fromStrokes;
  const perMs = unitsPerMs(motion.judged.rateCentiHz);
  const coast = coastUnits(make, motion.judged.rateCentiHz);
  const edgesLeftUnits = (left - motion.edges + 1) * UNITS_PER_STROKE;
  const byEdges = Math.ceil((edgesLeftUnits - coast) / perMs) - ages.edgeMs;
  const byTime = Math.floor((left * UNITS_PER_STROKE - ages.dueUnits) / perMs) + 1;
  return Math.min(byEdges, byTime) - LATENCY_MS;
}
