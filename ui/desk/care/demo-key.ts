// The key under which a demonstration seals its names: one of its own in a folder of its own, so
// that nobody's real key is made or used by looking at the console. The host process finds it the
// same way as the desk, by the environment.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { newIdentityKey } from '../../../host/chart/index.ts';

/** Makes one, and lets this process and its children use it. */
export function keyOfDemo(): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-demo-key-'));
  const file = path.join(folder, 'identity.key');
  const made = newIdentityKey(path.join(folder, 'data'), file);
  if (made.ok) process.env['CORIUM_IDENTITY_KEY'] = file;
}
