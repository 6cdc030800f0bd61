// Lines of text between a person at a console and a pen in service mode, in blocks of their own:
//
//   00 | 1 to 64 characters 20..7E | 0D 0A | 00
//
// A line can never be a frame, whatever stands in it. COBS puts the distance to the first zero of
// the body in front, and a header is version 1, flags 0: so every frame begins 00 02 01, and no
// byte of a line is 01 or 02. No check has to fail for it; the checks are not even looked at.

import { assert } from './assert.ts';

/** The most characters of a line. */
export const LINE_CHARACTERS_MAX = 64;
/** The most bytes of a line between its two delimiters. */
export const LINE_BYTES_MAX = LINE_CHARACTERS_MAX + 2;
/** The most lines that a pen says in answer to one. */
export const ANSWER_LINES_MAX = 16;

const FIRST_PRINTABLE = 0x20;
const LAST_PRINTABLE = 0x7e;
const RETURN = 0x0d;
const FEED = 0x0a;

const isPrintable = (code: number): boolean => code >= FIRST_PRINTABLE && code <= LAST_PRINTABLE;

/** Whether a text can be sent as a line: 1 to 64 printable characters of ASCII. */
export const isLineText = (text: string): boolean =>
  text.length > 0 && text.length <= LINE_CHARACTERS_MAX && /^[ -~]*$/.test(text);

/**
 * Whether the block `bytes[from, to)` is a line, whole and nothing else. A frame is told apart by
 * its first byte, so asking costs the way of frames one comparison.
 */
export function isLineBlock(bytes: Uint8Array, from: number, to: number): boolean {
  if ((bytes[from] as number) < FIRST_PRINTABLE) return false;
  const end = to - 2;
  if (end <= from || to - from > LINE_BYTES_MAX) return false;
  if (bytes[end] !== RETURN || bytes[end + 1] !== FEED) return false;
  for (let at = from; at < end; at += 1) if (!isPrintable(bytes[at] as number)) return false;
  return true;
}

/** The text of a line whose bytes were found to be one. */
export const lineText = (line: Uint8Array): string =>
  String.fromCharCode(...line.subarray(0, line.length - 2));

/** The bytes of a line on the wire, delimiters and all. */
export function encodeLine(text: string): Uint8Array {
  assert(isLineText(text), 'a line is 1 to 64 printable characters');
  const wire = new Uint8Array(text.length + 4);
  for (let index = 0; index < text.length; index += 1) wire[index + 1] = text.charCodeAt(index);
  wire[text.length + 1] = RETURN;
  wire[text.length + 2] = FEED;
  return wire;
}
