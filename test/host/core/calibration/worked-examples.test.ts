/**
 * The mathematics against examples that others have published with their results: the Guide to the
 * Expression of Uncertainty in Measurement (JCGM 100:2008), and NIST's certified regression.
 */
import { describe, expect, test } from 'vitest';
import {
  combine,
  effectiveDegrees,
  rectangular,
  spread,
} from '../../../../host/core/calibration/contribution.ts';
import { fitLine } from '../../../../host/core/calibration/statistics.ts';
import { coverageFactor } from '../../../../host/core/calibration/student.ts';

/** NIST Statistical Reference Datasets, "Norris" (linear, 36 observations): y, then x. */
const NORRIS: readonly (readonly [y: number, x: number])[] = [
  [0.1, 0.2], [338.8, 337.4], [118.1, 118.2], [888.0, 884.6], [9.2, 10.1], [228.1, 226.5],
  [668.5, 666.3], [998.5, 996.3], [449.1, 448.6], [778.9, 777.0], [559.2, 558.2], [0.3, 0.4],
  [0.1, 0.6], [778.1, 775.5], [668.8, 666.9], [339.3, 338.0], [448.9, 447.5], [10.8, 11.6],
  [557.7, 556.0], [228.3, 228.1], [998.0, 995.8], [888.8, 887.6], [119.6, 120.2], [0.3, 0.3],
  [0.6, 0.3], [557.6, 556.8], [339.3, 339.1], [888.0, 887.2], [998.5, 999.0], [778.9, 779.0],
  [10.2, 11.1], [117.6, 118.3], [228.9, 229.2], [668.4, 669.1], [449.2, 448.9], [0.2, 0.5],
];

test('a line through NIST\'s Norris data has the certified figures', () => {
  const line = fitLine(NORRIS.map(([y, x]) => [x, y]));
  expect(line.slope).toBeCloseTo(1.00211681802045, 12);
  expect(line.intercept).toBeCloseTo(-0.262323073774029, 11);
  expect(line.residualDeviation).toBeCloseTo(0.884796396144373, 11);
  expect(line.interceptDeviation).toBeCloseTo(0.232818234301152, 11);
  expect(line.slopeDeviation).toBeCloseTo(0.429796848199937e-3, 14);
});

/** GUM H.3: readings of a thermometer, and the correction that each asks for. */
const THERMOMETER: readonly (readonly [degC: number, correction: number])[] = [
  [21.521, -0.171], [22.012, -0.169], [22.512, -0.166], [23.003, -0.159], [23.507, -0.164],
  [23.999, -0.165], [24.513, -0.156], [25.002, -0.157], [25.503, -0.159], [26.01, -0.161],
  [26.511, -0.16],
];

test('the calibration curve of a thermometer is the one of GUM H.3', () => {
  const line = fitLine(THERMOMETER.map(([degC, correction]) => [degC - 20, correction]));
  expect(line.intercept).toBeCloseTo(-0.1712, 4);
  expect(line.slope).toBeCloseTo(0.00218, 5);
  expect(line.interceptDeviation).toBeCloseTo(0.0029, 4);
  expect(line.slopeDeviation).toBeCloseTo(0.00067, 5);
  expect(line.correlation).toBeCloseTo(-0.93, 2);
  expect(line.residualDeviation).toBeCloseTo(0.0035, 4);
});

describe('the end gauge of GUM H.1', () => {
  const comparison = [
    spread('repeatability', 5.8, 24),
    spread('gauge', 3.9, 5),
    spread('datum', 6.7, 8),
  ];

  test('compares with 9.7 nm on 25.6 degrees of freedom', () => {
    const { combinedNm } = combine(comparison);
    expect(combinedNm).toBeCloseTo(9.7, 1);
    expect(effectiveDegrees(comparison)).toBeCloseTo(25.6, 0);
  });

  test('has 32 nm in all, on 16 degrees of freedom', () => {
    const budget = combine([
      spread('gauge', 25, 18),
      spread('mean', 9.7, 25.6),
      spread('temperature', 2.9, 50),
      spread('resolution', 16.6, 2),
    ]);
    expect(Math.round(budget.combinedNm)).toBe(32);
    expect(Math.floor(budget.effectiveDegrees)).toBe(16);
  });
});

test('the product of three in GUM G.4.1 has 1.03 per cent on 19 degrees of freedom', () => {
  const budget = combine([
    spread('repeatability', 0.25, 9),
    spread('gauge', 0.57, 4),
    spread('mean', 0.82, 14),
  ]);
  expect(budget.combinedNm).toBeCloseTo(1.03, 2);
  expect(budget.effectiveDegrees).toBeCloseTo(19, 0);
});

test('a digital step has 0.29 of itself as its standard uncertainty, as GUM F.2.2.1 says', () => {
  expect(rectangular(0.5)).toBeCloseTo(0.29, 2);
});

describe('a coverage factor', () => {
  test.each([[1, 13.97], [4, 2.87], [10, 2.28], [20, 2.13], [50, 2.05], [100, 2.025]])(
    'on %i degrees of freedom is %f, as in GUM table G.2',
    (degrees, k) => {
      expect(coverageFactor(degrees)).toBe(k);
    },
  );

  test('between two entries is that of the lower one, and never smaller than with more', () => {
    expect(coverageFactor(9.99)).toBe(coverageFactor(9));
    expect(coverageFactor(24)).toBe(coverageFactor(20));
    for (let degrees = 1; degrees < 200; degrees += 0.5) {
      expect(coverageFactor(degrees)).toBeGreaterThanOrEqual(coverageFactor(degrees + 0.5));
    }
  });

  test('of what is in no doubt is two', () => {
    expect(coverageFactor(Number.POSITIVE_INFINITY)).toBe(2);
  });
});
