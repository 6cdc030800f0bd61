/**
 * A pen inside its ranges never leaves its certificate: by the sum, and by a search for the stroke
 * that the sum forgot. The search must be able to find one, so a pen outside is searched as well.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OVERSPEED } from '../../../protocol/timing.ts';
import { MODEL_NAMES, penModel, type ModelName } from '../../../sim/models/index.ts';
import { depthsOutsideCertificate, worstPeakNm } from '../../../sim/plant/certificate.ts';
import { cornerIndividual } from '../../../sim/plant/individual.ts';
import { certifiedPeakUmMax, certifiedPeakUmMin, type Stroke } from '../../../sim/plant/index.ts';
import { benchPen, drive, ON_SKIN, run, STOP, TODAY } from './bench-pen.ts';

const CORNERS = 32;

/** Settles at a depth coming from another, runs there, and gives the strokes at that depth. */
function strokesAt(
  name: ModelName, corner: number, seatSign: number, fromUm: number, depthUm: number,
  rateCentiHz: number, offsetUm = 0,
): readonly Stroke[] {
  const { mechanics } = penModel(name, TODAY);
  const individual = cornerIndividual(mechanics, corner);
  const { plant } = benchPen(name, {
    seed: corner,
    individual: { ...individual, offsetUm: individual.offsetUm + offsetUm },
    seatUm: seatSign * mechanics.seatUmMax,
  });
  drive(plant, { motor: 'off', depthUm: fromUm }, ON_SKIN, 120);
  drive(plant, { motor: 'off', depthUm }, ON_SKIN, 120);
  return drive(plant, run(rateCentiHz, depthUm), ON_SKIN, 400);
}

const searches = MODEL_NAMES.map((name) => [name, penModel(name, TODAY)] as const);

describe.each(searches)('%s', (name, model) => {
  const depthSteps = (model.depthUmMax - model.depthUmMin) / model.depthStepUm;
  const depthUmAt = (step: number): number => model.depthUmMin + step * model.depthStepUm;

  test('cannot leave its certificate at any step of depth, by the sum of its terms', () => {
    expect(depthsOutsideCertificate(model)).toEqual([]);
  });

  test('S-02 is never deeper than commanded plus certificate, whatever a search tries', () => {
    fc.assert(
      fc.property(
        fc.nat(CORNERS - 1), fc.constantFrom(-1, 1), fc.nat(depthSteps), fc.nat(depthSteps),
        fc.integer({ min: model.rateCentiHzMin, max: model.rateCentiHzMax }),
        (corner, seat, from, at, rateCentiHz) => {
          const depthUm = depthUmAt(at);
          const peaks = strokesAt(name, corner, seat, depthUmAt(from), depthUm, rateCentiHz);
          expect(peaks.length).toBeGreaterThan(2);
          for (const { peakUm } of peaks) {
            expect(peakUm).toBeLessThanOrEqual(certifiedPeakUmMax(model, depthUm));
            expect(peakUm).toBeGreaterThanOrEqual(certifiedPeakUmMin(model, depthUm));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('S-02 S-34 and so it is up to the overspeed that its firmware lets pass', () => {
    const { ratePpm, rateJitterPpm } = model.mechanics;
    const surely = 1 + (ratePpm.max + rateJitterPpm) / 1_000_000;
    const toleratedCentiHz =
      (model.rateCentiHzMax * OVERSPEED.numerator) / (OVERSPEED.denominator * surely);
    for (let step = 0; step <= depthSteps; step += 1) {
      const depthUm = depthUmAt(step);
      const peaks = strokesAt(name, CORNERS - 1, 1, depthUm, depthUm, Math.floor(toleratedCentiHz));
      for (const { peakUm } of peaks) {
        expect(peakUm).toBeLessThanOrEqual(certifiedPeakUmMax(model, depthUm));
      }
    }
  });

  test('comes near the worst that its terms add up to, so the sum is not idle talk', () => {
    // At the far end of the range the length of the needles would hold the tips back.
    const depthUm = depthUmAt(Math.floor(depthSteps / 2));
    const outward = strokesAt(name, CORNERS - 1, 1, depthUm, depthUm, model.rateCentiHzMax);
    const deepestUm = Math.max(...outward.map(({ peakUm }) => peakUm));
    const worstUm = worstPeakNm(model, depthUm, 'out') / 1_000;
    const { hysteresisUm, growthUmMax } = model.mechanics;
    // Play holds the carrier back on the way out, drag slows it, and the bench is not hot.
    expect(worstUm - deepestUm).toBeLessThanOrEqual(hysteresisUm.max + growthUmMax + 8);
  });

  test('is caught by the same search when it lies outside', () => {
    const depthUm = depthUmAt(2);
    const strokes = strokesAt(name, CORNERS - 1, 1, depthUm, depthUm, model.rateCentiHzMax, 80);
    const deepestUm = Math.max(...strokes.map(({ peakUm }) => peakUm));
    expect(deepestUm).toBeGreaterThan(certifiedPeakUmMax(model, depthUm));
  });

  test('S-14 stays withdrawn at its worst: no cam angle brings the tips near the rim', () => {
    const { mechanics } = model;
    expect(worstPeakNm(model, -mechanics.restUm, 'out')).toBeLessThanOrEqual(
      -mechanics.retractedUm * 1_000,
    );
  });

  test('S-13 S-14 stops and retracts in what it declares, from its highest rate and depth', () => {
    const { plant } = benchPen(name);
    drive(plant, run(model.rateCentiHzMax, model.depthUmMax), ON_SKIN, 300);
    drive(plant, STOP, ON_SKIN, model.brakeMsMax);
    expect(plant.rateCentiHz).toBe(0);
    drive(plant, STOP, ON_SKIN, model.retractMsMax - model.brakeMsMax);
    expect(plant.extensionNm).toBeLessThanOrEqual(-model.mechanics.retractedUm * 1_000);
  });
});
