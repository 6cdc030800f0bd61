// The console in real Electron, wherever its runtime is present: it opens and closes in order.
// Where it is not, nothing is said about Electron; the runtime is looked for by its files and
// never fetched.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { electronRuntime } from '../../../ui/serve/electron-runtime.ts';

const runtime = electronRuntime();
const MAIN = fileURLToPath(new URL('../../../ui/electron/main.ts', import.meta.url));

const inElectron = test.skipIf(runtime === undefined);

inElectron('the console opens in Electron and closes in order', async () => {
  const child = spawn(runtime ?? '', [MAIN, '--no-sandbox', '--headless'], {
    env: {
      ...process.env,
      CORIUM_START: JSON.stringify({ pen: 'sim' }),
      CORIUM_NODE: process.execPath,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  setTimeout(() => child.kill('SIGTERM'), 8_000);
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});

test('a runtime that is not there is not found, and nothing is fetched for it', () => {
  expect(electronRuntime('/nowhere/at/all/')).toBeUndefined();
});
