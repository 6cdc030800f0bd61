// A line of a window held against the schema of requests. What is not understood is answered with a
// code and the field that is meant, under the number that it came with if it had one.

import { refuse, ok, type Result } from '../../protocol/result.ts';
import { type Asked, requestSchema } from '../contract/request.ts';
import type { Reply } from '../contract/says.ts';

const MESSAGE_CHARS_MAX = 600 * 1024;

/** A line that is no request. */
export interface NotRead {
  readonly id: number;
  readonly reply: Reply;
}

/** Reads it. */
export function readRequest(
  text: string,
): Result<{ readonly id: number; readonly ask: Asked }, NotRead> {
  const notRead = (id: number, reply: Reply): Result<never, NotRead> => refuse({ id, reply });
  if (text.length > MESSAGE_CHARS_MAX) {
    return notRead(0, { ok: false, refusals: [{ code: 'too-large' }] });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return notRead(0, { ok: false, refusals: [{ code: 'not-understood' }] });
  }
  const read = requestSchema.safeParse(json);
  if (read.success) return ok(read.data);
  const field = read.error.issues[0]?.path.join('.') ?? '';
  return notRead(idIn(json), { ok: false, refusals: [{ code: 'not-understood', item: field }] });
}

const idIn = (json: unknown): number =>
  typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'number'
    ? json.id
    : 0;
