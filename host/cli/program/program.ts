// The commands of `corium`: their names, options and help, and nothing of what they do. Each ends
// in an Outcome, which is said here, for people or as JSON, and becomes the exit code.

import { Command, CommanderError } from 'commander';
import { HOST_VERSION } from '../../version.ts';
import { EXIT, EXIT_WORDS } from '../exit-code.ts';
import { addCareCommands } from './care.ts';
import { addCalibrateCommand } from './calibrate.ts';
import { addCertificateCommands } from './certificates.ts';
import { addChartCommands } from './chart.ts';
import { addExportCommands } from './export.ts';
import { addGaugeCommands } from './gauges.ts';
import { addPenCommands } from './pens.ts';
import { addVisitCommand } from './visit.ts';
import { addVisitCommands } from './visits.ts';
import { addStaffCommands } from './staff.ts';
import type { Ground } from '../ground.ts';
import type { Outcome } from '../outcome.ts';
import { processTerminal, type Terminal } from '../terminal.ts';

/** Runs the command line and answers with the exit code. */
export async function runCorium(words: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  const json = words.includes('--json');
  let code: number = EXIT.done;
  const ground: Ground = {
    terminal,
    take: async (outcome, asJson) => {
      const what = await outcome;
      sayOutcome(what, asJson, terminal);
      ({ code } = what);
    },
    takeCode: async (given) => {
      code = await given;
    },
  };
  try {
    await createProgram(ground, json).parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    sayMistake(error, terminal);
    return EXIT.mistake;
  }
}

function createProgram(ground: Ground, json: boolean): Command {
  const program = new Command('corium');
  const { terminal } = ground;
  program
    .description('Host software for a microneedling pen that moves only while it is permitted to.')
    .version(HOST_VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: terminal.raw,
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text) => sayUsage(text, json, terminal),
    })
    .showSuggestionAfterError(true)
    .enablePositionalOptions()
    .addHelpText('after', EXAMPLES);
  addCareCommands(program, ground);
  addVisitCommands(program, ground);
  addVisitCommand(program, ground);
  addPenCommands(program, ground);
  addCalibrateCommand(program, ground);
  addGaugeCommands(program, ground);
  addCertificateCommands(program, ground);
  addChartCommands(program, ground);
  addStaffCommands(program, ground);
  addExportCommands(program, ground);
  return program;
}

const EXAMPLES = `
Examples:
  corium demo                                            a whole treatment, no hardware
  corium init --data clinic                              a new installation
  corium check plan.json --case case.json --data clinic  all that is against a plan
  corium treat plan.json --case case.json --data clinic --pen serial:/dev/ttyACM0
  corium record verify --data clinic                     is everything in the journal sound?

In the repository: npm run corium -- COMMAND

Exit codes:
${EXIT_WORDS.map(([code, words]) => `  ${String(code).padStart(3)}  ${words}`).join('\n')}
`;

/** Says what a command came to. */
export function sayOutcome(outcome: Outcome, json: boolean, { out, err }: Terminal): void {
  const { document, lines, complaints } = outcome;
  if (json) {
    if (document === undefined) return;
    out(typeof document === 'string' ? document : JSON.stringify(document));
    return;
  }
  for (const line of lines) out(line);
  for (const complaint of complaints) err(complaint);
}

function sayUsage(text: string, json: boolean, { out, err }: Terminal): void {
  const said = text.trim().replace(/^error: /, '').replaceAll('\n', ' ');
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}`.replace(/[.]?$/, '.');
  const whole = `${sentence} Run "corium --help" for what there is.`;
  if (json) out(JSON.stringify({ ok: false, exitCode: EXIT.usage, sentences: [whole] }));
  else err(whole);
}

function sayMistake(error: unknown, { err }: Terminal): void {
  err('This is a mistake of Corium itself; no pen is left moving by it. Please report:');
  err(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
