// The commands about pens and this computer: pens, sim, doctor.

import type { Command } from 'commander';
import { atGateWriting } from '../at-gate.ts';
import { adoptPen } from '../commands/adopt.ts';
import { droppedCommand } from '../commands/dropped.ts';
import { addPairing } from './pairing.ts';
import { addConform, addReplay } from './proof.ts';
import { addConsole } from './service.ts';
import { doctorCommand } from '../commands/doctor.ts';
import { listPens, readPen } from '../commands/pens.ts';
import { simCommand } from '../commands/sim.ts';
import { type SimWish, simMemory } from '../pen-access.ts';
import { modelOption, PEN_OPTION } from './care.ts';
import type { Ground } from '../ground.ts';

interface Given {
  readonly pen?: string;
  readonly model: string;
  readonly path?: string;
  readonly json?: boolean;
}

interface AdoptGiven extends Given {
  readonly pen: string;
  readonly data: string;
  readonly by: string;
  readonly why: string;
}

type DroppedGiven = Omit<AdoptGiven, 'pen' | 'model'>;

const isJson = ({ json }: Pick<Given, 'json'>): boolean => json === true;

/** Adds them. */
export function addPenCommands(program: Command, ground: Ground): void {
  addPens(program, ground);
  addConsole(program, ground);
  addSim(program, ground);
  addConform(program, ground);
  addReplay(program, ground);
  addDoctor(program, ground);
}

function addPens(program: Command, ground: Ground): void {
  const { take } = ground;
  const pens = program
    .command('pens')
    .description('the ports there are; with --pen, what one pen says of itself')
    .enablePositionalOptions()
    .option(...PEN_OPTION)
    .addOption(modelOption())
    .option('--json', 'say everything as JSON')
    .addHelpText('after', '\nWithout --pen nothing is opened.\n')
    .action((given: Given) => {
      const { pen, model } = given;
      const sim: SimWish = { model, memory: undefined, operator: 'none' };
      return take(pen === undefined ? listPens() : readPen(pen, sim), isJson(given));
    });
  addPairing(pens, ground);
  pens
    .command('adopt')
    .description("take over the reading of a pen's ledger that the journal does not explain")
    .requiredOption(...PEN_OPTION)
    .requiredOption('--data <dir>', 'the folder of the installation')
    .requiredOption('--by <name>', 'who takes it over')
    .requiredOption('--why <text>', 'why; it stays in the journal')
    .addOption(modelOption())
    .option('--json', 'say everything as JSON')
    .action((given: AdoptGiven) => {
      const { pen, model, data: dataDir, by, why } = given;
      const sim: SimWish = { model, memory: simMemory(dataDir, model), operator: 'none' };
      const act = { actions: ['adopt-pen'], about: pen } as const;
      return take(atGateWriting({ data: dataDir, by }, act, (name) =>
        adoptPen({ dataDir, pen, by: name, why, sim })), isJson(given));
    });
  pens
    .command('dropped')
    .description('a pen fell: it works like one that is out of date until it was calibrated')
    .argument('<serial>', 'the serial number of the pen')
    .requiredOption('--data <dir>', 'the folder of the installation')
    .requiredOption('--by <name>', 'who saw it')
    .requiredOption('--why <text>', 'what happened; it stays in the journal')
    .option('--json', 'say everything as JSON')
    .action((serial: string, { data: dataDir, by, why, json }: DroppedGiven) =>
      take(atGateWriting({ data: dataDir, by }, { actions: ['see-pens'], about: serial }, (name) =>
        droppedCommand({ dataDir, serial, by: name, why })), json === true));
}

function addSim(program: Command, { takeCode }: Ground): void {
  program
    .command('sim')
    .description('a simulated pen that listens until it is stopped; "corium sim --help" for more')
    .argument('[options...]', 'options of the simulator')
    .allowUnknownOption()
    .passThroughOptions()
    .helpOption(false)
    .action((options: readonly string[]) => takeCode(simCommand(options)));
}

function addDoctor(program: Command, { take }: Ground): void {
  program
    .command('doctor')
    .description('what on this computer stands between host and pen')
    .option('--path <port>', 'a port to look at, besides those that are found')
    .option('--json', 'say everything as JSON')
    .action((given: Given) => take(doctorCommand(given.path), isJson(given)));
}
