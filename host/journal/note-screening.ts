// What the chart journal says about whether somebody may be treated: the answers of one day, who
// signed them, what a prescriber cleared, and consent by reference. Questions without an answer are
// not here, and nothing stands for them.

import { z } from 'zod';
import { date, key, label, sentence, sha256Hex, skin, text, word } from './field.ts';

/** The answer to one question; what it is about is said by the question's own version. */
export const answer = z.strictObject({
  question: word,
  answer: z.enum(['yes', 'no']),
  /** The day it is about, such as the last dose of a medicine. */
  on: date.exactOptional(),
  details: text(500).exactOptional(),
});

/** The screening of one visit was answered, whole and anew. */
export const ScreeningAnswered = z.strictObject({
  kind: z.literal('screening-answered'),
  screeningId: key,
  visitId: key,
  person: key,
  /** Which questions, in which wording. */
  questions: label,
  answeredOn: date,
  fitzpatrick: z.int().min(1).max(6).exactOptional(),
  answers: z.array(answer).max(200).readonly(),
  conditions: z
    .array(z.strictObject({ condition: word, answer: z.enum(['yes', 'no']) }))
    .max(50)
    .readonly(),
  /** Those that apply, each with what the provider wrote about it. */
  precautions: z
    .array(z.strictObject({ item: word, note: sentence }))
    .max(50)
    .readonly(),
  medicines: z
    .array(z.strictObject({ name: text(200), lastOn: date.exactOptional() }))
    .max(100)
    .readonly(),
  signedBy: key,
  by: key,
});

/** A prescriber decided, with a reason, that a named thing does not stand against this visit. */
export const ClearanceSigned = z.strictObject({
  kind: z.literal('clearance-signed'),
  clearanceId: key,
  visitId: key,
  person: key,
  item: word,
  reason: sentence,
  signedBy: key,
  /** The signature that stands for it, where staff sign with two components. */
  signatureId: key.exactOptional(),
  by: key,
});

/** Consent or a photograph exists elsewhere; here is what finds and proves it. */
export const ConsentReferenced = z.strictObject({
  kind: z.literal('consent-referenced'),
  visitId: key,
  person: key,
  what: z.enum(['consent', 'photo', 'condition-photo']),
  reference: text(500),
  sha256: sha256Hex.exactOptional(),
  about: z.array(skin).max(50).readonly().exactOptional(),
  by: key,
});

/** A series of visits was planned. */
export const SeriesPlanned = z.strictObject({
  kind: z.literal('series-planned'),
  seriesId: key,
  person: key,
  areas: z.array(skin).min(1).max(50).readonly(),
  visits: z.int().min(1).max(24),
  spacingDays: z.int().min(1).max(400),
  firstOn: date,
  modality: word.exactOptional(),
  goal: sentence.exactOptional(),
  by: key,
});

/** A series was changed or given up. */
export const SeriesChanged = z.strictObject({
  kind: z.literal('series-changed'),
  seriesId: key,
  person: key,
  visits: z.int().min(1).max(24).exactOptional(),
  spacingDays: z.int().min(1).max(400).exactOptional(),
  ended: z.boolean().exactOptional(),
  why: sentence,
  by: key,
});

/** The sheet for afterwards was handed over. */
export const AftercareHanded = z.strictObject({
  kind: z.literal('aftercare-handed'),
  visitId: key,
  person: key,
  sheet: label,
  language: label,
  sha256: sha256Hex.exactOptional(),
  dates: z
    .array(z.strictObject({ milestone: word, on: date }))
    .max(50)
    .readonly(),
  by: key,
});
