// The command for the bench and the workshop: console, the pen's own text mode.

import type { Command } from 'commander';
import { consoleCommand } from '../commands/console.ts';
import type { Ground } from '../ground.ts';
import { modelOption, PEN_OPTION } from './care.ts';

interface Given {
  readonly pen: string;
  readonly data?: string;
  readonly model: string;
  readonly json?: boolean;
}

/** Adds `console`. */
export function addConsole(program: Command, { take, terminal }: Ground): void {
  program
    .command('console')
    .description("the pen's service mode: questions in words, and nothing that moves")
    .requiredOption(...PEN_OPTION)
    .option('--data <dir>', 'the installation in which no treatment may be open')
    .addOption(modelOption())
    .option('--json', 'say everything as one JSON document at the end')
    .addHelpText('after', HELP)
    .action((given: Given) => {
      const { pen, data: dataDir, model } = given;
      const json = given.json === true;
      return take(consoleCommand({ pen, dataDir, model, json }, terminal), json);
    });
}

const HELP = `
Hold the pen's trigger to enter. No stroke is permitted there, by anybody: to treat or to calibrate
takes a new handshake. "help" lists what the pen answers; "exit" or the end of the input leaves, and
is proven. Ctrl-C stops the pen first, which latches it. A console that dies leaves a pen that
leaves service mode by itself within 10 s.

Examples:
  corium console --pen serial:/dev/ttyACM0 --data clinic
  echo selftest | corium console --pen tcp:127.0.0.1:40000
  printf 'id\\ntable\\n' | corium console --pen sim --json

Exit codes: 0 left, and every line answered with ok; 1 refused, by the pen or for an open treatment;
3 no pen, not let in, gone, or no answer; 6 interrupted with the pen stopped; 130 left at once.
`;
