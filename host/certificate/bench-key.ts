// The keys with which a bench signs. The private one stays with whoever signs: it is readable by
// nobody else and never lies in the folder of the installation, which is copied and handed on. The
// public one lies there, by its id, so that everybody can verify.

import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { keyFingerprint, publicKey } from '../profile/signature.ts';

/** Why there is no key. */
export type KeyRefusal =
  | { readonly code: 'absent'; readonly path: string }
  | { readonly code: 'unreadable'; readonly path: string }
  | { readonly code: 'no-key'; readonly path: string }
  | { readonly code: 'open-to-others'; readonly path: string }
  | { readonly code: 'already-there'; readonly path: string }
  | { readonly code: 'inside-data'; readonly path: string }
  | { readonly code: 'unwritable'; readonly path: string };

/** A private key and its id. */
export interface BenchKey {
  readonly keyId: string;
  readonly privatePem: string;
}

const KEY_BYTES_MAX = 16_384;

/** Where a bench key lies unless somebody says otherwise. */
export const usualKeyPath = (): string =>
  join(process.env['XDG_CONFIG_HOME'] ?? join(os.homedir(), '.config'), 'corium', 'bench-key.pem');

/** The folder of the public keys of an installation. */
export const keysFolder = (dataDir: string): string => join(dataDir, 'bench-keys');

/** The id of a key: the beginning of its fingerprint. */
export const keyIdOf = (key: KeyObject): string => keyFingerprint(key).slice(0, 16);

const isInside = (dataDir: string, path: string): boolean =>
  !relative(resolve(dataDir), resolve(path)).startsWith('..');

const codeOf = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : '';

/** Makes a key, keeps it from others, and lays the public one into the installation. */
export function newBenchKey(dataDir: string, path: string): Result<BenchKey, KeyRefusal> {
  if (isInside(dataDir, path)) return refuse({ code: 'inside-data', path });
  const pair = generateKeyPairSync('ed25519');
  const privatePem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const keyId = keyIdOf(pair.publicKey);
  try {
    fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    fs.mkdirSync(keysFolder(dataDir), { recursive: true });
    // "wx": a key that exists is never written over.
    fs.writeFileSync(path, privatePem, { mode: 0o600, flag: 'wx' });
    fs.writeFileSync(join(keysFolder(dataDir), `${keyId}.pub.pem`), publicPem, { flag: 'wx' });
  } catch (failure) {
    const code = codeOf(failure) === 'EEXIST' ? 'already-there' : 'unwritable';
    return refuse({ code, path });
  }
  return ok({ keyId, privatePem });
}

/** Reads a private key; one that others may read, or that is none, is refused. */
export function readBenchKey(path: string): Result<BenchKey, KeyRefusal> {
  let privatePem: string;
  try {
    const seen = fs.statSync(path);
    const isOpen = process.platform !== 'win32' && (seen.mode & 0o077) !== 0;
    if (isOpen) return refuse({ code: 'open-to-others', path });
    if (!seen.isFile() || seen.size > KEY_BYTES_MAX) return refuse({ code: 'no-key', path });
    privatePem = fs.readFileSync(path, 'utf8');
  } catch (failure) {
    return refuse({ code: codeOf(failure) === 'ENOENT' ? 'absent' : 'unreadable', path });
  }
  const keyId = idOfPrivate(privatePem);
  return keyId === undefined ? refuse({ code: 'no-key', path }) : ok({ keyId, privatePem });
}

function idOfPrivate(pem: string): string | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? keyIdOf(createPublicKey(key)) : undefined;
  } catch (failure) {
    if (failure instanceof Error) return undefined; // not a key at all
    throw failure;
  }
}

/** The public keys of an installation, and of a file that somebody names, by id. */
export function readPublicKeys(
  dataDir: string,
  more: string | undefined,
): ReadonlyMap<string, KeyObject> {
  const folder = keysFolder(dataDir);
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const paths = names.filter((name) => name.endsWith('.pub.pem')).map((name) => join(folder, name));
  const keys = new Map<string, KeyObject>();
  for (const path of [...paths, ...(more === undefined ? [] : [more])]) {
    const key = publicKeyAt(path);
    // By what the key is and not by what its file is called.
    if (key !== undefined) keys.set(keyIdOf(key), key);
  }
  return keys;
}

function publicKeyAt(path: string): KeyObject | undefined {
  const seen = fs.statSync(path, { throwIfNoEntry: false });
  if (seen?.isFile() !== true || seen.size > KEY_BYTES_MAX) return undefined;
  return publicKey(fs.readFileSync(path, 'utf8'));
}

/** The sentence of a refusal. */
export function keySentence({ code, path }: KeyRefusal): string {
  switch (code) {
    case 'absent':
      return `There is no bench key at ${path}, so nothing can be signed; make one with "corium `
        + 'certificate new-key" or name yours with --key.';
    case 'unreadable':
      return `The bench key at ${path} cannot be read; give yourself read permission.`;
    case 'no-key':
      return `The file ${path} is no Ed25519 private key; name the right one with --key.`;
    case 'open-to-others':
      return `The bench key at ${path} can be read by others; run "chmod 600" on it, and make a `
        + 'new one if somebody may have copied it.';
    case 'already-there':
      return `There is a key at ${path} already, and it was not written over; use it, or name `
        + 'another path with --key.';
    case 'inside-data':
      return `A private key does not belong into the folder of the installation (${path}), which `
        + 'is copied and handed on; name a path outside with --key.';
    case 'unwritable':
      return `No key could be written at ${path}; name a path that you may write with --key.`;
  }
}
