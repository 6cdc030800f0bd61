/**
 * The models are pens that can exist: they agree with themselves and with what a host may require.
 */
import { describe, expect, test } from 'vitest';
import {
  cartridgeFor, CARTRIDGES, CERTIFICATE_DAYS, isModelName, MODEL_NAMES, penModel, takeCartridge,
} from '../../../sim/models/index.ts';
import { fits } from '../../../sim/plant/index.ts';
import { createRandom } from '../../../sim/random.ts';

const BOX = { lot: 'LOT-1', serial: 'CART-1', expiryDay: 3_000, usedStrokes: 0 };

/** What a class may err at most, up to 500 um and above (grade D). */
const CLASS_UM = { P: [50, 80], S: [100, 120] } as const;

describe.each(MODEL_NAMES)('%s', (name) => {
  const model = penModel(name, 2_500);

  test('fits on the identity page under its own name', () => {
    expect(model.model).toBe(name);
    expect(model.model.length).toBeLessThanOrEqual(16);
    expect(model.certificate.certificateId.length).toBeLessThanOrEqual(16);
  });

  test('has ranges that are ranges, and a depth range of whole steps', () => {
    expect(model.rateCentiHzMin).toBeLessThanOrEqual(model.rateCentiHzMax);
    expect((model.depthUmMax - model.depthUmMin) % model.depthStepUm).toBe(0);
    expect(model.evaluatedDepthUmMax).toBeLessThanOrEqual(model.depthUmMax);
    const { offsetUm, gainPpm, bowUm, hysteresisUm, ratePpm } = model.mechanics;
    for (const { min, max } of [offsetUm, gainPpm, bowUm, hysteresisUm, ratePpm]) {
      expect(min).toBeLessThanOrEqual(max);
    }
  });

  test('has a certificate inside its class, with declared overshoot', () => {
    const { certificate, overshootUm = 0 } = model;
    const [lowUm, highUm] = CLASS_UM[certificate.class === 'P' ? 'P' : 'S'];
    const low = Math.abs(certificate.biasLowUm) + certificate.uncertaintyLowUm + overshootUm;
    const high = Math.abs(certificate.biasHighUm) + certificate.uncertaintyHighUm + overshootUm;
    expect(low).toBeLessThanOrEqual(lowUm);
    expect(high).toBeLessThanOrEqual(highUm);
    if (certificate.class === 'P') expect(model.overshootUm).toBeDefined();
  });

  test('is calibrated as of the day it is made for, or past it when asked', () => {
    const { issuedDay, dueDay } = model.certificate;
    expect([issuedDay, dueDay]).toEqual([2_470, 2_470 + CERTIFICATE_DAYS]);
    expect(penModel(name, 2_500, 200).certificate.dueDay).toBeLessThan(2_500);
  });

  test('takes its cartridge and the metrology cartridge, however they sit', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const random = createRandom(seed, 0);
      expect(fits(model, takeCartridge(cartridgeFor(model), BOX, model, random))).toBe(true);
      expect(fits(model, takeCartridge('metrology', BOX, model, random))).toBe(true);
    }
  });
});

test('the models cover what pens differ in', () => {
  const models = MODEL_NAMES.map((name) => penModel(name, 2_500));
  expect(new Set(models.map(({ depthStepUm }) => depthStepUm))).toEqual(new Set([50, 100, 250]));
  const counts = models.flatMap(({ needleCounts }) => needleCounts);
  expect(new Set(counts)).toEqual(new Set([12, 14, 36]));
  expect(new Set(models.map(({ certificate }) => certificate.class))).toEqual(new Set(['P', 'S']));
  const fixed = models.map((model) => model.rateCentiHzMin === model.rateCentiHzMax);
  expect(new Set(fixed)).toEqual(new Set([true, false]));
  for (const sensor of ['contact', 'force', 'tilt', 'motion'] as const) {
    expect(new Set(models.map(({ sensors }) => sensors[sensor]))).toEqual(new Set([true, false]));
  }
});

test('a name that is no model is none', () => {
  expect(isModelName('meridian-p')).toBe(true);
  expect(isModelName('toString')).toBe(false);
});

test('fourteen needles cover about fifty square millimetres', () => {
  expect(CARTRIDGES['round-14'].headAreaMm2).toBe(50);
});
