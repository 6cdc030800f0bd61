// The gauges of an installation and what their own certificates say of them. A reading is worth
// what its gauge is worth: one that is overdue, retired or unknown measures nothing here. Entries
// are never rewritten by a new certificate; the newest of a serial number counts.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type {
  BenchForceGauge,
  BenchGauge,
  BenchPeakGauge,
  BenchTachometer,
} from '../bench/state.ts';
import { forceExpanded } from '../calibration/force.ts';
import { peakExpanded } from '../calibration/overshoot.ts';
import { tachometerExpanded } from '../calibration/rate.ts';
import type { Instrument } from '../calibration/sample.ts';
import type { Day } from '../day.ts';
import type { LengthUnit } from './decimal.ts';
import type { GaugeKind } from './gauge-line.ts';
import type { Wiring } from './manners.ts';
import type { Measures } from './quantity.ts';

interface Common {
  readonly serial: string;
  readonly wiring: Wiring;
  readonly maker: string;
  readonly model: string;
  /** The coverage factor of its stated expanded uncertainty. */
  readonly k: number;
  readonly certificate: string;
  readonly calibratedDay: Day;
  readonly dueDay: Day;
  /** Who entered it, and by that confirmed its unit. */
  readonly by: string;
  readonly retired: { readonly onDay: Day; readonly why: string } | undefined;
}

/** An indicator of length. */
export interface DepthGauge extends Common {
  readonly measures: 'depth';
  readonly kind: Extract<GaugeKind, 'mitutoyo' | 'cdi' | 'plain'>;
  /** What it is set to, as confirmed by a person: most do not say it in their lines. */
  readonly unit: LengthUnit;
  readonly resolutionNm: number;
  readonly expandedNm: number;
}

/** A tachometer. */
export interface RateGauge extends Common {
  readonly measures: 'rate';
  readonly kind: Extract<GaugeKind, 'tachometer'>;
  readonly resolutionCentiHz: number;
  readonly expandedCentiHz: number;
}

/** A force gauge. */
export interface ForceGauge extends Common {
  readonly measures: 'force';
  readonly kind: Extract<GaugeKind, 'mark-10'>;
  readonly resolutionMn: number;
  readonly expandedMn: number;
}

/** A sensor that follows the needles in motion, and holds the highest that it saw. */
export interface PeakGauge extends Common {
  readonly measures: 'peak';
  readonly kind: Extract<GaugeKind, 'peak-hold'>;
  readonly resolutionNm: number;
  readonly expandedNm: number;
}

/** One gauge under one certificate. */
export type GaugeEntry = DepthGauge | RateGauge | ForceGauge | PeakGauge;

/** Why a gauge cannot be used, or not be entered. */
export type GaugeRefusal =
  | { readonly code: 'unknown'; readonly serial: string }
  | { readonly code: 'retired'; readonly serial: string; readonly onDay: Day; readonly why: string }
  | { readonly code: 'overdue'; readonly serial: string; readonly dueDay: Day }
  | { readonly code: 'from-the-future'; readonly serial: string; readonly calibratedDay: Day }
  | {
      readonly code: 'measures-another';
      readonly serial: string;
      readonly measures: Measures;
      readonly needed: Measures;
    }
  | { readonly code: 'due-before-calibrated'; readonly serial: string }
  | { readonly code: 'not-newer'; readonly serial: string; readonly calibratedDay: Day };

/** What each kind of gauge measures. */
export const MEASURED_BY: Readonly<Record<GaugeKind, Measures>> = {
  mitutoyo: 'depth',
  cdi: 'depth',
  plain: 'depth',
  'mark-10': 'force',
  tachometer: 'rate',
  'peak-hold': 'peak',
};

/** The newest entry of a serial number. */
export const currentGauge = (
  entries: readonly GaugeEntry[],
  serial: string,
): GaugeEntry | undefined => entries.findLast((entry) => entry.serial === serial);

/** One entry for each gauge: its newest. */
export const currentGauges = (entries: readonly GaugeEntry[]): readonly GaugeEntry[] =>
  entries.filter((entry) => currentGauge(entries, entry.serial) === entry);

/** What is against using a gauge today, or undefined; its due day itself is still good. */
export function whyUnusable(entry: GaugeEntry, today: Day): GaugeRefusal | undefined {
  const { serial, retired, calibratedDay, dueDay } = entry;
  if (retired !== undefined) return { code: 'retired', serial, ...retired };
  if (calibratedDay > today) return { code: 'from-the-future', serial, calibratedDay };
  return dueDay < today ? { code: 'overdue', serial, dueDay } : undefined;
}

/** The gauge of a serial number, if it measures what is needed and may be used today. */
export function usableGauge<Needed extends Measures>(
  entries: readonly GaugeEntry[],
  serial: string,
  needed: Needed,
  today: Day,
): Result<Extract<GaugeEntry, { readonly measures: Needed }>, GaugeRefusal> {
  const entry = currentGauge(entries, serial);
  if (entry === undefined) return refuse({ code: 'unknown', serial });
  const { measures } = entry;
  if (!doesMeasure(entry, needed)) {
    return refuse({ code: 'measures-another', serial, measures, needed });
  }
  const why = whyUnusable(entry, today);
  return why === undefined ? ok(entry) : refuse(why);
}

const doesMeasure = <Needed extends Measures>(
  entry: GaugeEntry,
  needed: Needed,
): entry is Extract<GaugeEntry, { readonly measures: Needed }> => entry.measures === needed;

/** Enters a gauge, or a new certificate of one that is known. */
export function enterGauge(
  entries: readonly GaugeEntry[],
  entry: GaugeEntry,
  today: Day,
): Result<readonly GaugeEntry[], GaugeRefusal> {
  const { serial, calibratedDay, dueDay } = entry;
  if (dueDay < calibratedDay) return refuse({ code: 'due-before-calibrated', serial });
  const unusable = whyUnusable(entry, today);
  if (unusable !== undefined) return refuse(unusable);
  const before = currentGauge(entries, serial);
  if (before !== undefined && before.calibratedDay >= calibratedDay) {
    return refuse({ code: 'not-newer', serial, calibratedDay: before.calibratedDay });
  }
  return ok([...entries, entry]);
}

/** Takes a gauge out of use; it stays in the list, so that old certificates can name it. */
export function retireGauge(
  entries: readonly GaugeEntry[],
  serial: string,
  retired: { readonly onDay: Day; readonly why: string },
): Result<readonly GaugeEntry[], GaugeRefusal> {
  const current = currentGauge(entries, serial);
  if (current === undefined) return refuse({ code: 'unknown', serial });
  if (current.retired !== undefined) return refuse({ code: 'retired', serial, ...current.retired });
  return ok(entries.map((entry) => (entry === current ? { ...entry, retired } : entry)));
}

/** A depth gauge as the evaluation of a calibration knows it. */
export const instrumentOf = (gauge: DepthGauge): Instrument => ({
  serial: gauge.serial,
  kind: 'depth',
  resolutionNm: gauge.resolutionNm,
  expandedNm: gauge.expandedNm,
  k: gauge.k,
  certificate: gauge.certificate,
  dueDay: gauge.dueDay,
});

/** A depth gauge as the bench knows it. */
export const benchGaugeOf = (of: DepthGauge): BenchGauge => ({
  serial: of.serial,
  kind: of.kind,
  unit: of.unit,
  resolutionNm: of.resolutionNm,
});

/** A tachometer as the bench knows it: its uncertainty at k = 2, with half a step of display. */
export const benchTachometerOf = (gauge: RateGauge): BenchTachometer => ({
  serial: gauge.serial,
  expandedCentiHz: tachometerExpanded(gauge),
});

/** A sensor of peaks as the bench knows it. */
export const benchPeakGaugeOf = (gauge: PeakGauge): BenchPeakGauge => ({
  serial: gauge.serial,
  resolutionNm: gauge.resolutionNm,
  expandedNm: peakExpanded(gauge),
});

/** A force gauge as the bench knows it. */
export const benchForceGaugeOf = (gauge: ForceGauge): BenchForceGauge => ({
  serial: gauge.serial,
  expandedMn: forceExpanded(gauge),
});
