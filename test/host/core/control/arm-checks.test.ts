/**
 * What stands against arming an area: each reason by itself, and all of them at once.
 */
import { describe, expect, test } from 'vitest';
import { armRefusals } from '../../../../host/core/control/arm-checks.ts';
import type { Control } from '../../../../host/core/control/state.ts';
import { armRefusalWords } from '../../../../host/core/control-words.ts';
import { SIGNAL } from '../../../../protocol/from-pen.ts';
import { ms, penMs, strokes } from '../../../../protocol/units.ts';
import { armWish, AT_REST, ledgerAt, PAGES, penWith, ready, TREATMENT } from './scene.ts';

type HeardNow = NonNullable<Control['heard']>;

/** A control at rest with something changed. */
function changed(
  change: Partial<Control>,
  heard: Partial<HeardNow> = {},
  telemetry: Partial<NonNullable<HeardNow['telemetry']>> = {},
): Control {
  const { control } = ready();
  const was = control.heard;
  if (was?.telemetry === undefined) throw new Error('a ready treatment has heard of its pen');
  return {
    ...control,
    heard: { ...was, telemetry: { ...was.telemetry, ...telemetry }, ...heard },
    ...change,
  };
}

const codes = (control: Control, wish: Parameters<typeof armWish>[0] = {}): readonly string[] =>
  armRefusals(control, armWish(wish)).map(({ code }) => code);

const progressWith = (change: object): Partial<Control> => {
  const { progress } = ready().control;
  return { progress: progress.with(0, { ...progress[0], ...change } as never) };
};

const signals = (bits: number) => changed({}, {}, { signals: bits });
const vitals = (change: object) =>
  changed({}, { vitals: { ...ready().control.heard?.vitals, ...change } as never });
const face = (limit: number) => ({
  treatment: { ...TREATMENT, puncturesLeft: { face: limit, whole: 9e5 } },
});

const ALONE: readonly (readonly [string, Control])[] = [
  ['pass-limit', changed(progressWith({ passesDone: 2 }))],
  ['nothing-left', changed(progressWith({ strokes: strokes(199) }))],
  ['contact-limit', changed(progressWith({ contactMs: ms(59_980) }))],
  ['needle-on-limit', changed({ needleOnMs: { face: 599_980, whole: 599_980 } })],
  ['locked-out', changed({ stopAgesMs: [1, 2, 599_999] })],
  ['no-telemetry', { ...ready().control, heard: undefined }],
  ['no-telemetry', changed({}, { telemetry: undefined })],
  ['schema-differs', changed({}, { pen: { ...penWith(), schemaMatches: false } })],
  ['pen-changed', changed({}, { pen: penWith({ identity: { ...PAGES.identity, serial: 'X' } }) })],
  ['certificate-changed',
    changed({}, { pen: penWith({ calibration: { ...PAGES.calibration, certificateId: 'X' } }) })],
  ['cartridge-changed',
    changed({}, { pen: penWith({ cartridge: { ...PAGES.cartridge, serial: 'X' } }) })],
  ['cartridge-changed',
    changed({}, { pen: penWith({ cartridge: { ...PAGES.cartridge, type: 'metrology' } }) })],
  ['cartridge-changed', signals(AT_REST & ~SIGNAL.cartridge)],
  ['not-retracted', signals(AT_REST & ~SIGNAL.retracted)],
  ['trigger-held', signals(AT_REST | SIGNAL.trigger)],
  ['charging', signals(AT_REST | SIGNAL.charging)],
  ['not-idle', changed({}, {}, { phase: 'armed' })],
  ['clock-unknown', changed({}, { roundTripMs: undefined })],
  ['slow-link', changed({}, { roundTripMs: 61 })],
  ['ledger-differs', changed({}, {}, { strokes: strokes(1_001) })],
  ['ledger-unexplained', changed({ explainedStrokes: 999 })],
  ['no-vitals', changed({}, { vitals: undefined })],
  ['no-vitals', changed({}, { vitalsAgeMs: 1_001 })],
  ['battery-low', vitals({ batteryPercent: 9 })],
  ['too-hot', vitals({ temperatureDeciC: 451 })],
  ['pedal-missing', changed({ treatment: { ...TREATMENT, pedal: true } })],
  ['pedal-held', changed({ pedal: 'held' })],
];

describe('against arming', () => {
  test('nothing stands when everything is as it was admitted', () => {
    expect(codes(ready().control)).toEqual([]);
    expect(codes(changed({}, { vitalsAgeMs: 1_000, roundTripMs: 60 }))).toEqual([]);
    expect(codes(vitals({ batteryPercent: 10, temperatureDeciC: 450 }))).toEqual([]);
    expect(codes(changed({ stopAgesMs: [1, 2, 600_000] }))).toEqual([]);
    expect(codes(changed(progressWith({ contactMs: ms(59_979) })))).toEqual([]);
  });

  test.each(ALONE)('S-40 S-41 %s stands by itself', (code, control) => {
    expect(codes(control)).toEqual([code]);
  });

  test('S-09 the punctures of a treatment stand, with the area that has none left for it', () => {
    expect(codes(changed(face(13)))).toEqual(['nothing-left', 'puncture-limit']);
  });

  test('S-11 an area at the eye wants a confirmation of its own', () => {
    const { control } = ready();
    expect(codes(control, { area: 'infraorbital' })).toEqual(['eye-not-confirmed']);
    expect(codes(control, { area: 'infraorbital', eyeConfirmed: true })).toEqual([]);
  });

  test('the other side of an area that is planned is not planned', () => {
    expect(codes(ready().control, { side: 'right' })).toEqual(['not-in-plan']);
  });

  test('every reason is given at once', () => {
    const all = changed(
      { ...progressWith({ passesDone: 2 }), stopAgesMs: [1, 2, 3], pedal: 'held' },
      { vitals: undefined, roundTripMs: undefined },
      { phase: 'latched', signals: SIGNAL.trigger | SIGNAL.charging, strokes: strokes(9) },
    );
    expect(codes(all)).toEqual([
      'pass-limit', 'locked-out', 'cartridge-changed', 'not-idle', 'not-retracted', 'trigger-held',
      'charging', 'clock-unknown', 'ledger-differs', 'no-vitals', 'pedal-held',
    ]);
  });

  test('each reason has a sentence of its own that says what to do', () => {
    const refusals = ALONE.flatMap(([, control]) => armRefusals(control, armWish()));
    for (const refusal of refusals) {
      expect(armRefusalWords(refusal)).toMatch(/^[A-Z].{20,}[.]$/);
    }
  });
});

describe('a link that is made again', () => {
  test('S-22 shows strokes that nobody here permitted, and they bar every arming', () => {
    const scene = ready();
    scene.tell({ kind: 'link-lost', why: 'silent' });
    scene.tell({ kind: 'linked', pen: penWith({ ledger: ledgerAt(1_050) }) });
    scene.tell({ kind: 'vitals', vitals: scene.vitals as never });
    scene.hear({ strokes: strokes(1_050), penMs: penMs(90_000) });
    expect(codes(scene.control)).toEqual(['ledger-unexplained']);
  });
});
