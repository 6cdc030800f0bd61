/**
 * A gauge or tachometer that looks at the same plant as the pen. Like a pen it has no clock of its
 * own: whoever makes a world lets time pass; equal seed and equal calls give equal lines. It adds
 * its own noise, drift, steps and mischief, and the pen cannot tell.
 */
import { truthOf, protrudingNm, type Plant } from '../plant/index.ts';
import { createRandom, nextBetween, type Random } from '../random.ts';
import {
  type BenchFault,
  benchFaultsWithoutEffect,
  createBenchFaultLog,
  takeEffect,
} from './bench-fault.ts';
import { hearQuestions } from './hear-questions.ts';
import type { InstrumentMake } from './instrument-make.ts';
import { sayLine } from './say-line.ts';

/** What an instrument is made of. */
export interface InstrumentOptions {
  readonly make: InstrumentMake;
  readonly plant: Plant;
  readonly seed: number;
  readonly serial?: string;
  readonly faults?: readonly BenchFault[];
}

/** An instrument on a bench. */
export interface Instrument {
  readonly serial: string;
  readonly make: InstrumentMake;
  /** Bytes from the host. */
  readonly receive: (bytes: Uint8Array) => void;
  /** Lets time pass. */
  readonly advance: (ms: number) => void;
  /** Who takes what it says; the bytes are valid during the call only. */
  readonly onFrame: (taker: (bytes: Uint8Array) => void) => void;
  /** Who pulls its cable out when a fault says so. */
  readonly onUnplug: (taker: () => void) => void;
  /** Faults that have made no difference so far. */
  readonly faultsWithoutEffect: () => readonly BenchFault[];
}

const STREAM = 71;

/** Makes an instrument. */
export function createInstrument(options: InstrumentOptions): Instrument {
  const { make, plant, seed } = options;
  const { speaks } = make;
  const random = createRandom(seed, STREAM);
  const log = createBenchFaultLog(options.faults ?? []);
  const look = looker(make, plant);
  let taker = (_bytes: Uint8Array): void => undefined;
  let unplug = (): void => undefined;
  let nowMs = 0;
  let dueMs = speaks.kind === 'by-itself' ? speaks.everyMs : Number.POSITIVE_INFINITY;
  let answeredMs = Number.NEGATIVE_INFINITY;
  let early = false;
  let plugged = true;
  let zero = 0;
  let held: number | undefined;
  let last: number | undefined;

  /** What it would show now, before its own last digit, and without faults of the line. */
  const value = (): number => {
    const drift = (make.driftPerMinute * nowMs) / 60_000;
    const bump = takeEffect(log, 'bump', nowMs)?.amount ?? 0;
    const creep = takeEffect(log, 'creep', nowMs);
    const crept = creep === undefined ? 0 : (creep.amount * (nowMs - creep.atMs)) / 1_000;
    const noisy = takeEffect(log, 'noisy', nowMs)?.amount ?? 0;
    return look.value() + drift + bump + crept + noiseOf(random, make.noise + noisy);
  };

  const reading = (): number => {
    const fresh = held ?? value() - zero;
    const stuck = last === undefined ? undefined : takeEffect(log, 'stuck', nowMs);
    const kept = stuck === undefined ? fresh : (last ?? fresh);
    last = kept;
    const shown = Math.round(kept / make.resolution) * make.resolution;
    return make.quantity === 'rate' ? Math.max(0, shown) : shown;
  };

  const say = (): void => {
    const shown = early ? undefined : reading();
    const { bytes, ends } = sayLine(make, shown, log, nowMs);
    early = false;
    if (bytes.length > 0) taker(bytes);
    if (!ends) return;
    plugged = false;
    unplug();
  };

  const hear = hearQuestions(make.style, {
    ask: () => {
      if (speaks.kind !== 'asked' || dueMs < Number.POSITIVE_INFINITY) return;
      early = nowMs - answeredMs < speaks.restMs;
      dueMs = nowMs + speaks.answerMs;
    },
    zero: () => {
      zero = value();
    },
    hold: () => {
      held = held === undefined ? value() - zero : undefined;
    },
    unknown: () => taker(Uint8Array.from(UNKNOWN, (letter) => letter.charCodeAt(0))),
  });

  const advance = (ms: number): void => {
    nowMs += ms;
    look.pass(ms);
    if (nowMs < dueMs || !plugged) return;
    answeredMs = nowMs;
    dueMs = speaks.kind === 'by-itself' ? dueMs + speaks.everyMs : Number.POSITIVE_INFINITY;
    say();
  };

  return {
    serial: options.serial ?? `SIM-G${String(seed % 10_000).padStart(4, '0')}`,
    make,
    receive: (bytes) => {
      if (plugged) hear(bytes);
    },
    advance,
    onFrame: (next) => {
      taker = next;
    },
    onUnplug: (next) => {
      unplug = next;
    },
    faultsWithoutEffect: () => benchFaultsWithoutEffect(log),
  };
}

/** What a force gauge says to a command that it does not know. */
const UNKNOWN = '*10\r\n';

const DRAWS = 4;

/** About normal, with the given standard deviation: the sum of four even draws. */
function noiseOf(random: Random, deviation: number): number {
  const most = Math.round((deviation * Math.sqrt(3)) / Math.sqrt(DRAWS));
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) sum += nextBetween(random, -most, most);
  return sum;
}

interface Looker {
  readonly value: () => number;
  readonly pass: (ms: number) => void;
}

/** What there is to see: a rate is the mean since the last line, a peak the highest since then. */
function looker({ quantity }: InstrumentMake, plant: Plant): Looker {
  if (quantity === 'depth') return { value: () => protrudingNm(plant), pass: () => undefined };
  if (quantity === 'force') return { value: () => plant.hand.forceMn, pass: () => undefined };
  if (quantity === 'peak') return peakLooker(plant);
  let [sum, spanMs] = [0, 0];
  return {
    value: () => {
      const mean = spanMs === 0 ? truthOf(plant).rateCentiHz : sum / spanMs;
      [sum, spanMs] = [0, 0];
      return mean;
    },
    pass: (ms) => {
      sum += plant.rateCentiHz * ms;
      spanMs += ms;
    },
  };
}

/** In motion the tips are further out at the front of a turn than the same depth at rest. */
function peakLooker(plant: Plant): Looker {
  let highest = 0;
  return {
    value: () => {
      const peak = Math.max(highest, protrudingNm(plant));
      highest = 0;
      return peak;
    },
    pass: () => {
      const moves = plant.rateCentiHz > 0;
      highest = Math.max(highest, protrudingNm(plant), moves ? plant.entryPeakNm : 0);
    },
  };
}
