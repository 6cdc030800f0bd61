// The figures of a series as a certificate states them: what evaluate() found, in whole numbers.
// Fractions of a nanometre mean nothing, and a whole number has one spelling on every machine.

import { z } from 'zod';

const nm = z.int().min(-1_000_000_000).max(1_000_000_000);
const degrees = z.int().min(0).max(1_000_000);

const contribution = z.strictObject({
  source: z.string().max(32),
  type: z.enum(['A', 'B']),
  standardNm: nm,
  /** A million stands for infinitely many. */
  degreesOfFreedom: degrees,
});

const point = z.strictObject({
  commandedUm: z.int().min(0).max(0xffff),
  readings: z.int().min(1).max(100_000),
  meanErrorNm: nm,
  hysteresisNm: nm,
  hysteresisExpandedNm: nm,
  contributions: z.array(contribution).max(32).readonly(),
  combinedNm: nm,
  effectiveDegrees: degrees,
  kThousandths: z.int().min(0).max(100_000),
  expandedNm: nm,
});

/** A reason against a class, or against a series: its code, and its figures by name. */
const reason = z.strictObject({
  code: z.string().max(40),
  figures: z.record(z.string().max(32), z.int()),
});
const reasons = z.array(reason).max(500).readonly();

/** A series: evaluated, or why it is not. */
export const seriesShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('evaluated'),
    points: z.array(point).max(64).readonly(),
    fit: z.strictObject({
      kind: z.enum(['linear', 'piecewise']),
      offsetNm: nm,
      gainPpm: nm,
      residualsNm: z.array(nm).max(64).readonly(),
    }),
    repeatabilityNm: nm,
    seatingNm: nm,
    seatings: z.int().min(0).max(100_000),
    class: z.enum(['P', 'S', 'fail']),
    against: z.strictObject({ P: reasons, S: reasons }),
    ratioHundredths: z.strictObject({ P: nm, S: nm }),
    figures: z
      .strictObject({
        biasLowUm: nm, uncertaintyLowUm: nm, biasHighUm: nm, uncertaintyHighUm: nm,
      })
      .nullable(),
  }),
  z.strictObject({ kind: z.literal('incomplete'), fault: reason }),
]);

/** A series as a certificate states it. */
export type CertifiedSeries = Readonly<z.output<typeof seriesShape>>;
/** An evaluated series. */
export type CertifiedFigures = Extract<CertifiedSeries, { readonly kind: 'evaluated' }>;
/** A reason with its figures. */
export type CertifiedReason = CertifiedFigures['against']['P'][number];
/** One depth of it. */
export type CertifiedPoint = CertifiedFigures['points'][number];
