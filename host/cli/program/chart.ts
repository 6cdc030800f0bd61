// The commands about people, charts and the store.

import os from 'node:os';
import { type Command, Option } from 'commander';
import type { Side } from '../../../protocol/area.ts';
import {
  cartridgeCommand, claimCommand, followUpsCommand, penTreatmentsCommand,
} from '../commands/cartridge.ts';
import { chartCommand, doseCommand } from '../commands/chart.ts';
import {
  addPersonCommand, amendPersonCommand, listPeopleCommand, mergePeopleCommand, newKeyCommand,
  type PeopleAsked, showPersonCommand,
} from '../commands/people.ts';
import {
  backupCommand, beginCommand, compareCommand, exchangeCommand, rebuildCommand, restoreCommand,
  statusCommand,
  verifyCommand,
} from '../commands/store.ts';
import type { Ground } from '../ground.ts';
import { atGate, atGateWriting } from '../at-gate.ts';
import type { Outcome } from '../outcome.ts';
import { today } from '../today.ts';
import type { Actor } from '../../core/staff/actor.ts';
import { type Action, mayDo } from '../../core/staff/permit-table.ts';

interface Given {
  readonly data: string;
  readonly key?: string;
  readonly by: string;
  readonly json?: boolean;
}

interface PersonGiven extends Given {
  readonly name: string;
  readonly born: string;
  readonly contact?: string;
  readonly person?: string;
  readonly distinctFrom?: readonly string[];
}

interface WhyGiven extends Given {
  readonly why: string;
}

interface ClaimGiven extends Given {
  readonly person: string;
  readonly visit: string;
  readonly lot?: string;
}

interface DoseGiven extends Given {
  readonly side?: Side;
  readonly days: string;
}

const askedOf = ({ data, key, by }: Given): PeopleAsked => ({ dataDir: data, keyPath: key, by });
/** Whether somebody may be shown names: the chart alone is shown under pseudonyms. */
const mayName = (actor: Actor): boolean =>
  actor.kind === 'typed' || mayDo(actor.roles, 'see-identity');
const isJson = ({ json }: Given): boolean => json === true;

const usual = (command: Command): Command =>
  command
    .requiredOption('--data <dir>', 'the folder of the installation')
    .option('--by <name>', 'who does this', os.userInfo().username)
    .option('--json', 'say everything as JSON');

const withKey = (command: Command): Command =>
  command.option('--key <file>', 'the identity key, if it is not in its usual place');

const withPerson = (command: Command): Command =>
  withKey(usual(command))
    .requiredOption('--name <text>', 'the name, in any script')
    .requiredOption('--born <day>', 'the birth date, YYYY-MM-DD')
    .option('--contact <text>', 'how to reach the person');

/** Adds them. */
export function addChartCommands(program: Command, ground: Ground): void {
  addPeople(program, ground);
  addChart(program, ground);
  addCartridge(program, ground);
  addStore(program, ground);
}

function addPeople(program: Command, { take }: Ground): void {
  const people = program.command('people').description('who has a chart, under which key');
  withKey(usual(people.command('new-key').description('make the key that seals names')))
    .action((given: Given) =>
      take(atGateWriting(given, { actions: ['make-identity-key'] }, () =>
        newKeyCommand(given.data, given.key)), isJson(given)));
  withPerson(people.command('add').description('make a chart for somebody'))
    .option('--person <key>', 'the key the person has in another room; else a fresh one')
    .option('--distinct-from <key...>', 'people of the same name and day who are others')
    .addHelpText('after', EXAMPLE)
    .action((given: PersonGiven) => {
      const { name, born, contact, person, distinctFrom = [] } = given;
      const said = { name, born, contact, person, distinctFrom };
      const act = { actions: ['register-person'] } as const;
      return take(atGateWriting(given, act, (by) =>
        addPersonCommand({ ...askedOf(given), by }, said, today())), isJson(given));
    });
  withKey(usual(people.command('list').description('everybody who has a chart')))
    .action((given: Given) =>
      take(atGate(given, { actions: ['see-chart'] }, (by, actor) =>
        listPeopleCommand({ ...askedOf(given), by }, mayName(actor))), isJson(given)));
  usual(people.command('due').description('follow-ups that are due'))
    .action((given: Given) =>
      take(atGate(given, { actions: ['see-chart'] }, () =>
        followUpsCommand(given.data, today())), isJson(given)));
  withKey(usual(people.command('show').description('who somebody is').argument('<person>')))
    .action((person: string, given: Given) =>
      take(atGate(given, { actions: ['see-chart'], about: person }, (by, actor) =>
        showPersonCommand({ ...askedOf(given), by }, person, mayName(actor))), isJson(given)));
  withPerson(people.command('amend').description('put right who somebody is')
    .argument('<person>'))
    .requiredOption('--why <text>', 'why; it is kept with what stood there')
    .action((person: string, given: PersonGiven & WhyGiven) => {
      const { name, born, contact, why } = given;
      const said = { person, name, born, contact, why };
      const act = { actions: ['amend-person'], about: person } as const;
      return take(atGateWriting(given, act, (by) =>
        amendPersonCommand({ ...askedOf(given), by }, said, today())), isJson(given));
    });
  usual(people.command('merge').description('two charts that are of one person')
    .argument('<from>').argument('<into>'))
    .requiredOption('--why <text>', 'how it is known')
    .action((from: string, into: string, given: WhyGiven) =>
      take(atGateWriting(given, { actions: ['merge-persons'], about: from }, (by) =>
        mergePeopleCommand({ ...askedOf(given), by }, from, into, given.why)), isJson(given)));
}

function addChart(program: Command, { take }: Ground): void {
  const asked = (person: string, { data: dataDir, by }: Given) =>
    ({ dataDir, person, by, today: today() });
  usual(program.command('chart').description("a person's visits and treatments")
    .argument('<person>'))
    .action((person: string, given: Given) =>
      take(atGate(given, { actions: ['see-chart'], about: person }, (by) =>
        chartCommand({ ...asked(person, given), by })), isJson(given)));
  usual(program.command('dose').description('what one piece of skin had, today and lately')
    .argument('<person>').argument('<area>'))
    .addOption(new Option('--side <side>', 'which half of the body')
      .choices(['left', 'right', 'midline']))
    .option('--days <number>', 'how many days back, today among them', '30')
    .action((person: string, area: string, given: DoseGiven) => {
      const { side, days } = given;
      return take(atGate(given, { actions: ['see-chart'], about: person }, (by) =>
        doseCommand({ ...asked(person, given), by, area, side, days })), isJson(given));
    });
}

function addCartridge(program: Command, { take }: Ground): void {
  const cartridge = program
    .command('cartridge')
    .description('cartridges: each is for one person and one visit');
  usual(cartridge.command('claim').description('take one').argument('<serial>'))
    .requiredOption('--person <key>', 'for whom')
    .requiredOption('--visit <key>', 'for which visit')
    .option('--lot <text>', 'its lot, as the package says')
    .action((serial: string, { data: dataDir, person, visit, lot, by, json }: ClaimGiven) =>
      take(claimCommand({ dataDir, person, by, today: today() }, { serial, visitId: visit, lot }),
        json === true));
  usual(cartridge.command('show').description('what one was taken and used for')
    .argument('<serial>'))
    .action((serial: string, given: Given) =>
      take(atGate(given, { actions: ['see-chart'], about: serial }, () =>
        cartridgeCommand(given.data, serial)), isJson(given)));
}

function addStore(program: Command, { take }: Ground): void {
  const store = program
    .command('store')
    .description('the database, which can be made again from the journals at any time');
  type Run = (dataDir: string, by: string) => Outcome | Promise<Outcome>;
  const plain: readonly (readonly [string, Action, string, Run])[] = [
    ['begin', 'rebuild-store', 'make the chart journal of an older installation', beginCommand],
    ['status', 'verify-audit', 'where it is and how far it has come', statusCommand],
    ['rebuild', 'rebuild-store', 'make it again from the journals', rebuildCommand],
    ['verify', 'verify-audit', 'hold it against the journals', verifyCommand],
    ['exchange', 'exchange-rooms', 'tell the other rooms, and learn from them', exchangeCommand],
  ];
  for (const [name, action, description, run] of plain) {
    usual(store.command(name).description(description))
      .action((given: Given) => take(atGate(given, { actions: [action] }, (by) =>
        run(given.data, by)), isJson(given)));
  }
  usual(store.command('pen').description('what was treated with a pen').argument('<serial>'))
    .action((serial: string, given: Given) =>
      take(atGate(given, { actions: ['see-chart'], about: serial }, () =>
        penTreatmentsCommand(given.data, serial)), isJson(given)));
  usual(store.command('compare').description('hold a copy of the shared database against it')
    .argument('<url>', 'the copy, as postgresql://...'))
    .action((url: string, given: Given) =>
      take(atGate(given, { actions: ['verify-audit'] }, () =>
        compareCommand(given.data, url)), isJson(given)));
  usual(store.command('backup').description('copy it while it is in use').argument('<file>'))
    .action((file: string, given: Given) =>
      take(atGate(given, { actions: ['back-up'] }, () =>
        backupCommand(given.data, file)), isJson(given)));
  usual(store.command('restore').description('put a copy in its place').argument('<file>'))
    .action((file: string, given: Given) =>
      take(atGateWriting(given, { actions: ['restore-back-up'] }, (by) =>
        restoreCommand(given.data, file, by)), isJson(given)));
}

const EXAMPLE = `
Example:
  corium people new-key --data clinic
  corium people add --data clinic --name "Zoë Ó Súilleabháin" --born 1988-04-30
`;
