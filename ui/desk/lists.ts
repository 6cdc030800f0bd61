// The lists of the console, each a fold over the journal and the certificates: treatments, pens,
// what falls due. Nothing of it is kept beside them.

import type { Day } from '../../host/core/day.ts';
import { day, formatDay } from '../../host/core/day.ts';
import { dueList } from '../../host/core/registry/due.ts';
import { type PenStanding, penStandings } from '../../host/core/registry/pens.ts';
import { readCertificates } from '../../host/certificate/index.ts';
import { readGauges } from '../../host/gauge/gauge-list.ts';
import { createTallies, type Tally } from '../../host/journal/account.ts';
import type { Entry, EntryOf } from '../../host/journal/index.ts';
import type { DueLine, PenLine, RecordLine } from '../contract/desk-state.ts';

interface Gathered {
  readonly opened: EntryOf<'treatment-opened'>;
  closed: EntryOf<'treatment-closed'> | undefined;
  readonly tallies: Map<number, Tally>;
}

/** More treatments than anybody scrolls through; older ones are found by the command line. */
const RECORDS_MAX = 200;

/** The treatments of a journal, newest first. */
export function recordLines(entries: readonly Entry[]): readonly RecordLine[] {
  const tallies = createTallies();
  const treatments = new Map<string, Gathered>();
  for (const entry of entries) {
    const tally = tallies.take(entry);
    if (tally !== undefined) {
      const { treatmentId, n } = tally.reservation;
      treatments.get(treatmentId)?.tallies.set(n, tally);
    }
    if (entry.kind === 'treatment-opened') {
      const gathered: Gathered = { opened: entry, closed: undefined, tallies: new Map() };
      treatments.set(entry.treatmentId, gathered);
    } else if (entry.kind === 'treatment-closed') {
      const gathered = treatments.get(entry.treatmentId);
      if (gathered !== undefined) gathered.closed = entry;
    }
  }
  return [...treatments.values()].slice(-RECORDS_MAX).reverse().map(recordLine);
}

function recordLine({ opened, closed, tallies }: Gathered): RecordLine {
  const all = [...tallies.values()];
  const sum = (of: (tally: Tally) => number): number =>
    all.reduce((total, tally) => total + of(tally), 0);
  return {
    treatmentId: opened.treatmentId,
    openedAt: opened.at,
    closedAt: closed?.at,
    person: opened.person,
    operator: opened.operator,
    planId: opened.plan.planId,
    outcome: closed?.outcome,
    areas: opened.plan.areas.map(({ area, side }) => ({ area, side })),
    strokes: sum(({ deliveredStrokes }) => deliveredStrokes),
    unknownStrokes: sum(({ countedStrokes, deliveredStrokes }) =>
      countedStrokes - deliveredStrokes),
  };
}

/** The pens of an installation and everything that falls due. */
export function registryLists(
  dataDir: string,
  entries: readonly Entry[],
  today: Day,
): { readonly pens: readonly PenLine[]; readonly due: readonly DueLine[] } {
  const { stored } = readCertificates(dataDir);
  const gauges = readGauges(dataDir);
  const pens = penStandings(stored.map(({ signed }) => signed), entries);
  const due = dueList(pens, gauges.ok ? gauges.value : [], today);
  return {
    pens: pens.map(penLine),
    due: due.map(({ dueDay, ...item }) => ({ ...item, dueOn: formatDay(day(dueDay)) })),
  };
}

const penLine = (pen: PenStanding): PenLine => ({
  serial: pen.serial,
  model: pen.model,
  class: pen.class,
  certificateId: pen.certificateId,
  issuedOn: formatDay(day(pen.issuedDay)),
  dueOn: formatDay(day(pen.dueDay)),
  strokes: pen.use.strokes,
  strokesSince: pen.use.strokesSince,
  treatmentsSince: pen.use.treatmentsSince,
  shaken: pen.shaken !== undefined,
  carriesAnother: pen.carriesAnother,
});
