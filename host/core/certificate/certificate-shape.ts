// What a certificate holds, as a schema: whatever is not named here does not come in, and every
// list and text has a bound. All numbers are whole, in the unit that their name ends in, so that
// the same certificate has one spelling only; days count from 2020-01-01 as on the wire.

import { z } from 'zod';
import { curveFault } from '../../../protocol/curve.ts';
import { type CalibrationClass, CURVE_KNOTS_MAX } from '../../../protocol/table.ts';
import { um } from '../../../protocol/units.ts';
import { sha256Hex, text } from '../../journal/field.ts';
import { PRECONDITIONS } from '../bench/precondition.ts';
import { seriesShape } from './figures-shape.ts';
import { impactShape } from './impact-shape.ts';
import { instrumentShape } from './instrument-shape.ts';

/** The version of the file. */
export const CERTIFICATE_VERSION = 1;
/** The most raw lines: an hour and a half of a gauge that talks four times a second. */
export const LINES_MAX = 20_000;
/** The largest file of a certificate. */
export const CERTIFICATE_BYTES_MAX = 4_000_000;

const u16 = z.int().min(0).max(0xffff);
const nm = z.int().min(-1_000_000_000).max(1_000_000_000);
const positiveNm = z.int().min(0).max(100_000_000);
const ascii = (max: number) => z.string().max(max).regex(/^[\x20-\x7e]*$/);
const lineNumber = z.int().min(0).max(10_000_000);
const lineNumbers = z.array(lineNumber).max(LINES_MAX).readonly();

/** A certificate's name: it goes into the pen, and is the name of a file. */
export const certificateId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,15}$/, {
  message: 'one to sixteen letters, digits and hyphens',
});

const micrometres = u16.transform(um);
const i16um = z.int().min(-0x8000).max(0x7fff).transform(um);

const knots = z
  .array(z.strictObject({ atUm: micrometres, addUm: i16um }))
  .max(CURVE_KNOTS_MAX)
  .readonly()
  .refine((curve) => curveFault(curve) === undefined, 'a curve that a pen may follow');

const CLASS_WORDS = ['none', 'S', 'P', 'fail'] as const satisfies readonly CalibrationClass[];

/** What goes into a pen, or was found in it. */
export const tableShape = z.strictObject({
  serial: ascii(16).min(1),
  certificateId: ascii(16),
  class: z.enum(CLASS_WORDS),
  issuedDay: u16,
  dueDay: u16,
  biasLowUm: i16um,
  uncertaintyLowUm: micrometres,
  biasHighUm: i16um,
  uncertaintyHighUm: micrometres,
  curve: knots,
});

/** The pen as it was read: its identity and its capabilities. */
export const penShape = z.strictObject({
  serial: ascii(16).min(1),
  model: ascii(16),
  firmware: ascii(8),
  hardware: u16,
  depthUmMin: u16,
  depthUmMax: u16,
  depthStepUm: u16.min(1),
  rateCentiHzMin: u16,
  rateCentiHzMax: u16,
  evaluatedDepthUmMax: u16,
  overshootUm: u16.nullable(),
});

const planShape = z.strictObject({
  version: z.literal(1),
  name: text(64),
  pointsUm: z.array(u16).min(1).max(64).readonly(),
  seatings: z.int().min(1).max(100),
  repeats: z.int().min(1).max(100),
  clockings: z.int().min(1).max(100),
  cartridges: z.int().min(1).max(100),
  ratesCentiHz: z.array(u16).max(64).readonly(),
  rateSeconds: z.int().min(1).max(600),
  overshootRatesCentiHz: z.array(u16).max(64).readonly(),
  forcesMn: z.array(u16).max(64).readonly().exactOptional(),
});

const series = z.enum(['as-found', 'as-left']);

const depthShape = z.strictObject({
  series,
  commandedUm: u16,
  direction: z.enum(['up', 'down']),
  seating: z.int().min(0).max(100),
  repeat: z.int().min(0).max(100),
  readingNm: nm,
  temperatureDeciC: z.int().min(-1_000).max(2_000),
  gauge: ascii(64),
  /** What was typed stands in lines of its own, under the name `typed`. */
  by: z.enum(['gauge', 'typed']),
  lines: lineNumbers,
});

const rateShape = z.strictObject({
  series,
  commandedCentiHz: u16,
  measuredCentiHz: z.int().min(0).max(1_000_000),
  expandedCentiHz: z.int().min(0).max(1_000_000),
  by: z.enum(['tachometer', 'pen-counter']),
  instrument: ascii(64),
  lines: lineNumbers,
  /** The pen's own count: how many strokes in how long by the computer's clock, press by press. */
  runs: z
    .array(z.strictObject({
      counted: z.int().min(0).max(1_000_000),
      elapsedMs: z.int().min(1).max(10_000_000),
    }))
    .max(1_000)
    .readonly(),
});

const overshootShape = z.strictObject({
  series,
  commandedUm: u16,
  rateCentiHz: u16,
  overshootNm: nm,
  expandedNm: positiveNm,
  instrument: ascii(64),
  stillNm: nm,
  stillLines: lineNumbers,
  lines: lineNumbers,
});

const forceMn = z.int().min(0).max(1_000_000);

const forceShape = z.strictObject({
  series,
  commandedMn: u16,
  gaugeMn: forceMn,
  penMn: forceMn,
  expandedMn: forceMn,
  instrument: ascii(64),
  lines: lineNumbers,
  /** What the pen told when each of the lines came. */
  toldMn: z.array(forceMn).max(100).readonly(),
});

/** One line of an instrument, verbatim: what it means is said anew by whoever verifies. */
const lineShape = z.strictObject({
  n: lineNumber,
  atMs: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  gauge: ascii(64),
  text: z.string().max(256).refine((value) => value.isWellFormed(), 'well-formed text'),
});

/** The whole of a certificate. */
export const certificateShape = z.strictObject({
  version: z.literal(CERTIFICATE_VERSION),
  mathematics: text(64),
  certificateId,
  previous: sha256Hex.nullable(),
  pen: penShape,
  /** What the pen carried when it was found; null for one that was never calibrated. */
  before: tableShape.nullable(),
  plan: planShape,
  operator: text(128),
  /** What was found to be so before anything moved, and by whom. */
  preconditions: z
    .array(z.strictObject({
      what: z.enum(PRECONDITIONS),
      by: z.enum(['host', 'person']),
      value: z.int().min(-10_000).max(100_000).nullable(),
    }))
    .max(16)
    .readonly(),
  environment: z.strictObject({
    /** What the uncertainty of temperature was made of. */
    nmPerDegC: z.int().min(0).max(100_000),
    halfSpanDegC: z.int().min(0).max(100),
    airDeciC: z.int().min(-1_000).max(1_000).nullable(),
    place: text(200).nullable(),
  }),
  issuedDay: u16,
  dueDay: u16,
  /** The certificate ends at the due day or after so many treatments, whichever comes first. */
  treatmentsMax: z.int().min(1).max(100_000),
  instruments: z.array(instrumentShape).min(1).max(16).readonly(),
  depthGauge: ascii(64),
  lines: z.array(lineShape).max(LINES_MAX).readonly(),
  zeros: z
    .array(z.strictObject({ series, gauge: ascii(64), readingNm: nm, lines: lineNumbers }))
    .max(2)
    .readonly(),
  depths: z.array(depthShape).max(10_000).readonly(),
  rates: z.array(rateShape).max(200).readonly(),
  overshoots: z.array(overshootShape).max(200).readonly(),
  /** Absent where the pen's sensor of force was held against nothing. */
  forces: z.array(forceShape).max(64).readonly().exactOptional(),
  asFound: seriesShape,
  asLeft: seriesShape,
  curveBefore: knots,
  curve: knots,
  adjusted: z.boolean(),
  table: tableShape,
  /** The series that the table and the class are of; its reasons are in it. */
  decided: series,
  /** What an as-found out of tolerance means for treatments before it; null if it is in. */
  impact: impactShape.nullable(),
});

/** A certificate. */
export type Certificate = Readonly<z.output<typeof certificateShape>>;
/** The pen as its certificate names it. */
export type CertifiedPen = Readonly<z.output<typeof penShape>>;
/** A table as a certificate holds it. */
export type CertifiedTable = Readonly<z.output<typeof tableShape>>;
/** An instrument as a certificate names it. */
export type CertifiedInstrument = Readonly<z.output<typeof instrumentShape>>;
/** A depth gauge as a certificate names it. */
export type CertifiedGauge = Extract<CertifiedInstrument, { readonly kind: 'depth' }>;

/** A certificate with what vouches for it. */
export const signedShape = z.strictObject({
  version: z.literal(CERTIFICATE_VERSION),
  certificate: certificateShape,
  /** SHA-256 of the certificate in canonical JSON. */
  hash: sha256Hex,
  signature: z.strictObject({
    algorithm: z.literal('ed25519'),
    keyId: z.string().regex(/^[0-9a-f]{16}$/),
    /** Over the canonical JSON itself, in base64. */
    value: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  }),
});

/** A certificate as it lies in a file. */
export type SignedCertificate = Readonly<z.output<typeof signedShape>>;
