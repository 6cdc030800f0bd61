// Asks the desk for the record of one treatment.

import type { Desk } from '../app/desk.tsx';
import type { RecordView } from '../../contract/says.ts';

/** The record of a treatment, or undefined if the desk has none; why not is shown by the desk. */
export async function readRecord(
  desk: Desk,
  treatmentId: string,
): Promise<RecordView | undefined> {
  const answer = await desk.ask({ kind: 'read-record', treatmentId });
  return typeof answer === 'object' && answer.kind === 'record' ? answer.view : undefined;
}
