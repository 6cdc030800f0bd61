// What the journal says about itself, and what the host says that belongs to no reservation:
// refusals, alarms, stops. Schemas only; what follows from them is decided in the folds.

import { z } from 'zod';
import { count, key, label, sentence, text, word } from './field.ts';

const JOURNAL_FILE = z.string().regex(/^\d{6}\.jsonl$/);
/** The name of a file that keeps a torn tail. */
export const TORN_NAME = /^\d{6}\.jsonl\.\d{1,12}\.\d{1,6}\.torn$/;

const fact = z.union([z.string().max(500), z.int(), z.boolean()]);

/** One reason of a refusal: its code, and whatever facts came with it. */
export const refusalReason = z.strictObject({
  code: word,
  facts: z.record(z.string().max(64), fact),
});

/** A host took the journal into its hands. */
export const JournalOpened = z.strictObject({
  kind: z.literal('journal-opened'),
  installationId: key,
  host: label,
  pid: count,
});

/** The journal goes on in the next file; the last line of every file but the newest. */
export const JournalRotated = z.strictObject({
  kind: z.literal('journal-rotated'),
  nextFile: JOURNAL_FILE,
});

/** A torn tail was cut off, or a missing line end put right; what was cut is kept beside. */
export const Recovered = z.strictObject({
  kind: z.literal('recovered'),
  file: JOURNAL_FILE,
  line: count,
  bytes: count,
  kept: z.string().regex(TORN_NAME).exactOptional(),
});

/** Something that was asked for was refused, with every reason. */
export const Refused = z.strictObject({
  kind: z.literal('refused'),
  what: text(200),
  person: key.exactOptional(),
  refusals: z.array(refusalReason).min(1).max(1_000).readonly(),
});

/** An alarm came on or went off. */
export const Alarm = z.strictObject({
  kind: z.literal('alarm'),
  alarm: word,
  priority: z.enum(['high', 'medium', 'low']),
  on: z.boolean(),
});

/** The host stopped the pen, or saw that it had been stopped. */
export const Stop = z.strictObject({
  kind: z.literal('stop'),
  reason: word,
  by: sentence,
});
