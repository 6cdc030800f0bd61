// The door of the journal for the rest of the host's shell and for its roots. Pure files of the
// core import the pure file they mean instead.

export { type Accounts, type Budgets, createAccounts } from './budgets.ts';
export type { Entry, EntryOf, Note, NoteGiven } from './entry.ts';
export { refusalReasons } from './entry.ts';
export { explainFault, explainRefusal } from './explain.ts';
export { recordCsv, recordJson, recordText } from './export.ts';
export { explainFinding, type Finding, type Verdict } from './finding.ts';
export { initInstallation } from './install.ts';
export { openJournal, type OpenOptions } from './open.ts';
export { type JournalRead, type Place, placeOf, readByFile, readJournal } from './read.ts';
export { foldRecord, type TreatmentRecord } from './record.ts';
export type { JournalFault, JournalRefusal } from './refusal.ts';
export { explainLedger, type LedgerRefusal, type PenLedger } from './resolve.ts';
export { resolveAtWorst, resolveByLedger } from './resolve.ts';
export { verifyJournal, verifyTreatment } from './verify.ts';
export { type JournalWorld, nodeWorld, sha256 } from './world.ts';
export type { Appended, Journal } from './writer.ts';
