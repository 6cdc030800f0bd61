// Bytes to JSON, with the usual ways of being wrong told apart: not text, cut off, NaN, not JSON, a
// field named twice.
// What the JSON means is the business of the door that called.

import type { DoorFile, DoorRefusal } from './door-refusal.ts';
import { saidTwice } from './said-twice.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (failure) {
    if (failure instanceof TypeError) return undefined; // the bytes are no UTF-8
    throw failure;
  }
}

const withoutStrings = (text: string): string => text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');

/** Whether nothing but white space follows where reading stopped. */
function stopsAtEnd(text: string, { message }: SyntaxError): boolean {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return position !== undefined && Number(position) >= text.trimEnd().length;
}

function codeOf(text: string, failure: SyntaxError): DoorRefusal['code'] {
  if (/\b(?:NaN|Infinity)\b/.test(withoutStrings(text))) return 'not-a-number';
  const isCut = /end of JSON|Unterminated/.test(failure.message) || stopsAtEnd(text, failure);
  return isCut ? 'truncated' : 'not-json';
}

/** The JSON value in some bytes, or why there is none. */
export function parseJson(bytes: Uint8Array, file: DoorFile): Result<unknown, DoorRefusal> {
  const text = decode(bytes);
  if (text === undefined) return refuse({ code: 'not-text', file });
  try {
    const value: unknown = JSON.parse(text);
    const twice = saidTwice(text);
    return twice === undefined ? ok(value) : refuse({ code: 'said-twice', file, field: twice });
  } catch (failure) {
    if (failure instanceof SyntaxError) return refuse({ code: codeOf(text, failure), file });
    throw failure;
  }
}
