// The profile in force in an installation: the base table, and over it the site's own where the
// folder holds one. Its files: site-table.json, its signatures in site-table.json.sig, and the
// approvers in approvers.json with approvers.json.sig. A site table that fails blocks everything.

import { join } from 'node:path';
import { z } from 'zod';
import { checkShape } from '../doors/check-shape.ts';
import type { DoorFile, DoorRefusal } from '../doors/door-refusal.ts';
import { text } from '../doors/fields.ts';
import { parseJson } from '../doors/parse-json.ts';
import { readBounded } from '../doors/read-bounded.ts';
import type { Day } from '../core/day.ts';
import { type Approver, loadApprovers } from './approvers.ts';
import {
  BASE_KEY_PATH,
  type LoadedProfile,
  PROFILE_BYTES_MAX,
  readBaseProfile,
} from './base-profile.ts';
import type { ProfileRefusal } from './profile-refusal.ts';
import { loadSiteTable } from './site-table.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

const SIGNATURES_VERSION = 1;

const signature = z.strictObject({ approver: text, signature: text });

/** The signatures of a site's table as they stand in their file. */
export const signaturesFile = z.strictObject({
  version: z.literal(SIGNATURES_VERSION),
  signatures: z.array(signature).max(10),
});

/** The signatures in some bytes, or everything that is wrong with them. */
export function parseSignatures(
  bytes: Uint8Array,
): Result<z.output<typeof signaturesFile>, readonly DoorRefusal[]> {
  const json = parseJson(bytes, 'site table');
  if (!json.ok) return refuse([json.error]);
  return checkShape(signaturesFile, json.value, 'site table', SIGNATURES_VERSION);
}

const read = (folder: string, name: string, file: DoorFile): Result<Uint8Array, DoorRefusal> =>
  readBounded(join(folder, name), file, PROFILE_BYTES_MAX);

function readApprovers(folder: string): Result<readonly Approver[], readonly ProfileRefusal[]> {
  const bytes = read(folder, 'approvers.json', 'approver list');
  if (!bytes.ok) return refuse([bytes.error]);
  const signed = read(folder, 'approvers.json.sig', 'approver list');
  if (!signed.ok) return refuse([{ code: 'signature-missing', file: 'approver list' }]);
  const key = readBounded(BASE_KEY_PATH, 'approver list', PROFILE_BYTES_MAX);
  if (!key.ok) return refuse([{ ...key.error, field: 'public key' }]);
  const decoder = new TextDecoder();
  return loadApprovers({
    bytes: bytes.value,
    signature: decoder.decode(signed.value),
    publicKeyPem: decoder.decode(key.value),
  });
}

function joinSite(
  base: LoadedProfile,
  bytes: Uint8Array,
  folder: string,
  today: Day,
): Result<LoadedProfile, readonly ProfileRefusal[]> {
  const signed = read(folder, 'site-table.json.sig', 'site table');
  if (!signed.ok) return refuse([{ code: 'signature-missing', file: 'site table' }]);
  const parsed = parseSignatures(signed.value);
  if (!parsed.ok) return parsed;
  const approvers = readApprovers(folder);
  if (!approvers.ok) return approvers;
  const { signatures } = parsed.value;
  return loadSiteTable(base, { bytes, signatures, approvers: approvers.value }, today);
}

/** Reads the profile that is in force in an installation's folder on a day. */
export function readProfileInForce(
  today: Day,
  folder: string,
): Result<LoadedProfile, readonly ProfileRefusal[]> {
  const base = readBaseProfile(today);
  if (!base.ok) return base;
  const site = read(folder, 'site-table.json', 'site table');
  if (site.ok) return joinSite(base.value, site.value, folder, today);
  // S-39: only a table that is not there leaves the base alone in force; any other failure blocks.
  return site.error.code === 'absent' ? ok(base.value) : refuse([site.error]);
}
