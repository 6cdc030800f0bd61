// The commands about gauges: what measures in an installation, and until when it may.

import os from 'node:os';
import type { Command } from 'commander';
import { atGateWriting } from '../at-gate.ts';
import { addGauge, listGauges, showGauge, takeOutGauge } from '../commands/gauges.ts';
import { GAUGE_KINDS } from '../../core/gauge/gauge-line.ts';
import type { Ground } from '../ground.ts';
import { today } from '../today.ts';

interface Given {
  readonly data: string;
  readonly json?: boolean;
}

interface AddGiven extends Given {
  readonly serial: string;
  readonly kind: string;
  readonly wiring: string;
  readonly maker: string;
  readonly model: string;
  readonly unit?: string;
  readonly resolution: string;
  readonly uncertainty: string;
  readonly k: string;
  readonly certificate: string;
  readonly calibrated: string;
  readonly due: string;
  readonly by: string;
}

interface RetireGiven extends Given {
  readonly by: string;
  readonly why: string;
}

const DATA_OPTION = ['--data <dir>', 'the folder of the installation'] as const;
const JSON_OPTION = ['--json', 'say everything as JSON'] as const;

/** Adds them. */
export function addGaugeCommands(program: Command, { take }: Ground): void {
  const gauges = program
    .command('gauges')
    .description('the gauges that calibrations are measured with');
  gauges
    .command('list')
    .description('every gauge with its certificate, and whether it may be used today')
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((given: Given) => take(listGauges(given.data, today()), given.json === true));
  gauges
    .command('show')
    .description('one gauge: its certificates, what it has measured, its zero over time')
    .argument('<serial>')
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((serial: string, given: Given) =>
      take(showGauge(given.data, serial), given.json === true));
  addAdd(gauges, take);
  gauges
    .command('retire')
    .description('take a gauge out of use; it stays in the list')
    .argument('<serial>')
    .requiredOption(...DATA_OPTION)
    .requiredOption('--why <text>', 'why; it stays in the list')
    .option('--by <name>', 'who takes it out', os.userInfo().username)
    .option(...JSON_OPTION)
    .action((serial: string, given: RetireGiven) =>
      take(atGateWriting(given, { actions: ['retire-gauge'], about: serial }, () =>
        takeOutGauge(given.data, serial, given.why, today())), given.json === true));
}

function addAdd(gauges: Command, take: Ground['take']): void {
  gauges
    .command('add')
    .description('enter a gauge, or a new certificate of one that is known')
    .requiredOption(...DATA_OPTION)
    .requiredOption('--serial <text>', 'its serial number')
    .requiredOption('--kind <name>', GAUGE_KINDS.join(', '))
    .option('--wiring <name>', 'usual, or rs-232 for a Mitutoyo behind such a box', 'usual')
    .requiredOption('--maker <text>', 'who made it')
    .requiredOption('--model <text>', 'which model it is')
    .option('--unit <name>', 'mm or inch, as it is set: you have looked')
    .requiredOption('--resolution <quantity>', 'its last digit, for instance 0.001mm')
    .requiredOption('--uncertainty <quantity>', 'expanded, as its certificate states it')
    .option('--k <number>', 'the coverage factor that goes with it', '2')
    .requiredOption('--certificate <text>', 'the number of its certificate')
    .requiredOption('--calibrated <day>', 'when it was calibrated, YYYY-MM-DD')
    .requiredOption('--due <day>', 'the last day on which it may be used')
    .requiredOption('--by <name>', 'who says all this')
    .option(...JSON_OPTION)
    .addHelpText('after', EXAMPLE)
    .action(({ data, json, ...said }: AddGiven) =>
      take(atGateWriting({ data, by: said.by }, { actions: ['add-gauge'] }, (by) =>
        addGauge(data, { ...said, by, unit: said.unit }, today())), json === true));
}

const EXAMPLE = `
Example:
  corium gauges add --data clinic --serial 12345678 --kind mitutoyo --maker Mitutoyo \\
    --model ID-C112X --unit mm --resolution 0.001mm --uncertainty 0.002mm \\
    --certificate DK-4711 --calibrated 2026-05-01 --due 2027-04-30 --by "M. Sato"
`;
