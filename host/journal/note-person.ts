// What the chart journal says about who a person is. The person stands under a pseudonymous key;
// name, birth date and contact are only here as a sealed text that no reader of the journal can
// open without a key that is kept elsewhere. An amendment is a line of its own, and what it amends
// stays.

import { z } from 'zod';
import { date, key, sentence, sha256Hex, skin, word } from './field.ts';

/** Identity as ciphertext: AES-256-GCM under the key that `keyId` names. */
export const sealedIdentity = z.strictObject({
  algorithm: z.literal('aes-256-gcm'),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  nonceHex: z.string().regex(/^[0-9a-f]{24}$/),
  tagHex: z.string().regex(/^[0-9a-f]{32}$/),
  sealedHex: z.string().regex(/^(?:[0-9a-f]{2}){1,8192}$/),
});

/** The year of birth: enough for the rule of age when the sealed date cannot be opened. */
const bornYear = z.int().min(1_850).max(9_999);

/** Somebody got a chart. `lookup` is a keyed hash of name and birth date, to find a second one. */
export const PersonRegistered = z.strictObject({
  kind: z.literal('person-registered'),
  person: key,
  identity: sealedIdentity,
  lookup: sha256Hex,
  bornYear,
  /** The persons of the same name and birth date whom somebody looked at and found to be others. */
  distinctFrom: z.array(key).max(20).readonly().exactOptional(),
  by: key,
});

/** Something about a person was put right; the earlier lines stay as they are. */
export const PersonAmended = z.strictObject({
  kind: z.literal('person-amended'),
  person: key,
  identity: sealedIdentity,
  lookup: sha256Hex,
  bornYear,
  why: sentence,
  by: key,
});

/** Two charts were found to be of one person; the one goes on in the other. */
export const PersonsMerged = z.strictObject({
  kind: z.literal('persons-merged'),
  from: key,
  into: key,
  why: sentence,
  by: key,
});

/** A line of the chart that is no person's identity was put right; the line itself stays. */
export const ChartAmended = z.strictObject({
  kind: z.literal('chart-amended'),
  person: key,
  /** The number of the line in this journal. */
  line: z.int().min(1),
  field: word,
  says: sentence,
  why: sentence,
  by: key,
});

/** What somebody told of treatments elsewhere; `unknown` is a first visit. */
export const HistoryTold = z.strictObject({
  kind: z.literal('history-told'),
  person: key,
  visits: z.union([
    z.literal('unknown'),
    z
      .array(
        z.strictObject({
          on: date,
          areas: z.array(skin).min(1).max(50).readonly(),
          followUpOn: date.exactOptional(),
          redFlag: z.enum(['yes', 'no']).exactOptional(),
          what: sentence.exactOptional(),
        }),
      )
      .max(500)
      .readonly(),
  ]),
  by: key,
});
