// The base table, from three files beside this one: the table, its detached signature, the public
// key. Bytes are verified before they are parsed; a table past its date is no table.

import { fileURLToPath } from 'node:url';
import { checkShape } from '../doors/check-shape.ts';
import { parseJson } from '../doors/parse-json.ts';
import { readBounded } from '../doors/read-bounded.ts';
import type { Day } from '../core/day.ts';
import { formatDay } from '../core/day.ts';
import type { LimitProfile } from '../core/limit-profile.ts';
import { PROFILE_VERSION, profileShape, type ProfileShape } from './profile-shape.ts';
import type { ProfileRefusal } from './profile-refusal.ts';
import { senseRefusals } from './profile-sense.ts';
import { isSignedBy, publicKey, sha256Hex } from './signature.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

/** The largest limit profile that is read. */
export const PROFILE_BYTES_MAX = 1024 * 1024;

const FILE = 'limit profile';

/** A profile in force, with the SHA-256 of the bytes it was made from, and those bytes. */
export interface LoadedProfile {
  readonly profile: LimitProfile;
  readonly sha256: string;
  /** What was signed, for a guard that reads it once more by itself. */
  readonly signed: { readonly base: Uint8Array; readonly site: Uint8Array | undefined };
}

/** A file that somebody signed: its bytes, the signature in base64, the signer's key in PEM. */
export interface SignedBytes {
  readonly bytes: Uint8Array;
  readonly signature: string;
  readonly publicKeyPem: string;
}

/** Whether some bytes bear the signature of the key that is given with them. */
export function isAuthentic({ bytes, signature, publicKeyPem }: SignedBytes): boolean {
  const key = publicKey(publicKeyPem);
  return key !== undefined && isSignedBy(bytes, signature, key);
}

function dateRefusals(
  { validFrom, expiresOn }: { readonly validFrom: Day; readonly expiresOn: Day },
  today: Day,
): readonly ProfileRefusal[] {
  const [issued, expires] = [formatDay(validFrom), formatDay(expiresOn)];
  return [
    ...(today > expiresOn ? [{ code: 'expired', file: FILE, asked: expires } as const] : []),
    ...(today < validFrom ? [{ code: 'not-yet-valid', file: FILE, asked: issued } as const] : []),
  ];
}

function asProfile({ version: _version, validFrom: _from, ...fields }: ProfileShape): LimitProfile {
  return fields;
}

/** Takes a signed base table into use, or says everything that is against it. */
export function loadBaseProfile(
  signed: SignedBytes,
  today: Day,
): Result<LoadedProfile, readonly ProfileRefusal[]> {
  if (signed.signature.trim() === '') return refuse([{ code: 'signature-missing', file: FILE }]);
  // S-39: verified before a byte of it is parsed.
  if (!isAuthentic(signed)) return refuse([{ code: 'signature-bad', file: FILE }]);
  const json = parseJson(signed.bytes, FILE);
  if (!json.ok) return refuse([json.error]);
  const shaped = checkShape(profileShape, json.value, FILE, PROFILE_VERSION);
  if (!shaped.ok) return shaped;
  const refusals = [...dateRefusals(shaped.value, today), ...senseRefusals(shaped.value)];
  if (refusals.length > 0) return refuse(refusals);
  const { bytes: base } = signed;
  const profile = asProfile(shaped.value);
  return ok({ profile, sha256: sha256Hex(base), signed: { base, site: undefined } });
}

/** Where the base table that comes with Corium lies. */
export const BASE_PROFILE_PATH = fileURLToPath(new URL('base-profile.json', import.meta.url));

/** The public key that the base table that comes with Corium is signed with. */
export const BASE_KEY_PATH = fileURLToPath(new URL('base-profile.pub.pem', import.meta.url));

/** Reads and verifies a base table, by default the one that comes with Corium. */
export function readBaseProfile(
  today: Day,
  path: string = BASE_PROFILE_PATH,
  keyPath: string = BASE_KEY_PATH,
): Result<LoadedProfile, readonly ProfileRefusal[]> {
  const bytes = readBounded(path, FILE, PROFILE_BYTES_MAX);
  if (!bytes.ok) return refuse([bytes.error]);
  const signature = readBounded(`${path}.sig`, FILE, 1024);
  if (!signature.ok) return refuse([{ code: 'signature-missing', file: FILE }]);
  const key = readBounded(keyPath, FILE, 4096);
  if (!key.ok) return refuse([{ ...key.error, field: 'public key' }]);
  const text = new TextDecoder();
  const signed = {
    bytes: bytes.value,
    signature: text.decode(signature.value),
    publicKeyPem: text.decode(key.value),
  };
  return loadBaseProfile(signed, today);
}
