// Hands over what was let out of the house: as a new file that only its owner may read, or on
// standard output. A file that is there is not written over.

import fs from 'node:fs';
import type { HandedOut } from '../export/index.ts';
import { EXIT } from './exit-code.ts';
import { done, failed, type Outcome } from './outcome.ts';

/** Writes it to a file, or says it. */
export function deliver({ bytes, sha256, exportId }: HandedOut, out: string | undefined): Outcome {
  if (out === undefined) {
    const text = new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
    return done([text], text);
  }
  try {
    fs.writeFileSync(out, bytes, { flag: 'wx', mode: 0o600 });
  } catch (failure) {
    const isThere = failure instanceof Error && 'code' in failure && failure.code === 'EEXIST';
    return failed(EXIT.refused, [isThere
      ? `There is a file ${out} already, and it was not written over; name another with --out.`
      : `Nothing could be written to ${out}; name a place that you may write to with --out.`]);
  }
  const said = `Wrote ${out} (${bytes.length} bytes, SHA-256 ${sha256.slice(0, 16)}...).`;
  return done([said], { ok: true, out, bytes: bytes.length, sha256, exportId });
}
