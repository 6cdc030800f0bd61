// Invented people who work in an invented house, and what they are checked with.

import type { Member, Roster, SecretRecord } from '../../../../host/core/staff/roster.ts';
import type { Role } from '../../../../host/core/staff/role.ts';

/** A secret that nothing is checked against. */
export const NO_SECRET: SecretRecord = {
  algorithm: 'scrypt',
  n: 1_024,
  r: 8,
  p: 1,
  saltHex: '00'.repeat(16),
  hashHex: '11'.repeat(32),
};

/** Somebody with these roles. */
export const member = (staffId: string, ...roles: readonly Role[]): Member => ({
  staffId,
  name: `Name of ${staffId}`,
  roles,
  secret: NO_SECRET,
  secretKind: 'pin',
  retired: false,
});

/** A roster of some people. */
export const rosterOf = (...members: readonly Member[]): Roster =>
  new Map(members.map((each) => [each.staffId, each]));
