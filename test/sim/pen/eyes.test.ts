/**
 * A reading that goes by unread is one that would have said nothing, and leaves the run as it was:
 * beside a pen that blinks lives its twin, which reads its sensors every millisecond.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFaultLog } from '../../../sim/faults/fault-log.ts';
import type { Fault } from '../../../sim/faults/fault.ts';
import { cartridgeFor, type ModelName, penModel } from '../../../sim/models/index.ts';
import { createEyes } from '../../../sim/pen-eyes.ts';
import {
  createPlant, type Drive, type Hand, HANDS_OFF, type Plant, plantStep, sense, type Sensed,
} from '../../../sim/plant/index.ts';
import { boxed } from './rig.ts';

const TODAY = 2_500;
const DRIVE: Drive = { motor: { rateCentiHz: 9_000 }, depthUm: 500 };
const HELD: Hand = { ...HANDS_OFF, trigger: true, contact: true, forceMn: 900, glideMmS: 20 };

/** Hands near a limit and far from it. */
const anyHand: fc.Arbitrary<Hand> = fc.record({
  trigger: fc.boolean(),
  contact: fc.boolean(),
  forceMn: fc.integer({ min: 0, max: 3_200 }),
  tiltDeg: fc.integer({ min: 0, max: 60 }),
  glideMmS: fc.integer({ min: 0, max: 60 }),
  areaTag: fc.constant(3),
  docked: fc.constant(false),
});

const FAULTS: readonly (readonly Fault[])[] = [
  [],
  [],
  [{ kind: 'frozen-force', at: { kind: 'ms', ms: 150 }, lasting: { ms: 90 }, readsMn: 3_100 }],
  [{ kind: 'overheat', at: { kind: 'ms', ms: 170 }, temperatureDeciC: 500 }],
  [{ kind: 'battery-drop', at: { kind: 'ms', ms: 170 }, percent: 8 }],
  [{ kind: 'cartridge-gone', at: { kind: 'ms', ms: 190 } }],
  [{ kind: 'stuck-trigger', at: { kind: 'ms', ms: 140 }, lasting: { ms: 60 }, reads: true }],
];

function plantOf(name: ModelName, seed: number, faults: readonly Fault[]): Plant {
  const model = penModel(name, TODAY);
  const cartridge = boxed(cartridgeFor(model), model);
  return createPlant({ model, cartridge, seed, faultLog: createFaultLog(faults) });
}

/** What a firmware would act on, judged against the reading that it acted on last. */
const nothingNew = (last: Sensed, limits: Limits) => (now: Sensed): boolean =>
  now.trigger === last.trigger
  && now.encoderStrokes === last.encoderStrokes
  && now.retracted === last.retracted
  && now.peakUm === last.peakUm
  && now.contact === last.contact
  && now.cartridge === last.cartridge
  && now.batteryPercent === last.batteryPercent
  && now.temperatureDeciC === last.temperatureDeciC
  && (now.forceMn ?? 0) <= limits.forceMn
  && (now.tiltDeg ?? 0) <= limits.tiltDeg
  && now.motorMa <= limits.motorMa;

interface Limits {
  readonly forceMn: number;
  readonly tiltDeg: number;
  readonly motorMa: number;
}

const anyLimits: fc.Arbitrary<Limits> = fc.record({
  forceMn: fc.integer({ min: 800, max: 3_300 }),
  tiltDeg: fc.integer({ min: 5, max: 60 }),
  motorMa: fc.integer({ min: 50, max: 2_000 }),
});

/** Lets both live through the same, and says how many readings went by unread. */
function live(blinking: Plant, reading: Plant, hands: readonly Hand[], limits: Limits): number {
  const eyes = createEyes(blinking);
  expect(eyes.sensed).toEqual(sense(reading));
  let last = { ...eyes.sensed };
  let unread = 0;
  for (const hand of hands) {
    for (let passedMs = 0; passedMs < 9; passedMs += 1) {
      plantStep(blinking, DRIVE, hand, 1);
      plantStep(reading, DRIVE, hand, 1);
      const said = { ...sense(reading) };
      const isNothing = nothingNew(last, limits);
      if (eyes.blink(isNothing)) {
        unread += 1;
        expect(isNothing(said)).toBe(true);
        continue;
      }
      eyes.look();
      expect(eyes.sensed).toEqual(said);
      if (isNothing(said)) continue;
      last = said;
      eyes.acted();
    }
    // Somebody asks in between, as when a frame arrives.
    eyes.catchUp();
    expect(eyes.sensed).toEqual(reading.reading);
  }
  expect(blinking.sensorRandom).toEqual(reading.sensorRandom);
  return unread;
}

test('what goes by unread would have said nothing, and changes no later reading', () => {
  let unread = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(HELD), anyHand), { minLength: 20, maxLength: 60 }),
      anyLimits,
      fc.constantFrom<ModelName>('meridian-p', 'quill-12', 'linnet-p'),
      fc.constantFrom(...FAULTS),
      fc.integer({ min: 1, max: 1_000 }),
      (hands, limits, model, faults, seed) => {
        unread += live(plantOf(model, seed, faults), plantOf(model, seed, faults), hands, limits);
      },
    ),
    { numRuns: 120 },
  );
  expect(unread).toBeGreaterThan(100);
});
