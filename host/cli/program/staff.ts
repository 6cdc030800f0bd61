// The commands about the people who work here: users, sign-in, sign, audit.

import { type Command, Option } from 'commander';
import { MEANINGS, type Meaning } from '../../core/staff/signature.ts';
import type { AuditFilter, JournalName } from '../../staff/index.ts';
import { exportAudit, showAudit, verifyAudit } from '../commands/audit.ts';
import { signersOf, signTarget } from '../commands/sign.ts';
import {
  addUser, changeUser, dealWithUser, firstUser, listUsers, trySignIn,
} from '../commands/users.ts';
import type { Ground } from '../ground.ts';

interface Given {
  readonly data: string;
  readonly json?: boolean;
}

interface ByGiven extends Given {
  readonly by: string;
}

interface NewGiven extends ByGiven {
  readonly id: string;
  readonly name: string;
  readonly roles: string;
}

interface ChangeGiven extends ByGiven {
  readonly roles?: string;
  readonly name?: string;
  readonly secret?: boolean;
}

interface SignGiven extends ByGiven {
  readonly reason?: string;
  readonly madeBy?: string;
}

interface AuditGiven extends ByGiven {
  readonly journal?: JournalName;
  readonly kind?: readonly string[];
  readonly who?: string;
  readonly person?: string;
  readonly since?: string;
  readonly until?: string;
  readonly last?: string;
  readonly csv?: boolean;
  readonly out?: string;
}

const DATA_OPTION = ['--data <dir>', 'the folder of the installation'] as const;
const JSON_OPTION = ['--json', 'say everything as JSON'] as const;
const BY_OPTION = ['--by <id>', 'who asks; their secret is asked for'] as const;
const ROLES_OPTION = [
  '--roles <list>',
  'provider, prescriber, technician, clinical-lead, auditor; with commas',
] as const;

const isJson = ({ json }: Given): boolean => json === true;

/** Adds them. */
export function addStaffCommands(program: Command, ground: Ground): void {
  addUsers(program, ground);
  addSignIn(program, ground);
  addSign(program, ground);
  addAudit(program, ground);
}

function addUsers(program: Command, { take }: Ground): void {
  const users = program
    .command('users')
    .description('the people who work here: first, add, list, change, retire, unlock');
  const withNew = (command: Command): Command =>
    command
      .requiredOption(...DATA_OPTION)
      .requiredOption('--id <id>', 'their id, such as m-sato; it is given once')
      .requiredOption('--name <text>', 'their name, as it stands under what they sign');
  withNew(users.command('first').description('make the first clinical lead of this installation'))
    .option('--roles <list>', 'other roles of that person as well', 'clinical-lead')
    .option(...JSON_OPTION)
    .action(({ data, id, name, roles, ...given }: NewGiven) =>
      take(firstUser(data, { staffId: id, name, roles }), isJson({ data, ...given })));
  withNew(users.command('add').description('add somebody'))
    .requiredOption(...ROLES_OPTION)
    .requiredOption(...BY_OPTION)
    .option(...JSON_OPTION)
    .action(({ data, id, name, roles, by, ...given }: NewGiven) =>
      take(addUser(data, { staffId: id, name, roles }, by), isJson({ data, ...given })));
  users
    .command('list')
    .description('everybody with their roles, and who is locked out')
    .requiredOption(...DATA_OPTION)
    .option('--all', 'also who has left')
    .option(...JSON_OPTION)
    .action((given: Given & { readonly all?: boolean }) =>
      take(listUsers(given.data, given.all === true), isJson(given)));
  users
    .command('change')
    .description('change the roles, the name or the secret of somebody')
    .argument('<id>')
    .requiredOption(...DATA_OPTION)
    .requiredOption(...BY_OPTION)
    .option(...ROLES_OPTION)
    .option('--name <text>', 'the new name')
    .option('--secret', 'a new PIN or passphrase, which is asked for')
    .option(...JSON_OPTION)
    .action((id: string, given: ChangeGiven) => {
      const { data, by, roles, name, secret = false } = given;
      return take(changeUser(data, id, { roles, name, secret }, by), isJson(given));
    });
  for (const [name, kind, description] of DEALINGS) {
    users
      .command(name)
      .description(description)
      .argument('<id>')
      .requiredOption(...DATA_OPTION)
      .requiredOption(...BY_OPTION)
      .requiredOption('--why <text>', 'why; it stays in the journal')
      .option(...JSON_OPTION)
      .action((id: string, { data, by, why, ...given }: ByGiven & { readonly why: string }) =>
        take(dealWithUser(data, id, { kind, why }, by), isJson({ data, ...given })));
  }
}

const DEALINGS = [
  ['retire', 'retired', 'somebody has left; what they did and signed stays'],
  ['unlock', 'unlocked', 'let somebody try again who was locked out'],
] as const;

function addSignIn(program: Command, { take }: Ground): void {
  program
    .command('sign-in')
    .description('try whether an id and a secret are recognised; nothing stays open')
    .requiredOption(...DATA_OPTION)
    .requiredOption('--by <id>', 'the id')
    .option(...JSON_OPTION)
    .action((given: ByGiven) => take(trySignIn(given.data, given.by), isJson(given)));
}

const meaningOf = (text: string): Meaning => MEANINGS.find((each) => each === text) ?? 'override';
const SIGNED_BY_HAND = MEANINGS.filter((meaning) => meaning !== 'export');

function addSign(program: Command, { take }: Ground): void {
  const sign = program
    .command('sign')
    .description('sign an override, a clearance, a certificate or a limit profile');
  for (const meaning of SIGNED_BY_HAND) {
    sign
      .command(meaning)
      .description(meaning === 'certificate' ? 'a certificate, by its id' : `a file: ${meaning}`)
      .argument('<target>')
      .requiredOption(...DATA_OPTION)
      .requiredOption(...BY_OPTION)
      .option('--reason <text>', 'why; needed for an override and a clearance')
      .option('--made-by <id>', 'who made it: nobody approves their own')
      .option(...JSON_OPTION)
      .action((target: string, { data, by, reason, madeBy, ...given }: SignGiven) => {
        const more = { reason, madeBy };
        return take(signTarget(data, { meaning, target }, by, more), isJson({ data, ...given }));
      });
  }
  sign
    .command('check')
    .description('who has signed exactly this, as it is now')
    .argument('<meaning>', SIGNED_BY_HAND.join(', '))
    .argument('<target>')
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((meaning: string, target: string, given: Given) =>
      take(signersOf(given.data, { meaning: meaningOf(meaning), target }), isJson(given)));
}

const filterOf = (given: AuditGiven): AuditFilter => ({
  ...(given.journal === undefined ? {} : { journal: given.journal }),
  ...(given.kind === undefined ? {} : { kinds: given.kind }),
  ...(given.who === undefined ? {} : { who: given.who }),
  ...(given.person === undefined ? {} : { person: given.person }),
  ...(given.since === undefined ? {} : { since: given.since }),
  ...(given.until === undefined ? {} : { until: given.until }),
  ...(given.last === undefined ? {} : { last: Math.max(1, Math.trunc(Number(given.last)) || 1) }),
});

function addAudit(program: Command, { take }: Ground): void {
  const audit = program
    .command('audit')
    .description('what was written by whom, in both journals: show, verify, export');
  const filtered = (command: Command): Command =>
    command
      .requiredOption(...DATA_OPTION)
      .requiredOption(...BY_OPTION)
      .addOption(new Option('--journal <name>', 'only that one').choices(['treatment', 'chart']))
      .option('--kind <kinds...>', 'only these kinds of line')
      .option('--who <id>', 'only what somebody did')
      .option('--person <key>', 'only what is about a person')
      .option('--since <day>', 'from a day or instant on')
      .option('--until <day>', 'up to a day or instant')
      .option('--last <count>', 'only the newest so many');
  filtered(audit.command('show').description('the lines, oldest first'))
    .option(...JSON_OPTION)
    .action((given: AuditGiven) =>
      take(showAudit(given.data, filterOf(given), given.by), isJson(given)));
  audit
    .command('verify')
    .description('both chains, every treatment, and whether everybody was allowed to')
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((given: Given) => take(verifyAudit(given.data), isJson(given)));
  filtered(audit.command('export').description('the lines as JSON or CSV, with their hashes'))
    .addOption(new Option('--csv', 'as CSV').conflicts('json'))
    .option('--json', 'as JSON, which is the default')
    .option('--out <file>', 'where to; a file that is there is not written over')
    .action((given: AuditGiven) => {
      const to = { csv: given.csv === true, out: given.out };
      return take(exportAudit(given.data, filterOf(given), given.by, to), isJson(given));
    });
}
