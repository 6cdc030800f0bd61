/**
 * Each finding of the watch, just within its bound and just beyond it.
 */
import { describe, expect, test } from 'vitest';
import type { StopFinding } from '../../../host/core/control/stop-cause.ts';
import {
  type Commanded,
  depthToleranceUm,
  NO_DOUBTS,
  watch,
  type WatchAges,
} from '../../../host/core/watch.ts';
import { SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { centiHz, mn, penMs, strokes, um } from '../../../protocol/units.ts';
import { AT_REST, PAGES, PRESSED, TELEMETRY, VITALS } from './control/scene.ts';

const COMMANDED: Commanded = {
  armingId: 7, eye: false, depthUm: 750, rateCentiHz: 8_000, ceiling: 1_020, moving: true,
  atRest: false, trainMs: 201,
};

const NOW: Telemetry = {
  ...TELEMETRY, penMs: penMs(50_010), phase: 'running', armingId: 7, strokes: strokes(1_010),
  signals: PRESSED, depthUm: um(750), rateCentiHz: centiHz(8_000),
};
const BEFORE: Telemetry = { ...NOW, penMs: penMs(50_000), strokes: strokes(1_009) };

interface Change {
  readonly now?: Partial<Telemetry>;
  readonly commanded?: Partial<Commanded>;
  readonly ages?: Partial<WatchAges>;
  readonly lagMs?: number;
  readonly sinceMs?: number;
  readonly vitals?: Partial<typeof VITALS> | 'none';
  readonly vitalsAgeMs?: number;
}

const look = (change: Change = {}) =>
  watch({
    before: BEFORE,
    now: { ...NOW, ...change.now },
    sinceMs: change.sinceMs ?? 10,
    lagMs: change.lagMs ?? 5,
    vitals: change.vitals === 'none' ? undefined : { ...VITALS, ...change.vitals },
    vitalsAgeMs: change.vitalsAgeMs ?? 0,
    calibration: PAGES.calibration,
    commanded: { ...COMMANDED, ...change.commanded },
    ages: { ...NO_DOUBTS, ...change.ages },
  });

const AT_EASE = { armingId: undefined, moving: false, atRest: true } as const;
const IDLE = { phase: 'idle', signals: AT_REST } as const;

/** A finding, what is still within its bound, and what is just beyond it. */
const BOUNDS: readonly (readonly [StopFinding, Change, Change])[] = [
  ['frozen-telemetry', { now: { penMs: penMs(50_000) }, ages: { frozenMs: 40 } },
    { now: { penMs: penMs(50_000) }, ages: { frozenMs: 41 } }],
  ['frozen-telemetry', {}, { now: { penMs: penMs(49_999) } }],
  ['counter-backwards', { now: { strokes: strokes(1_009) } }, { now: { strokes: strokes(1_008) } }],
  ['not-retracted', { now: { phase: 'armed', signals: PRESSED }, ages: { outMs: 110 } },
    { now: { phase: 'armed', signals: PRESSED }, ages: { outMs: 111 } }],
  ['stale-telemetry', { lagMs: 120 }, { lagMs: 121 }],
  ['future-telemetry', { lagMs: -60 }, { lagMs: -61 }],
  ['moving-unasked', { commanded: { moving: false }, ages: { unaskedMs: 10 } },
    { commanded: { moving: false }, ages: { unaskedMs: 11 } }],
  ['armed-unasked', { commanded: AT_EASE, now: IDLE },
    { commanded: AT_EASE, now: { ...IDLE, phase: 'armed' } }],
  ['armed-unasked', { commanded: { ...AT_EASE, atRest: false }, now: { ...IDLE, phase: 'armed' } },
    { commanded: AT_EASE, now: { ...IDLE, phase: 'calibrating' } }],
  ['foreign-arming', { now: { phase: 'idle', armingId: 0 } }, { now: { armingId: 8 } }],
  ['counter-beyond-grant', { now: { strokes: strokes(1_020) } },
    { now: { strokes: strokes(1_021) } }],
  ['cartridge-gone', {}, { now: { signals: PRESSED & ~SIGNAL.cartridge } }],
  ['encoder-fault', {}, { now: { signals: PRESSED & ~SIGNAL.encoderOk } }],
  ['too-deep', { now: { depthUm: um(810) } }, { now: { depthUm: um(811) } }],
  ['rate-off', { now: { rateCentiHz: centiHz(6_399) }, ages: { rateOffMs: 90 } },
    { now: { rateCentiHz: centiHz(6_399) }, ages: { rateOffMs: 91 } }],
  ['rate-off', { now: { rateCentiHz: centiHz(9_600) }, ages: { rateOffMs: 900 } },
    { now: { rateCentiHz: centiHz(9_601) }, ages: { rateOffMs: 900 } }],
  ['rate-off',
    { now: { rateCentiHz: centiHz(0) }, ages: { rateOffMs: 900 }, commanded: { trainMs: 200 } },
    { now: { rateCentiHz: centiHz(0) }, ages: { rateOffMs: 900 } }],
  ['depth-implausible', { now: { depthUm: um(187) }, ages: { shallowMs: 490 } },
    { now: { depthUm: um(187) }, ages: { shallowMs: 491 } }],
  ['depth-implausible', { now: { depthUm: um(188) }, ages: { shallowMs: 900 } },
    { now: { depthUm: um(187) }, ages: { shallowMs: 900 } }],
  ['too-hard', { now: { forceMn: mn(3_000) } }, { now: { forceMn: mn(3_001) } }],
  ['too-hard', { now: { forceMn: mn(1_500) }, commanded: { eye: true } },
    { now: { forceMn: mn(1_501) }, commanded: { eye: true } }],
  ['tilted', { now: { tiltDeg: 30 } }, { now: { tiltDeg: 31 } }],
  ['vitals-missing', { vitalsAgeMs: 1_000 }, { vitalsAgeMs: 1_001 }],
  ['vitals-missing', {}, { vitals: 'none' }],
  ['too-hot', { vitals: { temperatureDeciC: 450 } }, { vitals: { temperatureDeciC: 451 } }],
  ['battery-low', { vitals: { batteryPercent: 10 } }, { vitals: { batteryPercent: 9 } }],
];

describe('the watch', () => {
  test('finds nothing in a pen that does as it was told', () => {
    expect(look()).toEqual({ stop: undefined, alarms: [], ages: NO_DOUBTS });
  });

  test.each(BOUNDS)('S-34 finds %s beyond its bound, not within', (finding, within, beyond) => {
    expect(look(within).stop).toBeUndefined();
    expect(look(beyond).stop).toBe(finding);
  });

  test('lets every doubt go as soon as its cause is gone', () => {
    const doubtful: WatchAges = {
      frozenMs: 9, rateOffMs: 9, rateWarnMs: 9, shallowMs: 9, unaskedMs: 9, outMs: 9,
    };
    expect(look({ ages: doubtful }).ages).toEqual(NO_DOUBTS);
  });

  test('measures force, tilt and depth only while needles are to move', () => {
    const at = { depthUm: um(2_000), forceMn: mn(9_000), tiltDeg: 80, phase: 'armed' } as const;
    const now = { ...at, signals: AT_REST };
    expect(look({ now, commanded: { moving: false } }).stop).toBeUndefined();
  });

  test('takes what a pen does not sense neither for good nor for bad', () => {
    const now = { depthUm: undefined, forceMn: undefined, tiltDeg: undefined };
    expect(look({ now, ages: { shallowMs: 900 } }).stop).toBeUndefined();
  });

  test.each([
    ['tilt', { now: { tiltDeg: 15 } }, { now: { tiltDeg: 16 } }],
    ['force', { now: { forceMn: mn(2_000) } }, { now: { forceMn: mn(2_001) } }],
    ['force', { now: { forceMn: mn(1_000) }, commanded: { eye: true } },
      { now: { forceMn: mn(1_001) }, commanded: { eye: true } }],
    ['battery-weak', { vitals: { batteryPercent: 20 } }, { vitals: { batteryPercent: 19 } }],
    ['rate-drifts', { now: { rateCentiHz: centiHz(7_199) }, ages: { rateWarnMs: 90 } },
      { now: { rateCentiHz: centiHz(7_199) }, ages: { rateWarnMs: 91 } }],
  ] as const)('S-44 warns of %s before it has to stop', (alarm, within, beyond) => {
    expect(look(within).alarms).toEqual([]);
    expect(look(beyond)).toMatchObject({ stop: undefined, alarms: [alarm] });
  });

  test('S-34 calls a stroke too deep by the certificate, never by less than 50 um', () => {
    expect(depthToleranceUm(500, PAGES.calibration)).toBe(50);
    expect(depthToleranceUm(501, PAGES.calibration)).toBe(60);
  });
});
