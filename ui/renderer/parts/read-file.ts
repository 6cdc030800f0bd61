// Reads one small text file that a person chose or dropped. What is in it is judged by the desk;
// here it is only kept from being read if it is too large to be anything of ours, or no file.

import type { DeskRefusal } from '../../contract/desk-refusal.ts';

/** The bound of the desk's own door. */
const FILE_BYTES_MAX = 256 * 1024;

/** The longest name that the desk takes; the end of a name tells less than its beginning. */
const NAME_MAX = 128;

/** A file's text, or why it was not read. */
export type FileRead =
  | { readonly ok: true; readonly fileName: string; readonly text: string }
  | { readonly ok: false; readonly refusal: DeskRefusal };

/** Reads it; a folder and a device are no files and say so. */
export async function readSmallFile(file: File): Promise<FileRead> {
  const fileName = file.name.slice(0, NAME_MAX);
  if (file.size > FILE_BYTES_MAX) {
    return { ok: false, refusal: { code: 'too-large', item: fileName } };
  }
  try {
    return { ok: true, fileName, text: await file.text() };
  } catch {
    return { ok: false, refusal: { code: 'plan-not-read', item: fileName } };
  }
}
