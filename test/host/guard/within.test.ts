/**
 * Whatever the guard lets through lies within the table as it is printed: plain inequalities over
 * the file itself, for armings that nobody would ask for.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PenDescription } from '../../../host/core/pen-description.ts';
import type { PlannedArea } from '../../../host/core/plan.ts';
import { BASE_PROFILE_PATH } from '../../../host/profile/base-profile.ts';
import { areaCode, AREAS, sideCode } from '../../../protocol/area.ts';
import type { Arm } from '../../../protocol/to-pen.ts';
import { centiHz, strokes, um } from '../../../protocol/units.ts';
import { planOf } from '../../support/limit-world.ts';
import { TELEMETRY } from '../core/control/scene.ts';
import { anyArea, anyPen, anyPerson, wishOf } from './cases.ts';
import { arm, createRig, grant, press, type Rig } from './rig.ts';

interface Printed {
  readonly rows: readonly PrintedRow[];
  readonly indications: readonly (PrintedRow & { readonly indication: string })[];
  readonly zones: Readonly<Record<string, { readonly rateCentiHzMax: number }>>;
}
interface PrintedRow {
  readonly area: string;
  readonly depthUm: { readonly recommended: number; readonly max: number };
  readonly densityPerCm2: { readonly max: number; readonly perPass: number };
}

const PRINTED = JSON.parse(readFileSync(BASE_PROFILE_PATH, 'utf8')) as Printed;

const rowOf = ({ area, indication }: PlannedArea): PrintedRow | undefined =>
  indication === undefined
    ? PRINTED.rows.find((row) => row.area === area)
    : PRINTED.indications.find((row) => row.area === area && row.indication === indication);

/** An arming near the numbers of an area, and beyond them. */
const anyArm = (area: PlannedArea): fc.Arbitrary<Arm> =>
  fc
    .record({
      depth: fc.integer({ min: 0, max: 40 }),
      rateCentiHz: fc.integer({ min: 1, max: 15_000 }),
      made: fc.integer({ min: 0, max: 3_000 }),
      needleCount: fc.constantFrom(12, 14, 36),
      stamp: fc.constantFrom(0, 1, 1),
    })
    .map(({ depth, rateCentiHz, made, needleCount, stamp }) =>
      arm({
        area: areaCode(area.area), side: sideCode(area.side), depthUm: um(depth * 25),
        rateCentiHz: centiHz(rateCentiHz), passCeiling: strokes(TELEMETRY.strokes + made),
        needleCount, stamp,
      }),
    );

const anyCase = anyArea.chain((area) => fc.tuple(fc.constant(area), anyArm(area)));

function expectWithin(area: PlannedArea, asked: Arm, pen: PenDescription): void {
  const row = rowOf(area);
  const { calibration: found, overshootUm = 0, cartridge } = pen;
  const low = Math.abs(found.biasLowUm) + found.uncertaintyLowUm + overshootUm;
  const deepest = Math.min(row?.depthUm.max ?? 0, area.depthUm, 1_750, pen.evaluatedDepthUmMax);
  const needles = cartridge?.needleCount ?? 0;
  const punctures = (asked.passCeiling - TELEMETRY.strokes) * needles;
  const zone = AREAS[area.area].zone;
  // Whatever the range, the pen is wrong by no less than the smaller of its two figures.
  const high = Math.abs(found.biasHighUm) + found.uncertaintyHighUm + overshootUm;
  expect(asked.depthUm + Math.min(low, high)).toBeLessThanOrEqual(deepest);
  expect(asked.depthUm).toBeLessThanOrEqual(deepest - 50);
  expect(asked.rateCentiHz).toBeLessThanOrEqual(PRINTED.zones[zone]?.rateCentiHzMax ?? 0);
  expect(asked.needleCount).toBe(needles);
  expect(punctures * 100).toBeLessThanOrEqual((row?.densityPerCm2.perPass ?? 0) * area.sizeMm2);
  expect(punctures * 100).toBeLessThanOrEqual((row?.densityPerCm2.max ?? 0) * area.sizeMm2);
  if (zone === 'eye') expect(found.class).toBe('P');
}

test('S-37 S-01 S-04 whatever arming goes out lies within the table as it is printed', () => {
  let out = 0;
  fc.assert(
    fc.property(anyCase, anyPen, anyPerson, ([area, asked], pen, person) => {
      const rig = createRig({ wish: wishOf(planOf(area), person), pen });
      if (rig.send(asked) !== undefined) return;
      out += 1;
      expectWithin(area, asked, pen);
    }),
    { numRuns: 4_000 },
  );
  expect(out).toBeGreaterThan(30);
});

/** A rig that is armed for all that it may have, with a finger on the trigger. */
function heldRig(): Rig {
  const rig = createRig();
  rig.send(arm());
  rig.answer('done');
  rig.tell({ phase: 'armed', armingId: 5 });
  press(rig);
  return rig;
}

test('S-37 S-06 S-12 whatever grant goes out gives one credit for one lease at most', () => {
  const near = (most: number): fc.Arbitrary<number> => fc.integer({ min: -5, max: most });
  fc.assert(
    fc.property(near(45), near(450), fc.integer({ min: -1, max: 1 }), (more, ms, hold) => {
      const rig = heldRig();
      const { strokes: now, penMs, holdId } = rig.telemetry;
      const asked = grant(rig, {
        ceiling: strokes(now + more),
        notAfterPenMs: (penMs + ms) as never,
        holdId: holdId + hold,
      });
      const gone = rig.send(asked) === undefined;
      const within = ms <= 200 && (more <= 0 || (more <= 20 && hold === 0));
      expect(gone).toBe(within);
    }),
    { numRuns: 600 },
  );
});
