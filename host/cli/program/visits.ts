// The commands around a visit: screen, series, scan, aftercare.

import os from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { SHEET_LANGUAGES, type SheetLanguage } from '../../core/care/aftercare/sheet-words.ts';
import { MODALITIES, type Modality } from '../../core/care/modality/modality.ts';
import { aftercareCommand } from '../commands/aftercare.ts';
import { scanCommand } from '../commands/scan.ts';
import { listQuestions, screen, type ScreenAsked, screenFile } from '../commands/screen.ts';
import { askScreening } from '../commands/screen-asking.ts';
import { plannedSeries } from '../commands/series.ts';
import { EXIT } from '../exit-code.ts';
import type { Ground } from '../ground.ts';
import { failed, type Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { today } from '../today.ts';

interface Given {
  readonly json?: boolean;
}

const JSON_OPTION = ['--json', 'say everything as JSON'] as const;
const isJson = ({ json }: Given): boolean => json === true;

/** Adds them. */
export function addVisitCommands(program: Command, ground: Ground): void {
  addScreen(program, ground);
  addSeries(program, ground);
  addScan(program, ground);
  addAftercare(program, ground);
}

interface ScreenGiven extends Given {
  readonly person?: string;
  readonly history?: string;
  readonly data?: string;
  readonly out?: string;
  readonly signer?: string;
  readonly energy?: boolean;
  readonly questions?: boolean;
}

function addScreen(program: Command, { take, terminal }: Ground): void {
  program
    .command('screen')
    .description('ask what has to be asked before every visit, and write the case file')
    .argument('[answers]', 'a file of answers; without one they are asked here')
    .option('--person <key>', 'whose screening it is, when it is asked here')
    .option('--history <case>', 'an earlier case file: its history is taken over, nothing else')
    .option('--out <file>', 'where the case file goes; a file that is there is not written over')
    .option('--data <dir>', 'the installation in whose chart it is written down')
    .option('--signer <name>', 'who answers for the case file, when it is asked here')
    .option('--energy', 'also what is asked before radiofrequency, which no pen here has')
    .option('--questions', 'list the questions with their sources, and ask nothing')
    .option(...JSON_OPTION)
    .action((answers: string | undefined, given: ScreenGiven) =>
      take(screenAsked(answers, given, terminal), isJson(given)));
}

async function screenAsked(
  answers: string | undefined,
  given: ScreenGiven,
  terminal: Terminal,
): Promise<Outcome> {
  const now = today();
  const askedFor = given.energy === true ? 'energy' : 'needles';
  if (given.questions === true) return listQuestions(askedFor);
  const asked: ScreenAsked = {
    historyPath: given.history, outPath: given.out, dataDir: given.data, today: now,
  };
  if (answers !== undefined) return screenFile(answers, asked);
  const { person, signer } = given;
  if (person === undefined) {
    return failed(EXIT.usage, ['Name a file of answers, or --person to be asked here.']);
  }
  // What is piped in was not asked of anybody: lines of "no" are not a screening.
  if (isJson(given) || !terminal.interactive) {
    return failed(EXIT.usage, [
      'Questions are asked in a terminal, one by one; elsewhere name a file of answers.',
    ]);
  }
  const screened = await askScreening(askedFor, now, terminal);
  return screened === undefined
    ? failed(EXIT.leftOpen, ['Left before the last question; nobody was screened.'])
    : screen({ screened, told: { person, indications: [], signer } }, asked);
}

interface SeriesGiven extends Given {
  readonly case?: string;
  readonly person?: string;
  readonly data?: string;
  readonly visits?: number;
  readonly every?: number;
  readonly plan?: boolean;
  readonly goal?: string;
  readonly by: string;
  readonly modality: Modality;
}

const wholeNumber = (text: string): number => {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it should be a whole number.');
};

function addSeries(program: Command, { take }: Ground): void {
  program
    .command('series')
    .description('what is due, what is not yet allowed and why, and a series on the calendar')
    .argument('<areas...>', 'such as forehead, cheek, cheek:left')
    .option('--case <file>', 'the case file of somebody who has no chart here')
    .option('--person <key>', 'by the chart of this person; with --data')
    .option('--data <dir>', 'the installation whose treatments count too')
    .option('--visits <count>', 'how many; the usual number unless given', wholeNumber)
    .option('--every <days>', 'how many days apart; the usual spacing unless given', wholeNumber)
    .option('--plan', 'write the series into the chart, with --person and --data')
    .option('--goal <text>', 'what is hoped for, with --plan')
    .option('--by <name>', 'who plans it', os.userInfo().username)
    .addOption(
      new Option('--modality <name>', 'what it is done with').choices(MODALITIES)
        .default('automated'),
    )
    .option(...JSON_OPTION)
    .action((areas: readonly string[], given: SeriesGiven) =>
      take(
        plannedSeries({
          plan: given.plan === true, goal: given.goal, by: given.by,
          casePath: given.case,
          person: given.person,
          dataDir: given.data,
          areas,
          visits: given.visits,
          everyDays: given.every,
          modality: given.modality,
          today: today(),
        }),
        isJson(given),
      ));
}

interface ScanGiven extends Given {
  readonly article: readonly string[];
}

function addScan(program: Command, { take }: Ground): void {
  program
    .command('scan')
    .description("read the code of a cartridge's package (GS1 / UDI)")
    .argument('[code]', 'scanned or typed; without one, lines of a scanner that is piped in')
    .requiredOption('--article <gtin...>', 'the article numbers (GTIN) that are used here')
    .option(...JSON_OPTION)
    .action((code: string | undefined, given: ScanGiven) =>
      take(scanCommand(code, given.article, today()), isJson(given)));
}

interface AftercareGiven extends Given {
  readonly data: string;
  readonly case?: string;
  readonly name?: string;
  readonly contact?: string;
  readonly out?: string;
  readonly handed?: boolean;
  readonly by: string;
  readonly language: SheetLanguage;
}

function addAftercare(program: Command, { take }: Ground): void {
  program
    .command('aftercare')
    .description('what to do after a treatment, by date: said, on paper and in a calendar')
    .argument('[treatmentId]', 'the newest unless named')
    .requiredOption('--data <dir>', 'the folder of the installation')
    .option('--case <file>', 'the case file of somebody who has no chart here; else delicate skin')
    .option('--name <name>', 'the name on the paper; the key of the person unless given')
    .option('--contact <text>', 'whom to call; a line to write on unless given')
    .option('--out <dir>', 'the folder for the PDF and the calendar; none are made without it')
    .addOption(new Option('--language <code>', 'in which language').choices(SHEET_LANGUAGES)
      .default('en'))
    .option('--handed', 'write into the chart that it was handed over')
    .option('--by <name>', 'who hands it over', os.userInfo().username)
    .option(...JSON_OPTION)
    .action((treatmentId: string | undefined, given: AftercareGiven) =>
      take(
        aftercareCommand({
          dataDir: given.data,
          treatmentId,
          casePath: given.case,
          name: given.name,
          contact: given.contact,
          outDir: given.out,
          language: given.language,
          today: today(),
          instant: new Date().toISOString(),
          handedBy: given.handed === true ? given.by : undefined,
        }),
        isJson(given),
      ));
}
