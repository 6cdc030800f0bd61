// The commands about certificates: certificate and due.

import type { Command } from 'commander';
import {
  impactOfCertificate,
  listCertificates,
  makeBenchKey,
  printCertificate,
  showCertificate,
  verifyOne,
} from '../commands/certificate.ts';
import { dueCommand } from '../commands/due.ts';
import type { Ground } from '../ground.ts';
import { today } from '../today.ts';

interface Given {
  readonly data: string;
  readonly json?: boolean;
}

interface VerifyGiven extends Given {
  readonly publicKey?: string;
}

interface PrintGiven extends Given {
  readonly out?: string;
}

interface KeyGiven extends Given {
  readonly key?: string;
}

interface DueGiven extends Given {
  readonly all?: boolean;
}

const DATA_OPTION = ['--data <dir>', 'the folder of the installation'] as const;
const JSON_OPTION = ['--json', 'say everything as JSON'] as const;
const WHICH = ['<certificate>', 'its id, or the path of a file'] as const;

const isJson = ({ json }: Given): boolean => json === true;

/** Adds them. */
export function addCertificateCommands(program: Command, ground: Ground): void {
  const { take } = ground;
  program
    .command('due')
    .description('pens and gauges that have to go to the bench')
    .requiredOption(...DATA_OPTION)
    .option('--all', 'also what is in date')
    .option(...JSON_OPTION)
    .action((given: DueGiven) =>
      take(dueCommand(given.data, today(), given.all === true), isJson(given)));
  const certificate = program
    .command('certificate')
    .description('the certificates of pens: list, show, verify, pdf, impact, new-key');
  certificate
    .command('list')
    .description('every certificate, and every pen with its use, drift and interval')
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((given: Given) => take(listCertificates(given.data), isJson(given)));
  addReading(certificate, ground);
  certificate
    .command('new-key')
    .description('make the key with which a bench signs; it never lies in the installation')
    .requiredOption(...DATA_OPTION)
    .option('--key <file>', 'where; the usual place unless it is named')
    .option(...JSON_OPTION)
    .action((given: KeyGiven) => take(makeBenchKey(given.data, given.key), isJson(given)));
}

function addReading(certificate: Command, { take }: Ground): void {
  certificate
    .command('show')
    .description('what one says')
    .argument(...WHICH)
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((which: string, given: Given) =>
      take(showCertificate({ dataDir: given.data, which }), isJson(given)));
  certificate
    .command('verify')
    .description('its seal, every figure made again from the raw lines, its place in the chain')
    .argument(...WHICH)
    .requiredOption(...DATA_OPTION)
    .option('--public-key <file>', 'a key that is not among those of the installation')
    .option(...JSON_OPTION)
    .action((which: string, given: VerifyGiven) =>
      take(verifyOne({ dataDir: given.data, which }, given.publicKey), isJson(given)));
  certificate
    .command('pdf')
    .description('print one')
    .argument(...WHICH)
    .requiredOption(...DATA_OPTION)
    .option('--out <file>', 'where to; a file that is there is not written over')
    .option(...JSON_OPTION)
    .action((which: string, given: PrintGiven) =>
      take(printCertificate({ dataDir: given.data, which }, given.out), isJson(given)));
  certificate
    .command('impact')
    .description('treatments since the last good certificate, and how deep they may have come')
    .argument(...WHICH)
    .requiredOption(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((which: string, given: Given) =>
      take(impactOfCertificate({ dataDir: given.data, which }, today()), isJson(given)));
}
