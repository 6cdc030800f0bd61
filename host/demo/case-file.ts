// The case file of the demonstration: an invented person in whom nothing stands against the
// demonstration's plan. Its dates depend on the day, because screening must be of today and the
// first visit some weeks ago; so it is made for a day and not kept as a file that grows old.

import { type Day, day, formatDay } from '../core/day.ts';
import { CONDITIONS, SCREENING_ITEMS } from '../core/case-file.ts';

const FIRST_VISIT_DAYS_AGO = 56;
const FOLLOW_UP_DAYS_AGO = 42;

const allNo = (names: readonly string[]): Readonly<Record<string, 'no'>> =>
  Object.fromEntries(names.map((name) => [name, 'no'] as const));

const daysBefore = (today: Day, days: number): string => formatDay(day(today - days));

/** The demonstration's case file as JSON text, as if written on the given day. */
export function demoCaseFile(today: Day): string {
  const caseFile = {
    version: 1,
    person: 'demo-person-1',
    bornOn: '1986-04-12',
    fitzpatrick: 2,
    history: [
      {
        date: daysBefore(today, FIRST_VISIT_DAYS_AGO),
        areas: [
          { area: 'forehead', side: 'midline' },
          { area: 'cheek', side: 'left' },
          { area: 'cheek', side: 'right' },
        ],
        followUpOn: daysBefore(today, FOLLOW_UP_DAYS_AGO),
        redFlag: false,
      },
    ],
    screening: {
      answeredOn: formatDay(today),
      answers: allNo(SCREENING_ITEMS),
      signedBy: 'Demo operator',
    },
    conditions: allNo(CONDITIONS),
    signer: 'Demo clinical lead',
  };
  return `${JSON.stringify(caseFile, undefined, 2)}\n`;
}
