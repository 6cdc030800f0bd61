/** Treatments behind an as-found out of tolerance: all of them, none twice, worst first. */
import { describe, expect, test } from 'vitest';
import { impactOf, type ImpactQuestion, isOutOfTolerance, tooDeepNm } from
  '../../../../host/core/certificate/impact.ts';
import type { CertifiedFigures } from '../../../../host/core/certificate/figures-shape.ts';
import type { NoteGiven } from '../../../../host/journal/entry.ts';
import { entriesOf, linked, opened, reservation, settled } from '../../../support/journal.ts';
import { made } from '../../certificate/made.ts';

const OFF = made({ offNm: 90_000, adjust: false });
const asFound = OFF.asFound as CertifiedFigures;
const table = (certificateId: string, reached: 'P' | 'S' | 'fail') =>
  ({ certificateId, table: { ...OFF.table, certificateId, class: reached } });

const ASKED: ImpactQuestion = {
  asFound,
  certificateId: 'C9',
  serial: 'P1',
  older: [table('C1', 'P'), table('C0', 'P')],
  overshootUm: 12,
  measuredOvershootUm: undefined,
  classFigures: { P: { lowUm: 50, highUm: 80 }, S: { lowUm: 100, highUm: 120 } },
};

const under = (certificateId: string): NoteGiven =>
  ({ ...linked, calibration: { ...linked.calibration, certificateId } });
const given = (
  armingId: number, certificateId: string, change: Partial<typeof reservation> | object = {},
): readonly NoteGiven[] =>
  [{ ...reservation, armingId, certificateId, ...change }, settled(armingId, 100)];

const impact = (notes: readonly NoteGiven[], change: Partial<ImpactQuestion> = {}) =>
  impactOf({ ...ASKED, ...change }, entriesOf(notes));

/** What the as-found says of a depth, in whole micrometres. */
const offUm = (depthUm: number): number => Math.ceil(tooDeepNm(asFound.points, depthUm) / 1_000);

test('how far beyond is error, uncertainty and overshoot, less what was taken off', () => {
  const { rows, treatments, since } = impact([under('C1'), opened, ...given(1, 'C1')]);
  expect({ treatments, since }).toEqual({ treatments: 1, since: 'C1' });
  // Above half a millimetre class P takes off 80 um; the certificate alone would be 5 + 30 + 12.
  expect(rows).toMatchObject([{
    treatmentId: 't-1', area: 'cheek', side: 'left', commandedUm: 700, subtractedUm: 80,
    capUm: 780, beyondUm: offUm(700) + 12 - 80, strokes: 100,
  }]);
  expect(rows[0]?.beyondUm).toBeGreaterThan(0);
});

test('a depth between two points counts as the worse; one too shallow takes nothing away', () => {
  const { points } = asFound;
  const far = points.map(({ meanErrorNm, expandedNm }) => meanErrorNm + expandedNm);
  expect(tooDeepNm(points, 700)).toBe(Math.max(...far.slice(2, 4)));
  const shallow = points.map((point) => ({ ...point, meanErrorNm: -200_000 }));
  expect(tooDeepNm(shallow, 700)).toBe(0);
});

describe('the treatments that are listed', () => {
  test('are those since the last good certificate, and of certificates that nobody knows', () => {
    const notes = [
      under('C0'), opened, ...given(1, 'C0'),
      under('C1'), ...given(2, 'C1', { area: 'forehead', side: 'midline' }),
      under('CX'), ...given(3, 'CX', { area: 'chin', side: 'midline' }),
      under('C9'), ...given(4, 'C9', { area: 'nose', side: 'midline' }),
    ];
    const areas = (change: Partial<ImpactQuestion>) =>
      impact(notes, change).rows.map(({ area }) => area).sort();
    expect(areas({})).toEqual(['chin', 'forehead']);
    // The one before failed: what was given under it was never answered for.
    expect(areas({ older: [table('C1', 'fail'), table('C0', 'P')] })).toEqual(
      ['cheek', 'chin', 'forehead'],
    );
    expect(areas({ older: [] })).toEqual(['cheek', 'chin', 'forehead']);
  });

  test('are those of this pen, in which a stroke was given or may have been', () => {
    const notes = [
      under('C1'), opened, ...given(1, 'C1', { penSerial: 'P2' }),
      { ...reservation, armingId: 2, certificateId: 'C1' }, settled(2, 0),
      { ...reservation, armingId: 3, certificateId: 'C1', area: 'forehead', side: 'midline' },
    ] as const satisfies readonly NoteGiven[];
    const { rows } = impact(notes);
    // Nobody saw the end of the last: all of it may have been given.
    expect(rows).toMatchObject([{ area: 'forehead', strokes: 400 }]);
  });

  test('are one row for each area and depth, worst first', () => {
    const notes = [
      under('C1'), opened, ...given(1, 'C1', { depthUm: 300 }), ...given(2, 'C1'),
      ...given(3, 'C1', { pass: 2 }),
    ];
    const { rows } = impact(notes);
    expect(rows.map(({ commandedUm, strokes }) => [commandedUm, strokes])).toEqual(
      [[300, 100], [700, 200]],
    );
  });
});

test('a pen that nobody saw linked had nothing taken off', () => {
  expect(impact([opened, ...given(1, 'C1')]).rows[0]).toMatchObject({ subtractedUm: 0 });
});

test('a measured overshoot that is larger than the declared one counts', () => {
  const notes = [under('C1'), opened, ...given(1, 'C1')];
  const [declared] = impact(notes).rows;
  const [measured] = impact(notes, { measuredOvershootUm: 40 }).rows;
  expect((measured?.beyondUm ?? 0) - (declared?.beyondUm ?? 0)).toBe(28);
});

test('out of tolerance is worse than the certificate that the pen carried', () => {
  const before = { ...OFF.table, certificateId: 'C1', class: 'P' } as const;
  expect(isOutOfTolerance(asFound, before)).toBe(true);
  expect(isOutOfTolerance(asFound, { ...before, class: 'fail' })).toBe(false);
  expect(isOutOfTolerance(made().asFound, before)).toBe(false);
  expect(isOutOfTolerance(asFound, null)).toBe(false);
});
