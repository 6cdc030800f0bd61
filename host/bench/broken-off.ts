// A calibration that the journal says was begun and not ended: what was measured so far, with the
// raw lines, so that it goes on as if nothing had been. A fold over the journal and nothing else.

import type { CalibrationTable } from '../../protocol/table.ts';
import type { Strokes } from '../../protocol/units.ts';
import type { CalibrationPlan } from '../core/calibration/plan.ts';
import type { RawLine, Sample } from '../core/bench/event.ts';
import type { RateSample, Series } from '../core/calibration/sample.ts';
import type { Entry } from '../journal/index.ts';
import type { Before } from './calibrate.ts';

/** A calibration that can be gone on with. */
export interface BrokenOff {
  readonly calibrationId: string;
  readonly penSerial: string;
  readonly gauge: string;
  readonly operator: string;
  /** Where the pen's ledger stood when it began. */
  readonly strokes: Strokes;
  readonly plan: CalibrationPlan;
  readonly before: Before;
}

interface Gathered {
  begun: Extract<Entry, { readonly kind: 'calibration-begun' }> | undefined;
  samples: Sample[];
  readonly zerosNm: Partial<Record<Series, number>>;
  readonly zeroLines: Partial<Record<Series, readonly number[]>>;
  readonly lines: Map<number, RawLine>;
  written: boolean;
  table: CalibrationTable | undefined;
}

const nothing = (): Gathered => ({
  begun: undefined, samples: [], zerosNm: {}, zeroLines: {}, lines: new Map(), written: false,
  table: undefined,
});

/** The calibration that is open at the end of a journal, if there is one. */
export function brokenOff(entries: readonly Entry[]): BrokenOff | undefined {
  let gathered = nothing();
  for (const entry of entries) gathered = take(gathered, entry);
  const { begun, samples, zerosNm, zeroLines, lines, written, table } = gathered;
  if (begun === undefined) return undefined;
  return {
    calibrationId: begun.calibrationId,
    penSerial: begun.penSerial,
    gauge: begun.gauge,
    operator: begun.operator,
    strokes: begun.strokes,
    plan: begun.plan,
    before: {
      table,
      adjusted: written,
      depths: samples.filter((sample) => 'direction' in sample),
      // A count whose runs were not kept cannot be made again, so it is counted again.
      rates: samples.filter(isRateThatCounts),
      overshoots: samples.filter((sample) => 'overshootNm' in sample),
      forces: samples.filter((sample) => 'gaugeMn' in sample),
      zerosNm,
      zeroLines,
      lines: [...lines.values()].sort((one, other) => one.n - other.n),
    },
  };
}

const isRateThatCounts = (sample: Sample): sample is RateSample =>
  'measuredCentiHz' in sample && (sample.by === 'tachometer' || sample.runs.length > 0);

function take(gathered: Gathered, entry: Entry): Gathered {
  const { kind } = entry;
  if (kind === 'calibration-begun') return { ...nothing(), begun: entry };
  if (kind === 'calibration-ended') return nothing();
  // The first one is what was found; what was put in since is ours.
  if (kind === 'calibration-found') {
    return { ...gathered, table: gathered.table ?? entry.table };
  }
  if (kind === 'calibration-written') return { ...gathered, written: true };
  if (kind === 'calibration-taken-back') {
    return { ...gathered, samples: gathered.samples.slice(0, -entry.count) };
  }
  if (kind !== 'calibration-zeroed' && kind !== 'calibration-sampled') return gathered;
  for (const line of entry.lines) gathered.lines.set(line.n, line);
  if (kind === 'calibration-sampled') gathered.samples.push(entry.sample);
  else {
    gathered.zerosNm[entry.series] = entry.zeroNm;
    gathered.zeroLines[entry.series] = entry.lines.map(({ n }) => n);
  }
  return gathered;
}
