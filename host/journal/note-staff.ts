// What the chart journal says about the people who work there: who may do what, who signed in and
// who failed to, who signed what, and what left the house. Names of staff stand in the clear, since
// a signature has to show who signed; their secrets are here only as scrypt hashes.

import { z } from 'zod';
import { count, key, sentence, sha256Hex, text, word } from './field.ts';

/** What somebody is there to do. */
export const role = z.enum([
  'provider',
  'prescriber',
  'technician',
  'clinical-lead',
  'auditor',
]);

const roles = z.array(role).min(1).max(5).readonly();

/** A secret as scrypt left it. */
export const hashedSecret = z.strictObject({
  algorithm: z.literal('scrypt'),
  n: z.int().min(2).max(1 << 24),
  r: z.int().min(1).max(64),
  p: z.int().min(1).max(64),
  saltHex: z.string().regex(/^(?:[0-9a-f]{2}){16,64}$/),
  hashHex: z.string().regex(/^(?:[0-9a-f]{2}){32,64}$/),
});

const secretKind = z.enum(['pin', 'passphrase']);

/** Somebody began to work here. The first of all is added by `first`. */
export const StaffAdded = z.strictObject({
  kind: z.literal('staff-added'),
  staffId: word,
  name: key,
  roles,
  secret: hashedSecret,
  secretKind,
  by: word,
});

/** Something about somebody who works here changed. */
export const StaffChanged = z.strictObject({
  kind: z.literal('staff-changed'),
  staffId: word,
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('roles'), roles }),
    z.strictObject({ kind: z.literal('secret'), secret: hashedSecret, secretKind }),
    z.strictObject({ kind: z.literal('name'), name: key }),
    z.strictObject({ kind: z.literal('retired'), why: sentence }),
    z.strictObject({ kind: z.literal('unlocked'), why: sentence }),
  ]),
  by: word,
});

/** Somebody signed in, for a short while. */
export const SignedIn = z.strictObject({
  kind: z.literal('signed-in'),
  staffId: word,
  signInId: key,
  place: word,
});

/** A sign-in ended. */
export const SignedOut = z.strictObject({
  kind: z.literal('signed-out'),
  staffId: word,
  signInId: key,
  why: word,
});

/** A sign-in failed; what was typed is not kept. */
export const SignInFailed = z.strictObject({
  kind: z.literal('sign-in-failed'),
  staffId: word,
  place: word,
  failures: count,
});

/** Somebody failed so often that they have to wait. */
export const LockedOut = z.strictObject({
  kind: z.literal('locked-out'),
  staffId: word,
  failures: count,
  waitMs: count,
});

/** Somebody was not let do something; nothing was done. */
export const ActRefused = z.strictObject({
  kind: z.literal('act-refused'),
  action: word,
  /** Whoever was recognised, or `unknown`. */
  staffId: word,
  place: word,
  because: word,
  /** What it would have been done to, such as a person or a pen. */
  about: text(128).exactOptional(),
});

/** Somebody signed something, with a name, a meaning and the hash of what was signed. */
export const Signed = z.strictObject({
  kind: z.literal('signed'),
  signatureId: key,
  staffId: word,
  name: key,
  role,
  meaning: word,
  subject: z.strictObject({ kind: word, id: key, hash: sha256Hex }),
  components: z.enum(['who-and-secret', 'secret-in-same-sign-in']),
  reason: sentence.exactOptional(),
});

/** Something left the house. */
export const Exported = z.strictObject({
  kind: z.literal('exported'),
  exportId: key,
  format: word,
  subject: z.strictObject({ kind: word, id: key }),
  identity: z.boolean(),
  sha256: sha256Hex,
  bytes: count,
  by: word,
});

/** A backup was put back in the place of a store. */
export const Restored = z.strictObject({
  kind: z.literal('restored'),
  backup: text(200),
  sha256: sha256Hex,
  /** The newest lines that the backup knew of, and those that it was caught up to. */
  fromTreatmentN: count,
  toTreatmentN: count,
  fromChartN: count,
  toChartN: count,
  by: key,
});

/** Something that is not right was found in the store, the key or the clock. */
export const AuditFound = z.strictObject({
  kind: z.literal('audit-found'),
  what: word,
  details: sentence,
  by: key,
});
