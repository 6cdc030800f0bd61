// How the console is packaged, asserted and not built here: building wants Electron's runtime.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const packaging = z
  .object({
    asar: z.boolean(),
    files: z.array(z.string()),
    publish: z.null(),
    electronFuses: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync('ui/electron/electron-builder.json', 'utf8')));

test('nobody can turn the package into something else from outside', () => {
  expect(packaging.electronFuses).toEqual({
    // Host and simulator are Node processes of this very program: without it there is no host.
    runAsNode: true,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('a package holds the product and no test, and publishes nothing', () => {
  expect(packaging.asar).toBe(true);
  expect(packaging.publish).toBeNull();
  expect(packaging.files.some((glob) => glob.startsWith('test'))).toBe(false);
});
