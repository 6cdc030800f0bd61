/**
 * Every fault of the body does what it says, is told when it does, and is not told when it finds
 * nothing to change. A kind that is missing from the table does not compile.
 */
import { describe, expect, test } from 'vitest';
import { faultsWithoutEffect, tookEffect } from '../../../sim/faults/fault-log.ts';
import type { PlantFault } from '../../../sim/faults/fault.ts';
import { certifiedPeakUmMax } from '../../../sim/plant/certificate.ts';
import {
  HANDS_OFF, plantStep, sense, UNPOWERED, type Drive, type Hand, type Plant,
} from '../../../sim/plant/index.ts';
import { benchCartridge, benchPen, drive, ON_SKIN, run, STOP } from './bench-pen.ts';

const AT = { at: { kind: 'ms', ms: 200 }, lasting: 'for-good' } as const;
const ONCE = { at: { kind: 'ms', ms: 200 } } as const;

interface Case {
  readonly fault: PlantFault;
  /** Half a second in which the fault finds something to change, from its beginning on. */
  readonly order: Drive;
  readonly hand: Hand;
  /** What is wrong afterwards. */
  readonly shows: (plant: Plant, before: ReturnType<typeof glance>) => boolean;
}

/** What a pen looked like as its fault began. */
const glance = (plant: Plant) => ({
  strokes: plant.strokes,
  sensed: { ...sense(plant) },
  stopNm: plant.stopNm,
  extensionNm: plant.extensionNm,
});

const RUN = run(10_000, 500);
const other = { ...benchCartridge('meridian-p') };
const swapped = { ...other, seen: { ...other.seen, serial: 'CART-2' } };

const CASES: Readonly<Record<PlantFault['kind'], Case>> = {
  'motor-stall': {
    fault: { kind: 'motor-stall', ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant, { strokes, sensed }) =>
      plant.strokes <= strokes + 1 && plant.motorMa > 3 * sensed.motorMa,
  },
  overspeed: {
    fault: { kind: 'overspeed', permille: 1_400, ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant) => plant.rateCentiHz > 12_500,
  },
  'motor-runaway': {
    fault: { kind: 'motor-runaway', rateCentiHz: 8_000, ...AT }, order: STOP, hand: ON_SKIN,
    shows: (plant) => plant.motorOn && plant.rateCentiHz > 7_000,
  },
  'depth-creep': {
    fault: { kind: 'depth-creep', umPerS: 400, umMax: 150, ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant, { stopNm }) => plant.stopNm === stopNm + 150_000,
  },
  'depth-stop-jam': {
    fault: { kind: 'depth-stop-jam', ...AT }, order: STOP, hand: ON_SKIN,
    shows: (plant) => !sense(plant).retracted,
  },
  'outside-certificate': {
    fault: { kind: 'outside-certificate', offsetUm: 90, ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant) => (sense(plant).peakUm ?? 0) > certifiedPeakUmMax(plant.model, 500),
  },
  'loose-cartridge': {
    fault: { kind: 'loose-cartridge', nmPerStroke: 4_000, umMax: 120, ...AT },
    order: RUN, hand: ON_SKIN,
    shows: (plant, { extensionNm }) => plant.extensionNm > extensionNm + 100_000,
  },
  'cartridge-gone': {
    fault: { kind: 'cartridge-gone', ...ONCE }, order: UNPOWERED, hand: HANDS_OFF,
    shows: (plant) => sense(plant).cartridge === undefined,
  },
  'cartridge-swap': {
    fault: { kind: 'cartridge-swap', cartridge: swapped, ...ONCE },
    order: UNPOWERED, hand: HANDS_OFF,
    shows: (plant) => sense(plant).cartridge?.serial === 'CART-2',
  },
  'stuck-encoder': {
    fault: { kind: 'stuck-encoder', ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant, { sensed, strokes }) =>
      sense(plant).encoderStrokes === sensed.encoderStrokes && plant.strokes > strokes + 30,
  },
  'lossy-encoder': {
    fault: { kind: 'lossy-encoder', every: 3, ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant) => sense(plant).encoderStrokes < plant.strokes - 8,
  },
  'frozen-depth-sensor': {
    fault: { kind: 'frozen-depth-sensor', ...AT }, order: run(10_000, 900), hand: ON_SKIN,
    shows: (plant, { sensed }) => sense(plant).peakUm === sensed.peakUm,
  },
  'stuck-trigger': {
    fault: { kind: 'stuck-trigger', reads: true, ...AT }, order: UNPOWERED, hand: HANDS_OFF,
    shows: (plant) => sense(plant).trigger,
  },
  'false-contact': {
    fault: { kind: 'false-contact', reads: true, ...AT }, order: UNPOWERED, hand: HANDS_OFF,
    shows: (plant) => sense(plant).contact === true,
  },
  'stuck-retract-switch': {
    fault: { kind: 'stuck-retract-switch', reads: true, ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant) => sense(plant).retracted,
  },
  'frozen-force': {
    fault: { kind: 'frozen-force', readsMn: 77, ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant) => sense(plant).forceMn === 77,
  },
  'frozen-tilt': {
    fault: { kind: 'frozen-tilt', readsDeg: 44, ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant) => sense(plant).tiltDeg === 44,
  },
  'frozen-motion': {
    fault: { kind: 'frozen-motion', readsMmS: 99, ...AT }, order: RUN, hand: ON_SKIN,
    shows: (plant) => sense(plant).glideMmS === 99,
  },
  'battery-drop': {
    fault: { kind: 'battery-drop', percent: 3, ...ONCE }, order: UNPOWERED, hand: HANDS_OFF,
    shows: (plant) => sense(plant).batteryPercent <= 3,
  },
  overheat: {
    fault: { kind: 'overheat', temperatureDeciC: 700, ...ONCE },
    order: UNPOWERED, hand: HANDS_OFF,
    shows: (plant) => sense(plant).temperatureDeciC > 600,
  },
};

/** A pen that has run for 199 ms and then does what a case orders. */
function runCase(faults: readonly PlantFault[], { order, hand }: Case) {
  const { plant, faultLog } = benchPen('meridian-p', { faults });
  drive(plant, RUN, ON_SKIN, 199);
  const before = glance(plant);
  for (let passedMs = 0; passedMs < 500; passedMs += 1) {
    plantStep(plant, order, hand, 1);
    sense(plant);
  }
  return { plant, faultLog, before };
}

describe.each(Object.entries(CASES))('%s', (_, one) => {
  test('shows, and is told', () => {
    const { plant, faultLog, before } = runCase([one.fault], one);
    expect(one.shows(plant, before)).toBe(true);
    expect(faultsWithoutEffect(faultLog)).toEqual([]);
  });

  test('does not show without the fault', () => {
    const { plant, before } = runCase([], one);
    expect(one.shows(plant, before)).toBe(false);
  });
});

test('a fault that comes after the run is told to have had no effect', () => {
  const late: PlantFault = {
    kind: 'stuck-encoder', at: { kind: 'ms', ms: 10_000 }, lasting: 'for-good',
  };
  const { faultLog } = runCase([late], CASES['stuck-encoder']);
  expect(faultsWithoutEffect(faultLog)).toEqual([late]);
});

test('a fault that finds nothing to change is told to have had no effect', () => {
  const idle: readonly PlantFault[] = [
    { kind: 'stuck-encoder', ...AT },
    { kind: 'overspeed', permille: 1_400, ...AT },
    { kind: 'stuck-trigger', reads: false, ...AT },
    { kind: 'false-contact', reads: false, ...AT },
    { kind: 'outside-certificate', offsetUm: 90, ...AT },
  ];
  const { plant, faultLog } = benchPen('meridian-p', { faults: idle });
  for (let step = 0; step < 100; step += 1) {
    plantStep(plant, UNPOWERED, HANDS_OFF, 10);
    sense(plant);
  }
  expect(faultLog.began).toEqual(idle.map(() => true));
  expect(faultsWithoutEffect(faultLog)).toEqual(idle);
});

test('a sensor fault has no effect on a pen that lacks the sensor', () => {
  const fault: PlantFault = { kind: 'false-contact', reads: true, ...AT };
  const { plant, faultLog } = benchPen('atlas-fixed', { faults: [fault] });
  for (let step = 0; step < 100; step += 1) {
    plantStep(plant, UNPOWERED, HANDS_OFF, 10);
    expect(sense(plant).contact).toBeUndefined();
  }
  expect(tookEffect(faultLog, 0)).toBe(false);
});

test('a fault ends when its time is over', () => {
  const fault: PlantFault = {
    kind: 'outside-certificate', offsetUm: 90, at: { kind: 'stroke', stroke: 20 },
    lasting: { ms: 300 },
  };
  const { plant } = benchPen('meridian-p', { faults: [fault] });
  const peaks = drive(plant, RUN, ON_SKIN, 1_000).map(({ peakUm }) => peakUm);
  const deep = peaks.filter((peakUm) => peakUm > 560);
  expect(deep.length).toBeGreaterThan(25);
  expect(deep.length).toBeLessThan(32);
  expect(peaks.slice(0, 20).every((peakUm) => peakUm < 560)).toBe(true);
  expect(peaks.at(-1)).toBeLessThan(560);
});

test('a fault at work does not hide behind a long step of a still pen', () => {
  const fault: PlantFault = { kind: 'motor-runaway', rateCentiHz: 8_000, ...AT };
  const { plant } = benchPen('meridian-p', { faults: [fault] });
  for (let step = 0; step < 40; step += 1) plantStep(plant, UNPOWERED, HANDS_OFF, 10);
  expect(plant.rateCentiHz).toBeGreaterThan(7_000);
});
