// Reads the golden transcripts that lie beside this file, and holds each against its shape. They
// are ours: one that does not fit is a mistake of Corium.

import fs from 'node:fs';
import { z } from 'zod';
import type { Check } from './check.ts';
import { type Transcript, transcriptCheck } from './transcript.ts';

const spoken = z.object({ kind: z.string() }).catchall(z.union([z.string(), z.number()]));

const line = z.union([
  z.strictObject({ host: spoken }),
  z.strictObject({ pen: spoken }),
  z.strictObject({ soon: spoken }),
  z.strictObject({ silenceMs: z.int().positive() }),
]);

const digit = z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);

const transcript = z.strictObject({
  name: z.string(),
  says: z.string(),
  section: z.string(),
  promise: z.templateLiteral(['S-', z.enum(['0', '1', '2', '3']), digit]),
  moves: z.boolean(),
  hand: z.boolean(),
  from: z.enum(['greeted', 'joined']),
  cartridge: z.enum(['patient', 'metrology']).optional(),
  lines: z.array(line),
}) satisfies z.ZodType<Transcript>;

const FOLDER = new URL('./transcripts/', import.meta.url);

/** The transcripts, by the names of their files. */
export const readTranscripts = (): readonly Transcript[] =>
  fs
    .readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => transcript.parse(JSON.parse(fs.readFileSync(new URL(name, FOLDER), 'utf8'))));

/** The checks that they are. */
export const transcriptChecks = (): readonly Check[] => readTranscripts().map(transcriptCheck);
