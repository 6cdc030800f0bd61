/**
 * The published stop bound, row by row: every model in every area that it may treat, cut off at the
 * worst moment, measured on the strokes that really happened.
 */
import { describe, expect, test } from 'vitest';
import { AREA_NAMES, type AreaName, isPaired } from '../../../protocol/area.ts';
import { CREDIT_MAX, LEASE_MS_MAX } from '../../../protocol/timing.ts';
import { centiHz, strokes, um } from '../../../protocol/units.ts';
import { ceilingOf } from '../../../sim/firmware/index.ts';
import { MODEL_NAMES } from '../../../sim/models/index.ts';
import type { ModelName } from '../../../sim/models/pen-models.ts';
import { boundOf } from './judge.ts';
import { rigTalker } from './rig.ts';
import { grantOf, PRESSING, readyToMove, renewing } from './talker.ts';

const MARGIN_MS = 400;

/** Strokes that really happen after the last renewal, and how many the bound allows. */
function cutOff(model: ModelName, area: AreaName, credit: number, afterMs: number) {
  const talker = rigTalker({ model, clockDriftPpm: afterMs % 2 === 0 ? 20_000 : -20_000 });
  const pen = talker.pen.plant.model;
  const ceiling = ceilingOf(area);
  const rate = Math.min(pen.rateCentiHzMax, ceiling.rateCentiHz);
  const deepest = Math.min(pen.depthUmMax, ceiling.depthUm);
  const depthUm = um(deepest - (deepest % pen.depthStepUm));
  const { needleCount = 0 } = talker.pen.plant.cartridge?.seen ?? {};
  const arm = { name: area, on: isPaired(area) ? 'left' : 'midline', depthUm } as const;
  readyToMove(
    talker,
    { ...arm, needleCount, rateCentiHz: centiHz(rate) },
    { depthUmMax: depthUm, rateCentiHzMax: centiHz(rate), creditMax: strokes(credit) },
  );
  talker.hand = PRESSING;
  renewing(talker, afterMs, credit);
  // A stroke that is under way was debited when it began: the encoder tells beginnings.
  const before = talker.pen.plant.encoderStrokes;
  talker.send(grantOf(talker, credit, LEASE_MS_MAX));
  talker.pass(LEASE_MS_MAX + MARGIN_MS);
  const truth = talker.pen.truth();
  const after = talker.pen.plant.encoderStrokes - before;
  return { after, bound: boundOf(credit, rate, LEASE_MS_MAX), truth };
}

const mayTreat = (model: ModelName, area: AreaName): boolean => {
  const pen = rigTalker({ model }).pen.plant.model;
  const ceiling = ceilingOf(area);
  return ceiling.depthUm >= pen.depthUmMin && ceiling.rateCentiHz >= pen.rateCentiHzMin;
};

for (const model of MODEL_NAMES) {
  describe(`S-13 ${model} stops within its bound in`, () => {
    for (const area of AREA_NAMES.filter((name) => mayTreat(model, name))) {
      test(area, () => {
        for (const [credit, afterMs] of [[CREDIT_MAX, 397], [6, 300], [CREDIT_MAX, 512]] as const) {
          const { after, bound, truth } = cutOff(model, area, credit, afterMs);
          expect(after).toBeLessThanOrEqual(bound);
          expect(truth).toMatchObject({ retracted: true, motorOn: false });
        }
      });
    }
  });
}

test('S-13 the bound is not empty: strokes do happen after the last renewal', () => {
  expect(cutOff('meridian-p', 'forehead', CREDIT_MAX, 397).after).toBeGreaterThan(5);
});
