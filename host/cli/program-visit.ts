// The commands of a visit that is kept in a chart: visit, follow-up, lock, unlock.

import os from 'node:os';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { FollowUpTold } from '../core/care/aftercare/follow-up.ts';
import type { Purpose } from '../core/care/visit/clearances.ts';
import { followUp, lockAreas, unlockAreas } from './commands/follow-up.ts';
import { visitCartridge } from './commands/visit-cartridge.ts';
import { screenVisit } from './commands/visit-screen.ts';
import { showVisit } from './commands/visit-show.ts';
import {
  chooseAdjunct, closeVisit, endNumbing, openVisit, startNumbing, TICKED, type Ticked,
  tickSteps, type VisitOutcome,
} from './commands/visit.ts';
import type { Ground } from './ground.ts';
import { today } from './today.ts';
import type { VisitGiven } from './visit-ground.ts';

interface Given {
  readonly data: string;
  readonly by: string;
  readonly json?: boolean;
}

const isJson = ({ json }: Pick<Given, 'json'>): boolean => json === true;

const asked = (person: string, { data, by }: Given): VisitGiven =>
  ({ dataDir: data, person, by, today: today() });

const usual = (command: Command): Command =>
  command
    .argument('<person>', 'the key of the chart, see "corium people list"')
    .requiredOption('--data <dir>', 'the folder of the installation')
    .option('--by <name>', 'who does this', os.userInfo().username)
    .option('--json', 'say everything as JSON');

function numberOf(text: string): number {
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it should be a number, such as 4 or 2.5.');
}

function minutesOf(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it should be whole minutes, such as 45.');
}

const EXAMPLE = `
Example:
  corium visit open p-1a2b3c4d5e --data clinic --by m-sato
  corium visit screen p-1a2b3c4d5e answers.json --data clinic --by m-sato
  corium visit tick p-1a2b3c4d5e reprocessed barrier --data clinic --by m-sato
  corium visit show p-1a2b3c4d5e --area cheek --data clinic
`;

/** Adds them. */
export function addVisitCommand(program: Command, ground: Ground): void {
  const visit = program
    .command('visit')
    .description('a visit in the chart: what is open, and what was done')
    .addHelpText('after', EXAMPLE);
  addOpening(visit, ground);
  addNumbing(visit, ground);
  addThings(visit, ground);
  addShow(visit, ground);
  addFollowUp(program, ground);
  addLocks(program, ground);
}

interface CloseGiven extends Given {
  readonly room?: string;
  readonly outcome?: VisitOutcome;
  readonly remarks?: string;
}

function addOpening(visit: Command, { take, terminal }: Ground): void {
  usual(visit.command('open').description('open the visit of today'))
    .option('--room <name>', 'in which room')
    .action((person: string, given: CloseGiven) =>
      take(openVisit(asked(person, given), given.room), isJson(given)));
  usual(visit.command('screen').description('ask the questions of today, into the chart'))
    .argument('[answers]', 'a file of answers; without one they are asked here')
    .action((person: string, answers: string | undefined, given: Given) =>
      take(screenVisit(asked(person, given), answers, terminal), isJson(given)));
  usual(visit.command('tick').description('note steps that were done'))
    .addArgument(new Argument('<steps...>', 'what was done').choices(TICKED))
    .action((person: string, steps: readonly Ticked[], given: Given) =>
      take(tickSteps(asked(person, given), steps), isJson(given)));
  usual(visit.command('close').description('close the visit'))
    .addOption(new Option('--outcome <how>', 'what came of it; the journal knows it else')
      .choices(['treated', 'not-treated', 'stopped']))
    .option('--remarks <text>', 'what is to be remembered')
    .action((person: string, given: CloseGiven) =>
      take(closeVisit(asked(person, given), given.outcome, given.remarks), isJson(given)));
}

interface NumbingGiven extends Given {
  readonly product: string;
  readonly strength: number;
  readonly grams: number;
  readonly cm2: number;
  readonly area: readonly string[];
  readonly label?: number;
}

function addNumbing(visit: Command, { take }: Ground): void {
  const numbing = visit.command('numbing').description('numbing cream: on, off, and cleaned after');
  usual(numbing.command('start').description('it was put on'))
    .requiredOption('--product <name>', 'the name on the tube')
    .requiredOption('--strength <percent>', 'in per cent', numberOf)
    .requiredOption('--grams <grams>', 'how much', numberOf)
    .requiredOption('--cm2 <size>', 'how much skin it covers', numberOf)
    .requiredOption('--area <areas...>', 'where')
    .option('--label <minutes>', 'how long its label lets it stay', minutesOf)
    .action((person: string, given: NumbingGiven) => {
      const { product, strength, grams, cm2, area, label } = given;
      const typed = { product, strength, grams, cm2, areas: area, minutes: label };
      return take(startNumbing(asked(person, given), typed), isJson(given));
    });
  usual(numbing.command('remove').description('it was taken off'))
    .action((person: string, given: Given) =>
      take(endNumbing(asked(person, given), 'removed'), isJson(given)));
  usual(numbing.command('clean').description('the skin was cleaned after'))
    .action((person: string, given: Given) =>
      take(endNumbing(asked(person, given), 'cleaned'), isJson(given)));
}

interface ThingGiven extends Given {
  readonly lot?: string;
  readonly product?: string;
  readonly prescriber?: string;
  readonly article: readonly string[];
  readonly intact?: boolean;
}

function addThings(visit: Command, { take }: Ground): void {
  usual(visit.command('adjunct').description('what is used on the skin together with the needle'))
    .argument('<name>', 'such as sterile-hydrogel')
    .option('--lot <text>', 'its lot, as the package says')
    .option('--product <name>', 'its name, as the package says')
    .option('--prescriber <name>', 'who signs for it, where it wants a prescriber')
    .action((person: string, id: string, given: ThingGiven) => {
      const { lot, product, prescriber } = given;
      const typed = { id, lot, product, prescriber };
      return take(chooseAdjunct(asked(person, given), typed), isJson(given));
    });
  usual(visit.command('cartridge').description('scan a cartridge and claim it for this visit'))
    .argument('<code>', 'the code of the package, scanned or typed')
    .requiredOption('--article <gtin...>', 'the article numbers (GTIN) that are used here')
    .option('--intact', 'somebody looked at the package, and it was whole')
    .action((person: string, code: string, given: ThingGiven) => {
      const typed = { code, articles: given.article, intact: given.intact === true };
      return take(visitCartridge(asked(person, given), typed), isJson(given));
    });
}

interface ShowGiven extends Given {
  readonly area?: readonly string[];
  readonly device?: string;
  readonly purpose?: Purpose;
}

function addShow(visit: Command, { take }: Ground): void {
  usual(visit.command('show').description('what is open, due, not yet allowed, and on-label'))
    .option('--area <areas...>', 'such as forehead or cheek:left')
    .option('--device <model>', 'the exact model of the pen, for what it is cleared for')
    .addOption(new Option('--purpose <name>', 'what it is done for')
      .choices(['acne-scar', 'wrinkle', 'abdominal-scar']))
    .action((person: string, given: ShowGiven) => {
      const { area = [], device, purpose } = given;
      const what = { ...asked(person, given), areas: area, device, purpose };
      return take(showVisit(what), isJson(given));
    });
}

interface FollowUpGiven extends Given {
  readonly visit?: string;
  readonly milestone: string;
  readonly how: FollowUpTold['how'];
  readonly flag?: readonly string[];
  readonly remarks?: string;
}

function addFollowUp(program: Command, { take }: Ground): void {
  usual(program.command('follow-up').description('how it went; a red flag locks what it is about'))
    .requiredOption('--milestone <name>', 'such as hours-24, day-7 or day-28')
    .addOption(new Option('--how <way>', 'how it is known').makeOptionMandatory()
      .choices(['seen', 'photo', 'telephone', 'message', 'not-reached']))
    .option('--visit <key>', 'which visit; the newest unless named')
    .option('--flag <flags...>', 'red flags, such as pigment or pigment:cheek:left')
    .option('--remarks <text>', 'what is to be remembered')
    .action((person: string, given: FollowUpGiven) => {
      const { visit, milestone, how, flag = [], remarks } = given;
      const typed = { visitId: visit, milestone, how, flags: flag, remarks };
      return take(followUp(asked(person, given), typed), isJson(given));
    });
}

interface LockGiven extends Given {
  readonly area: readonly string[];
  readonly why: string;
}

function addLocks(program: Command, { take }: Ground): void {
  const both = [
    ['lock', 'keep areas of a person from being treated', lockAreas],
    ['unlock', 'let areas be treated again, by somebody who may', unlockAreas],
  ] as const;
  for (const [name, description, run] of both) {
    usual(program.command(name).description(description))
      .requiredOption('--area <areas...>', 'such as forehead or cheek:left')
      .requiredOption('--why <text>', 'why; it stays in the chart')
      .action((person: string, given: LockGiven) => {
        const typed = { areas: given.area, why: given.why };
        return take(run(asked(person, given), typed), isJson(given));
      });
  }
}
