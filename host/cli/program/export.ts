// The commands that let something out of the house: export fhir, pdf, csv, json, support,
// adverse-event. Nobody is named unless it is asked for with a role that may.

import type { Command } from 'commander';
import { EVENT_OUTCOMES } from '../../export/index.ts';
import {
  exportAdverseEvent, exportSupport, exportTreatment, type TreatmentAsked, type TreatmentFormat,
} from '../commands/export.ts';
import type { Ground } from '../ground.ts';

interface Given {
  readonly data: string;
  readonly by: string;
  readonly identity?: boolean;
  readonly reason?: string;
  readonly out?: string;
  readonly json?: boolean;
}

interface EventGiven extends Given {
  readonly what: string;
  readonly on?: string;
  readonly outcome: string;
}

const FORMATS: readonly (readonly [TreatmentFormat, string])[] = [
  ['fhir', 'an HL7 FHIR R4 bundle; no terminology was validated'],
  ['pdf', 'a summary on paper, with a dose map'],
  ['csv', 'a row for each area'],
  ['json', 'everything as one document'],
];

const askedOf = (treatmentId: string | undefined, given: Given): TreatmentAsked => ({
  dataDir: given.data,
  treatmentId,
  by: given.by,
  identity: given.identity === true,
  reason: given.reason,
  out: given.out,
});

const common = (command: Command): Command =>
  command
    .requiredOption('--data <dir>', 'the folder of the installation')
    .requiredOption('--by <id>', 'who asks; their secret is asked for')
    .option('--out <file>', 'where to; a file that is there is not written over');

const named = (command: Command): Command =>
  common(command)
    .argument('[treatmentId]', 'the newest unless one is named')
    .option('--identity', 'name people; takes a role that may, and a reason')
    .option('--reason <text>', 'why people are named; it is signed');

/** Adds them. */
export function addExportCommands(program: Command, { take }: Ground): void {
  const out = program
    .command('export')
    .description('let a treatment out of the house: fhir, pdf, csv, json, support, adverse-event');
  for (const [format, description] of FORMATS) {
    named(out.command(format).description(description))
      .option('--json', 'say where it went as JSON')
      .action((treatmentId: string | undefined, given: Given) =>
        take(exportTreatment(format, askedOf(treatmentId, given)), given.json === true));
  }
  common(out.command('support').description('for whoever helps: no personal data, by construction'))
    .option('--json', 'say where it went as JSON')
    .action(({ data: dataDir, by, out: to, json }: Given) =>
      take(exportSupport({ dataDir, by, out: to }), json === true));
  named(out.command('adverse-event').description('the draft of a report, for a person to complete'))
    .requiredOption('--what <text>', 'what happened, in your words')
    .option('--on <day>', 'when it was seen, YYYY-MM-DD')
    .option('--outcome <word>', EVENT_OUTCOMES.join(', '), 'unknown')
    .option('--json', 'the draft as JSON')
    .action((treatmentId: string | undefined, given: EventGiven) => {
      const { what, on, outcome, json = false } = given;
      const asked = askedOf(treatmentId, given);
      return take(exportAdverseEvent(asked, { what, on, outcome, json }), json);
    });
}
