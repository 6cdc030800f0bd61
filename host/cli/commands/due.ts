// What has to go to the bench: pens and gauges that are due, overdue, or shaken.

import { readCertificates } from '../../certificate/index.ts';
import type { Day } from '../../core/day.ts';
import { dueList } from '../../core/registry/due.ts';
import { gaugeLives } from '../../core/registry/gauge-lives.ts';
import { penStandings } from '../../core/registry/pens.ts';
import { readGauges } from '../../gauge/gauge-list.ts';
import { dueLines } from '../certificate-text.ts';
import { EXIT } from '../exit-code.ts';
import { readEntries } from '../open-journal.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** Lists what is due; with `all`, also what is in date. */
export function dueCommand(dataDir: string, today: Day, all: boolean): Outcome {
  const read = readEntries(dataDir);
  if (!read.ok) return read.error;
  const gauges = readGauges(dataDir);
  if (!gauges.ok) return failed(EXIT.journal, gauges.error);
  const { stored, unreadable } = readCertificates(dataDir);
  const pens = penStandings(stored.map(({ signed }) => signed), read.value.entries);
  const lives = gaugeLives(stored.map(({ signed }) => signed.certificate));
  const items = dueList(pens, gauges.value, today, lives);
  const shown = all ? items : items.filter(({ state }) => state !== 'in-date');
  const complaints = unreadable.map(({ name }) =>
    `${name} cannot be read, so a pen may be missing here; see "corium certificate list".`);
  const inDate = items.length - shown.length;
  const document = { ok: complaints.length === 0, items: shown, inDate };
  const [next] = items;
  const nothing = next === undefined
    ? 'Nothing is known here that could fall due.'
    : `Nothing is due; the next is ${next.what} ${next.serial} in ${String(next.daysLeft)} days.`;
  const lines = shown.length === 0 ? [nothing] : dueLines(shown);
  return complaints.length === 0
    ? done(lines, document)
    : failed(EXIT.journal, complaints, { lines, document });
}
