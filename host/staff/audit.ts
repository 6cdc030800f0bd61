// The audit trail: both journals of an installation as one list of rows, oldest first, each with
// who did it, about whom, and what. Rows are made of lines and change none; what is sealed in a
// line stays out of its row. Whether the lines are sound is verified line by line, in both chains.

import { chartFolder } from '../chart/index.ts';
import {
  type Entry, explainRefusal, type JournalWorld, readJournal, verifyJournal,
} from '../journal/index.ts';
import { firstBroken, genesis } from '../journal/chain.ts';
import { explainFinding } from '../journal/finding.ts';
import { isRole, ROLES } from '../core/staff/role.ts';
import { staffFindingSentence, verifyStaff } from '../core/staff/verify-staff.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

/** Which journal a line stands in. */
export type JournalName = 'treatment' | 'chart';

/** One line of either journal, for whoever looks. */
export interface AuditRow {
  readonly journal: JournalName;
  readonly n: number;
  readonly at: string;
  readonly kind: string;
  readonly who: string;
  readonly person: string;
  readonly what: string;
  readonly prev: string;
  readonly hash: string;
}

/** What of it somebody wants to see; what is left out lets everything through. */
export interface AuditFilter {
  readonly journal?: JournalName;
  readonly kinds?: readonly string[];
  readonly who?: string;
  readonly person?: string;
  /** Days or instants, compared as they are written. */
  readonly since?: string;
  readonly until?: string;
  readonly last?: number;
}

/** Both journals of an installation. */
export interface BothJournals {
  readonly treatment: readonly Entry[];
  readonly chart: readonly Entry[];
  readonly installationIds: Readonly<Record<JournalName, string>>;
}

/** Reads both; an installation without a chart has an empty one. */
export function readBoth(dataDir: string, world: JournalWorld): Result<BothJournals, string> {
  const treatment = readOne(dataDir, world);
  if (!treatment.ok) return treatment;
  const chart = world.door.list(chartFolder(dataDir)).ok
    ? readOne(chartFolder(dataDir), world)
    : ok({ entries: [], installationId: '' });
  if (!chart.ok) return chart;
  return ok({
    treatment: treatment.value.entries,
    chart: chart.value.entries,
    installationIds: {
      treatment: treatment.value.installationId,
      chart: chart.value.installationId,
    },
  });
}

function readOne(dir: string, world: JournalWorld) {
  const entries: Entry[] = [];
  const read = readJournal(dir, world, (entry) => entries.push(entry));
  if (!read.ok) return refuse(explainRefusal(read.error));
  return ok({ entries, installationId: read.value.installation.installationId });
}

const NAMES_OF_WHO = ['by', 'staffId', 'operator', 'signedBy', 'screenedBy'] as const;

const textAt = (entry: Entry, name: string): string => {
  const value: unknown = Object.hasOwn(entry, name) ? Reflect.get(entry, name) : undefined;
  return typeof value === 'string' ? value : '';
};

const whoOf = (entry: Entry): string =>
  NAMES_OF_WHO.map((name) => textAt(entry, name)).find((text) => text !== '') ?? '';

/** What envelops a line, stands in a column of its own, or is sealed. */
const NOT_SAID: ReadonlySet<string> = new Set([
  'v', 'n', 'at', 'ms', 'synced', 'prev', 'hash', 'kind', 'person', 'by',
  'identity', 'lookup', 'secret', 'lines', 'sample', 'plan',
]);

const isRoleName = (value: unknown): boolean => typeof value === 'string' && isRole(value);

function said(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) {
    const isShort = value.length <= ROLES.length && value.every(isRoleName);
    return isShort ? value.join(' ') : `${value.length} of them`;
  }
  const { kind } = { kind: '', ...value };
  return typeof kind === 'string' && kind !== '' ? kind : 'given';
}

const SAID_CHARS_MAX = 300;

function whatOf(entry: Entry, who: string): string {
  const parts = Object.entries(entry)
    .filter(([name, value]) => !NOT_SAID.has(name) && value !== who)
    .map(([name, value]) => `${name} ${said(value)}`);
  return parts.join(', ').slice(0, SAID_CHARS_MAX).toWellFormed();
}

const rowOf = (journal: JournalName) => (entry: Entry): AuditRow => ({
  journal,
  n: entry.n,
  at: entry.at,
  kind: entry.kind,
  who: whoOf(entry),
  person: textAt(entry, 'person'),
  what: whatOf(entry, whoOf(entry)),
  prev: entry.prev,
  hash: entry.hash,
});

/** When a line was written at the earliest, if the lines before it are believed. */
function withOrder(rows: readonly AuditRow[]): readonly { row: AuditRow; notBefore: string }[] {
  let notBefore = '';
  return rows.map((row) => {
    // A wall clock that was set back moves no line before the ones that it follows.
    if (row.at > notBefore) notBefore = row.at;
    return { row, notBefore };
  });
}

const compare = (one: string, other: string): number =>
  one < other ? -1 : Number(one > other);

const isWanted = (row: AuditRow, filter: AuditFilter): boolean =>
  (filter.journal === undefined || row.journal === filter.journal)
  && (filter.kinds === undefined || filter.kinds.includes(row.kind))
  && (filter.who === undefined || row.who === filter.who)
  && (filter.person === undefined || row.person === filter.person)
  && (filter.since === undefined || row.at >= filter.since)
  && (filter.until === undefined || row.at.slice(0, filter.until.length) <= filter.until);

/** The rows that somebody wants to see. */
export function auditRows(both: BothJournals, filter: AuditFilter): readonly AuditRow[] {
  const rows = [
    ...withOrder(both.treatment.map(rowOf('treatment'))),
    ...withOrder(both.chart.map(rowOf('chart'))),
  ].toSorted((one, other) => compare(one.notBefore, other.notBefore));
  const wanted = rows.map(({ row }) => row).filter((row) => isWanted(row, filter));
  return filter.last === undefined ? wanted : wanted.slice(-filter.last);
}

/** What verifying both journals came to. */
export interface AuditVerdict {
  readonly accepted: boolean;
  readonly lines: Readonly<Record<JournalName, number>>;
  readonly findings: readonly string[];
}

/** Verifies both chains, every treatment, and that whoever did something was allowed to. */
export function verifyBoth(
  both: BothJournals,
  { sha256 }: Pick<JournalWorld, 'sha256'>,
): AuditVerdict {
  const { treatment, chart, installationIds } = both;
  const treatments = verifyJournal(treatment, {
    installationId: installationIds.treatment, sha256,
  });
  const broken = chart.length === 0
    ? undefined
    : firstBroken(chart, genesis(installationIds.chart, sha256), sha256);
  const findings = [
    ...treatments.findings.map((finding) => `Treatment journal: ${explainFinding(finding)}`),
    ...(broken === undefined ? [] : [`Chart journal: the chain is broken at line ${broken}.`]),
    ...verifyStaff(chart).map((finding) => `Chart journal: ${staffFindingSentence(finding)}`),
  ];
  const lines = { treatment: treatment.length, chart: chart.length };
  return { accepted: findings.length === 0, lines, findings };
}

