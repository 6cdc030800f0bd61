// The profile in force: the base where a site has nothing of its own, and nothing at all where what
// the site has is not in order.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseSignatures, readProfileInForce } from '../../../host/profile/in-force.ts';
import { BASE, codes, given, refused, TODAY } from '../../support/limit-world.ts';

const SIGN = fileURLToPath(new URL('../../../host/profile/sign.ts', import.meta.url));
const sign = (...words: readonly string[]): string =>
  execFileSync(process.execPath, [SIGN, ...words], { encoding: 'utf8', stdio: 'pipe' });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corium-profile-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);

test('without a site table the base is in force', () => {
  expect(given(readProfileInForce(TODAY, folder))).toEqual(BASE);
});

test('S-39 a site table without signatures, with half of them, or unreadable blocks all', () => {
  writeFileSync(at('site-table.json'), '{}');
  expect(codes(refused(readProfileInForce(TODAY, folder)))).toEqual(['signature-missing']);
  writeFileSync(at('site-table.json.sig'), '{"version": 1, "signa');
  expect(codes(refused(readProfileInForce(TODAY, folder)))).toEqual(['truncated']);
  writeFileSync(at('site-table.json.sig'), '{"version": 1, "signatures": []}');
  expect(codes(refused(readProfileInForce(TODAY, folder)))).toEqual(['absent']);
  writeFileSync(at('approvers.json'), '{"version": 1, "approvers": []}');
  expect(codes(refused(readProfileInForce(TODAY, folder)))).toEqual(['signature-missing']);
  writeFileSync(at('approvers.json.sig'), 'AAAA');
  expect(codes(refused(readProfileInForce(TODAY, folder)))).toEqual(['signature-bad']);
});

test('approvers sign one after the other, each once, and a key is never written over', () => {
  sign('new-key', at('anna.pem'));
  expect(() => sign('new-key', at('anna.pem'))).toThrow(/EEXIST/);
  sign('new-key', at('boris.pem'));
  writeFileSync(at('site-table.json'), '{}');
  for (const name of ['anna', 'boris', 'anna']) {
    sign('approve', at('site-table.json'), '--key', at(`${name}.pem`), '--as', name);
  }
  const { signatures } = given(parseSignatures(readFileSync(at('site-table.json.sig'))));
  expect(signatures.map(({ approver }) => approver)).toEqual(['boris', 'anna']);
});
