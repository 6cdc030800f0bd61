/** Pens and gauges: what was used since, how they drift, and when they have to go to the bench. */
import { describe, expect, test } from 'vitest';
import type { Certificate, SignedCertificate } from
  '../../../../host/core/certificate/certificate-shape.ts';
import { day } from '../../../../host/core/day.ts';
import type { DepthGauge } from '../../../../host/core/gauge/registry.ts';
import { driftsOf, INTERVAL_DAYS_MIN, intervalAdvice } from
  '../../../../host/core/registry/drift.ts';
import { dueList } from '../../../../host/core/registry/due.ts';
import { penChain } from '../../../../host/core/registry/pen-chain.ts';
import { penStandings } from '../../../../host/core/registry/pens.ts';
import { signCertificate } from '../../../../host/certificate/sign.ts';
import { adviceWords, driftLines, dueLines, listLines, penLines } from
  '../../../../host/cli/certificate-text.ts';
import { entriesOf, linked, opened, reservation, settled } from '../../../support/journal.ts';
import { KEY, made } from '../../certificate/made.ts';

const FIRST = made();
const firstHash = signCertificate(FIRST, KEY).hash;
const second = (offNm: number, days = 180): Certificate => made({
  seed: 9, offNm,
  input: {
    certificateId: 'C20270519-01', previous: firstHash, before: FIRST.table,
    issuedDay: FIRST.issuedDay + days, depthGauge: 'G-1',
    instruments: FIRST.instruments.map((one) => ({ ...one, dueDay: 4_000 })),
  },
});
/** The first pen, found again with every depth changed by as much, and left so. */
function drifted(byNm: number, days: number): Certificate {
  const { asLeft } = FIRST;
  if (asLeft.kind !== 'evaluated') throw new Error('evaluated');
  const points = asLeft.points.map((point) =>
    ({ ...point, meanErrorNm: point.meanErrorNm + byNm }));
  const asFound = { ...asLeft, points };
  return { ...second(0), asFound, asLeft: asFound, issuedDay: FIRST.issuedDay + days };
}

const signed = (...all: readonly Certificate[]): readonly SignedCertificate[] =>
  all.map((one) => signCertificate(one, KEY));
const carrying = (certificateId: string) =>
  ({ ...linked, calibration: { ...linked.calibration, certificateId } }) as const;

describe('drift', () => {
  test('is what changed from as-left to the next as-found, at every depth', () => {
    const [drift] = driftsOf([FIRST, second(30_000)]);
    expect(drift).toMatchObject({ fromId: FIRST.certificateId, days: 180 });
    expect(drift?.points).toHaveLength(7);
    expect(drift?.worst.changedNm).toBeGreaterThan(20_000);
  });

  test('says nothing after one calibration, keeps what stands still, shortens what moves', () => {
    expect(intervalAdvice([FIRST])).toEqual({ kind: 'unknown' });
    expect(intervalAdvice([FIRST, drifted(0, 180)])).toEqual({ kind: 'keep', days: 182 });
    const { asLeft } = FIRST;
    const guards = asLeft.kind === 'evaluated' ? asLeft.points : [];
    const halfNm = Math.min(...guards.map(({ expandedNm }) => expandedNm)) / 2;
    for (const days of [180, 90]) {
      expect(intervalAdvice([FIRST, drifted(-15_000, days)])).toEqual({
        kind: 'shorten', because: 'drift', days: Math.floor((halfNm / 15_000) * days),
      });
    }
  });

  test('found out of its class, a pen is seen again after half the time at the most', () => {
    const advice = intervalAdvice([FIRST, second(110_000)]);
    expect(advice).toMatchObject({ kind: 'shorten' });
    expect(advice.kind === 'shorten' && advice.days).toBeLessThanOrEqual(90);
    expect(advice.kind === 'shorten' && advice.days).toBeGreaterThanOrEqual(INTERVAL_DAYS_MIN);
    expect(adviceWords(advice)).toMatch(/^Interval: shorten to \d+ days, because/);
  });
});

test('certificates stand in the order of their chain, whatever their dates say', () => {
  const early = { ...second(0), issuedDay: 2_000 };
  const chain = penChain(signed(early, FIRST), 'P1');
  expect(chain.map(({ certificate }) => certificate.certificateId)).toEqual(
    [FIRST.certificateId, early.certificateId],
  );
  expect(penChain(signed(FIRST), 'P9')).toEqual([]);
});

describe('a pen', () => {
  const entries = entriesOf([
    { ...carrying(FIRST.certificateId), strokes: 5_000 }, opened,
    { ...reservation, certificateId: FIRST.certificateId }, settled(1, 300),
    { ...reservation, armingId: 2, certificateId: 'C0' }, settled(2, 50),
  ]);

  test('counts strokes and treatments under the certificate that it carries', () => {
    const [pen] = penStandings(signed(FIRST), entries);
    expect(pen).toMatchObject({
      serial: 'P1', class: 'P', dueDay: FIRST.dueDay, carriesAnother: false, dueNow: [],
      use: { strokes: 5_000, strokesSince: 300, treatmentsSince: 1 },
    });
  });

  test('is due by its day, by its treatments, by a stall, and by having failed', () => {
    const dueOf = (certificate: Certificate, lines = entries) =>
      dueList(penStandings(signed(certificate), lines), [], day(FIRST.issuedDay))[0];
    expect(dueOf(FIRST)).toMatchObject({ state: 'in-date', daysLeft: 182, why: 'date' });
    expect(dueOf({ ...FIRST, treatmentsMax: 1 })).toMatchObject({
      state: 'overdue', why: 'treatments',
    });
    expect(dueOf({ ...FIRST, table: { ...FIRST.table, class: 'fail' } }))
      .toMatchObject({ state: 'overdue', why: 'failed' });
    const stalled = entriesOf([
      carrying(FIRST.certificateId), { kind: 'latched', reason: 'stall', latchId: 1, atPenMs: 9 },
    ]);
    expect(dueOf(FIRST, stalled)).toMatchObject({ state: 'overdue', why: 'shaken' });
  });

  test('that was calibrated elsewhere is told by what it carries', () => {
    const [pen] = penStandings(signed(FIRST), entriesOf([linked]));
    expect(pen).toMatchObject({ carriesAnother: true, certificateId: 'C1', dueDay: 4_365 });
    const [unknown] = penStandings([], entriesOf([linked]));
    expect(unknown).toMatchObject({ serial: 'P1', certificateId: 'C1', chain: [] });
  });

  test('is shown with its drift, in lines of a width', () => {
    const [pen] = penStandings(signed(FIRST, second(30_000)), entries);
    if (pen === undefined) throw new Error('a pen');
    expect(listLines([pen])).toHaveLength(3);
    expect(penLines(pen).join('\n')).toContain('shorten to');
    const chart = driftLines(pen.chain);
    expect(chart.length).toBe(1 + 7 * 3);
    for (const line of chart) expect(line.length).toBeLessThanOrEqual(100);
  });
});

test('gauges fall due beside pens, the most overdue first; one out of use does not', () => {
  const gauge = (serial: string, dueDay: number, more: Partial<DepthGauge> = {}): DepthGauge => ({
    serial, wiring: 'usual', maker: 'Mitutoyo', model: 'ID-C', k: 2, certificate: 'DK',
    calibratedDay: day(2_000), dueDay: day(dueDay), by: 'o', retired: undefined, measures: 'depth',
    kind: 'mitutoyo', unit: 'mm', resolutionNm: 1_000, expandedNm: 2_000, ...more,
  });
  const today = day(2_600);
  const items = dueList(penStandings(signed(FIRST), []), [
    gauge('G-1', 2_700), gauge('G-2', 2_590), gauge('G-3', 2_610),
    gauge('G-4', 2_000, { retired: { onDay: day(2_100), why: 'fell' } }), gauge('G-5', 2_600),
  ], today);
  expect(items.map(({ serial, state }) => `${serial} ${state}`)).toEqual(
    ['G-2 overdue', 'G-5 soon', 'G-3 soon', 'P1 in-date', 'G-1 in-date'],
  );
  expect(dueLines(items).join('\n')).toContain('10 days over');
});
