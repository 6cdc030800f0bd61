// The key under which identities are sealed. It is kept outside the installation's folder, which is
// copied, backed up and handed on; whoever has the folder alone has charts without names. A lost
// key takes the names with it and nothing else, and no new one is ever made in its stead unasked.

import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { ok, refuse, type Result } from '../../protocol/result.ts';

/** A key, as the two keys that are made of it and the id of both. */
export interface IdentityKey {
  readonly keyId: string;
  readonly sealKey: Uint8Array;
  readonly lookupKey: Uint8Array;
}

/** Why there is no key. */
export interface IdentityKeyRefusal {
  readonly code:
    | 'absent' | 'unreadable' | 'no-key' | 'open-to-others' | 'already-there' | 'inside-data'
    | 'unwritable';
  readonly path: string;
}

const FIRST_WORD = 'corium-identity-key-1';

/** Where the key lies unless somebody says otherwise. */
export const usualIdentityKeyPath = (): string =>
  process.env['CORIUM_IDENTITY_KEY']
  ?? join(
    process.env['XDG_CONFIG_HOME'] ?? join(os.homedir(), '.config'), 'corium', 'identity.key',
  );

const derive = (secret: Uint8Array, what: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `corium ${what}`, 32));

/** The keys that a secret stands for. */
export const identityKeyOf = (secret: Uint8Array): IdentityKey => ({
  keyId: createHash('sha256').update(derive(secret, 'id')).digest('hex').slice(0, 16),
  sealKey: derive(secret, 'seal'),
  lookupKey: derive(secret, 'lookup'),
});

const codeOf = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : '';

/** Makes a key and keeps it from others; never over one that is there. */
export function newIdentityKey(
  dataDir: string,
  path: string,
): Result<IdentityKey, IdentityKeyRefusal> {
  const isInside = !relative(resolve(dataDir), resolve(path)).startsWith('..');
  if (isInside) return refuse({ code: 'inside-data', path });
  const secret = randomBytes(32);
  try {
    fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const text = `${FIRST_WORD} ${secret.toString('hex')}\n`;
    fs.writeFileSync(path, text, { mode: 0o600, flag: 'wx', flush: true });
  } catch (failure) {
    return refuse({ code: codeOf(failure) === 'EEXIST' ? 'already-there' : 'unwritable', path });
  }
  return ok(identityKeyOf(secret));
}

/** Reads the key; one that others may read is refused. */
export function readIdentityKey(path: string): Result<IdentityKey, IdentityKeyRefusal> {
  let text: string;
  try {
    const seen = fs.statSync(path);
    const isOpen = process.platform !== 'win32' && (seen.mode & 0o077) !== 0;
    if (isOpen) return refuse({ code: 'open-to-others', path });
    if (!seen.isFile() || seen.size > 1_024) return refuse({ code: 'no-key', path });
    text = fs.readFileSync(path, 'utf8');
  } catch (failure) {
    return refuse({ code: codeOf(failure) === 'ENOENT' ? 'absent' : 'unreadable', path });
  }
  const hex = new RegExp(`^${FIRST_WORD} ([0-9a-f]{64})\\n$`).exec(text)?.[1];
  if (hex === undefined) return refuse({ code: 'no-key', path });
  return ok(identityKeyOf(Buffer.from(hex, 'hex')));
}

const SENTENCES: Readonly<Record<IdentityKeyRefusal['code'], (path: string) => string>> = {
  absent: (path) => `The identity key is not at ${path}, so names stay sealed; everything else of `
    + 'the charts works. Bring the key back from where it was copied to, name it with --key, or '
    + 'make the first one of this house with "corium people new-key".',
  unreadable: (path) => `The identity key at ${path} cannot be read, so names stay sealed; give `
    + 'yourself read permission.',
  'no-key': (path) => `The file ${path} is no identity key of Corium; name the right one with `
    + '--key.',
  'open-to-others': (path) => `The identity key at ${path} can be read by others; run "chmod 600" `
    + 'on it.',
  'already-there': (path) => `There is an identity key at ${path} already, and it was not written `
    + 'over; use it, or name another path with --key.',
  'inside-data': (path) => `The identity key does not belong into the folder of the installation `
    + `(${path}), which is copied and handed on; name a path outside with --key.`,
  unwritable: (path) => `No key could be written at ${path}; name a path that you may write with `
    + '--key.',
};

/** The sentence of a refusal. */
export const identityKeySentence = ({ code, path }: IdentityKeyRefusal): string =>
  SENTENCES[code](path);
