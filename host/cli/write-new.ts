// Writes a file that is not there yet. What is there is never written over: it may be the only copy
// of something that somebody signed.

import fs from 'node:fs';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { EXIT } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';

/** Writes it, or says why not. */
export function writeNew(path: string, content: string | Uint8Array): Result<string, Outcome> {
  try {
    fs.writeFileSync(path, content, { flag: 'wx' });
    return ok(path);
  } catch (failure) {
    const isThere = failure instanceof Error && 'code' in failure && failure.code === 'EEXIST';
    const sentence = isThere
      ? `There is a file ${path} already, and it was not written over; name another with --out.`
      : `No file could be written at ${path}; name another place with --out.`;
    return refuse(failed(EXIT.refused, [sentence]));
  }
}
