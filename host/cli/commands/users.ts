// The people who work here, from the command line: the first clinical lead by a deliberate command,
// everybody else by a clinical lead, and who stands where. Signing in is tried here as well.

import type { StaffChange } from '../../core/staff/roster.ts';
import { failuresOf, waitOf } from '../../core/staff/standing.ts';
import { readRoles } from '../../core/staff/staff-rules.ts';
import { staffSentence, waitWords } from '../../core/staff/staff-words.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { askSecret, askWho, type StaffGround, turnedAway, withStaff } from '../staff-ground.ts';

/** Somebody new, as typed. */
export interface NewcomerSaid {
  readonly staffId: string;
  readonly name: string;
  readonly roles: string;
}

const rolesOf = (text: string) => {
  const roles = readRoles(text);
  return roles.ok ? roles : refuse(failed(EXIT.usage, [staffSentence(roles.error)]));
};

/** Asks for a new secret, twice. */
async function askNew({ asker }: StaffGround, staffId: string): Promise<Result<string, Outcome>> {
  const one = await askSecret(asker, `New PIN or passphrase for ${staffId}: `);
  if (!one.ok) return one;
  const other = await askSecret(asker, 'The same again: ');
  if (!other.ok) return other;
  return one.value === other.value
    ? one
    : refuse(failed(EXIT.usage, ['The two were not the same; nothing was kept. Begin again.']));
}

/** Makes the first clinical lead, and the chart if there is none. */
export const firstUser = (dataDir: string, said: NewcomerSaid): Promise<Outcome> =>
  withStaff(dataDir, async (ground) => {
    const roles = rolesOf(said.roles);
    if (!roles.ok) return roles.error;
    if (!roles.value.includes('clinical-lead')) {
      return failed(EXIT.usage, ['The first of all has to be a clinical lead; name that role '
        + 'too.']);
    }
    const secret = await askNew(ground, said.staffId);
    if (!secret.ok) return secret.error;
    const added = await ground.desk.addFirst({ ...said, roles: roles.value }, secret.value);
    if (!added.ok) return turnedAway(added.error);
    return done([`${said.staffId} is the first clinical lead here.`], {
      ok: true, staffId: said.staffId, roles: roles.value,
    });
  }, true);

/** Adds somebody. */
export const addUser = (dataDir: string, said: NewcomerSaid, by: string): Promise<Outcome> =>
  withStaff(dataDir, async (ground) => {
    const roles = rolesOf(said.roles);
    if (!roles.ok) return roles.error;
    const who = await askWho(ground, by);
    if (!who.ok) return who.error;
    const secret = await askNew(ground, said.staffId);
    if (!secret.ok) return secret.error;
    const added = await ground.desk.add({ ...said, roles: roles.value }, secret.value, who.value);
    if (!added.ok) return turnedAway(added.error);
    return done([`${said.staffId} works here now as ${roles.value.join(', ')}.`], {
      ok: true, staffId: said.staffId, roles: roles.value,
    });
  });

/** Lists everybody, and who has to wait. */
export const listUsers = (dataDir: string, all: boolean): Promise<Outcome> =>
  withStaff(dataDir, ({ desk, world }) => {
    const standing = desk.standing();
    if (!standing.ok) return turnedAway(standing.error);
    const nowMs = world.nowMs();
    const rows = [...standing.value.roster.values()]
      .filter(({ retired }) => all || !retired)
      .map(({ staffId, name, roles, secretKind, retired }) => ({
        staffId, name, roles, secretKind, retired,
        failures: failuresOf(standing.value, staffId),
        waitMs: waitOf(standing.value, staffId, nowMs),
      }));
    if (rows.length === 0) {
      return done([staffSentence({ code: 'nobody-yet' })], { ok: true, users: [] });
    }
    return done(tableOf(rows.map(cellsOf)), { ok: true, users: rows });
  });

interface UserRow {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly secretKind: string;
  readonly retired: boolean;
  readonly failures: number;
  readonly waitMs: number;
}

const cellsOf = (row: UserRow): readonly string[] => [
  row.staffId, row.name, row.roles.join(', '), row.secretKind,
  row.retired ? 'retired' : row.waitMs > 0 ? `locked out for ${waitWords(row.waitMs)}` : 'here',
];

const HEADS = ['id', 'name', 'roles', 'secret', ''];

function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const all = [HEADS, ...rows];
  const widths = HEADS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}

/** What is to be changed about somebody, as typed. */
export interface ChangeSaid {
  readonly roles: string | undefined;
  readonly name: string | undefined;
  readonly secret: boolean;
}

function changeOf({ roles, name }: ChangeSaid): Result<StaffChange, Outcome> {
  if (name !== undefined) return ok({ kind: 'name', name });
  const read = rolesOf(roles ?? '');
  return read.ok ? ok({ kind: 'roles', roles: read.value }) : read;
}

/** Changes one thing about somebody. */
export const changeUser = (
  dataDir: string, staffId: string, said: ChangeSaid, by: string,
): Promise<Outcome> =>
  withStaff(dataDir, async (ground) => {
    const asked = [said.roles !== undefined, said.name !== undefined, said.secret];
    if (asked.filter(Boolean).length !== 1) {
      return failed(EXIT.usage, ['Change one thing at a time: --roles, --name or --secret.']);
    }
    const change = said.secret ? undefined : changeOf(said);
    if (change?.ok === false) return change.error;
    const who = await askWho(ground, by);
    if (!who.ok) return who.error;
    const secret = change === undefined ? await askNew(ground, staffId) : undefined;
    if (secret?.ok === false) return secret.error;
    const changed = change === undefined
      ? await ground.desk.changeSecret(staffId, secret?.value ?? '', who.value)
      : await ground.desk.change(staffId, change.value, who.value);
    if (!changed.ok) return turnedAway(changed.error);
    return done([`${staffId} was changed.`], { ok: true, staffId });
  });

/** Retires or unlocks somebody, with a reason. */
export const dealWithUser = (
  dataDir: string,
  staffId: string,
  change: { readonly kind: 'retired' | 'unlocked'; readonly why: string },
  by: string,
): Promise<Outcome> =>
  withStaff(dataDir, async (ground) => {
    if (change.why.trim() === '') {
      return failed(EXIT.usage, ['Say with --why why; it stays in the journal.']);
    }
    const who = await askWho(ground, by);
    if (!who.ok) return who.error;
    const changed = await ground.desk.change(staffId, change, who.value);
    if (!changed.ok) return turnedAway(changed.error);
    return done([`${staffId} is ${change.kind} now.`], { ok: true, staffId });
  });

/** Tries whether somebody is recognised; the sign-in ends at once. */
export const trySignIn = (dataDir: string, staffId: string): Promise<Outcome> =>
  withStaff(dataDir, async (ground) => {
    const who = await askWho(ground, staffId);
    if (!who.ok) return who.error;
    const signedIn = await ground.desk.signIn(who.value);
    if (!signedIn.ok) return turnedAway(signedIn.error);
    const { member, signInId } = signedIn.value;
    const left = await ground.desk.signOut(staffId, signInId, 'left');
    if (!left.ok) return turnedAway(left.error);
    return done([`${member.name} was recognised: ${member.roles.join(', ')}.`], {
      ok: true, staffId, roles: member.roles,
    });
  });
