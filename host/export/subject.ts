// What an export is made of: one treatment as the journal tells it, with the certificates of its
// pens and what the chart knows of the visit it belongs to. Gathered once, for all formats, so that
// no two of them can say different things. Nothing is named here; that is decided by names.ts.

import { aliasesOf, type ChartFacts, type SeriesFact, type VisitFact }
  from '../core/chart/chart-facts.ts';
import { foldChart } from '../core/chart/fold-chart.ts';
import type { SignedCertificate } from '../core/certificate/certificate-shape.ts';
import type { Roster } from '../core/staff/roster.ts';
import { foldStaff } from '../core/staff/standing.ts';
import { type Entry, type EntryOf, foldRecord, type TreatmentRecord } from '../journal/index.ts';
import type { BothJournals } from '../staff/index.ts';

/** One treatment and everything that is known about it. */
export interface ExportSubject {
  readonly installationId: string;
  readonly record: TreatmentRecord;
  readonly rooms: readonly EntryOf<'room-checked'>[];
  /** The certificates that the pens carried, as far as they lie in the installation. */
  readonly certificates: readonly SignedCertificate[];
  readonly visit: VisitFact | undefined;
  readonly series: SeriesFact | undefined;
  readonly locks: readonly EntryOf<'area-locked'>[];
  readonly drafts: readonly EntryOf<'adverse-event-drafted'>[];
  readonly signatures: readonly EntryOf<'signed'>[];
  readonly roster: Roster;
  /** The year of birth, where a chart says it. */
  readonly bornYear: number | undefined;
}

/** Gathers what is known about a treatment; undefined if there is no such treatment. */
export function gatherSubject(
  { treatment, chart, installationIds }: BothJournals,
  certificates: readonly SignedCertificate[],
  treatmentId: string,
): ExportSubject | undefined {
  const record = foldRecord(treatment, treatmentId);
  if (record === undefined) return undefined;
  const facts = foldChart(chart);
  const standing = foldStaff(chart);
  const { person } = record.opened;
  const keys = new Set([person, ...aliasesOf(facts, person)]);
  const visit = visitOf(facts, record, keys);
  return {
    installationId: installationIds.treatment,
    record,
    rooms: treatment.filter((entry) => isRoomOf(entry, treatmentId)),
    certificates: certificates.filter((signed) => isCarried(record, signed)),
    visit,
    series: visit?.opened.seriesId === undefined
      ? undefined
      : facts.series.get(visit.opened.seriesId),
    locks: [...facts.locks.values()].filter((lock) => keys.has(lock.person)),
    drafts: chart.filter((entry) => isDraftOf(entry, treatmentId)),
    signatures: standing.signatures.filter(({ subject }) =>
      isAbout(subject.id, record, visit)),
    roster: standing.roster,
    bornYear: bornYearOf(facts, keys),
  };
}

const isRoomOf = (entry: Entry, treatmentId: string): entry is EntryOf<'room-checked'> =>
  entry.kind === 'room-checked' && entry.treatmentId === treatmentId;

const isDraftOf = (
  entry: Entry,
  treatmentId: string,
): entry is EntryOf<'adverse-event-drafted'> =>
  entry.kind === 'adverse-event-drafted' && entry.treatmentId === treatmentId;

const isCarried = ({ pens }: TreatmentRecord, { certificate }: SignedCertificate): boolean =>
  pens.some(({ serial, calibration }) =>
    serial === certificate.pen.serial && calibration.certificateId === certificate.certificateId);

/** The visit that names the treatment, or else the only one of the person on that day. */
function visitOf(
  { visits }: ChartFacts,
  { opened }: TreatmentRecord,
  keys: ReadonlySet<string>,
): VisitFact | undefined {
  const theirs = [...visits.values()].filter(({ person }) => keys.has(person));
  const { treatmentId } = opened;
  const named = theirs.find(({ closed }) => (closed?.treatmentIds ?? []).includes(treatmentId));
  if (named !== undefined) return named;
  const [only, ...more] = theirs.filter(({ opened: visit }) => visit.on === opened.at.slice(0, 10));
  return more.length === 0 ? only : undefined;
}

const isAbout = (
  id: string,
  { opened, pens }: TreatmentRecord,
  visit: VisitFact | undefined,
): boolean =>
  id === opened.treatmentId
  || id === opened.plan.planId
  || id === visit?.visitId
  || (visit?.clearances ?? []).some(({ clearanceId }) => clearanceId === id)
  || pens.some(({ calibration }) => calibration.certificateId === id);

function bornYearOf({ people }: ChartFacts, keys: ReadonlySet<string>): number | undefined {
  const known = [...keys].map((key) => people.get(key)).find((each) => each !== undefined);
  return known === undefined
    ? undefined
    : (known.amendments.at(-1) ?? known.registered).bornYear;
}
