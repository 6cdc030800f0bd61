// The cap test: what a pen may be told under a cap, reproduced cell by cell for four kinds of pen.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandedDepth, depthUncertainty, settingWithin } from '../../../host/core/depth-limit.ts';
import type { PenDescription } from '../../../host/core/pen-description.ts';
import { floorTo } from '../../../host/core/ratio.ts';
import { reviewArea } from '../../../host/core/area-review.ts';
import {
  codes,
  FACTS,
  PEN_P,
  PEN_S,
  planned,
  PROFILE,
  UNDER_EYE,
} from '../../support/limit-world.ts';
import { um } from '../../../protocol/units.ts';

/** A dial that is wrong by 0.15 mm, the one tolerance that a maker has published. */
const DIAL: PenDescription = {
  ...PEN_S,
  overshootUm: um(0),
  calibration: {
    ...PEN_S.calibration,
    biasLowUm: 0,
    uncertaintyLowUm: um(150),
    biasHighUm: 0,
    uncertaintyHighUm: um(150),
  },
};
const COARSE: PenDescription = { ...PEN_S, depthUmMin: um(250), depthStepUm: um(250) };

const PENS = { 'class P, 0.05 step': PEN_P, 'class S, 0.1 step': PEN_S, DIAL, COARSE } as const;

const commanded = (capUm: number, pen: PenDescription): number => {
  const figure = PROFILE.classes[pen.calibration.class === 'P' ? 'P' : 'S'];
  return floorTo(settingWithin(capUm, depthUncertainty(pen, figure)), pen.depthStepUm);
};

test.each([
  [500, [450, 400, 300, 250]],
  [750, [650, 600, 600, 500]],
  [1_000, [900, 800, 800, 750]],
  [1_500, [1_400, 1_300, 1_300, 1_250]],
])('under a cap of %i um the four pens may be told what the table says', (cap, row) => {
  expect(Object.values(PENS).map((pen) => commanded(cap, pen))).toEqual(row);
});

test('under the caps of the eye only the class P pen is told anything: 0.20 and 0.35 mm', () => {
  const crowsFeet = planned({ ...UNDER_EYE, area: 'crows-feet', depthUm: um(400), passes: 2 });
  const told = [UNDER_EYE, crowsFeet].map((area) => reviewArea(FACTS, 'demo-person-1', area));
  expect(told.map(({ limit }) => limit?.depthUm)).toEqual([200, 350]);
  for (const pen of [PEN_S, DIAL, COARSE]) {
    for (const area of [UNDER_EYE, crowsFeet]) {
      const { refusals } = reviewArea({ ...FACTS, pen }, 'demo-person-1', area);
      expect(codes(refusals)).toContain('eye-needs-class-p');
    }
  }
});

const anyUncertainty = fc.record({
  lowUm: fc.integer({ min: 0, max: 400 }).map(um),
  highUm: fc.integer({ min: 0, max: 400 }).map(um),
});

test('S-02 whatever a pen may be wrong by, setting plus error stays within the true depth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_500 }), anyUncertainty, (cap, wrongBy) => {
      const setting = settingWithin(cap, wrongBy);
      const error = setting <= 500 ? wrongBy.lowUm : wrongBy.highUm;
      expect(setting === 0 || setting + error <= cap).toBe(true);
    }),
  );
});

test('S-01 a tighter cap never yields a deeper setting, not even across half a millimetre', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 300, max: 1_000 }),
      fc.integer({ min: 0, max: 300 }),
      anyUncertainty,
      (cap, less, wrongBy) => {
        expect(settingWithin(Math.max(0, cap - less), wrongBy)).toBeLessThanOrEqual(
          settingWithin(cap, wrongBy),
        );
      },
    ),
    { numRuns: 2_000 },
  );
});

test('S-02 a certificate worse than its class is believed, and bias counts either way', () => {
  const wrong = { ...PEN_P.calibration, biasLowUm: -40, uncertaintyLowUm: um(30) };
  const pen: PenDescription = { ...PEN_P, calibration: wrong };
  expect(depthUncertainty(pen, PROFILE.classes.P).lowUm).toBe(80); // 40 + 30 + 10 overshoot
});

test('a setting below what the pen can set is no setting at all', () => {
  const met = { depthUm: um(140), binding: 'plan', reasons: [] } as const;
  const wrongBy = { lowUm: um(50), highUm: um(80) };
  expect(commandedDepth(met, wrongBy, PEN_P).depthUm).toBe(0); // 90 um, and the pen begins at 100
  expect(commandedDepth({ ...met, depthUm: um(150) }, wrongBy, PEN_P).depthUm).toBe(100);
});
