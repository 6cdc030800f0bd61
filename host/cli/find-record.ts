// Finds the record of a treatment in an installation: the one that is named, or the newest.

import { foldRecord, type TreatmentRecord } from '../journal/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { EXIT } from './exit-code.ts';
import { type ReadEntries, readEntries } from './open-journal.ts';
import { failed, type Outcome } from './outcome.ts';

/** Which record, where. */
export interface RecordAsked {
  readonly dataDir: string;
  readonly treatmentId: string | undefined;
}

/** A record, and the journal that it was found in. */
export interface FoundRecord extends ReadEntries {
  readonly record: TreatmentRecord;
}

/** Finds it, or says what there is instead. */
export function findRecord({ dataDir, treatmentId }: RecordAsked): Result<FoundRecord, Outcome> {
  const read = readEntries(dataDir);
  if (!read.ok) return read;
  const wanted = treatmentId ?? read.value.treatmentIds.at(-1);
  const record = wanted === undefined ? undefined : foldRecord(read.value.entries, wanted);
  if (record !== undefined) return ok({ ...read.value, record });
  const none = `The journal in ${dataDir} holds no treatment; begin one with "corium treat".`;
  const known = `known are ${read.value.treatmentIds.join(', ')}`;
  const missing = `The journal in ${dataDir} holds no treatment "${wanted ?? ''}"; ${known}.`;
  return refuse(failed(EXIT.refused, [read.value.treatmentIds.length === 0 ? none : missing]));
}
