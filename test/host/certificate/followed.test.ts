/**
 * Rates and overshoot of a certificate, made again from what an instrument said while needles ran:
 * no line of it may be left out, and no uncertainty may be smaller than the readings bear.
 */
import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../host/core/certificate/certificate-shape.ts';
import { findingSentence } from '../../../host/core/certificate/finding.ts';
import { makeCertificate } from '../../../host/core/certificate/make.ts';
import { verifyCertificate } from '../../../host/certificate/verify.ts';
import { peakExpanded } from '../../../host/core/calibration/overshoot.ts';
import { INSTRUMENTS } from '../../../sim/bench/instrument-make.ts';
import { given } from '../../support/limit-world.ts';
import { type Beside, createRoom, PLAN, type RoomParts } from '../bench/virtual-room.ts';
import { inputFor, PEN, sealed, WITH } from './made.ts';

const PLAN_HERE = {
  ...PLAN, pointsUm: [100, 500, 1_000], ratesCentiHz: [10_000], rateSeconds: 4,
  overshootRatesCentiHz: [15_000],
};
const BESIDE: readonly Beside[] = [
  { serial: 'T-1', make: INSTRUMENTS.tachometer },
  { serial: 'L-1', make: INSTRUMENTS['peak-hold'] },
];
const PEAK_FIGURES = { resolutionNm: 1_000, expandedNm: 2_000 };
const SENSOR: Certificate['instruments'][number] = {
  kind: 'peak', serial: 'L-1', format: 'peak-hold', model: 'A laser', kThousandths: 2_000,
  certificate: 'DKD 4713', calibratedDay: 2_300, dueDay: 2_700, ...PEAK_FIGURES,
};

/** Measures a pen in a room and makes its certificate. */
function certified({ start, ...parts }: RoomParts = {}): Certificate {
  const room = createRoom({
    beside: BESIDE,
    ...parts,
    start: {
      plan: PLAN_HERE,
      tachometer: { serial: 'T-1', expandedCentiHz: 6 },
      peakGauge: {
        serial: 'L-1', resolutionNm: 1_000, expandedNm: peakExpanded({ ...PEAK_FIGURES, k: 2 }),
      },
      ...start,
    },
  });
  expect(room.runUntil(() => room.host().bench.phase.kind === 'measured')).toBe(true);
  const { depths, rates, overshoots, zeroNm = 0, pen, plan } = room.host().bench;
  const input = inputFor({ adjust: false });
  return given(makeCertificate({
    ...input,
    pen: { ...PEN, serial: pen?.serial ?? '' },
    instruments: [...input.instruments, SENSOR],
    plan, lines: room.lines, depths, rates, overshoots,
    zeros: [{ series: 'as-found', readingNm: zeroNm }],
  }));
}

const WHOLE = certified();
const against = (change: Partial<Certificate>, of = WHOLE): string =>
  verifyCertificate(sealed({ ...of, ...change }), WITH).findings.map(findingSentence).join('\n');

test('a calibration with a tachometer and a sensor of peaks verifies', () => {
  expect(WHOLE.rates).toMatchObject([{ by: 'tachometer' }]);
  expect(WHOLE.overshoots).toHaveLength(1);
  expect(against({})).toBe('');
});

describe('what was changed is named', () => {
  const [rate] = WHOLE.rates;
  const [overshoot] = WHOLE.overshoots;
  if (rate === undefined || overshoot === undefined) throw new Error('measured');
  const rates = (change: Partial<typeof rate>) => against({ rates: [{ ...rate, ...change }] });
  const overshoots = (change: Partial<typeof overshoot>) =>
    against({ overshoots: [{ ...overshoot, ...change }] });

  test('a rate, its uncertainty, a line that was left out, an instrument of another kind', () => {
    expect(rates({ measuredCentiHz: rate.measuredCentiHz + 1 }))
      .toContain('rates[0].measuredCentiHz says');
    expect(rates({ expandedCentiHz: rate.expandedCentiHz - 1 }))
      .toContain('rates[0].expandedCentiHz says');
    expect(rates({ lines: rate.lines.filter((_, index) => index !== 2) }))
      .toContain('leaves out lines');
    expect(rates({ lines: rate.lines.slice(0, 2) })).toContain('names no raw lines');
    expect(rates({ instrument: 'G-1' })).toContain('a line of another instrument');
    expect(rates({ lines: overshoot.lines })).toContain('is used for two readings');
  });

  test('a raw line of the tachometer', () => {
    const edit = (text: string): string => against({
      lines: WHOLE.lines.map((line) => (line.n === rate.lines[1] ? { ...line, text } : line)),
    });
    expect(edit('120.00 Hz')).toContain('rates[0].measuredCentiHz says');
    expect(edit('6000.00 rpm')).toContain('in another unit');
    expect(edit('----')).toContain('a line that is no reading');
  });

  test('a count of the pen that is said to be by the tachometer, or the other way round', () => {
    expect(rates({ by: 'pen-counter' })).toContain('names no raw lines');
    const runs = [{ counted: 400, elapsedMs: 4_000 }];
    const other = { by: 'pen-counter', runs, lines: [], measuredCentiHz: 10_000 } as const;
    expect(rates({ ...other, expandedCentiHz: 150 })).toContain('a line of another instrument');
  });

  test('an overshoot, its uncertainty, the depth at rest, a peak that was left out', () => {
    expect(overshoots({ overshootNm: overshoot.overshootNm - 1_000 }))
      .toContain('overshoots[0].overshootNm says');
    expect(overshoots({ expandedNm: 0 })).toContain('overshoots[0].expandedNm says');
    expect(overshoots({ stillNm: overshoot.stillNm + 5_000 }))
      .toContain('overshoots[0].stillNm says');
    expect(overshoots({ lines: overshoot.lines.filter((_, index) => index !== 3) }))
      .toContain('leaves out lines');
    expect(against({ overshoots: [] })).toContain('peaks at 500 um, 150.0 Hz of as-found');
  });
});

test("the pen's own count is made again from strokes and time", () => {
  const counted = certified({ start: { tachometer: undefined } });
  const [rate] = counted.rates;
  if (rate === undefined) throw new Error('measured');
  expect(rate).toMatchObject({ by: 'pen-counter', lines: [] });
  expect(against({}, counted)).toBe('');
  const said = (change: Partial<typeof rate>): string =>
    against({ rates: [{ ...rate, ...change }] }, counted);
  expect(said({ expandedCentiHz: 1 })).toContain('rates[0].expandedCentiHz says 1');
  expect(said({ runs: [] })).toContain('names no raw lines');
  expect(said({ instrument: 'SIM-OTHER' })).toContain('a line of another instrument');
});

test('a calibration that was typed verifies, and is less certain than one that was sent', () => {
  const BY_HAND = { serial: 'G-1', kind: 'mitutoyo', unit: 'mm', resolutionNm: 1_000,
    byHand: true } as const;
  const room = createRoom({ start: { plan: { ...PLAN_HERE, overshootRatesCentiHz: [] },
    gauge: BY_HAND } });
  room.gaugeOn = false;
  room.runFor(1_000);
  room.type('0.000 mm');
  const isOut = (): boolean => {
    const { phase } = room.host().bench;
    return phase.kind === 'extending' && phase.extending.path.length === 1
      && phase.extending.thereMs > 700;
  };
  while (room.host().bench.phase.kind !== 'measured') {
    expect(room.runUntil(() => isOut() || room.host().bench.phase.kind === 'measured')).toBe(true);
    if (!isOut()) break;
    room.type(`${(room.pen.truth().protrudingUm / 1_000).toFixed(3)} mm`);
  }
  const { depths, rates, pen, plan, zeroLines } = room.host().bench;
  const certificate = given(makeCertificate({
    ...inputFor({ adjust: false }),
    pen: { ...PEN, serial: pen?.serial ?? '' },
    plan, lines: room.lines, depths, rates, overshoots: [],
    zeros: [{ series: 'as-found', readingNm: 0, lines: zeroLines }],
  }));
  expect(against({}, certificate)).toBe('');
  const of = certificate.asFound;
  if (of.kind !== 'evaluated') throw new Error('evaluated');
  const sources = of.points[0]?.contributions.map(({ source }) => source) ?? [];
  expect(sources.filter((source) => source.startsWith('typed'))).toEqual(['typed', 'typed-datum']);
  // Whoever calls it sent has neither the lines for it nor the certainty.
  const sent = certificate.depths.map((sample) => ({ ...sample, by: 'gauge' as const }));
  expect(against({ depths: sent }, certificate)).toContain('a line of another instrument');
});
