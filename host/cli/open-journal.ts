// Reads the journal of an installation for commands that only look: no lock, no repair, nothing
// written. A journal that a crash left with a torn tail is read up to it, and that is said.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import {
  type Entry,
  explainRefusal,
  nodeWorld,
  readJournal,
  sha256,
  type Verdict,
  verifyJournal,
  verifyTreatment,
} from '../journal/index.ts';
import { HOST_VERSION } from '../version.ts';
import { EXIT } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';

/** A journal that was read. */
export interface ReadEntries {
  readonly entries: readonly Entry[];
  readonly treatmentIds: readonly string[];
  readonly verifyAll: () => Verdict;
  readonly verify: (treatmentId: string) => Verdict;
}

/** Reads the journal of a folder. */
export function readEntries(dataDir: string): Result<ReadEntries, Outcome> {
  const entries: Entry[] = [];
  const read = readJournal(dataDir, nodeWorld(HOST_VERSION), (entry) => {
    entries.push(entry);
  });
  if (!read.ok) return refuse(failed(EXIT.journal, [explainRefusal(read.error)]));
  const { installationId } = read.value.installation;
  const start = { installationId, sha256 };
  return ok({
    entries,
    treatmentIds: entries.flatMap((entry) =>
      entry.kind === 'treatment-opened' ? [entry.treatmentId] : [],
    ),
    verifyAll: () => verifyJournal(entries, start),
    verify: (treatmentId) => verifyTreatment(entries, treatmentId, start),
  });
}
