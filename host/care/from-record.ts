// From the record of a treatment to what its sheet tells: what was needled, or may have been, and
// how deep at the most. A stroke that nobody saw counts, because skin does not care who saw it.

import type { TreatedArea } from '../core/care/aftercare/recovery.ts';
import { type Day, parseDay } from '../core/day.ts';
import type { TreatmentRecord } from '../journal/index.ts';
import { localTime } from '../treat/local-time.ts';

/** The areas that a record says were needled. */
export function treatedAreas({ areas }: TreatmentRecord): readonly TreatedArea[] {
  return areas.flatMap(({ area, side, delivered, unknown, planned, depthUmPeak, reservations }) => {
    if (delivered.strokes + unknown.strokes === 0) return [];
    const commanded = reservations.map(({ reservation }) => reservation.depthUm);
    const depthUm = Math.max(planned?.depthUm ?? 0, depthUmPeak ?? 0, ...commanded);
    return [{ area, side, depthUm }];
  });
}

/** The day of a treatment, where it took place. */
export const treatedOnDay = ({ opened }: TreatmentRecord): Day | undefined =>
  parseDay(localTime(opened.at).slice(0, 10));
