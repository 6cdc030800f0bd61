// The commands about people and plans: demo, init, check, treat, record.

import os from 'node:os';
import { type Command, Option } from 'commander';
import { checkCommand } from '../commands/check.ts';
import { demoCommand } from '../commands/demo.ts';
import { initCommand } from '../commands/init.ts';
import { exportRecord, showRecord, verifyRecord } from '../commands/record.ts';
import { treatCommand } from '../commands/treat.ts';
import { DEMO_MODEL } from '../pen-access.ts';
import type { Ground } from '../ground.ts';

/** Options as commander hands them over, each under the name that was declared. */
interface Given {
  readonly data: string;
  readonly case?: string;
  readonly person?: string;
  readonly pen: string;
  readonly pedal?: boolean;
  readonly scripted?: boolean;
  readonly model: string;
  readonly by: string;
  readonly recordWire?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

const JSON_OPTION = ['--json', 'say everything as JSON'] as const;
const DATA_OPTION = ['--data <dir>', 'the folder of the installation'] as const;
const RECORD_OPTION = [
  '--record-wire <file>',
  'record everything on the wire in a new file, for "corium replay"',
] as const;
const CASE_OPTION = [
  '--case <file>',
  'the case file of the person; none means a first visit',
] as const;

/** The option that names a pen. */
export const PEN_OPTION = [
  '--pen <address>',
  'serial:PATH, tcp:HOST:PORT, hid:SERIAL or sim',
] as const;

/** The option that names the model of a simulated pen. */
export const modelOption = (): Option =>
  new Option('--model <name>', 'with --pen sim: which simulated pen').default(DEMO_MODEL);

const isJson = ({ json }: Pick<Given, 'json'>): boolean => json === true;

const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;

/** Adds them. */
export function addCareCommands(program: Command, ground: Ground): void {
  addDemo(program, ground);
  addInit(program, ground);
  addCheck(program, ground);
  addTreat(program, ground);
  addRecord(program, ground);
}

function addDemo(program: Command, { take, terminal }: Ground): void {
  program
    .command('demo')
    .description('a whole treatment with a simulated pen, in a new folder, in about a minute')
    .option(...RECORD_OPTION)
    .option(...JSON_OPTION)
    .action((given: Given) =>
      take(demoCommand(isJson(given), given.recordWire, terminal), isJson(given)),
    );
}

function addInit(program: Command, { take }: Ground): void {
  program
    .command('init')
    .description('make a new installation: a folder with a journal')
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .addHelpText('after', examples('corium init --data clinic'))
    .action((given: Given) => take(initCommand(given.data), isJson(given)));
}

function addCheck(program: Command, { take }: Ground): void {
  program
    .command('check')
    .description('everything against a plan, and the rule that binds each number')
    .argument('<plan>', 'the plan file')
    .option(...CASE_OPTION)
    .option('--data <dir>', 'the installation whose spent budgets count')
    .option(...PEN_OPTION)
    .addOption(modelOption())
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        'corium check plan.json',
        'corium check plan.json --case case.json --data clinic --pen sim',
      ),
    )
    .action((planPath: string, given: Partial<Given> & Pick<Given, 'model'>) => {
      const { model, pen, data: dataDir, case: casePath } = given;
      const sim = { model, memory: undefined, operator: 'none' } as const;
      return take(checkCommand({ planPath, casePath, dataDir, pen, sim }), isJson(given));
    });
}

function addTreat(program: Command, { take, terminal }: Ground): void {
  program
    .command('treat')
    .description('deliver a plan with a pen, area by area')
    .argument('<plan>', 'the plan file')
    .requiredOption(...DATA_OPTION)
    .requiredOption(...PEN_OPTION)
    .option(
      '--case <file>',
      'the case file of somebody who has no chart here; none means a first visit',
    )
    .option('--person <key>', 'by this chart; a plan of somebody who has one finds it by itself')
    .option('--pedal', 'a foot pedal has to be held as well as the trigger')
    .option('--scripted', 'with --pen sim only: a provider by script')
    .option('--by <name>', 'who stops, clears and finishes', os.userInfo().username)
    .option(...RECORD_OPTION)
    .addOption(modelOption())
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `${examples(
        'corium treat plan.json --case case.json --data clinic --pen serial:/dev/ttyACM0',
        'corium treat plan.json --person p-1a2b3c4d5e --data clinic --pen sim',
        'corium treat plan.json --data clinic --pen tcp:127.0.0.1:40000 --pedal',
      )}
Keys: Enter arms the next area, e confirms an eye area, Tab chooses, space or s stops, c clears,
d ends the area, f finishes, q leaves. Ctrl-C stops the pen first and then leaves; the treatment
stays open and is resumed by the same command on the same day.
`,
    )
    .action((planPath: string, given: Given) => {
      const { data: dataDir, case: casePath, pen, model, by } = given;
      const asked = {
        planPath,
        casePath,
        person: given.person,
        dataDir,
        pen,
        pedal: given.pedal === true,
        scripted: given.scripted === true,
        model,
        by,
        recordWire: given.recordWire,
        json: isJson(given),
      };
      return take(treatCommand(asked, terminal), isJson(given));
    });
}

function addRecord(program: Command, { take }: Ground): void {
  const record = program
    .command('record')
    .description('the record of a treatment: show, verify, export');
  record
    .command('show')
    .description('what was planned, granted, delivered and is not known; the newest unless named')
    .argument('[treatmentId]')
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((treatmentId: string | undefined, given: Given) =>
      take(showRecord({ dataDir: given.data, treatmentId }), isJson(given)),
    );
  record
    .command('verify')
    .description('accepts one treatment, or the whole journal, or lists every finding')
    .argument('[treatmentId]')
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((treatmentId: string | undefined, given: Given) =>
      take(verifyRecord({ dataDir: given.data, treatmentId }), isJson(given)),
    );
  record
    .command('export')
    .description('a record as JSON, or its areas as CSV')
    .argument('[treatmentId]')
    .requiredOption(...DATA_OPTION)
    .addOption(new Option('--csv', 'as CSV').conflicts('json'))
    .option('--json', 'as JSON, which is the default')
    .addHelpText('after', examples('corium record export --data clinic --csv > record.csv'))
    .action((treatmentId: string | undefined, given: Given) => {
      const as = given.csv === true ? 'csv' : 'json';
      return take(exportRecord({ dataDir: given.data, treatmentId }, as), isJson(given));
    });
}
