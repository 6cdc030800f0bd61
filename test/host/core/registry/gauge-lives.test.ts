/** What gauges have done, by the certificates that name them, and what a person is shown of it. */
import { expect, test } from 'vitest';
import { gaugeLines, lifeWords } from '../../../../host/cli/gauge-text.ts';
import { day } from '../../../../host/core/day.ts';
import { dueList } from '../../../../host/core/registry/due.ts';
import { gaugeLives } from '../../../../host/core/registry/gauge-lives.ts';
import { makeCertificate } from '../../../../host/core/certificate/make.ts';
import type { DepthGauge } from '../../../../host/core/gauge/registry.ts';
import { given } from '../../../support/limit-world.ts';
import { inputFor } from '../../certificate/made.ts';

const first = given(makeCertificate(inputFor({ adjust: false })));
const [gauge] = first.instruments;
const serial = gauge?.serial ?? '';
const later = {
  ...first,
  certificateId: 'LATER',
  issuedDay: first.issuedDay + 180,
  zeros: first.zeros.map((zero) => ({ ...zero, readingNm: zero.readingNm + 12_000 })),
};
const ENTRY: DepthGauge = {
  serial, kind: 'mitutoyo', measures: 'depth', wiring: 'usual', maker: 'Mitutoyo', model: 'ID-C',
  k: 2, certificate: 'DK-1', calibratedDay: day(2_000), dueDay: day(9_000), by: 'Anna',
  retired: undefined, unit: 'mm', resolutionNm: 1_000, expandedNm: 2_000,
};

test('a gauge that no certificate names was never used here', () => {
  expect(gaugeLives([]).get(serial)).toBeUndefined();
  expect(lifeWords(undefined)).toBe('never used here');
});

test('readings and calibrations add up over certificates, whichever comes first', () => {
  const life = gaugeLives([later, first]).get(serial);
  const each = first.depths.length + first.zeros.length;
  expect(life).toMatchObject({ calibrations: 2, readings: 2 * each, lastDay: later.issuedDay });
  expect(life?.datums.map(({ certificateId }) => certificateId))
    .toEqual([first.certificateId, 'LATER']);
});

test('an instrument that is named and was not read counts for nothing', () => {
  const unread = { ...first, depths: [], zeros: [] };
  expect(gaugeLives([unread]).get(serial)).toBeUndefined();
});

test('a zero that creeps is seen to creep', () => {
  const lines = gaugeLines(serial, [ENTRY], gaugeLives([first, later]).get(serial));
  const charted = lines.filter((line) => line.includes('*'));
  expect(charted).toHaveLength(2);
  const [before, after] = charted.map((line) => line.indexOf('*'));
  expect(after).toBeGreaterThan(before ?? 0);
});

test('the list of what is due says how often a gauge has measured', () => {
  const [item] = dueList([], [ENTRY], day(2_100), gaugeLives([first, later]));
  expect(item).toMatchObject({ what: 'gauge', used: 2 });
});
