// Who may approve a site's own table: names with public keys, in a list that bears the same
// signature as the base table. Whoever can write into the installation cannot name themselves.

import { z } from 'zod';
import { checkShape } from '../doors/check-shape.ts';
import { text } from '../doors/fields.ts';
import { parseJson } from '../doors/parse-json.ts';
import { isAuthentic, type SignedBytes } from './base-profile.ts';
import type { ProfileRefusal } from './profile-refusal.ts';
import { refuse, type Result } from '../../protocol/result.ts';

const FILE = 'approver list';
const APPROVERS_VERSION = 1;

const approver = z.strictObject({ name: text, publicKeyPem: z.string().min(1).max(1_000) });

const approversFile = z
  .strictObject({ version: z.literal(APPROVERS_VERSION), approvers: z.array(approver).max(100) })
  .transform(({ approvers }): readonly Approver[] => approvers);

/** Somebody who may approve a site's table, by name and key. */
export type Approver = z.output<typeof approver>;

/** Takes a signed list of approvers into use. */
export function loadApprovers(
  signed: SignedBytes,
): Result<readonly Approver[], readonly ProfileRefusal[]> {
  if (!isAuthentic(signed)) return refuse([{ code: 'signature-bad', file: FILE }]);
  const json = parseJson(signed.bytes, FILE);
  if (!json.ok) return refuse([json.error]);
  return checkShape(approversFile, json.value, FILE, APPROVERS_VERSION);
}
