/**
 * What can go wrong with a gauge or its cable, as data, and the account of what did. A fault that
 * never made a difference has tested nothing, so each counts how often it did.
 */
import { ok, refuse, type Result } from '../../protocol/result.ts';

/** Faults of the instrument itself: what it shows is not what there is. */
const OF_VALUE = [
  /** It repeats its last reading. */
  'stuck',
  /** Somebody has switched it to inches. */
  'inches',
  /** Somebody has bumped it: so much is added to what it shows. */
  'bump',
  /** It creeps: so much is added in every second. */
  'creep',
  /** It wanders: so much more noise. */
  'noisy',
] as const;

/** Faults of its line. */
const OF_LINE = [
  /** Two characters of the header change places. */
  'bad-header',
  /** The second half of each line is missing. */
  'half-lines',
  /** Each line is an error of the gauge. */
  'error-lines',
  /** Each line comes twice. */
  'duplicate-lines',
  /** Values have a digit more in front. */
  'nine-characters',
  /** No line ends. */
  'no-line-ends',
  /** Bytes in the line that are no text. */
  'foreign-bytes',
  /** Nothing is said. */
  'silent',
  /** The cable is pulled out in the middle of a line. */
  'unplug',
] as const;

/** The kinds of faults of an instrument. */
export const BENCH_FAULT_KINDS = [...OF_VALUE, ...OF_LINE] as const;

/** One of them. */
export type BenchFaultKind = (typeof BENCH_FAULT_KINDS)[number];

/** A fault: from when, for how long, and by how much in the whole unit of what is measured. */
export interface BenchFault {
  readonly kind: BenchFaultKind;
  readonly atMs: number;
  readonly lastingMs: number | 'for-good';
  readonly amount: number;
}

/** The faults of one instrument, and how often each made a difference. */
export interface BenchFaultLog {
  readonly faults: readonly BenchFault[];
  readonly effects: number[];
}

/** Opens the account of an instrument's faults. */
export const createBenchFaultLog = (faults: readonly BenchFault[]): BenchFaultLog => ({
  faults,
  effects: faults.map(() => 0),
});

/** The fault of a kind that is at work now, if there is one; asking notes that it took effect. */
export function takeEffect(
  { faults, effects }: BenchFaultLog,
  kind: BenchFaultKind,
  nowMs: number,
): BenchFault | undefined {
  const index = faults.findIndex(({ kind: one, atMs, lastingMs }) =>
    one === kind && nowMs >= atMs && (lastingMs === 'for-good' || nowMs < atMs + lastingMs));
  if (index >= 0) effects[index] = (effects[index] ?? 0) + 1;
  return faults[index];
}

/** Faults that made no difference at all. */
export const benchFaultsWithoutEffect = (log: BenchFaultLog): readonly BenchFault[] =>
  log.faults.filter((_, index) => log.effects[index] === 0);

/** Kinds that need to be told by how much. */
const NEEDS_AMOUNT: ReadonlySet<BenchFaultKind> = new Set(['bump', 'creep', 'noisy']);

const isKind = (text: string): text is BenchFaultKind =>
  BENCH_FAULT_KINDS.some((kind) => kind === text);

/** Reads a fault written as `kind@ms`, `kind@ms+ms` or `kind@ms,amount=number`. */
export function readBenchFault(text: string): Result<BenchFault, string> {
  const [whole, kind = '', at, lasting, amount] =
    /^([a-z-]+)@(\d{1,9})(?:\+(\d{1,9}))?(?:,amount=(-?\d{1,9}))?$/.exec(text) ?? [];
  if (whole === undefined) {
    return refuse('it is not written as kind@ms, kind@ms+ms or kind@ms,amount=number');
  }
  if (!isKind(kind)) return refuse(`known are ${BENCH_FAULT_KINDS.join(', ')}`);
  if (NEEDS_AMOUNT.has(kind) !== (amount !== undefined)) {
    return refuse(amount === undefined ? 'it needs amount' : 'it has no amount');
  }
  const lastingMs = lasting === undefined ? 'for-good' : Number(lasting);
  return ok({ kind, atMs: Number(at), lastingMs, amount: Number(amount ?? 0) });
}
