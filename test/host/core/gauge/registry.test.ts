/** Which gauges may measure, and what is said of those that may not. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../../host/core/day.ts';
import { readQuantity } from '../../../../host/core/gauge/quantity.ts';
import {
  benchGaugeOf,
  benchTachometerOf,
  currentGauges,
  type DepthGauge,
  enterGauge,
  type GaugeEntry,
  type GaugeRefusal,
  instrumentOf,
  type RateGauge,
  retireGauge,
  usableGauge,
} from '../../../../host/core/gauge/registry.ts';
import { sayGaugeRefusal } from '../../../../host/core/gauge/registry-words.ts';

const INDICATOR: DepthGauge = {
  serial: 'M-1', measures: 'depth', kind: 'mitutoyo', wiring: 'usual', maker: 'Mitutoyo',
  model: 'ID-C112X', k: 2, certificate: 'DK-1', calibratedDay: day(2_400), dueDay: day(2_500),
  by: 'A', retired: undefined, unit: 'mm', resolutionNm: 1_000, expandedNm: 2_000,
};
const TACHOMETER: RateGauge = {
  serial: 'T-1', measures: 'rate', kind: 'tachometer', wiring: 'usual', maker: 'Testo',
  model: '470', k: 2, certificate: 'DK-2', calibratedDay: day(2_400), dueDay: day(2_500),
  by: 'A', retired: undefined, resolutionCentiHz: 1, expandedCentiHz: 5,
};
const BOTH: readonly GaugeEntry[] = [INDICATOR, TACHOMETER];

describe('a gauge', () => {
  test('may be used on its due day and not on the day after', () => {
    expect(usableGauge(BOTH, 'M-1', 'depth', day(2_500))).toMatchObject({ ok: true });
    expect(usableGauge(BOTH, 'M-1', 'depth', day(2_501)))
      .toEqual({ ok: false, error: { code: 'overdue', serial: 'M-1', dueDay: 2_500 } });
  });

  test('that is unknown, measures another thing, or is of the future is refused', () => {
    const refusals = [
      usableGauge(BOTH, 'M-2', 'depth', day(2_450)),
      usableGauge(BOTH, 'T-1', 'depth', day(2_450)),
      usableGauge(BOTH, 'M-1', 'depth', day(2_399)),
    ].map((result) => (result.ok ? undefined : result.error.code));
    expect(refusals).toEqual(['unknown', 'measures-another', 'from-the-future']);
  });

  test('under a new certificate counts by that, and its old one stays', () => {
    const renewed = { ...INDICATOR, certificate: 'DK-3', calibratedDay: day(2_480),
      dueDay: day(2_800) };
    const entered = enterGauge(BOTH, renewed, day(2_490));
    expect(entered).toEqual({ ok: true, value: [...BOTH, renewed] });
    const all = entered.ok ? entered.value : [];
    expect(usableGauge(all, 'M-1', 'depth', day(2_700))).toEqual({ ok: true, value: renewed });
    expect(currentGauges(all)).toEqual([TACHOMETER, renewed]);
  });

  test('is not entered twice, overdue, or due before it was calibrated', () => {
    const codes = [INDICATOR, { ...INDICATOR, serial: 'M-9', dueDay: day(2_420) },
      { ...INDICATOR, serial: 'M-9', dueDay: day(2_399) }]
      .map((entry) => enterGauge(BOTH, entry, day(2_450)))
      .map((result) => (result.ok ? undefined : result.error.code));
    expect(codes).toEqual(['not-newer', 'overdue', 'due-before-calibrated']);
  });

  test('that was retired stays in the list and measures nothing', () => {
    const retired = retireGauge(BOTH, 'M-1', { onDay: day(2_450), why: 'dropped' });
    const all = retired.ok ? retired.value : [];
    expect(all).toHaveLength(2);
    expect(usableGauge(all, 'M-1', 'depth', day(2_451)))
      .toMatchObject({ error: { code: 'retired', why: 'dropped' } });
    expect(retireGauge(all, 'M-1', { onDay: day(2_451), why: 'again' }).ok).toBe(false);
  });

  test('is an instrument of an evaluation, and what a bench reads', () => {
    expect(instrumentOf(INDICATOR)).toEqual({
      serial: 'M-1', kind: 'depth', resolutionNm: 1_000, expandedNm: 2_000, k: 2,
      certificate: 'DK-1', dueDay: 2_500,
    });
    expect(benchGaugeOf(INDICATOR))
      .toEqual({ serial: 'M-1', kind: 'mitutoyo', unit: 'mm', resolutionNm: 1_000 });
    expect(benchTachometerOf({ ...TACHOMETER, k: 3 }))
      .toEqual({ serial: 'T-1', expandedCentiHz: 5 });
  });
});

test('each refusal is one sentence that says what to do', () => {
  const refusals: readonly GaugeRefusal[] = [
    { code: 'unknown', serial: 'X' },
    { code: 'retired', serial: 'X', onDay: day(1), why: 'dropped' },
    { code: 'overdue', serial: 'X', dueDay: day(1) },
    { code: 'from-the-future', serial: 'X', calibratedDay: day(1) },
    { code: 'measures-another', serial: 'X', measures: 'rate', needed: 'depth' },
    { code: 'due-before-calibrated', serial: 'X' },
    { code: 'not-newer', serial: 'X', calibratedDay: day(1) },
  ];
  for (const refusal of refusals) {
    expect(sayGaugeRefusal(refusal)).toMatch(/^[^.]*\bX\b[^.]*[;,] [^.]+\.$/);
  }
});

test.each([
  ['0.001mm', 'depth', 1_000], ['1 um', 'depth', 1_000], ['0.5um', 'depth', 500],
  ['0.00005in', 'depth', 1_270], ['0.0015um', 'depth', 2], ['0.01Hz', 'rate', 1],
  ['1rpm', 'rate', 2], ['0.3 N', 'force', 300], ['0', 'depth', undefined],
  ['0mm', 'depth', undefined], ['1 inch', 'depth', undefined], ['-1um', 'depth', undefined],
  ['1e3um', 'depth', undefined], ['1', 'depth', undefined], ['1mm', 'rate', undefined],
  ['1 constructor', 'depth', undefined],
] as const)('"%s" of %s is %s', (text, measures, kept) => {
  expect(readQuantity(text, measures)).toBe(kept);
});
