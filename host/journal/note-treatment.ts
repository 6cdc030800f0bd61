// What the journal says about one plan being delivered: the plan with its ceilings, every
// reservation, what happened under it, and how it ended. A reservation is on disk before the first
// grant under it; everything after it may be lost in a crash without giving a stroke away.

import { z } from 'zod';
import {
  area,
  depthUm,
  digest,
  durationMs,
  key,
  label,
  needles,
  pass,
  rateCentiHz,
  sentence,
  side,
  sizeMm2,
  strokesField,
  u16,
  u32,
  word,
} from './field.ts';

/** One area of a plan with the ceilings that admission gave it. */
export const plannedArea = z.strictObject({
  area,
  side,
  sizeMm2,
  depthUm,
  rateCentiHz,
  passes: pass,
  strokesPerPass: strokesField,
  strokesTotal: strokesField,
  contactMs: durationMs,
  indication: word.exactOptional(),
});

/** A plan was admitted and its delivery begins. */
export const TreatmentOpened = z.strictObject({
  kind: z.literal('treatment-opened'),
  treatmentId: key,
  person: key,
  operator: key,
  /** The sign-in under which it was begun, where people sign in. */
  signInId: key.exactOptional(),
  planHash: digest,
  plan: z.strictObject({ planId: key, areas: z.array(plannedArea).min(1).max(64).readonly() }),
  profileId: key,
  profileHash: digest,
  caseFileHash: digest.exactOptional(),
});

/** A restarted host goes on with a treatment that was open. */
export const TreatmentResumed = z.strictObject({
  kind: z.literal('treatment-resumed'),
  treatmentId: key,
  by: key,
  signInId: key.exactOptional(),
});

/** What a person beside the chair said to have looked at before anything was armed. */
export const RoomChecked = z.strictObject({
  kind: z.literal('room-checked'),
  treatmentId: key,
  numbing: z.enum(['none', 'on-skin', 'removed-and-cleaned', 'not-said']),
  packageWasIntact: z.boolean(),
  barrierFitted: z.boolean(),
  /** False as soon as anything else is on the skin, signed for or not. */
  onlySterileGlide: z.boolean(),
  /** What a prescriber signed for this visit: what, which lot, and who. */
  signedAdjuncts: z.array(sentence).max(20).readonly().exactOptional(),
  cleanedSinceLastPerson: z.boolean(),
  screenedBy: key.exactOptional(),
  by: key,
});

/** A treatment ended; only a resolution by the pen's ledger may still follow. */
export const TreatmentClosed = z.strictObject({
  kind: z.literal('treatment-closed'),
  treatmentId: key,
  outcome: z.enum(['completed', 'stopped', 'abandoned']),
  by: key,
  why: sentence.exactOptional(),
});

/**
 * Strokes and contact set aside for one arming, counted as spent until something better is known.
 */
export const Reservation = z.strictObject({
  kind: z.literal('reservation'),
  treatmentId: key,
  armingId: u16,
  penSerial: label,
  bootId: u32,
  cartridgeSerial: label,
  certificateId: label,
  person: key,
  area,
  side,
  pass,
  fromStrokes: strokesField,
  fromCounted: u32,
  ceilingStrokes: strokesField,
  contactMsMax: durationMs,
  depthUm,
  rateCentiHz,
  needleCount: needles,
  sizeMm2,
  headAreaMm2: u16,
  stamp: z.boolean(),
  /** Pulses and their energy set aside, by the pen's own counter of pulses. */
  energy: z.strictObject({
    fromPulses: u32, ceilingPulses: u32, microJoulePerPin: u32, pulseMs: u16,
  }).exactOptional(),
});

/** One pulse of energy as the pen told of it, by the number that the pen gave it. */
export const Pulse = z.strictObject({
  kind: z.literal('pulse'),
  armingId: u16,
  pulse: u32,
  end: z.enum(['whole', 'lifted-off', 'moved', 'impedance', 'too-hot', 'stopped']),
  microJoulePerPin: u32,
  pulseMs: u16,
  impedanceOhm: u16.exactOptional(),
  deciC: u16.exactOptional(),
  depthUm: depthUm.exactOptional(),
});

const energyEnd = z.strictObject({ pulses: u32, outcome: z.enum(['known', 'unknown']) });


/** The pen answered that it is armed, and whether its needles were proven back at that moment. */
export const Armed = z.strictObject({
  kind: z.literal('armed'),
  armingId: u16,
  retracted: z.boolean(),
});

/** An arming is made tighter; on disk before TIGHTEN is sent, since a lower rate takes longer. */
export const Tightened = z.strictObject({
  kind: z.literal('tightened'),
  armingId: u16,
  depthUm,
  rateCentiHz,
  ceilingStrokes: strokesField,
});

/** One hold of the trigger: the ledger before and after, in the pen's own absolute count. */
export const Train = z.strictObject({
  kind: z.literal('train'),
  armingId: u16,
  holdId: u16,
  fromStrokes: strokesField,
  toStrokes: strokesField,
  contactMs: durationMs,
  depthUmPeak: depthUm.exactOptional(),
});

/**
 * A reservation ended with the pen still and heard (`known`: strokes are those debited under it),
 * or not (`unknown`: strokes are then the most that there may have been).
 */
export const Settled = z.strictObject({
  kind: z.literal('settled'),
  armingId: u16,
  strokes: strokesField,
  counted: u32,
  contactMs: durationMs,
  outcome: z.enum(['known', 'unknown']),
  retracted: z.boolean(),
  energy: energyEnd.exactOptional(),
});

/** The pen's ledger said what became of a reservation, exactly (`known`) or at most (`unknown`). */
export const Resolved = z.strictObject({
  kind: z.literal('resolved'),
  armingId: u16,
  penSerial: label,
  strokes: strokesField,
  counted: u32.exactOptional(),
  contactMs: durationMs,
  outcome: z.enum(['known', 'unknown']),
  ledgerStrokes: strokesField,
  bootId: u32,
  /** The ledger itself, or a person who adopted a ledger that says nothing about it. */
  by: z.enum(['ledger', 'adoption']),
  energy: energyEnd.exactOptional(),
});
