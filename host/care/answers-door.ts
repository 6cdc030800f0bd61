// The door for a file of answers. It takes what was answered and nothing for what was not: a file
// without an answer to a question comes in, and the verdict says which one is missing.

import { z } from 'zod';
import type { Screened } from '../core/care/screening/answers.ts';
import type { Told } from '../core/care/screening/case-file-of.ts';
import { checkShape } from '../doors/check-shape.ts';
import type { DoorRefusal } from '../doors/door-refusal.ts';
import { date, key, text, whole } from '../doors/fields.ts';
import { parseJson } from '../doors/parse-json.ts';
import { readBounded } from '../doors/read-bounded.ts';
import { refuse, type Result } from '../../protocol/result.ts';

const FILE = 'screening answers';
const BYTES_MAX = 256 * 1024;
const VERSION = 1;

const signed = { by: text, reason: text };

const answersFile = z.strictObject({
  version: z.literal(VERSION),
  person: key,
  askedFor: z.enum(['needles', 'energy']),
  answeredOn: date.optional(),
  bornOn: date.optional(),
  fitzpatrick: whole(1, 6).optional(),
  answers: z
    .array(z.strictObject({
      question: z.string().max(80),
      answer: z.enum(['yes', 'no']),
      on: date.optional(),
      note: z.string().max(200).optional(),
    }))
    .max(200),
  clearances: z
    .array(z.strictObject({ question: z.string().max(80), ...signed }))
    .max(50)
    .default([]),
  indications: z
    .array(z.strictObject({ item: z.enum(['acne-scar', 'striae']), ...signed }))
    .max(10)
    .default([]),
  signedBy: text.optional(),
  signer: text.optional(),
});

/** A file of answers that was read: the screening, and what it tells beside it. */
export interface ReadAnswers {
  readonly screened: Screened;
  readonly told: Omit<Told, 'history'>;
}

const shape = answersFile.transform(
  ({ version: _version, person, indications, signer, ...rest }): ReadAnswers => ({
    told: { person, indications, signer },
    screened: {
      askedFor: rest.askedFor,
      answeredOn: rest.answeredOn,
      bornOn: rest.bornOn,
      fitzpatrick: rest.fitzpatrick,
      answers: rest.answers,
      clearances: rest.clearances,
      signedBy: rest.signedBy,
    },
  }),
);

/** The answers in some bytes, or everything that is wrong with them. */
export function parseAnswers(bytes: Uint8Array): Result<ReadAnswers, readonly DoorRefusal[]> {
  const json = parseJson(bytes, FILE);
  return json.ok ? checkShape(shape, json.value, FILE, VERSION) : refuse([json.error]);
}

/** Reads a file of answers. */
export function readAnswers(path: string): Result<ReadAnswers, readonly DoorRefusal[]> {
  const read = readBounded(path, FILE, BYTES_MAX);
  return read.ok ? parseAnswers(read.value) : refuse([read.error]);
}
