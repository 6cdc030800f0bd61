/** EXTEND, RUN and CERTIFY: calibration alone, and a little at a time. */
import { describe, expect, test } from 'vitest';
import type { ToPen } from '../../../protocol/to-pen.ts';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import { PEN_P } from '../../support/limit-world.ts';
import { AT_REST, PRESSED, TELEMETRY } from '../core/control/scene.ts';
import { SAMPLES } from '../../support/sample-messages.ts';
import { pagesOf } from './cases.ts';
import { arm, createRig, press, grant, type Rig, row } from './rig.ts';

const { cartridge } = pagesOf(PEN_P);
const METROLOGY = { cartridge: { ...cartridge, type: 'metrology' as const } };
const bench = (mode: 'treatment' | 'calibration' | 'service' = 'calibration'): Rig =>
  createRig({ mode, pages: METROLOGY });

const at = TELEMETRY.penMs + 10;
const run = (change: object = {}): ToPen => ({
  kind: 'run', depthUm: um(2_000), rateCentiHz: centiHz(15_000),
  ceiling: strokes(TELEMETRY.strokes + 20), notAfterPenMs: penMs(at + 200), ...change,
});
const extend = (change: object = {}): ToPen => ({
  kind: 'extend', depthUm: um(2_000), notAfterPenMs: penMs(at + 200), ...change,
});

describe('the bench', () => {
  test('S-17 moves in calibration, within what the pen can reach', () => {
    expect(bench().send(run())).toBeUndefined();
    expect(bench().send(extend())).toBeUndefined();
  });

  test.each([
    ['deeper than the pen', run({ depthUm: um(2_001) }), 'depth'],
    ['faster than the pen', createFast(), 'rate'],
    ['for one stroke more', run({ ceiling: strokes(TELEMETRY.strokes + 21) }), 'credit'],
    ['for a millisecond more', run({ notAfterPenMs: penMs(at + 201) }), 'lease'],
    ['out deeper than the pen', extend({ depthUm: um(2_001) }), 'depth'],
    ['out for a millisecond more', extend({ notAfterPenMs: penMs(at + 201) }), 'lease'],
  ])('S-17 is kept back when it would go %s', (_, message, rule) => {
    const slow = createRig({
      mode: 'calibration', pages: METROLOGY, pen: { ...PEN_P, rateCentiHzMax: centiHz(14_000) },
    });
    expect((rule === 'rate' ? slow : bench()).send(message)?.rule).toBe(rule);
  });

  test.each(['treatment', 'service'] as const)('S-16 S-17 moves nothing in %s', (mode) => {
    expect(bench(mode).send(run())?.rule).toBe('wrong-mode');
    expect(bench(mode).send(extend())?.rule).toBe('wrong-mode');
  });

  test('S-17 moves nothing with a cartridge for people, or on something that it touches', () => {
    const patient = createRig({ mode: 'calibration' });
    expect(patient.send(run())?.rule).toBe('cartridge');
    const touching = bench();
    touching.tell({ signals: PRESSED });
    expect(touching.send(extend({ notAfterPenMs: penMs(at) }))?.rule).toBe('skin-contact');
    touching.tell({ signals: AT_REST });
    expect(touching.send(extend({ notAfterPenMs: penMs(at) }))).toBeUndefined();
  });

  test('S-18 no row, arming or grant goes out in calibration', () => {
    const rig = createRig({ mode: 'calibration' });
    press(rig);
    expect(rig.send(row())?.rule).toBe('wrong-mode');
    expect(rig.send(arm())?.rule).toBe('wrong-mode');
    expect(rig.send(grant(rig))?.rule).toBe('not-armed');
  });

  test('S-18 a mode that the pen has refused is no mode', () => {
    const rig = bench();
    rig.send({ kind: 'join', mode: 'calibration' });
    rig.answer('refused');
    expect(rig.send(run())?.rule).toBe('wrong-mode');
  });

  test('S-31 a certificate is changed in calibration alone', () => {
    const certify = SAMPLES.map(({ message }) => message).find(
      (message): message is ToPen => message.kind === 'certify',
    );
    expect(certify && bench().send(certify)).toBeUndefined();
    expect(certify && bench('treatment').send(certify)?.rule).toBe('wrong-mode');
    expect(certify && bench('service').send(certify)?.rule).toBe('wrong-mode');
  });
});

function createFast(): ToPen {
  return run({ rateCentiHz: centiHz(14_001) });
}
