/**
 * The body of the pen: what turns, what goes in, what is counted, and the same each time.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODEL_NAMES, penModel } from '../../../sim/models/index.ts';
import {
  createPlant, drainStrokes, HANDS_OFF, insertCartridge, isRetracted, plantStep, protrudingUm,
  sense, truthOf, UNPOWERED, type Drive, type Hand, type Plant,
} from '../../../sim/plant/index.ts';
import { benchCartridge, benchPen, drive, ON_SKIN, run, STOP, TODAY } from './bench-pen.ts';

const motorOrder = fc.oneof(
  fc.constantFrom('off' as const, 'brake' as const),
  fc.integer({ min: 500, max: 15_000 }).map((rateCentiHz) => ({ rateCentiHz })),
);
const order: fc.Arbitrary<Drive> = fc.record({
  motor: motorOrder,
  depthUm: fc.constantFrom(0, 100, 250, 500, 1_000, 2_000),
});
const grip: fc.Arbitrary<Hand> = fc.record({
  trigger: fc.boolean(),
  contact: fc.boolean(),
  forceMn: fc.nat(3_000),
  tiltDeg: fc.nat(40),
  glideMmS: fc.nat(90),
  areaTag: fc.nat(24),
  docked: fc.boolean(),
});
const episode = fc.array(fc.tuple(order, grip, fc.integer({ min: 1, max: 80 })), { maxLength: 12 });
const model = fc.constantFrom(...MODEL_NAMES);

/** Everything that a run leaves behind, as text. */
const traceOf = (plant: Plant): string =>
  JSON.stringify([truthOf(plant), drainStrokes(plant), plant.bodyRandom, plant.chargeMaMs]);

describe('a run', () => {
  test('is the same every time it is made of the same seed and orders', () => {
    fc.assert(fc.property(model, fc.nat(), episode, (name, seed, parts) => {
      const traces = [1, 2].map(() => {
        const { plant } = benchPen(name, { seed });
        for (const [orders, hand, forMs] of parts) {
          for (let passedMs = 0; passedMs < forMs; passedMs += 1) {
            plantStep(plant, orders, hand, 1);
            sense(plant);
          }
        }
        return traceOf(plant) + JSON.stringify(sense(plant));
      });
      expect(traces[0]).toBe(traces[1]);
    }), { numRuns: 40 });
  });

  test('differs with the seed', () => {
    const peaks = [1, 2].map((seed) =>
      drive(benchPen('meridian-p', { seed }).plant, run(10_000, 500), ON_SKIN, 500));
    expect(peaks[0]).not.toEqual(peaks[1]);
  });

  test('does not change when the sensors are asked more often', () => {
    fc.assert(fc.property(model, episode, (name, parts) => {
      const traces = [0, 3].map((looks) => {
        const { plant } = benchPen(name);
        for (const [orders, hand, forMs] of parts) {
          for (let passedMs = 0; passedMs < forMs; passedMs += 1) {
            plantStep(plant, orders, hand, 1);
            for (let look = 0; look < looks; look += 1) sense(plant);
          }
        }
        return traceOf(plant);
      });
      expect(traces[0]).toBe(traces[1]);
    }), { numRuns: 30 });
  });

  test('does not depend on how its milliseconds are cut into steps while it runs', () => {
    fc.assert(fc.property(model, fc.integer({ min: 1, max: 10 }), (name, stepMs) => {
      const traces = [1, stepMs].map((cutMs) => {
        const { plant } = benchPen(name);
        // 2,520 is a multiple of every step from one to ten.
        for (let step = 0; step < 2_520 / cutMs; step += 1) {
          plantStep(plant, run(9_000, 500), ON_SKIN, cutMs);
        }
        return traceOf(plant);
      });
      expect(traces[1]).toBe(traces[0]);
    }));
  });
});

describe('a stroke', () => {
  // Needles sent out again before the cam has gone round could enter twice in one turn; the
  // firmware lets the cam come to rest first, and so does this search.
  test('is never missed by the encoder, whatever is ordered between two stands', () => {
    fc.assert(fc.property(model, fc.nat(), episode, (name, seed, parts) => {
      const { plant } = benchPen(name, { seed });
      for (const [orders, hand, forMs] of parts) {
        drive(plant, orders, hand, forMs);
        drive(plant, UNPOWERED, HANDS_OFF, 1_500);
      }
      expect(plant.strokes).toBeLessThanOrEqual(sense(plant).encoderStrokes);
    }), { numRuns: 150 });
  });

  test('never peaks below what stood out at any moment before its end', () => {
    fc.assert(fc.property(model, episode, (name, parts) => {
      const { plant } = benchPen(name);
      let furthestUm = 0;
      for (const [orders, hand, forMs] of [...parts, [STOP, HANDS_OFF, 200] as const]) {
        for (let passedMs = 0; passedMs < forMs; passedMs += 1) {
          plantStep(plant, orders, hand, 1);
          furthestUm = Math.max(furthestUm, protrudingUm(plant));
          const ended = drainStrokes(plant);
          if (ended.length === 0) continue;
          expect(Math.max(...ended.map(({ peakUm }) => peakUm)) + 6)
            .toBeGreaterThanOrEqual(furthestUm);
          furthestUm = protrudingUm(plant);
        }
      }
    }), { numRuns: 100 });
  });

  test('carries where the head was and whether it lay on skin', () => {
    const { plant } = benchPen('quill-12');
    const inSkin = drive(plant, run(10_000, 500), ON_SKIN, 300);
    drive(plant, run(10_000, 500), HANDS_OFF, 30);
    const inAir = drive(plant, run(10_000, 500), HANDS_OFF, 300);
    expect(inSkin.every(({ contact, areaTag }) => contact && areaTag === 8)).toBe(true);
    expect(inAir.every(({ contact, areaTag }) => !contact && areaTag === 0)).toBe(true);
    expect(plant.strokesInSkin).toBeLessThan(plant.strokes);
  });

  test('does not happen with the needles withdrawn, though the cam turns', () => {
    const { plant } = benchPen('meridian-p');
    expect(drive(plant, run(15_000, 0), ON_SKIN, 1_000)).toEqual([]);
    expect(sense(plant).encoderStrokes).toBeGreaterThan(130);
  });

  test('does not happen without a cartridge', () => {
    const { plant } = benchPen('meridian-p', {
      faults: [{ kind: 'cartridge-gone', at: { kind: 'ms', ms: 1 } }],
    });
    expect(drive(plant, run(15_000, 1_000), ON_SKIN, 500)).toEqual([]);
  });

  test('that is broken off half way out is still a stroke, and is counted', () => {
    const { plant } = benchPen('meridian-p');
    drive(plant, { motor: 'off', depthUm: 1_000 }, HANDS_OFF, 100);
    let guardMs = 0;
    while (plant.phase < 250_000 && guardMs < 100) {
      plantStep(plant, run(3_000, 1_000), ON_SKIN, 1);
      guardMs += 1;
    }
    const broken = drive(plant, STOP, ON_SKIN, 200);
    expect(broken).toHaveLength(1);
    expect(broken[0]?.peakUm).toBeGreaterThan(300);
    expect(broken[0]?.peakUm).toBeLessThan(1_000);
    expect(sense(plant).encoderStrokes).toBe(1);
  });
});

describe('the rate', () => {
  test.each(MODEL_NAMES)('of %s stays within ten per cent of its order on skin', (name) => {
    const { rateCentiHzMin, rateCentiHzMax } = penModel(name, TODAY);
    for (const rateCentiHz of [rateCentiHzMin, rateCentiHzMax]) {
      const { plant } = benchPen(name);
      drive(plant, run(rateCentiHz, 1_500), { ...ON_SKIN, forceMn: 2_000 }, 300);
      const strokes = drive(plant, run(rateCentiHz, 1_500), { ...ON_SKIN, forceMn: 2_000 }, 5_000);
      const measuredCentiHz = strokes.length * 20;
      expect(measuredCentiHz).toBeGreaterThan(rateCentiHz * 0.9);
      expect(measuredCentiHz).toBeLessThan(rateCentiHz * 1.05);
    }
  });

  test('sags with depth and with needle count', () => {
    const rateAt = (name: 'stipple-36' | 'quill-12', depthUm: number): number => {
      const { plant } = benchPen(name);
      return drive(plant, run(10_000, depthUm), ON_SKIN, 10_000).length;
    };
    expect(rateAt('stipple-36', 2_000)).toBeLessThan(rateAt('stipple-36', 250));
    expect(drawMa('stipple-36')).toBeGreaterThan(drawMa('quill-12'));
  });
});

/** What a pen draws when it runs deep in skin. */
function drawMa(name: 'stipple-36' | 'quill-12'): number {
  const { plant } = benchPen(name);
  drive(plant, run(10_000, 1_500), ON_SKIN, 500);
  return plant.motorMa;
}

describe('the depth stop', () => {
  test('arrives slowly, and at the same place only within its play', () => {
    const { plant } = benchPen('meridian-s');
    const hold = (depthUm: number): Drive => ({ motor: 'front', depthUm });
    drive(plant, hold(1_000), HANDS_OFF, 10);
    expect(protrudingUm(plant)).toBe(0);
    drive(plant, hold(1_000), HANDS_OFF, 200);
    const fromBelowUm = protrudingUm(plant);
    drive(plant, hold(2_000), HANDS_OFF, 200);
    drive(plant, hold(1_000), HANDS_OFF, 200);
    const playUm = protrudingUm(plant) - fromBelowUm;
    expect(playUm).toBe(plant.individual.hysteresisUm);
  });

  test('can be held still at the front for a gauge, and parks when it is let go', () => {
    const { plant } = benchPen('meridian-p');
    drive(plant, { motor: 'front', depthUm: 500 }, HANDS_OFF, 200);
    expect(Math.abs(protrudingUm(plant) - 500)).toBeLessThan(40);
    expect(isRetracted(plant)).toBe(false);
    drive(plant, UNPOWERED, HANDS_OFF, 100);
    expect(protrudingUm(plant)).toBe(0);
    expect(isRetracted(plant)).toBe(true);
  });
});

describe('power', () => {
  test('runs down as the motor works, sags with load, and comes back in the charger', () => {
    const { plant } = benchPen('meridian-p');
    const fullMv = sense(plant).batteryMv;
    drive(plant, run(15_000, 1_500), ON_SKIN, 60_000);
    const loaded = { ...sense(plant) };
    expect(loaded.batteryMv).toBeLessThan(fullMv);
    expect(loaded.batteryPercent).toBeLessThan(100);
    expect(loaded.temperatureDeciC).toBeGreaterThan(250);
    for (let step = 0; step < 60_000; step += 1) {
      plantStep(plant, UNPOWERED, { ...HANDS_OFF, docked: true }, 10);
    }
    expect(sense(plant).batteryPercent).toBe(100);
    expect(sense(plant).temperatureDeciC).toBeLessThan(loaded.temperatureDeciC);
  });

  test('does not run down at the mains', () => {
    const { plant } = benchPen('quill-12');
    drive(plant, run(12_000, 500), ON_SKIN, 60_000);
    expect(sense(plant).batteryPercent).toBe(100);
  });
});

test('a cartridge with another needle count does not fit', () => {
  const cartridge = benchCartridge('stipple-36');
  expect(() => createPlant({ model: penModel('quill-12', TODAY), cartridge, seed: 1 })).toThrow();
});

test('a person may take the cartridge out and put another in, which brings its own count', () => {
  const { plant } = benchPen('meridian-p');
  const strokes = drive(plant, run(10_000, 500), ON_SKIN, 500).length;
  drive(plant, STOP, HANDS_OFF, 200);
  expect(sense(plant).cartridge?.usedStrokes).toBeGreaterThanOrEqual(strokes);
  insertCartridge(plant, undefined);
  expect(sense(plant).cartridge).toBeUndefined();
  insertCartridge(plant, benchCartridge('meridian-p'));
  expect(sense(plant).cartridge?.usedStrokes).toBe(0);
});
