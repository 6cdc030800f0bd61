// Everything that a console can say to a bench process and hear from it. What is said to it is
// checked at its door; what comes back are values that need no checking.

import { z } from 'zod';
import type { BenchView, PointView } from '../../core/bench/bench-view.ts';
import type { Precondition, PreconditionName } from '../../core/bench/precondition.ts';
import type { ClassReason } from '../../core/calibration/decide.ts';
import type { SeriesResult } from '../../core/calibration/evaluate.ts';
import { key } from '../../journal/field.ts';

const serial = z.string().min(1).max(64);
const address = z.string().min(1).max(256);

/** What a bench process is started with. */
export const benchStartSchema = z.strictObject({
  dataDir: z.string().min(1),
  pen: address,
  model: z.string().min(1),
  gauge: serial,
  /** Where it is plugged in, or that a person reads its display. */
  gaugeAt: address,
  tachometer: serial.optional(),
  tachometerAt: address.optional(),
  peaks: serial.optional(),
  peaksAt: address.optional(),
  by: key,
  /** The sign-in of whoever calibrates, where people sign in. */
  signInId: z.string().min(1).max(128).optional(),
  plan: z.enum(['standard', 'short']),
  /** The key with which the certificate is signed; the usual one if left out. */
  key: z.string().min(1).optional(),
  /** Goes on with what was broken off. */
  resume: z.boolean(),
  /** Ends what was broken off, without a certificate. */
  giveUp: z.boolean(),
});

/** What a bench process is started with. */
export type BenchStartWish = z.output<typeof benchStartSchema>;

/** What a console may say to it. */
export const toBenchSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), start: benchStartSchema }),
  /** An answer to the question that is open, as it was written. */
  z.strictObject({ kind: z.literal('answer'), text: z.string().max(40) }),
  z.strictObject({ kind: z.literal('confirm') }),
  /** One step or one question back. */
  z.strictObject({ kind: z.literal('back') }),
  z.strictObject({ kind: z.literal('typed'), text: z.string().max(40) }),
  z.strictObject({ kind: z.literal('decide'), adjust: z.boolean() }),
  /** The needles in; what was measured is kept, to be gone on with. */
  z.strictObject({ kind: z.literal('stop') }),
]);

/** What a console may say to it. */
export type ToBench = z.output<typeof toBenchSchema>;

/** Why an answer does not meet its precondition. */
export interface Complaint {
  readonly what: PreconditionName;
  readonly kind: 'unmet' | 'not-understood';
}

/** The question that is open, and what was met before it. */
export interface BenchQuestion {
  readonly asked: PreconditionName;
  readonly met: readonly Precondition[];
  readonly complaint?: Complaint | undefined;
}

/** One reading of the gauge as it came, beyond its datum. */
export interface LiveReading {
  readonly atMs: number;
  readonly nm: number;
}

/** What the as-found readings came to, with what stands against the better class. */
export interface BenchFound {
  readonly class: SeriesResult['class'];
  readonly points: readonly PointView[];
  readonly against: readonly ClassReason[];
}

/** What a whole calibration came to. */
export interface BenchDone {
  readonly certificateId: string;
  readonly file: string;
}

/** What the bench process says. */
export type FromBench =
  | { readonly kind: 'asking'; readonly question: BenchQuestion }
  | { readonly kind: 'begun'; readonly calibrationId: string; readonly resumed: boolean }
  | { readonly kind: 'view'; readonly view: BenchView; readonly live: readonly LiveReading[] }
  | { readonly kind: 'found'; readonly found: BenchFound }
  | { readonly kind: 'decided' }
  | { readonly kind: 'said'; readonly sentence: string }
  | { readonly kind: 'done'; readonly done: BenchDone }
  | { readonly kind: 'given-up'; readonly calibrationId: string }
  /** Nothing was begun. */
  | {
      readonly kind: 'turned-away';
      readonly by: 'bench' | 'pen' | 'instrument';
      readonly sentences: readonly string[];
    }
  /** It ended without a certificate, and can be gone on with. */
  | { readonly kind: 'broken-off'; readonly stopped: boolean; readonly sentence: string };
