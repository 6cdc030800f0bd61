// A case file as JSON, in the form that its own door reads back: what is missing stays out of it.

import type { CaseFile, PastVisit } from '../core/case-file.ts';
import { type Day, formatDay } from '../core/day.ts';

const dateOf = (on: Day | undefined): string | undefined =>
  on === undefined ? undefined : formatDay(on);

const visitJson = ({ on, areas, followUpOn, redFlag }: PastVisit): object => ({
  date: formatDay(on),
  areas,
  followUpOn: dateOf(followUpOn),
  redFlag: redFlag === undefined ? undefined : redFlag === 'yes',
});

/** The text of a case file. */
export function caseFileJson(of: CaseFile): string {
  const { history, screening, clearances } = of;
  const json = {
    version: 1,
    person: of.person,
    bornOn: dateOf(of.bornOn),
    fitzpatrick: of.fitzpatrick,
    history: history === 'unknown' ? history : history.map(visitJson),
    screening: { ...screening, answeredOn: dateOf(screening.answeredOn) },
    conditions: of.conditions,
    clearances: clearances.map((clearance) => ({ ...clearance, role: 'prescriber' })),
    precautions: of.precautions,
    signer: of.signer,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
