// A pen that fell: no sensor of it tells, so a person does. What a bench measured need not hold any
// more, and until it was measured again the pen works like one that is out of date.

import { readCertificates } from '../../certificate/index.ts';
import { penStandings } from '../../core/registry/pens.ts';
import {
  type Entry,
  explainFault,
  explainRefusal,
  type Journal,
  nodeWorld,
  openJournal,
} from '../../journal/index.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** What a person says of a fall. */
export interface DroppedAsked {
  readonly dataDir: string;
  readonly serial: string;
  readonly by: string;
  readonly why: string;
}

/** Writes down that a pen was dropped, under the certificate that it carries. */
export function droppedCommand(asked: DroppedAsked): Outcome {
  const entries: Entry[] = [];
  const journal = openJournal(asked.dataDir, nodeWorld(HOST_VERSION), {
    onEntry: (entry) => {
      entries.push(entry);
    },
  });
  if (!journal.ok) return failed(EXIT.journal, [explainRefusal(journal.error)]);
  const outcome = note(asked, journal.value, entries);
  journal.value.close();
  return outcome;
}

function note(
  { dataDir, serial, by, why }: DroppedAsked,
  journal: Journal,
  entries: readonly Entry[],
): Outcome {
  const { stored } = readCertificates(dataDir);
  const pens = penStandings(stored.map(({ signed }) => signed), entries);
  const pen = pens.find((one) => one.serial === serial);
  if (pen === undefined) {
    const known = pens.map((one) => one.serial).join(', ');
    const sentence = `No pen ${serial} is known here${known === '' ? '' : ` (known: ${known})`}; `
      + 'check its serial number, and take it out of use until it was calibrated.';
    return failed(EXIT.refused, [sentence]);
  }
  const { certificateId } = pen;
  const appended = journal.appendAndSyncNow({
    kind: 'pen-shaken', serial, certificateId, by: 'dropped', told: { by, why },
  });
  if (!appended.ok) return failed(EXIT.journal, [explainFault(appended.error)]);
  return done([
    `Written down by ${by}: pen ${serial} was dropped. Recommended depths are its caps, and no eye `
      + 'area, until another certificate than '
      + `${certificateId === '' ? 'none' : certificateId} is in it: calibrate it.`,
  ], { ok: true, serial, certificateId, by, why });
}
