// Verifies what the chart journal says about people by the lines alone: whoever added, changed,
// signed or exported had the role for it on that line, ids were given once, and there was always a
// clinical lead. That no line was altered is for the chain; this says that none should not be
// there.

import type { Entry, EntryOf } from '../../journal/entry.ts';
import { mayDo, type Action } from './permit-table.ts';
import { leadsOf, type Member } from './roster.ts';
import { actionOfMeaning } from './signature.ts';
import { afterStaffLine, NO_STAFF, type StaffStanding } from './standing.ts';
import { againstAdding, againstChange, againstFirst, FIRST_ID } from './staff-rules.ts';

/** A line that should not be there. */
export interface StaffFinding {
  readonly n: number;
  readonly code:
    | 'not-allowed-to-add'
    | 'not-allowed-to-change'
    | 'not-allowed-to-sign'
    | 'not-allowed-to-export'
    | 'signed-under-another-name'
    | 'nobody-of-that-id'
    | 'no-lead-left';
  readonly staffId: string;
}

/** Everything that should not be there. */
export function verifyStaff(entries: Iterable<Entry>): readonly StaffFinding[] {
  const found: StaffFinding[] = [];
  let standing = NO_STAFF;
  for (const entry of entries) {
    found.push(...findingsAt(standing, entry));
    const after = afterStaffLine(standing, entry);
    if (leadsOf(standing.roster).length > 0 && leadsOf(after.roster).length === 0) {
      found.push({ n: entry.n, code: 'no-lead-left', staffId: '' });
    }
    standing = after;
  }
  return found;
}

function findingsAt(standing: StaffStanding, entry: Entry): readonly StaffFinding[] {
  const { kind } = entry;
  if (kind === 'staff-added') return addedFindings(standing, entry);
  if (kind === 'staff-changed') return changedFindings(standing, entry);
  if (kind === 'signed') return signedFindings(standing, entry);
  return kind === 'exported' ? exportedFindings(standing, entry) : [];
}

const at = (code: StaffFinding['code'], n: number, staffId: string): StaffFinding =>
  ({ n, code, staffId });

function addedFindings({ roster }: StaffStanding, entry: EntryOf<'staff-added'>) {
  const { by, n } = entry;
  if (by === FIRST_ID) {
    return againstFirst(roster, entry).length === 0 ? [] : [at('not-allowed-to-add', n, by)];
  }
  const who = roster.get(by);
  if (who === undefined) return [at('nobody-of-that-id', n, by)];
  return againstAdding(roster, entry, who).length === 0 ? [] : [at('not-allowed-to-add', n, by)];
}

function changedFindings({ roster }: StaffStanding, entry: EntryOf<'staff-changed'>) {
  const { by, n, staffId, change } = entry;
  const who = roster.get(by);
  if (who === undefined) return [at('nobody-of-that-id', n, by)];
  const against = againstChange(roster, staffId, change, who);
  return against.length === 0 ? [] : [at('not-allowed-to-change', n, by)];
}

function signedFindings({ roster }: StaffStanding, entry: EntryOf<'signed'>) {
  const { staffId, n, name, role, meaning } = entry;
  const who = roster.get(staffId);
  if (who === undefined) return [at('nobody-of-that-id', n, staffId)];
  const action = actionOfMeaning(meaning);
  const may = action !== undefined && isAllowed(who, action) && mayDo([role], action)
    && who.roles.includes(role);
  return [
    ...(may ? [] : [at('not-allowed-to-sign', n, staffId)]),
    ...(who.name === name ? [] : [at('signed-under-another-name', n, staffId)]),
  ];
}

/** What an export of a format takes. */
export const actionOfExport = (format: string, identity: boolean): Action => {
  if (identity) return 'export-identity';
  if (format === 'audit') return 'export-audit';
  if (format === 'support') return 'export-support';
  return format === 'adverse-event' ? 'draft-adverse-event' : 'export-record';
};

function exportedFindings({ roster }: StaffStanding, entry: EntryOf<'exported'>) {
  const { by, n, format, identity } = entry;
  const who = roster.get(by);
  if (who === undefined) return [at('nobody-of-that-id', n, by)];
  const may = isAllowed(who, actionOfExport(format, identity));
  return may ? [] : [at('not-allowed-to-export', n, by)];
}

const isAllowed = (who: Member, action: Action): boolean =>
  !who.retired && mayDo(who.roles, action);

const FINDING_WORDS: Readonly<Record<StaffFinding['code'], string>> = {
  'not-allowed-to-add': 'added somebody without being allowed to',
  'not-allowed-to-change': 'changed something about somebody without being allowed to',
  'not-allowed-to-sign': 'signed what their role does not sign',
  'not-allowed-to-export': 'let something out of the house without being allowed to',
  'signed-under-another-name': 'signed under a name that was not theirs',
  'nobody-of-that-id': 'did something and does not work here',
  'no-lead-left': 'left nobody as clinical lead',
};

/** A finding in one sentence. */
export const staffFindingSentence = ({ n, code, staffId }: StaffFinding): string =>
  `Line ${n}: ${staffId === '' ? 'a change' : `"${staffId}"`} ${FINDING_WORDS[code]}.`;
