// The journal of the installation as the console reads it: without a lock, further each time, and
// never writing. While a treatment runs its host writes; the console reads again when it is over.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import {
  type Entry,
  explainFinding,
  explainRefusal,
  foldRecord,
  initInstallation,
  nodeWorld,
  sha256,
  verifyTreatment,
} from '../../host/journal/index.ts';
import { placeOf, type Place, readJournal } from '../../host/journal/read.ts';
import { localTime } from '../../host/treat/local-time.ts';
import { HOST_VERSION } from '../../host/version.ts';
import type { RecordView } from '../contract/says.ts';

/** The journal as it was read last. */
export interface JournalSide {
  /** Reads what is new. */
  readonly refresh: () => void;
  /** Its lines as they are written. */
  readonly lines: () => readonly Entry[];
  /** Its lines with the days of the calendar on the wall, which admission counts by. */
  readonly localLines: () => readonly Entry[];
  readonly installationId: () => string;
  /** Why it cannot be read, if it cannot. */
  readonly problem: () => string | undefined;
  /** A record and whether its lines are sound; undefined if there is no such treatment. */
  readonly record: (treatmentId: string) => RecordView | undefined;
}

/** Makes an installation in a folder that has none. */
export function makeInstallation(dataDir: string): Result<undefined, string> {
  const made = initInstallation(dataDir, nodeWorld(HOST_VERSION));
  return made.ok ? ok(undefined) : refuse(explainRefusal(made.error));
}

/** Opens the journal of a folder for reading. */
export function journalSide(dataDir: string): JournalSide {
  const world = nodeWorld(HOST_VERSION);
  let raw: Entry[] = [];
  let local: Entry[] = [];
  let place: Place | undefined;
  let installationId = '';
  let problem: string | undefined;
  const take = (entry: Entry): void => {
    raw.push(entry);
    local.push({ ...entry, at: localTime(entry.at) });
  };
  const anew = (): void => {
    raw = [];
    local = [];
    place = undefined;
  };
  const read = (): void => {
    const done = readJournal(dataDir, world, take, place);
    problem = done.ok ? undefined : explainRefusal(done.error);
    if (!done.ok) return;
    place = placeOf(done.value);
    ({ installationId } = done.value.installation);
  };
  const refresh = (): void => {
    read();
    // What was read may have been taken away and put back; the whole of it is judged again.
    if (problem === undefined || place === undefined) return;
    anew();
    read();
  };
  refresh();
  return {
    refresh,
    lines: () => raw,
    localLines: () => local,
    installationId: () => installationId,
    problem: () => problem,
    record: (treatmentId) => {
      refresh();
      const record = foldRecord(raw, treatmentId);
      if (record === undefined) return undefined;
      const verdict = verifyTreatment(raw, treatmentId, { installationId, sha256 });
      return {
        record,
        accepted: verdict.accepted,
        findings: verdict.findings.map(explainFinding),
      };
    },
  };
}
