// Reads a recording and holds it against its format. What is foreign, of another version or cut off
// is refused in one sentence; nothing of it is guessed.

import fs from 'node:fs';
import { z } from 'zod';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { hashWords, type Recording, RECORDING_VERSION, type RecordingLine } from './recording.ts';

const BYTES_MAX = 512 * 1024 * 1024;

const head = z.object({
  corium: z.literal('wire recording'),
  version: z.int(),
  schemaHash: z.string(),
  startedAt: z.string(),
  pen: z.string(),
  host: z.string(),
});

const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/);
const t = z.number().nonnegative();
const line = z.union([
  z.strictObject({ t, in: hex }),
  z.strictObject({
    t,
    out: hex,
    urgent: z.literal(true).optional(),
    lost: z.literal(true).optional(),
  }),
  z.strictObject({ t, end: z.string() }),
  z.strictObject({ d: z.int().nonnegative(), e: z.unknown().optional() }),
]) satisfies z.ZodType<RecordingLine>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON fits no line
  }
};

/** Reads a file; one that was cut off only if that is allowed. */
export function readRecording(path: string, cutAllowed: boolean): Result<Recording, string> {
  const text = textOf(path);
  return text.ok ? parseRecording(text.value, path, cutAllowed) : text;
}

function textOf(path: string): Result<string, string> {
  try {
    const { size } = fs.statSync(path);
    if (size > BYTES_MAX) {
      return refuse(`${path} has ${size} bytes, more than any recording; is it the right file?`);
    }
    return ok(fs.readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse(`The recording ${path} cannot be read: ${why}. Check its name.`);
  }
}

/** Reads the text of a recording. */
export function parseRecording(
  text: string,
  path: string,
  cutAllowed: boolean,
): Result<Recording, string> {
  const rows = text.split('\n');
  const first = head.safeParse(parsed(rows[0] ?? ''));
  if (!first.success) {
    return refuse(
      `${path} is no wire recording of Corium; "corium treat --record-wire" makes one.`,
    );
  }
  const known = refusalOfHead(first.data, path);
  if (known !== undefined) return refuse(known);
  const lines: RecordingLine[] = [];
  for (const [index, row] of rows.entries()) {
    if (index === 0 || row === '') continue;
    const read = line.safeParse(parsed(row));
    if (read.success) lines.push(read.data);
    else if (index < rows.length - 1) {
      return refuse(`Line ${index + 1} of ${path} is damaged; the recording cannot be replayed.`);
    }
  }
  const last = lines.at(-1);
  const whole = last !== undefined && 'end' in last;
  if (!whole && !cutAllowed) {
    return refuse(
      `${path} is cut off after ${lines.length + 1} lines: say --cut to replay what there is.`,
    );
  }
  const { corium, version, schemaHash, startedAt, pen, host } = first.data;
  return ok({ head: { corium, version, schemaHash, startedAt, pen, host }, lines, whole });
}

function refusalOfHead(
  { version, schemaHash, host }: z.output<typeof head>,
  path: string,
): string | undefined {
  if (version !== RECORDING_VERSION) {
    return (
      `${path} is a recording of version ${version}, and this Corium reads ${RECORDING_VERSION}: ` +
      `replay it with ${host}.`
    );
  }
  if (schemaHash === hashWords(SCHEMA_HASH)) return undefined;
  return (
    `${path} was recorded with the messages ${schemaHash}, and this Corium speaks ` +
    `${hashWords(SCHEMA_HASH)}: replay it with ${host}.`
  );
}
