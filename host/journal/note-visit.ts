// What the chart journal says about one visit and what came after it: its steps around the needle,
// what was put on the skin, follow-up with its red flags, and areas that are locked until somebody
// has looked. What the needle did is in the treatment journal and nowhere else.

import { z } from 'zod';
import {
  count, date, key, label, sentence, sha256Hex, sizeMm2, skin, text, word,
} from './field.ts';

/** A visit began. */
export const VisitOpened = z.strictObject({
  kind: z.literal('visit-opened'),
  visitId: key,
  person: key,
  on: date,
  modality: word,
  room: label.exactOptional(),
  seriesId: key.exactOptional(),
  by: key,
});

/** A step around the needle was done. */
export const VisitStep = z.strictObject({
  kind: z.literal('visit-step'),
  visitId: key,
  person: key,
  step: z.enum([
    'numbing-applied',
    'numbing-removed',
    'cleaned',
    'barrier',
    'eye-shield',
    'reprocessed',
    'package-intact',
    'pigment-plan',
  ]),
  /** What was used: product of the numbing, agent of the cleaning. */
  product: text(200).exactOptional(),
  /** Strength of a numbing product in hundredths of a percent. */
  strengthCentiPercent: z.int().min(0).max(10_000).exactOptional(),
  milligrams: z.int().min(0).max(1_000_000).exactOptional(),
  /** How long a product may stay, as its label says. */
  labelMinutesMax: z.int().min(1).max(600).exactOptional(),
  /** How much skin a numbing product covers. */
  sizeMm2: sizeMm2.exactOptional(),
  areas: z.array(skin).max(50).readonly().exactOptional(),
  by: key,
});

/** Something was chosen to be used together with the needle. */
export const AdjunctChosen = z.strictObject({
  kind: z.literal('adjunct-chosen'),
  visitId: key,
  person: key,
  adjunct: word,
  standing: z.enum(['glide', 'needs-prescriber', 'blocked']),
  product: text(200).exactOptional(),
  lot: label.exactOptional(),
  signedBy: key.exactOptional(),
  by: key,
});

/** A treatment by hand or by a pen that enforces nothing was told; it is recorded, not proven. */
export const TreatmentTold = z.strictObject({
  kind: z.literal('treatment-told'),
  visitId: key,
  person: key,
  modality: word,
  device: text(200),
  areas: z
    .array(
      z.strictObject({
        area: skin.shape.area,
        side: skin.shape.side,
        depthUmSet: z.int().min(1).max(5_000).exactOptional(),
        passes: z.int().min(1).max(100).exactOptional(),
        cartridgeLot: label.exactOptional(),
      }),
    )
    .min(1)
    .max(50)
    .readonly(),
  by: key,
});

/** A visit ended. */
export const VisitClosed = z.strictObject({
  kind: z.literal('visit-closed'),
  visitId: key,
  person: key,
  outcome: z.enum(['treated', 'not-treated', 'stopped']),
  treatmentIds: z.array(key).max(20).readonly(),
  remarks: sentence.exactOptional(),
  by: key,
});

/** Somebody looked, or asked, how it went after a visit. */
export const FollowUpRecorded = z.strictObject({
  kind: z.literal('follow-up-recorded'),
  followUpId: key,
  visitId: key,
  person: key,
  on: date,
  milestone: word,
  how: z.enum(['seen', 'photo', 'telephone', 'message', 'not-reached']),
  redFlags: z
    .array(z.strictObject({ flag: word, areas: z.array(skin).max(50).readonly() }))
    .max(50)
    .readonly(),
  remarks: sentence.exactOptional(),
  by: key,
});

/** An area of a person may not be treated until somebody unlocks it. */
export const AreaLocked = z.strictObject({
  kind: z.literal('area-locked'),
  person: key,
  area: skin.shape.area,
  side: skin.shape.side,
  because: word,
  followUpId: key.exactOptional(),
  by: key,
});

/** An area may be treated again. */
export const AreaUnlocked = z.strictObject({
  kind: z.literal('area-unlocked'),
  person: key,
  area: skin.shape.area,
  side: skin.shape.side,
  why: sentence,
  signedBy: key,
  by: key,
});

/** The draft of a report about an adverse event was made. */
export const AdverseEventDrafted = z.strictObject({
  kind: z.literal('adverse-event-drafted'),
  draftId: key,
  person: key,
  treatmentId: key.exactOptional(),
  visitId: key.exactOptional(),
  what: text(4_000),
  outcome: word,
  sha256: sha256Hex.exactOptional(),
  bytes: count.exactOptional(),
  by: key,
});
