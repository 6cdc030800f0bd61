// The door of the people who work here for the rest of the host's shell and for its roots.

export {
  type AuditFilter,
  type AuditRow,
  auditRows,
  type AuditVerdict,
  type BothJournals,
  type JournalName,
  readBoth,
  verifyBoth,
} from './audit.ts';
export { openDesk, type StaffDesk } from './desk.ts';
export type { Claimed, DeskRefusal } from './desk-ground.ts';
export { deskSentence } from './desk-words.ts';
export { type Act, type Claim, type Gate, type GateGround, openGate } from './gate.ts';
