// The key with which certificates are signed at this console: the technician's usual one, or one of
// the demonstration beside its folder, made afresh, which vouches for nothing.

import {
  keySentence, newBenchKey, readBenchKey, usualKeyPath,
} from '../../../host/certificate/index.ts';
import { refuse, ok, type Result } from '../../../protocol/result.ts';
import type { SigningKey } from '../../contract/bench-state.ts';

/** Where it lies. */
export const signingKeyPath = (dataDir: string, demo: boolean): string =>
  demo ? `${dataDir}-bench-key.pem` : usualKeyPath();

/** Whether it is there. */
export function signingKey(path: string): SigningKey {
  const read = readBenchKey(path);
  if (read.ok) return { state: 'there', path };
  return { state: read.error.code === 'absent' ? 'absent' : 'unusable', path };
}

/** Makes one where there is none. */
export function makeSigningKey(dataDir: string, path: string): Result<undefined, string> {
  const made = newBenchKey(dataDir, path);
  return made.ok ? ok(undefined) : refuse(keySentence(made.error));
}
