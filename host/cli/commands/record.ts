// The record of a treatment: shown, verified, exported. All three are folds over the journal; none
// of them writes.

import {
  explainFinding,
  recordCsv,
  recordJson,
  recordText,
  type Verdict,
} from '../../journal/index.ts';
import { EXIT } from '../exit-code.ts';
import { findRecord, type RecordAsked } from '../find-record.ts';
import { type ReadEntries, readEntries } from '../open-journal.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** Shows a record, the newest unless one is named. */
export function showRecord(asked: RecordAsked): Outcome {
  const found = findRecord(asked);
  if (!found.ok) return found.error;
  const { record, treatmentIds } = found.value;
  const others = treatmentIds.filter((id) => id !== record.opened.treatmentId);
  const more = others.length === 0 ? [] : [`Other treatments here: ${others.join(', ')}`];
  return done([...recordText(record).trimEnd().split('\n'), ...more], recordJson(record));
}

/** Verifies a record, or the whole journal when none is named. */
export function verifyRecord(asked: RecordAsked): Outcome {
  const read = readEntries(asked.dataDir);
  if (!read.ok) return read.error;
  const { treatmentId } = asked;
  const { verify, verifyAll } = read.value;
  const verdict = treatmentId === undefined ? verifyAll() : verify(treatmentId);
  const what = treatmentId === undefined ? 'journal' : `treatment ${treatmentId}`;
  return verdictOutcome(verdict, what, read.value);
}

function verdictOutcome(verdict: Verdict, what: string, read: ReadEntries): Outcome {
  const { accepted } = verdict;
  const findings = verdict.findings.map((one) => ({ ...one, says: explainFinding(one) }));
  const counts = { lines: read.entries.length, treatments: read.treatmentIds };
  if (accepted) {
    const said = `Accepted: the ${what} is sound (a journal of ${read.entries.length} lines).`;
    return done([said], { ok: true, accepted, findings, ...counts });
  }
  const sentence = `Not accepted: the ${what} is not sound; ${findings.length} found.`;
  return failed(EXIT.journal, [sentence, ...findings.map(({ says }) => says)], {
    document: { accepted, findings, ...counts },
  });
}

/** Exports a record as CSV or JSON. */
export function exportRecord(asked: RecordAsked, as: 'csv' | 'json'): Outcome {
  const found = findRecord(asked);
  if (!found.ok) return found.error;
  const { record } = found.value;
  const text = as === 'csv' ? recordCsv(record).trimEnd() : recordJson(record);
  return done([text], text);
}
