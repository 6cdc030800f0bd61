// That a sheet for afterwards was handed over, as an act: at which visit, and with which dates.

import type { Sheet } from '../../core/care/aftercare/sheet.ts';
import { formatDay } from '../../core/day.ts';
import { ok } from '../../../protocol/result.ts';
import { visitOfTreatment } from '../chart-ground.ts';
import { type Acted, type ActGround, asked, no, write, wrote } from './ground.ts';

/** Notes it; the answer is the visit. */
export const handOver = (ground: ActGround, sheet: Sheet, language = 'en'): Acted<string> =>
  asked(ground, ['hand-over-aftercare'], async (acting) => {
    const { by } = acting;
    const { person, treatmentId, milestones } = sheet;
    let visitId = '';
    return wrote(write(acting, ({ ground: chart }) => {
      const visit = visitOfTreatment(chart, treatmentId);
      if (visit === undefined) {
        return no('rules', 'no-such-visit', 'No visit in the chart has the treatment '
          + `${treatmentId}; nothing was noted.`);
      }
      ({ visitId } = visit);
      return ok([{
        kind: 'aftercare-handed', visitId, person, sheet: 'corium-aftercare-1', language, by,
        dates: milestones.map(({ id, on }) => ({ milestone: id, on: formatDay(on) })),
      }]);
    }), () => visitId);
  });
