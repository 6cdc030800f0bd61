/** Keys and files: what is missing, open, torn or misnamed is a sentence, and no half of it. */
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  keySentence, newBenchKey, readBenchKey, readPublicKeys,
} from '../../../host/certificate/bench-key.ts';
import { fileText, signCertificate } from '../../../host/certificate/sign.ts';
import {
  certificatePath, freshCertificateId, readCertificate, readCertificates, saveCertificate,
  saveSentence,
} from '../../../host/certificate/store.ts';
import { verifyCertificate } from '../../../host/certificate/verify.ts';
import { certificatePdf } from '../../../host/certificate/paper/draw.ts';
import { createMemoryDoor } from '../../support/memory-door.ts';
import { codes, given, refused } from '../../support/limit-world.ts';
import { KEY, made } from './made.ts';

const root = fs.mkdtempSync(join(os.tmpdir(), 'corium-certificates-'));
let count = 0;
let dataDir = root;
beforeEach(() => {
  count += 1;
  dataDir = join(root, `data-${String(count)}`);
  fs.mkdirSync(dataDir);
});
afterAll(() => {
  fs.rmSync(root, { recursive: true });
});

const GOOD = made();
const SIGNED = signCertificate(GOOD, KEY);
const keyPath = (): string => join(root, `key-${String(count)}`, 'bench-key.pem');

describe('a bench key', () => {
  test('is made once, read by nobody else, and its public half is in the installation', () => {
    const { keyId } = given(newBenchKey(dataDir, keyPath()));
    expect(given(readBenchKey(keyPath())).keyId).toBe(keyId);
    expect(fs.statSync(keyPath()).mode & 0o777).toBe(0o600);
    expect([...readPublicKeys(dataDir, undefined).keys()]).toEqual([keyId]);
    expect(refused(newBenchKey(dataDir, keyPath()))).toMatchObject({ code: 'already-there' });
  });

  test('that is missing, open to others, none, or in the installation is one sentence', () => {
    const path = keyPath();
    expect(keySentence(refused(readBenchKey(path)))).toContain('corium certificate new-key');
    expect(refused(newBenchKey(dataDir, join(dataDir, 'k.pem')))).toMatchObject({
      code: 'inside-data',
    });
    given(newBenchKey(dataDir, path));
    fs.chmodSync(path, 0o644);
    expect(keySentence(refused(readBenchKey(path)))).toContain('chmod 600');
    fs.writeFileSync(join(root, 'none.pem'), 'no key', { mode: 0o600 });
    expect(refused(readBenchKey(join(root, 'none.pem')))).toMatchObject({ code: 'no-key' });
  });
});

describe('a file', () => {
  test('comes back as it was saved, and verifies by the key in the installation', () => {
    const key = given(newBenchKey(dataDir, keyPath()));
    const signed = signCertificate(GOOD, key);
    const path = given(saveCertificate(dataDir, signed));
    expect(path).toBe(certificatePath(dataDir, GOOD.certificateId));
    const read = given(readCertificate(path));
    expect(read).toEqual({ signed, text: fileText(signed) });
    const keys = readPublicKeys(dataDir, undefined);
    expect(verifyCertificate(read, { keys, others: [signed] }).accepted).toBe(true);
    expect(fs.readdirSync(join(dataDir, 'certificates'))).toEqual([`${GOOD.certificateId}.json`]);
  });

  test('is never written over', () => {
    given(saveCertificate(dataDir, SIGNED));
    const other = signCertificate({ ...GOOD, operator: 'Somebody' }, KEY);
    expect(saveSentence(refused(saveCertificate(dataDir, other)))).toContain('already');
    expect(given(readCertificate(certificatePath(dataDir, GOOD.certificateId))).signed)
      .toEqual(SIGNED);
  });

  test('is there whole or not at all, at whatever call the disk gives up', () => {
    const path = certificatePath('there', GOOD.certificateId);
    for (let at = 0; at < 12; at += 1) {
      const door = createMemoryDoor();
      door.mischief = (index) => (index === at ? { code: 'EIO' } : undefined);
      saveCertificate('there', SIGNED, door);
      const bytes = door.files.get(path)?.bytes;
      if (bytes !== undefined) expect(new TextDecoder().decode(bytes)).toBe(fileText(SIGNED));
    }
  });

  test('that is torn, of another version or name, or no JSON holds nothing else up', () => {
    given(saveCertificate(dataDir, SIGNED));
    const folder = join(dataDir, 'certificates');
    const text = fileText(SIGNED);
    fs.writeFileSync(join(folder, 'torn.json'), text.slice(0, 5_000));
    fs.writeFileSync(join(folder, 'old.json'), text.replace(/"version":1\}\n$/, '"version":2}\n'));
    fs.writeFileSync(join(folder, 'named.json'), text);
    fs.writeFileSync(join(folder, 'words.json'), 'no');
    const { stored, unreadable } = readCertificates(dataDir);
    expect(stored).toHaveLength(1);
    expect(unreadable.map(({ name }) => name)).toEqual(
      ['named.json', 'old.json', 'torn.json', 'words.json'],
    );
    expect(unreadable.flatMap(({ sentences }) => sentences).join(' ')).toMatch(
      /name of another certificate.*version 2.*ends in the middle.*not JSON/,
    );
  });

  test('with a field that nobody knows, a fraction or a path for a name is turned away', () => {
    const refusals = (change: object): readonly string[] => {
      const path = join(root, 'changed.json');
      const certificate = { ...GOOD, ...change };
      fs.writeFileSync(path, JSON.stringify({ ...SIGNED, certificate }));
      return codes(refused(readCertificate(path)));
    };
    expect(refusals({ note: 'x' })).toEqual(['unknown-field']);
    expect(refusals({ dueDay: 12.5 })).toEqual(['bad-value']);
    expect(refusals({ certificateId: '../../x' })).toEqual(['bad-value']);
    expect(refusals({ lines: undefined })).toEqual(['missing-field']);
    const back = [{ atUm: 500, addUm: 0 }, { atUm: 600, addUm: -200 }];
    expect(refusals({ curve: back })).toEqual(['bad-value']);
  });
});

test('the next name of a day counts on, and fits into a pen', () => {
  expect(freshCertificateId('2026-11-20', [])).toBe('C20261120-01');
  expect(freshCertificateId('2026-11-20', ['C20261120-09', 'C20261119-30'])).toBe('C20261120-10');
});

test('a certificate is printed to the same bytes every time, in any letters', async () => {
  const one = await certificatePdf(SIGNED);
  expect(new TextDecoder('latin1').decode(one.subarray(0, 8))).toMatch(/^%PDF-1\.\d/);
  expect(Buffer.compare(one, await certificatePdf(SIGNED))).toBe(0);
  const odd = { ...GOOD, operator: 'Łukasz Żółć 山田' };
  expect((await certificatePdf(signCertificate(odd, KEY))).length).toBeGreaterThan(5_000);
});
