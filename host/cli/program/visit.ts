// The commands of a visit that is kept in a chart: visit, follow-up, lock, unlock.

import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { TICKED, type Ticked, type VisitOutcome } from '../../care/acts/visit.ts';
import { MODALITIES, type Modality } from '../../core/care/modality/modality.ts';
import type { Purpose } from '../../core/care/visit/clearances.ts';
import { addAfterCommands } from './after.ts';
import { asked, type Given, isJson, usual } from '../on-chart.ts';
import { visitCartridge } from '../commands/visit-cartridge.ts';
import { screenVisit } from '../commands/visit-screen.ts';
import { showVisit } from '../commands/visit-show.ts';
import {
  chooseAdjunct, closeVisit, endNumbing, openVisit, startNumbing, tellByHand, tickSteps,
} from '../commands/visit.ts';
import { atGate } from '../at-gate.ts';
import type { Ground } from '../ground.ts';

function numberOf(text: string): number {
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it should be a number, such as 4 or 2.5.');
}

function wholeOf(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it should be a whole number, such as 45.');
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
  addByHand(visit, ground);
  addShow(visit, ground);
  addAfterCommands(program, ground);
}

interface OpenGiven extends Given {
  readonly room?: string;
  readonly modality: Modality;
  readonly series?: string;
}

interface CloseGiven extends Given {
  readonly outcome?: VisitOutcome;
  readonly remarks?: string;
}

function addOpening(visit: Command, { take, terminal }: Ground): void {
  usual(visit.command('open').description('open the visit of today'))
    .option('--room <name>', 'in which room')
    .option('--series <key>', 'the series that it belongs to')
    .addOption(new Option('--modality <name>', 'what it is done with').choices(MODALITIES)
      .default('automated'))
    .action((person: string, given: OpenGiven) => {
      const { room, modality, series: seriesId } = given;
      return take(openVisit(asked(person, given), { room, modality, seriesId }), isJson(given));
    });
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
    .option('--label <minutes>', 'how long its label lets it stay', wholeOf)
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

interface ToldGiven extends Given {
  readonly device: string;
  readonly area: readonly string[];
  readonly depthMm?: number;
  readonly passes?: number;
  readonly lot?: string;
}

function addByHand(visit: Command, { take }: Ground): void {
  usual(visit.command('by-hand').description('a treatment with a pen that enforces nothing'))
    .requiredOption('--device <model>', 'the pen, as its label says')
    .requiredOption('--area <areas...>', 'such as forehead or cheek:left')
    .option('--depth-mm <mm>', 'what its dial said, in millimetres', numberOf)
    .option('--passes <count>', 'how many passes', wholeOf)
    .option('--lot <text>', 'the lot of its cartridge')
    .action((person: string, given: ToldGiven) => {
      const { device, area: areas, depthMm, passes, lot } = given;
      return take(tellByHand(asked(person, given), { device, areas, depthMm, passes, lot }),
        isJson(given));
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
      return take(atGate(given, { actions: ['see-chart'], about: person }, () =>
        showVisit(what)), isJson(given));
    });
}
