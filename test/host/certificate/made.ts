/**
 * A certificate whose readings have raw lines: a virtual pen is measured, and every reading is
 * written as its gauge would have written it, three times, a quarter of a second apart.
 */
import { generateKeyPairSync } from 'node:crypto';
import { evaluate } from '../../../host/core/calibration/evaluate.ts';
import { standardPlan } from '../../../host/core/calibration/plan.ts';
import type { DepthSample, RateSample, Series } from '../../../host/core/calibration/sample.ts';
import type { Certificate, SignedCertificate } from
  '../../../host/core/certificate/certificate-shape.ts';
import { makeCertificate, type MakeInput } from '../../../host/core/certificate/make.ts';
import { type BenchKey, keyIdOf } from '../../../host/certificate/bench-key.ts';
import { fileText, signCertificate } from '../../../host/certificate/sign.ts';
import type { StoredCertificate } from '../../../host/certificate/store.ts';
import type { VerifyWith } from '../../../host/certificate/verify.ts';
import { given } from '../../support/limit-world.ts';
import { calibrateVirtually, type Condition, FINE } from '../core/calibration/virtual-bench.ts';

const REACH = {
  depthUmMin: 100, depthUmMax: 2_000, depthStepUm: 50, rateCentiHzMin: 2_000,
  rateCentiHzMax: 15_000,
};

/** The plan of these certificates. */
export const PLAN = standardPlan(REACH);

/** The pen of these certificates. */
export const PEN: Certificate['pen'] = {
  serial: 'P1', model: 'meridian-p', firmware: '1.0.0', hardware: 2, ...REACH,
  evaluatedDepthUmMax: 1_500, overshootUm: 12,
};

const GAUGE: Certificate['instruments'][number] = {
  kind: 'depth', serial: 'G-1', format: 'mitutoyo', model: 'Mitutoyo ID-C112X', unit: 'mm',
  kThousandths: 2_000, certificate: 'DKD 4711', calibratedDay: 2_300, dueDay: 2_700,
  resolutionNm: 1_000, expandedNm: 2_000,
};

const TACHOMETER: Certificate['instruments'][number] = {
  kind: 'rate', serial: 'T-1', format: 'tachometer', model: 'Testo 470', kThousandths: 2_000,
  certificate: 'DKD 4712', calibratedDay: 2_300, dueDay: 2_700, resolutionCentiHz: 1,
  expandedCentiHz: 5,
};

/** A length as the gauge writes it. */
export const written = (nm: number): string =>
  `01A${nm < 0 ? '-' : '+'}${(Math.abs(nm) / 1_000_000).toFixed(3).padStart(8, '0')}`;

/** Raw lines that are still being written. */
class Pad {
  readonly lines: Certificate['lines'][number][] = [];

  write(gauge: string, texts: readonly string[]): readonly number[] {
    return texts.map((text) => {
      const n = this.lines.length + 1;
      this.lines.push({ n, atMs: n * 250, gauge, text });
      return n;
    });
  }
}

const ZERO_NM = 2_000;

/** How a certificate differs from the ordinary one. */
export interface MadeParts {
  readonly condition?: Condition;
  readonly seed?: number;
  /** How far too deep the pen was found. */
  readonly offNm?: number;
  readonly adjust?: boolean;
  readonly input?: Partial<MakeInput>;
}

/** What the ordinary certificate is made of. */
export function inputFor(parts: MadeParts = {}): MakeInput {
  const { condition = FINE, seed = 1, offNm = 0, adjust = true, input } = parts;
  const pad = new Pad();
  const zeros: MakeInput['zeros'][number][] = [];
  const depths: DepthSample[] = [];
  const rates: RateSample[] = [];
  const measure = (series: Series, ofSeed: number, off: number): void => {
    const { measured } = calibrateVirtually(condition, ofSeed, { centreNm: off, slope: 0 });
    pad.write('G-1', ['911', written(ZERO_NM + 9_000), written(ZERO_NM - 7_000)]);
    const lines = pad.write('G-1', [ZERO_NM, ZERO_NM + 1_000, ZERO_NM - 1_000].map(written));
    zeros.push({ series, readingNm: ZERO_NM, lines });
    for (const sample of measured.depths) {
      const atNm = sample.readingNm + ZERO_NM;
      pad.write('G-1', [written(atNm + 8_000)]);
      const own = pad.write('G-1', [atNm + 1_000, atNm, atNm - 1_000].map(written));
      depths.push({ ...sample, series, lines: own });
    }
    for (const rate of measured.rates) {
      const text = `${(rate.commandedCentiHz / 100).toFixed(2)} Hz`;
      const own = pad.write('T-1', [text, text, text]);
      // Its own 5, and half a step of its display.
      rates.push({ ...rate, series, expandedCentiHz: 6, lines: own });
    }
  };
  measure('as-found', seed, offNm);
  const { measured } = calibrateVirtually(condition, seed, { centreNm: offNm, slope: 0 });
  const { adjustment } = evaluate({ ...measured, curveBefore: input?.before?.curve ?? [] });
  const curve = adjust && adjustment?.kind === 'curve' ? adjustment.curve : undefined;
  if (curve !== undefined) measure('as-left', seed + 1_000, 0);
  return {
    certificateId: 'C20261120-01', previous: null, pen: PEN, before: undefined, plan: PLAN,
    operator: 'M. Okafor', preconditions: [{ what: 'ambient', by: 'person', value: 215 }],
    environment: { nmPerDegC: 50, halfSpanDegC: 10, airDeciC: 215, place: 'Bench 2' },
    issuedDay: 2_515, instruments: [GAUGE, TACHOMETER], depthGauge: 'G-1', lines: pad.lines, zeros,
    depths, rates, overshoots: [], adjustedTo: curve, impact: undefined, ...input,
  };
}

/** An ordinary certificate. */
export const made = (parts?: MadeParts): Certificate => given(makeCertificate(inputFor(parts)));

const pair = generateKeyPairSync('ed25519');

/** The key of the bench. */
export const KEY: BenchKey = {
  keyId: keyIdOf(pair.publicKey),
  privatePem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

/** What is known where these certificates are verified. */
export const WITH: VerifyWith = {
  keys: new Map([[KEY.keyId, pair.publicKey]]),
  others: [],
};

/** A certificate as it would be read from its file. */
export const stored = (signed: SignedCertificate): StoredCertificate => ({
  signed,
  text: fileText(signed),
});

/** Signs a certificate with the key of the bench, whatever is in it. */
export const sealed = (certificate: Certificate): StoredCertificate =>
  stored(signCertificate(certificate, KEY));
