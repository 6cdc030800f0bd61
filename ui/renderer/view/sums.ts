// Sums over the areas of a record: planned, set aside, delivered, and what nobody can know.

import type { AreaRecord, TreatmentRecord } from '../../../host/journal/record.ts';

/** One row of the table of a record. */
export interface RecordRow {
  readonly area: AreaRecord['area'];
  readonly side: AreaRecord['side'];
  readonly sizeMm2: number;
  readonly plannedUm: number | undefined;
  readonly plannedPasses: number | undefined;
  readonly peakUm: number | undefined;
  readonly passes: number;
  readonly grantedStrokes: number;
  readonly deliveredStrokes: number;
  readonly unknownStrokes: number;
  readonly perCm2: number;
  /** With the strokes that are not known, counted as if they had all happened. */
  readonly worstPerCm2: number;
  readonly contactMs: number;
}

/** The rows, in the order of the plan. */
export const recordRows = ({ areas }: TreatmentRecord): readonly RecordRow[] =>
  areas.map((one) => ({
    area: one.area,
    side: one.side,
    sizeMm2: one.sizeMm2,
    plannedUm: one.planned?.depthUm,
    plannedPasses: one.planned?.passes,
    peakUm: one.depthUmPeak,
    passes: one.passes,
    grantedStrokes: one.granted.strokes,
    deliveredStrokes: one.delivered.strokes,
    unknownStrokes: one.unknown.strokes,
    perCm2: one.delivered.meanPuncturesPerCm2,
    worstPerCm2: one.delivered.meanPuncturesPerCm2 + one.unknown.meanPuncturesPerCm2,
    contactMs: one.delivered.contactMs,
  }));

/** Everything over all areas. */
export interface RecordSum {
  readonly strokes: number;
  readonly unknownStrokes: number;
  readonly punctures: number;
  readonly contactMs: number;
}

const total = (areas: readonly AreaRecord[], of: (area: AreaRecord) => number): number =>
  areas.reduce((sum, area) => sum + of(area), 0);

/** The sum over all areas of a record. */
export const recordSum = ({ areas }: TreatmentRecord): RecordSum => ({
  strokes: total(areas, ({ delivered }) => delivered.strokes),
  unknownStrokes: total(areas, ({ unknown }) => unknown.strokes),
  punctures: total(areas, ({ delivered }) => delivered.punctures),
  contactMs: total(areas, ({ delivered }) => delivered.contactMs),
});
