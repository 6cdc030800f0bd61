/**
 * Mutants of who may do what: roles, the last clinical lead, waits after wrong secrets, signatures,
 * and what leaves the house.
 */
import { type Check, by, edit, mutant, type Table } from '../mutant.ts';

const RULES = 'host/core/staff/staff-rules.ts';
const LOCK_OUT = 'host/core/staff/lock-out.ts';
const SIGN_IN = 'host/core/staff/sign-in.ts';
const SIGNATURE = 'host/core/staff/signature.ts';
const DOOR = 'host/staff/door.ts';
const EXPORT = 'host/export/export-desk.ts';
const SUPPORT = 'host/export/support.ts';

const CORE_TESTS = 'test/host/core/staff';
const byRules = (test: string): Check =>
  by(`${CORE_TESTS}/staff-rules.test.ts`, `who works here > ${test}`);
const byRoles = (test: string): Check =>
  by(`${CORE_TESTS}/permits.test.ts`, `what each role may do > ${test}`);
const byLockOut = (test: string): Check =>
  by(`${CORE_TESTS}/lock-out.test.ts`, `a lock-out > ${test}`);
const bySignIn = (test: string): Check =>
  by(`${CORE_TESTS}/sign-in.test.ts`, `a sign-in at the console > ${test}`);
const bySignature = (test: string): Check =>
  by(`${CORE_TESTS}/signature.test.ts`, `a signature of a person > ${test}`);
const byDoor = (test: string): Check => by('test/host/staff/door.test.ts', test);
const byExport = (test: string): Check =>
  by('test/host/export/export-desk.test.ts', `letting something out of the house > ${test}`);
const bySupport = (test: string): Check =>
  by('test/host/export/support.test.ts', `a support bundle > ${test}`);

/** The table of host/core/staff, host/staff and host/export. */
export const HOST_STAFF: Table = {
  folder: 'host/staff',
  within: ['host/core/staff/', 'host/staff/', 'host/export/'],
  least: 8,
  mutants: [
    mutant(
      'S-75', 'comparison-flipped', 'nobody-may-do-everything',
      edit(
        'host/core/staff/permit-table.ts',
        'roles.some((role) => rolesFor(action).includes(role));',
        'roles.every((role) => rolesFor(action).includes(role));',
      ),
      byRoles('somebody without a role may do nothing at all'),
    ),
    mutant(
      'S-75', 'check-removed', 'who-has-left-still-may',
      edit(
        RULES,
        "if (member.retired) return refuse({ code: 'retired', asked: member.staffId });\n  ",
        '',
      ),
      byRules('who has left can change nothing and is not changed'),
    ),
    mutant(
      'S-75', 'check-removed', 'secret-of-another-changed-as-ones-own',
      edit(
        RULES,
        "change.kind === 'secret' && by.staffId === staffId",
        "change.kind === 'secret' && by.staffId !== ''",
      ),
      byRules('everybody may change the own secret, and only a lead that of another'),
    ),
    mutant(
      'S-76', 'reason-ignored', 'last-lead-loses-the-role',
      edit(
        RULES,
        "change.kind === 'retired' || (change.kind === 'roles' &&",
        "change.kind === 'retired' || (change.kind === 'roles' && change.roles.length === 0 &&",
      ),
      byRules('the last clinical lead stays one: roles'),
    ),
    mutant(
      'S-76', 'off-by-one', 'last-lead-but-one',
      edit(RULES, 'return leads.length === 1 &&', 'return leads.length === 0 &&'),
      byRules('the last clinical lead stays one: retired'),
    ),
    mutant(
      'S-76', 'age-forgotten', 'lead-who-has-left-counts',
      edit(
        'host/core/staff/roster.ts',
        "!retired && roles.includes('clinical-lead')",
        "roles.includes('clinical-lead')",
      ),
      byRules('the last clinical lead stays one: retired'),
    ),
    mutant(
      'S-77', 'wrong-unit', 'waits-that-do-not-grow',
      edit(LOCK_OUT, 'FIRST_WAIT_MS * 2 ** doublings', 'FIRST_WAIT_MS + doublings'),
      byLockOut(
        'the first failures are let pass, then waits grow up to an hour, and to a day at a hundred',
      ),
    ),
    mutant(
      'S-77', 'worst-softened', 'wait-served-by-a-new-start',
      edit(
        LOCK_OUT,
        'toMs >= fromMs ? toMs - fromMs : toMs;',
        'toMs >= fromMs ? toMs - fromMs : fromMs - toMs;',
      ),
      byLockOut('a clock that begins anew serves no more than it has shown since'),
    ),
    mutant(
      'S-77', 'check-removed', 'sign-in-made-longer-by-time-that-runs-back',
      edit(SIGN_IN, 'const passedMs = Math.max(0, elapsedMs);', 'const passedMs = elapsedMs;'),
      bySignIn('time that runs backwards makes no sign-in longer'),
    ),
    mutant(
      'S-77', 'off-by-one', 'idle-a-moment-too-long',
      edit(SIGN_IN, 'if (idleMs >= IDLE_MS)', 'if (idleMs > IDLE_MS)'),
      bySignIn('ends when nobody touches the console, and not a millisecond before'),
    ),
    mutant(
      'S-77', 'check-removed', 'guess-during-a-wait',
      edit(
        DOOR,
        "return waitMs > 0 ? refuse([{ code: 'locked-out', waitMs }]) : ok({ member, bucket });",
        'return ok({ member, bucket });',
      ),
      byDoor('a guess during a wait is not even looked at'),
    ),
    mutant(
      'S-77', 'check-removed', 'success-beside-failures-let-through',
      edit(
        DOOR,
        "return leftMs > 0 ? refuse([{ code: 'locked-out', waitMs: leftMs }]) : notes;",
        'return leftMs < 0 ? refuse([]) : notes;',
      ),
      byDoor('a right secret is not let in when a wait has begun meanwhile'),
    ),
    mutant(
      'S-77', 'check-removed', 'any-secret-is-right',
      edit(
        'host/staff/secret.ts',
        'return timingSafeEqual(hash, wanted);',
        'return hash.length === wanted.length;',
      ),
      byDoor('a wrong secret is nobody, and is counted'),
    ),
    mutant(
      'S-75', 'age-forgotten', 'who-has-left-comes-in',
      edit(
        DOOR,
        'const member = known?.retired === true ? undefined : known;',
        'const member = known;',
      ),
      by(
        'test/host/staff/desk.test.ts',
        'the desk where people say who they are > who is retired is not recognised any more',
      ),
    ),
    mutant(
      'S-78', 'check-removed', 'signature-under-no-text',
      edit(
        SIGNATURE,
        "if (!isHash(asked.subject.hash)) return refuse({ code: 'bad-hash' });\n  ",
        '',
      ),
      bySignature('what has no whole hash is not signed'),
    ),
    mutant(
      'S-78', 'reason-ignored', 'signature-for-any-text',
      edit(
        SIGNATURE,
        'subject.kind === wanted.kind && subject.hash === wanted.hash',
        'subject.kind === wanted.kind',
      ),
      bySignature('it holds for one text and one meaning, and for no other'),
    ),
    mutant(
      'S-78', 'check-removed', 'own-work-approved',
      edit(
        SIGNATURE,
        'APPROVES.has(asked.meaning) && asked.madeBy',
        "asked.reason === '' && asked.madeBy",
      ),
      bySignature('nobody approves their own limit profile or overrides for themselves'),
    ),
    mutant(
      'S-79', 'reason-ignored', 'names-for-whoever-may-have-none',
      edit(EXPORT, 'actionOfExport(format, identity)', 'actionOfExport(format, false)'),
      byExport('names are not for a provider, and nothing is even made'),
    ),
    mutant(
      'S-79', 'check-removed', 'names-without-a-signature',
      edit(
        EXPORT,
        '  if (identity) {\n    const signed',
        '  if (identity && format === asked.reason) {\n    const signed',
      ),
      byExport('names take a reason, and a signature under exactly those bytes'),
    ),
    mutant(
      'S-79', 'check-removed', 'typed-texts-go-out',
      edit('host/export/names.ts', 'typed: () => undefined,', 'typed: (text) => text,'),
      by(
        'test/host/export/csv.test.ts',
        'a treatment as a table and as a document > ' +
          'neither names anybody unless names were asked for',
      ),
    ),
    mutant(
      'S-79', 'check-removed', 'unknown-field-goes-out',
      edit(
        SUPPORT,
        'case undefined:\n      return undefined;',
        "case undefined:\n      return typeof value === 'string' ? value : undefined;",
      ),
      bySupport('a hostile name in every text of every line is nowhere in it'),
    ),
    mutant(
      'S-79', 'check-removed', 'any-word-is-one-of-our-own',
      edit(SUPPORT, 'WORDS.has(value) || KINDS.has(value) ? value', 'WORDS.size > 0 ? value'),
      bySupport('a hostile name in every text of every line is nowhere in it'),
    ),
  ],
};
