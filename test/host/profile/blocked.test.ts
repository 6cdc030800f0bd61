// What is not in order leaves no limits at all, rather than the ones beneath it: a table past its
// date, and a site's own table that is there and cannot be read or is not signed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBaseProfile } from '../../../host/profile/base-profile.ts';
import { readProfileInForce } from '../../../host/profile/in-force.ts';
import { on, TODAY } from '../../support/limit-world.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corium-blocked-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('S-39 a table past its date is no table', () => {
  expect(readBaseProfile(on('2031-10-31'))).toMatchObject({ ok: true });
  expect(readBaseProfile(on('2031-11-01'))).toMatchObject({
    ok: false, error: [{ code: 'expired' }],
  });
});

test('S-39 a site table that is there and cannot be read leaves nothing in force', () => {
  expect(readProfileInForce(TODAY, folder)).toMatchObject({ ok: true });
  mkdirSync(join(folder, 'site-table.json'));
  expect(readProfileInForce(TODAY, folder)).toMatchObject({
    ok: false, error: [{ code: 'not-a-file' }],
  });
});

test('S-39 a site table without signatures leaves nothing in force', () => {
  writeFileSync(join(folder, 'site-table.json'), '{}');
  expect(readProfileInForce(TODAY, folder)).toMatchObject({
    ok: false, error: [{ code: 'signature-missing' }],
  });
});
