// What the journal says about pens: who was there, what its ledger read, what it latched on, when
// the link was lost. The ledger in pen-linked is what the pen claims; it explains nothing by
// itself.

import { z } from 'zod';
import {
  biasUm,
  depthUm,
  key,
  label,
  needles,
  sentence,
  strokesField,
  u16,
  u32,
  word,
} from './field.ts';

/** The certificate that a pen carries. */
export const calibration = z.strictObject({
  certificateId: label,
  class: z.enum(['none', 'S', 'P', 'fail']),
  issuedDay: u16,
  dueDay: u16,
  biasLowUm: biasUm,
  uncertaintyLowUm: depthUm,
  biasHighUm: biasUm,
  uncertaintyHighUm: depthUm,
});

/** The cartridge that a pen sees. */
export const cartridge = z.strictObject({
  kind: z.enum(['patient', 'metrology']),
  modelCode: u16,
  needleCount: needles,
  needleLengthUm: depthUm,
  headAreaMm2: u16,
  lot: label,
  serial: label,
  expiryDay: u16,
  usedStrokes: u32,
});

/** A pen shook hands and told who it is and what its ledger reads. */
export const PenLinked = z.strictObject({
  kind: z.literal('pen-linked'),
  serial: label,
  model: label,
  firmware: label,
  bootId: u32,
  strokes: strokesField,
  counted: u32,
  reserved: u32,
  closed: z.boolean(),
  calibration,
  cartridge: cartridge.exactOptional(),
});

/** A person took over the reading of a pen's ledger that no line here explains. */
export const PenAdopted = z.strictObject({
  kind: z.literal('pen-adopted'),
  serial: label,
  strokes: strokesField,
  by: key,
  why: sentence,
});

const ofKey = {
  serial: label,
  /** What the key is called; from it the key cannot be told. */
  key: z.string().regex(/^[0-9a-f]{8}$/),
  by: key,
} as const;

/** A pen and a host of this installation have a key since now. */
export const PenPaired = z.strictObject({ kind: z.literal('pen-paired'), ...ofKey });

/** The key of a pen was changed for this one. */
export const KeyRotated = z.strictObject({ kind: z.literal('key-rotated'), ...ofKey });

/** A pen has forgotten this key. */
export const PenUnpaired = z.strictObject({ kind: z.literal('pen-unpaired'), ...ofKey });

/** The host stopped hearing a pen. */
export const LinkLost = z.strictObject({
  kind: z.literal('link-lost'),
  serial: label,
  why: word,
});

/** The host hears a pen again, after a whole handshake. */
export const LinkRestored = z.strictObject({
  kind: z.literal('link-restored'),
  serial: label,
  bootId: u32,
});

/** A pen latched. */
export const Latched = z.strictObject({
  kind: z.literal('latched'),
  /** Lines from before this was written belong to the pen that was linked last. */
  penSerial: label.exactOptional(),
  reason: word,
  latchId: u16,
  atPenMs: u32,
});

/**
 * A pen was shaken under the certificate that it carries: by what it told itself while it treated,
 * or dropped, by the word of a person.
 */
export const PenShaken = z.strictObject({
  kind: z.literal('pen-shaken'),
  serial: label,
  certificateId: z.string().max(64),
  by: z.enum(['stall', 'too-deep', 'dropped']),
  /** Who said so, where the pen could not, and what happened. */
  told: z.strictObject({ by: key, why: sentence }).exactOptional(),
});

/** A person cleared a latch of the pen or of the host. */
export const Cleared = z.strictObject({
  kind: z.literal('cleared'),
  reason: word,
  latchId: u16.exactOptional(),
  by: key,
});
