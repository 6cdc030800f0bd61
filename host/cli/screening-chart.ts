// Writes a screening into the chart of an installation: to the visit that is open today, or with
// one that it opens. The person has a chart already; nobody gets one by being screened.

import { randomBytes } from 'node:crypto';
import { explainChart, openChart } from '../chart/index.ts';
import type { Screened } from '../core/care/screening/answers.ts';
import { screeningNotes } from '../core/care/screening/chart-notes.ts';
import { visitToday } from '../core/care/visit/visit-standing.ts';
import type { CaseFile } from '../core/case-file.ts';
import { foldChart } from '../core/chart/fold-chart.ts';
import { formatDay } from '../core/day.ts';
import { nodeWorld } from '../journal/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { HOST_VERSION } from '../version.ts';
import { EXIT } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';

/** Writes it; the answer is the visit that it belongs to. */
export async function chartScreening(
  dataDir: string,
  caseFile: CaseFile,
  screened: Screened,
): Promise<Result<string, Outcome>> {
  const chart = openChart(dataDir, nodeWorld(HOST_VERSION));
  if (!chart.ok) return refuse(failed(EXIT.journal, [explainChart(chart.error)]));
  const entries = chart.value.entries();
  if (!entries.ok) return refuse(failed(EXIT.journal, [explainChart(entries.error)]));
  const { person, screening } = caseFile;
  const facts = foldChart(entries.value);
  if (!facts.people.has(person)) {
    const next = `make a chart first with "corium people add --data ${dataDir}".`;
    return refuse(failed(EXIT.refused, [`Nobody of the key "${person}" has a chart; ${next}`]));
  }
  const by = screening.signedBy ?? '';
  const on = screening.answeredOn;
  const open = on === undefined ? undefined : visitToday(facts, person, on);
  const visitId = open?.visitId ?? `v-${randomBytes(5).toString('hex')}`;
  const screeningId = `${visitId}-s${(open?.screenings.length ?? 0) + 1}`;
  const notes = screeningNotes(caseFile, screened, { screeningId, visitId, by });
  if (!notes.ok || on === undefined) {
    return refuse(failed(EXIT.refused, ['The screening is not complete; nothing was written.']));
  }
  const opened = {
    kind: 'visit-opened', visitId, person, on: formatDay(on), modality: 'automated', by,
  } as const;
  const first = open === undefined ? [opened] : [];
  const written = await chart.value.append(...first, ...notes.value);
  return written.ok
    ? ok(visitId)
    : refuse(failed(EXIT.journal, [explainChart(written.error)]));
}
