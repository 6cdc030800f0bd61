// The door for case files. A fact that is missing stays missing and blocks what rests on it; a fact
// that is there but makes no sense turns the whole file away.

import { z } from 'zod';
import { checkShape } from './check-shape.ts';
import type { DoorRefusal } from './door-refusal.ts';
import { area, date, key, side, text, whole } from './fields.ts';
import { parseJson } from './parse-json.ts';
import { readBounded } from './read-bounded.ts';
import {
  type Answer,
  type CaseFile,
  CONDITIONS,
  PRECAUTIONS,
  SCREENING_ITEMS,
  type Screening,
} from '../core/case-file.ts';
import { refuse, type Result } from '../../protocol/result.ts';

/** The largest case file that is read. */
export const CASE_FILE_BYTES_MAX = 256 * 1024;

const CASE_FILE_VERSION = 1;
const VISITS_MAX = 500;

const yesNo = z.enum(['yes', 'no']);

const asAnswer = (flag: boolean | undefined): Answer =>
  flag === undefined ? undefined : flag ? 'yes' : 'no';

const pastVisit = z
  .strictObject({
    date,
    areas: z.array(z.strictObject({ area, side })).min(1).max(50),
    followUpOn: date.optional(),
    redFlag: z.boolean().optional(),
  })
  .transform(({ date: on, areas, followUpOn, redFlag }) => ({
    on,
    areas,
    followUpOn,
    redFlag: asAnswer(redFlag),
  }));

const screening = z
  .strictObject({
    answeredOn: date.optional(),
    answers: z.partialRecord(z.enum(SCREENING_ITEMS), yesNo).optional(),
    signedBy: text.optional(),
  })
  .optional()
  .transform(
    (asked): Screening => ({
      answeredOn: asked?.answeredOn,
      answers: asked?.answers ?? {},
      signedBy: asked?.signedBy,
    }),
  );

const clearance = z
  .strictObject({
    item: z.enum([...SCREENING_ITEMS, 'acne-scar', 'striae']),
    by: text,
    role: z.literal('prescriber'),
    reason: text,
  })
  .transform(({ item, by, reason }) => ({ item, by, reason }));

const precaution = z.strictObject({ item: z.enum(PRECAUTIONS), note: text });

const caseFile = z
  .strictObject({
    version: z.literal(CASE_FILE_VERSION),
    person: key,
    bornOn: date.optional(),
    fitzpatrick: whole(1, 6).optional(),
    history: z.union([z.literal('unknown'), z.array(pastVisit).max(VISITS_MAX)]),
    screening,
    conditions: z.partialRecord(z.enum(CONDITIONS), yesNo).optional(),
    clearances: z.array(clearance).max(50).optional(),
    precautions: z.array(precaution).max(50).optional(),
    signer: text.optional(),
  })
  .transform(
    ({ screening: asked, conditions, clearances, precautions, ...told }) =>
      ({
        person: told.person,
        bornOn: told.bornOn,
        fitzpatrick: told.fitzpatrick,
        history: told.history,
        screening: asked,
        conditions: conditions ?? {},
        clearances: clearances ?? [],
        precautions: precautions ?? [],
        signer: told.signer,
      }) satisfies CaseFile,
  );

/** The case file in some bytes, or everything that is wrong with them. */
export function parseCaseFile(bytes: Uint8Array): Result<CaseFile, readonly DoorRefusal[]> {
  const json = parseJson(bytes, 'case file');
  if (!json.ok) return refuse([json.error]);
  return checkShape(caseFile, json.value, 'case file', CASE_FILE_VERSION);
}

/** A case file with the bytes that it was read from, which its hash is made of. */
export interface ReadCaseFile {
  readonly caseFile: CaseFile;
  readonly bytes: Uint8Array;
}

/** Reads a case file; that there is none is said by the caller, never by a failed reading. */
export function readCaseFile(path: string): Result<ReadCaseFile, readonly DoorRefusal[]> {
  const read = readBounded(path, 'case file', CASE_FILE_BYTES_MAX);
  if (!read.ok) return refuse([read.error]);
  const parsed = parseCaseFile(read.value);
  return parsed.ok
    ? { ok: true, value: { caseFile: parsed.value, bytes: read.value } }
    : parsed;
}
