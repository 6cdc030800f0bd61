/**
 * The files of keys: nobody else may read them, they are whole or as before, and what is wrong with
 * one is a sentence in which no key stands.
 */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyText, type PenKeys, withNewKey, withProof } from '../../../host/pairing/key-file.ts';
import { insideData, keyFolder, openKeyStore } from '../../../host/pairing/key-store.ts';
import { sayKeyRefusal } from '../../../host/pairing/words.ts';
import { keysIn } from './desk.ts';

const KEY = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
const KEYS: PenKeys = { serial: 'P-1', keys: [{ key: KEY, counter: 7, proven: true }] };

test('S-55 what is kept comes back, in a file and a folder that only their owner reads', () => {
  const folder = path.join(keysIn(), 'keys');
  const store = openKeyStore(folder);
  expect(store.all()).toEqual({ ok: true, value: [] });
  expect(store.keep(KEYS).ok).toBe(true);
  expect(openKeyStore(folder).of('P-1')).toEqual({ ok: true, value: KEYS });
  const [name = ''] = fs.readdirSync(folder);
  expect(fs.statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  expect(store.forget('P-1').ok).toBe(true);
  expect(store.of('P-1')).toEqual({ ok: true, value: undefined });
});

test.each(['644', '640', '660', '604'])('S-55 a key file of mode %s is not used', (mode) => {
  const folder = keysIn();
  const store = openKeyStore(folder);
  store.keep(KEYS);
  const file = path.join(folder, 'P-1.json');
  fs.chmodSync(file, Number.parseInt(mode, 8));
  const all = store.all();
  expect(all).toMatchObject({ ok: false, error: { code: 'loose', path: file } });
  if (!all.ok) expect(sayKeyRefusal(all.error)).toMatch(/can be read by others .*chmod go=/);
});

test('S-55 a folder that others may enter is not used, for reading or for writing', () => {
  const folder = keysIn();
  fs.chmodSync(folder, 0o755);
  expect(openKeyStore(folder).all()).toMatchObject({ error: { code: 'loose', path: folder } });
  expect(openKeyStore(folder).keep(KEYS)).toMatchObject({ error: { code: 'loose' } });
});

test('keys are not kept in the folder of an installation, however it is written', () => {
  expect(insideData('/clinic/keys', '/clinic')).toMatchObject({ code: 'inside-data' });
  expect(insideData('/clinic/../clinic', '/clinic')).toMatchObject({ code: 'inside-data' });
  expect(insideData('/clinic-keys', '/clinic')).toBeUndefined();
});

test('where keys are kept is said by CORIUM_KEYS, or lies beside the settings', () => {
  expect(keyFolder({ CORIUM_KEYS: '/somewhere' })).toBe('/somewhere');
  expect(keyFolder({ XDG_CONFIG_HOME: '/x' })).toBe(path.join('/x', 'corium', 'keys'));
  expect(keyFolder({ CORIUM_KEYS: '' })).toMatch(/corium.keys$/);
});

describe('a file that is', () => {
  test.each([
    ['empty', ''],
    ['cut off', keyText(KEYS).slice(0, 40)],
    ['of another version', keyText(KEYS).replace('"version": 1', '"version": 2')],
    ['of a short key', keyText(KEYS).replace(KEY, KEY.slice(2))],
    ['of something else', '[]'],
  ])('%s is refused by name, and the key in it is not said', (_, text) => {
    const folder = keysIn();
    const file = path.join(folder, 'P-1.json');
    fs.writeFileSync(file, text, { mode: 0o600 });
    const all = openKeyStore(folder).all();
    expect(all).toEqual({ ok: false, error: { code: 'not-a-key-file', path: file } });
    if (!all.ok) expect(sayKeyRefusal(all.error)).not.toContain(KEY.slice(0, 8));
  });
});

test('S-54 a new key stands beside the proven one, and ends it once it is proven itself', () => {
  const changing = withNewKey(KEYS, OTHER);
  expect(changing.keys.map(({ key }) => key)).toEqual([KEY, OTHER]);
  expect(withNewKey(changing, 'ef'.repeat(32)).keys.map(({ key }) => key))
    .toEqual([KEY, 'ef'.repeat(32)]);
  expect(withProof(changing, KEY, 9).keys).toHaveLength(2);
  expect(withProof(changing, OTHER, 10).keys).toEqual([{ key: OTHER, counter: 10, proven: true }]);
});
