// The command of the bench: calibrate.

import { type Command, Option } from 'commander';
import { atGateWriting } from '../at-gate.ts';
import { calibrateCommand } from '../commands/calibrate.ts';
import type { Ground } from '../ground.ts';
import { modelOption, PEN_OPTION } from './care.ts';
import { today } from '../today.ts';

interface Given {
  readonly data: string;
  readonly pen: string;
  readonly gauge: string;
  readonly gaugeAt?: string;
  readonly tachometer?: string;
  readonly tachometerAt?: string;
  readonly peaks?: string;
  readonly peaksAt?: string;
  readonly force?: string;
  readonly forceAt?: string;
  readonly by: string;
  readonly plan: string;
  readonly adjust: 'ask' | 'always' | 'never';
  readonly key?: string;
  readonly resume?: boolean;
  readonly giveUp?: boolean;
  readonly scripted?: boolean;
  readonly model: string;
  readonly json?: boolean;
}

const EXAMPLES = `
A metrology cartridge is in the pen, the pen in its fixture, and the gauge on the datum ring.
Needles move only while the trigger, or the bench key in its place, is held. Whatever breaks off is
gone on with by --resume.

Examples:
  corium calibrate --data bench --pen serial:/dev/ttyACM0 \\
    --gauge 123456 --gauge-at serial:/dev/ttyUSB0 --by technician
  corium calibrate --data bench --pen sim --gauge 123456 --by technician --scripted
`;

/** Adds it. */
export function addCalibrateCommand(program: Command, { take, terminal }: Ground): void {
  program
    .command('calibrate')
    .description('measure a pen with a gauge, correct it, and certify what it may do')
    .requiredOption('--data <dir>', 'the folder of the installation')
    .requiredOption(...PEN_OPTION)
    .requiredOption('--gauge <serial>', 'a gauge of the installation, see "corium gauges"')
    .option('--gauge-at <address>', 'where it is: serial:PATH, tcp:HOST:PORT, or typed')
    .option('--tachometer <serial>', "counts rates; without it the pen's own count is taken")
    .option('--tachometer-at <address>', 'where it is: serial:PATH or tcp:HOST:PORT')
    .option('--peaks <serial>', 'a sensor that holds peaks, for the overshoot in motion')
    .option('--peaks-at <address>', 'where it is: serial:PATH or tcp:HOST:PORT')
    .option('--force <serial>', "a force gauge, for the pen's own sensor of force")
    .option('--force-at <address>', 'where it is: serial:PATH or tcp:HOST:PORT')
    .requiredOption('--by <name>', 'the technician; stands on the certificate')
    .option('--plan <plan>', 'how much is measured: standard, short, or a file', 'standard')
    .addOption(new Option('--adjust <when>', 'whether a correcting curve goes into the pen')
      .choices(['ask', 'always', 'never']).default('ask'))
    .option('--key <file>', 'the bench key that signs, see "corium certificate new-key"')
    .option('--resume', 'go on with the calibration that was broken off')
    .option('--give-up', 'end the calibration that was broken off, without a certificate')
    .option('--scripted', 'with --pen sim: somebody who does at once what is asked')
    .addOption(modelOption())
    .option('--json', 'say everything as JSON')
    .addHelpText('after', EXAMPLES)
    .action((given: Given) => {
      const { data: dataDir, resume, giveUp, scripted, json, ...rest } = given;
      const asked = {
        ...rest,
        dataDir,
        gaugeAt: given.gaugeAt,
        tachometer: given.tachometer,
        tachometerAt: given.tachometerAt,
        peaks: given.peaks,
        peaksAt: given.peaksAt,
        force: given.force,
        forceAt: given.forceAt,
        key: given.key,
        resume: resume === true,
        giveUp: giveUp === true,
        scripted: scripted === true,
        json: json === true,
        today: today(),
      };
      return take(atGateWriting(given, { actions: ['calibrate-pen'], about: asked.pen }, (by) =>
        calibrateCommand({ ...asked, by }, terminal)), asked.json);
    });
}
