// What the definitions of commands about one person's chart share: their options, and what is made
// of them.

import os from 'node:os';
import type { Command } from 'commander';
import { today } from './today.ts';
import type { VisitGiven } from './visit-ground.ts';

/** What every command that acts on a chart is given. */
export interface Given {
  readonly data: string;
  readonly by: string;
  readonly json?: boolean;
}

/** Whether everything is said as JSON. */
export const isJson = ({ json }: Pick<Given, 'json'>): boolean => json === true;

/** What the commands of a chart are asked with. */
export const asked = (person: string, { data, by }: Given): VisitGiven =>
  ({ dataDir: data, person, by, today: today() });

/** A command about one person's chart. */
export const usual = (command: Command): Command =>
  command
    .argument('<person>', 'the key of the chart, see "corium people list"')
    .requiredOption('--data <dir>', 'the folder of the installation')
    .option('--by <name>', 'who does this', os.userInfo().username)
    .option('--json', 'say everything as JSON');
