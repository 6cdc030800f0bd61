// What the chart has to do with a sheet for afterwards: the case file of the visit that it is for,
// and the line that says that it was handed over.

import { chartCaseFile, readChartGround, visitOfTreatment } from '../care/chart-ground.ts';
import type { Sheet } from '../core/care/aftercare/sheet.ts';
import type { CaseFile } from '../core/case-file.ts';
import type { Day } from '../core/day.ts';
import { nodeWorld } from '../journal/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { HOST_VERSION } from '../version.ts';
import { EXIT } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';
import { acting, actRefused } from './visit-ground.ts';
import { handOver } from '../care/acts/aftercare.ts';

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
  const visitId = visitOfTreatment(read.value, treatmentId)?.visitId;
  return ok(chartCaseFile(read.value, person, visitId, today));
}

/** Who handed it over, and in which language. */
export interface HandedBy {
  readonly dataDir: string;
  readonly by: string;
  readonly today: Day;
  readonly language: string;
}

/** Notes that a sheet was handed over, and adds that to what was said. */
export const handedOver = (
  outcome: Outcome,
  sheet: Sheet,
  { dataDir, by, today, language }: HandedBy,
): Promise<Outcome> =>
  acting({ dataDir, person: sheet.person, by, today }, async (ground) => {
    const handed = await handOver(ground, sheet, language);
    if (!handed.ok) {
      const refused = actRefused(handed.error);
      return { ...refused, lines: [...outcome.lines, ...refused.lines] };
    }
    const line = `The chart has it: the sheet was handed over at visit ${handed.value}.`;
    return { ...outcome, lines: [...outcome.lines, '', line] };
  });
