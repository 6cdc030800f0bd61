// What the chart has to do with a sheet for afterwards: the case file of the visit that it is for,
// and the line that says that it was handed over.

import {
  type ChartGround, chartCaseFile, needledAt, readChartGround,
} from '../care/chart-ground.ts';
import type { Sheet } from '../core/care/aftercare/sheet.ts';
import type { CaseFile } from '../core/case-file.ts';
import type { VisitFact } from '../core/chart/chart-facts.ts';
import { type Day, formatDay } from '../core/day.ts';
import { nodeWorld } from '../journal/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { HOST_VERSION } from '../version.ts';
import { EXIT } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';
import { acting, said, write } from './visit-ground.ts';

const visitOf = (ground: ChartGround, treatmentId: string): VisitFact | undefined =>
  [...ground.facts.visits.values()].find((visit) =>
    needledAt(ground, visit).some((skin) => skin.treatmentId === treatmentId));

/** The case file that the chart makes for the visit of a treatment; undefined without a chart. */
export function chartedCase(
  dataDir: string,
  treatmentId: string,
  person: string,
  today: Day,
): Result<CaseFile | undefined, Outcome> {
  const read = readChartGround(dataDir, nodeWorld(HOST_VERSION));
  if (!read.ok) return refuse(failed(EXIT.journal, [read.error]));
  if (read.value === undefined) return ok(undefined);
  const visitId = visitOf(read.value, treatmentId)?.visitId;
  return ok(chartCaseFile(read.value, person, visitId, today));
}

/** Notes that a sheet was handed over, and adds that to what was said. */
export const handedOver = (
  outcome: Outcome,
  sheet: Sheet,
  { dataDir, by, today }: { readonly dataDir: string; readonly by: string; readonly today: Day },
): Promise<Outcome> =>
  acting({ dataDir, person: sheet.person, by, today }, 'hand-over-aftercare', async (asked) => {
    let visitId = '';
    const written = await write(asked, ({ ground }) => {
      const visit = visitOf(ground, sheet.treatmentId);
      if (visit === undefined) {
        return said(`No visit in the chart has the treatment ${sheet.treatmentId}; nothing was `
          + 'noted.');
      }
      ({ visitId } = visit);
      return ok([{
        kind: 'aftercare-handed', visitId, person: sheet.person, sheet: 'corium-aftercare-1',
        language: 'en', by,
        dates: sheet.milestones.map(({ id, on }) => ({ milestone: id, on: formatDay(on) })),
      }]);
    });
    if (!written.ok) return { ...written.error, lines: [...outcome.lines, ...written.error.lines] };
    const line = `The chart has it: the sheet was handed over at visit ${visitId}.`;
    return {
      ...outcome, lines: [...outcome.lines, '', line],
      complaints: [...outcome.complaints, ...asked.remarks],
    };
  });
