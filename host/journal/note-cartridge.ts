// What the chart journal says about cartridges: what a scanner read on a package, and for whom and
// which visit one was taken. A claim is made once and never given back; where two rooms claimed the
// same cartridge, or a sync found it used elsewhere, it is blocked for everybody.

import { z } from 'zod';
import { date, key, label, sentence, skin, word } from './field.ts';

/** What a package says of itself. */
export const packageCode = z.strictObject({
  gtin: z.string().regex(/^\d{14}$/).exactOptional(),
  lot: label.exactOptional(),
  serial: label,
  expiresOn: date.exactOptional(),
});

/** A package was scanned, or typed off. */
export const CartridgeScanned = z.strictObject({
  kind: z.literal('cartridge-scanned'),
  visitId: key,
  person: key,
  code: packageCode,
  packageIntact: z.boolean(),
  /** What was against using it; empty if nothing was. */
  against: z.array(word).max(20).readonly(),
  by: key,
});

/** A cartridge was taken for one person and one visit. */
export const CartridgeClaimed = z.strictObject({
  kind: z.literal('cartridge-claimed'),
  claimId: key,
  serial: label.min(1),
  gtin: z.string().regex(/^\d{14}$/).exactOptional(),
  lot: label.exactOptional(),
  person: key,
  visitId: key,
  room: label,
  /** Whether the other rooms could be asked; an unasked claim stands until they say otherwise. */
  standing: z.enum(['confirmed', 'provisional']),
  by: key,
});

/** The other rooms were told of a provisional claim and have nothing against it. */
export const ClaimConfirmed = z.strictObject({
  kind: z.literal('claim-confirmed'),
  claimId: key,
  serial: label.min(1),
});

/** A cartridge may not be used any more, by anybody. */
export const CartridgeBlocked = z.strictObject({
  kind: z.literal('cartridge-blocked'),
  serial: label.min(1),
  because: z.enum(['claimed-twice', 'used-elsewhere', 'damaged', 'withdrawn']),
  claimIds: z.array(key).max(20).readonly(),
  why: sentence.exactOptional(),
  by: key,
});

/** Another room treated a person; its days count for the spacing here. */
export const TreatmentElsewhere = z.strictObject({
  kind: z.literal('treatment-elsewhere'),
  /** The name of the news in the room where it arose; a second arrival says nothing new. */
  newsId: key,
  room: label,
  treatmentId: key,
  person: key,
  on: date,
  area: skin.shape.area,
  side: skin.shape.side,
  punctures: z.int().min(0),
});
