/** Every rule of the guard before the wire, each broken alone and each kept to the last unit. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../host/core/day.ts';
import { createGuard } from '../../../host/guard/index.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import type { ToPen } from '../../../protocol/to-pen.ts';
import { centiHz, mm2, ms, penMs, strokes, um } from '../../../protocol/units.ts';
import { PEN_P, PEN_S, PERSON, planned, planOf, TODAY } from '../../support/limit-world.ts';
import { PRESSED } from '../core/control/scene.ts';
import { pagesOf, wishOf } from './cases.ts';
import {
  arm,
  armedRig,
  createRig,
  FOREHEAD,
  grant,
  letGo,
  press,
  type Rig,
  RIG_SESSION,
  row,
  runOn,
  wishFor,
} from './rig.ts';

const rule = (rig: Rig, message: ToPen): string | undefined => rig.send(message)?.rule;

describe('ENVELOPE and ARM', () => {
  test('S-37 go out at exactly what the table allows', () => {
    const rig = createRig();
    expect(rig.send(row())).toBeUndefined();
    expect(rig.send(arm())).toBeUndefined();
  });

  test.each([
    ['S-01 a depth above the cap', row({ depthUmMax: um(451) }), 'depth'],
    ['S-01 a rate above the cap', row({ rateCentiHzMax: centiHz(8_001) }), 'rate'],
    ['S-05 more strokes than a pass', row({ passStrokesMax: strokes(429) }), 'pass-strokes'],
    ['S-08 a longer hold', row({ holdMsMax: ms(6_001) }), 'hold-time'],
    ['S-01 an area that is not in the plan', row({ area: 8 }), 'not-in-plan'],
    ['S-01 the upper eyelid', row({ area: 1 }), 'area-blocked'],
  ])('S-37 a row is kept back for %s', (_, message, why) => {
    expect(rule(createRig(), message)).toBe(why);
  });

  test.each([
    ['S-01 a depth above the cap', arm({ depthUm: um(451) }), 'depth'],
    ['S-01 a rate above the cap', arm({ rateCentiHz: centiHz(8_001) }), 'rate'],
    ['S-05 a ceiling above the pass', arm({ passCeiling: strokes(1_429) }), 'pass-strokes'],
    ['S-04 the needles of another cartridge', arm({ needleCount: 12 }), 'needles'],
    ['S-11 a side that is not in the plan', arm({ side: 1 }), 'not-in-plan'],
    ['another plan', arm({ planHash: '0011223344556678' }), 'other-plan'],
  ])('S-37 an arming is kept back for %s', (_, message, why) => {
    expect(rule(createRig(), message)).toBe(why);
  });

  test('S-06 a credit above half of the density under the head is kept back', () => {
    const nose = planned({ area: 'nose', sizeMm2: mm2(300), depthUm: um(250), reason: 'Wanted.' });
    const fits = row({
      area: 7, depthUmMax: um(200), passStrokesMax: strokes(85), creditMax: strokes(14),
      holdMsMax: ms(3_000),
    });
    expect(rule(createRig({ wish: wishFor(nose) }), fits)).toBeUndefined();
    expect(rule(createRig({ wish: wishFor(nose) }), { ...fits, creditMax: strokes(15) })).toBe(
      'credit',
    );
  });

  test('S-37 what the guard does not know blocks', () => {
    const bytes = encodeFrame(arm(), { session: RIG_SESSION, seq: 1, ack: 0 }, 7);
    expect(createGuard(wishFor()).stops(bytes)?.rule).toBe('foreign-link');
    expect(rule(createRig({ lines: undefined }), arm())).toBe('table-unread');
    expect(rule(createRig({ mode: 'service' }), arm())).toBe('wrong-mode');
    const { profile, ...wish } = wishFor();
    const signed = { ...profile.signed, site: new TextEncoder().encode('{}') };
    const torn = { ...wish, profile: { ...profile, signed } };
    expect(rule(createRig({ wish: torn }), arm())).toBe('table-unread');
    const expired = { ...wish, profile, today: day(TODAY + 4_000) };
    expect(rule(createRig({ wish: expired }), arm())).toBe('table-unread');
  });

  test('S-37 without a wish nothing that can move a pen goes out', () => {
    const guard = createGuard();
    const stops = (message: ToPen): unknown =>
      guard.stops(encodeFrame(message, { session: 9, seq: 1, ack: 0 }, 7));
    expect(stops({ kind: 'stop' })).toBeUndefined();
    expect(stops({ kind: 'read', page: 1 })).toBeUndefined();
    expect(stops(arm())).toBeDefined();
    expect(stops(row())).toBeDefined();
  });

  test('S-30 a cartridge that is gone, foreign, unknown, expired or bare arms nothing', () => {
    const { cartridge } = pagesOf(PEN_P);
    const arming = (change: Partial<typeof cartridge>): string | undefined =>
      rule(createRig({ pages: { cartridge: { ...cartridge, ...change } } }), arm());
    expect(arming({})).toBeUndefined();
    expect(arming({ present: 0 })).toBe('cartridge');
    expect(arming({ type: 'metrology' })).toBe('cartridge');
    expect(arming({ modelCode: 9 })).toBe('cartridge');
    expect(arming({ needleCount: 12 })).toBe('cartridge');
    expect(arming({ needleLengthUm: um(2_600) })).toBe('cartridge');
    expect(arming({ headAreaMm2: mm2(51) })).toBe('cartridge');
    expect(arming({ expiryDay: TODAY - 1 })).toBe('cartridge');
    expect(arming({ serial: ' ' })).toBe('cartridge');
  });

  test('S-30 a cartridge that telemetry showed to be out has to be read again', () => {
    const rig = createRig();
    rig.tell({ signals: 0 });
    rig.tell({});
    expect(rule(rig, arm())).toBe('pen-unheard');
    rig.hear(pagesOf(PEN_P).cartridge);
    rig.tell({ signals: PRESSED });
    expect(rule(rig, arm())).toBeUndefined();
  });

  test('S-31 a certificate that is absent, failed or of tomorrow arms nothing', () => {
    const { calibration } = pagesOf(PEN_P);
    const arming = (change: Partial<typeof calibration>): string | undefined =>
      rule(createRig({ pages: { calibration: { ...calibration, ...change } } }), arm());
    expect(arming({ class: 'none' })).toBe('certificate');
    expect(arming({ class: 'fail' })).toBe('certificate');
    expect(arming({ certificateId: '' })).toBe('certificate');
    expect(arming({ issuedDay: TODAY + 1 })).toBe('certificate');
    expect(arming({ class: 'S' })).toBe('depth');
    expect(arming({ uncertaintyLowUm: um(60), biasLowUm: um(-10) })).toBe('depth');
  });

  test('S-01 somebody too young, or too large an area, arms nothing', () => {
    const young = { ...PERSON, bornOn: day(TODAY - 21 * 365) };
    expect(rule(createRig({ wish: wishOf(planOf(FOREHEAD), young) }), arm())).toBe('person');
    const large = { ...FOREHEAD, sizeMm2: mm2(6_001) };
    expect(rule(createRig({ wish: wishFor(large) }), arm())).toBe('size');
  });

  test('S-10 skin that the case file saw four weeks ago and less arms nothing', () => {
    const seen = (days: number): string | undefined => {
      const visit = {
        on: day(TODAY - days), followUpOn: undefined, redFlag: 'no' as const,
        areas: [{ area: 'forehead' as const, side: 'midline' as const }],
      };
      const person = { ...PERSON, history: [visit] };
      return rule(createRig({ wish: wishOf(planOf(FOREHEAD), person) }), arm());
    };
    expect(seen(27)).toBe('interval');
    // A week longer the density is reduced by a quarter, and a pass has fewer strokes.
    expect(seen(28)).toBeUndefined();
    expect(seen(42)).toBeUndefined();
  });

  test('S-46 a pen that emits energy, or whose depth a hand turns, is not armed', () => {
    const { capabilities } = pagesOf(PEN_P);
    for (const bits of [0b11, 0b10, 0]) {
      const pages = { capabilities: { ...capabilities, capabilities: bits } };
      expect(rule(createRig({ pages }), arm())).toBe('pen-unfit');
    }
  });

  test('another pen is not armed in the same treatment', () => {
    const rig = armedRig();
    rig.send({ kind: 'disarm', armingId: 5 });
    rig.hear(pagesOf({ ...PEN_P, serial: 'PEN-2' }).identity);
    expect(rule(rig, arm({ armingId: 6 }))).toBe('pen-changed');
  });

  test('S-11 no second arming and no new row while one is open', () => {
    const rig = armedRig();
    expect(rule(rig, row())).toBe('armed-already');
    expect(rule(rig, arm({ armingId: 6 }))).toBe('armed-already');
    rig.send({ kind: 'disarm', armingId: 5 });
    expect(rule(rig, row())).toBeUndefined();
  });

  test('an arming that is asked for twice in the same bytes goes out twice', () => {
    const rig = createRig();
    expect(rig.send(arm(), { seq: 90 })).toBeUndefined();
    expect(rig.send(arm(), { seq: 90 })).toBeUndefined();
    expect(rig.send(arm({ depthUm: um(500) }), { seq: 90 })?.rule).toBe('depth');
  });

  test('S-06 an area that cannot be renewed is armed as a stamp or not at all', () => {
    const wish = wishFor();
    const pen = { ...PEN_P, creditMax: strokes(5) };
    expect(rule(createRig({ wish, pen }), arm())).toBe('stamp');
    expect(rule(createRig({ wish, pen }), arm({ stamp: 1 }))).toBeUndefined();
  });

  test('S-01 a pen of class S is armed no deeper than its own margin allows', () => {
    expect(rule(createRig({ pen: PEN_S }), arm({ depthUm: um(400) }))).toBeUndefined();
    expect(rule(createRig({ pen: PEN_S }), arm({ depthUm: um(500) }))).toBe('depth');
  });
});

describe('TIGHTEN', () => {
  const lower = (change: object = {}): ToPen => ({
    kind: 'tighten', armingId: 5, depthUm: um(400), rateCentiHz: centiHz(7_000),
    passCeiling: strokes(1_100), ...change,
  });

  test('S-20 only lowers, and what it lowered stays low', () => {
    const rig = armedRig();
    expect(rule(rig, lower({ depthUm: um(451) }))).toBe('beyond-arming');
    expect(rule(rig, lower({ rateCentiHz: centiHz(8_001) }))).toBe('beyond-arming');
    expect(rule(rig, lower({ passCeiling: strokes(1_429) }))).toBe('beyond-arming');
    expect(rule(rig, lower())).toBeUndefined();
    expect(rule(rig, lower({ depthUm: um(450) }))).toBe('beyond-arming');
    expect(rule(rig, lower({ armingId: 6 }))).toBe('not-armed');
  });
});

describe('GRANT', () => {
  test('S-12 goes out under an arming that the pen has confirmed, and under no other', () => {
    const rig = createRig();
    press(rig);
    expect(rule(rig, grant(rig))).toBe('not-armed');
    rig.send(arm());
    expect(rule(rig, grant(rig))).toBe('not-armed');
    const refused = createRig();
    refused.send(arm());
    refused.answer('refused');
    press(refused);
    expect(rule(refused, grant(refused))).toBe('not-armed');
    const armed = armedRig();
    press(armed);
    expect(rule(armed, grant(armed, { armingId: 6 }))).toBe('not-armed');
    expect(rule(armed, grant(armed))).toBeUndefined();
  });

  test('S-06 gives one credit above the counter and no stroke more', () => {
    const rig = armedRig();
    press(rig);
    expect(rule(rig, grant(rig, { ceiling: strokes(1_021) }))).toBe('credit');
    expect(rule(rig, grant(rig, { ceiling: strokes(1_020) }))).toBeUndefined();
  });

  test('S-05 never goes above the end of its pass', () => {
    const rig = armedRig({}, { passCeiling: strokes(1_015) });
    press(rig);
    expect(rule(rig, grant(rig, { ceiling: strokes(1_016) }))).toBe('beyond-arming');
    expect(rule(rig, grant(rig, { ceiling: strokes(1_015) }))).toBeUndefined();
  });

  test('S-12 lasts 200 ms by the newest word of the pen, and no longer than the pen says', () => {
    const rig = armedRig();
    press(rig);
    const at = rig.telemetry.penMs;
    expect(rule(rig, grant(rig, { notAfterPenMs: penMs(at + 201) }))).toBe('lease');
    expect(rule(rig, grant(rig, { notAfterPenMs: penMs(at + 200) }))).toBeUndefined();
    const short = armedRig({ pen: { ...PEN_P, leaseMsMax: ms(150) } });
    press(short);
    expect(rule(short, grant(short))).toBe('lease');
  });

  test('S-15 needs a finger that is there, by the number of its press', () => {
    const rig = armedRig();
    expect(rule(rig, grant(rig))).toBe('no-hold');
    press(rig);
    expect(rule(rig, grant(rig, { holdId: rig.telemetry.holdId - 1 }))).toBe('no-hold');
    letGo(rig);
    expect(rule(rig, grant(rig))).toBe('no-hold');
  });

  test('S-20 taking permission back is always let through', () => {
    const rig = armedRig();
    press(rig);
    rig.send(grant(rig));
    runOn(rig, 50, 4);
    letGo(rig);
    expect(rule(rig, grant(rig, { ceiling: rig.telemetry.strokes }))).toBeUndefined();
  });

  test.each([
    ['DISARM', { kind: 'disarm', armingId: 5 }],
    ['STOP', { kind: 'stop' }],
  ] as const)('S-19 is dead once %s has gone out, whatever the pen says', (_, message) => {
    const rig = armedRig();
    press(rig);
    rig.send(message);
    rig.tell({ phase: 'armed' });
    expect(rule(rig, grant(rig))).toBe('not-armed');
  });

  test.each(['idle', 'latched'] as const)('S-21 is dead once the pen is %s', (phase) => {
    const rig = armedRig();
    press(rig);
    rig.tell({ phase });
    expect(rule(rig, grant(rig))).toBe('not-armed');
  });

  test('S-19 is dead with its link session', () => {
    const rig = armedRig();
    press(rig);
    expect(rig.send(grant(rig), { session: RIG_SESSION + 1 })?.rule).toBe('foreign-link');
    rig.send({ kind: 'hello', hostNonce: 33, schemaHash: 1 });
    expect(rule(rig, grant(rig))).toBe('foreign-link');
  });

  test('S-19 rests on nothing that a frame of another link session said', () => {
    const rig = armedRig();
    press(rig);
    rig.hear({ ...rig.telemetry, strokes: strokes(1_400) }, RIG_SESSION + 1);
    expect(rule(rig, grant(rig, { ceiling: strokes(1_400) }))).toBe('credit');
  });

  test('S-06 is given once for each press of a stamp', () => {
    const rig = armedRig({}, { stamp: 1 });
    press(rig);
    expect(rule(rig, grant(rig))).toBeUndefined();
    runOn(rig, 50, 4);
    expect(rule(rig, grant(rig))).toBe('stamp');
    letGo(rig);
    press(rig);
    expect(rule(rig, grant(rig))).toBeUndefined();
  });

  test('S-08 is not renewed on one spot, nor after the longest hold', () => {
    const still = armedRig();
    press(still);
    still.send(grant(still));
    runOn(still, 400, 4, 0);
    expect(rule(still, grant(still))).toBeUndefined();
    runOn(still, 110, 4, 0);
    expect(rule(still, grant(still))).toBe('dwell-time');
    const long = armedRig();
    press(long);
    long.send(grant(long));
    runOn(long, 6_000, 4);
    expect(rule(long, grant(long))).toBeUndefined();
    runOn(long, 20, 4);
    expect(rule(long, grant(long))).toBe('hold-time');
    letGo(long);
    press(long);
    expect(rule(long, grant(long))).toBeUndefined();
  });

  test('S-07 is not renewed once an area has had its contact time', () => {
    // 1 cm2 at 1800 per cm2, 80 Hz and 14 needles: 1607 ms.
    const wish = wishFor({ ...FOREHEAD, sizeMm2: mm2(100) });
    const rig = armedRig({ wish }, { passCeiling: strokes(1_042) });
    press(rig);
    rig.send(grant(rig));
    runOn(rig, 1_600, 4);
    expect(rule(rig, grant(rig))).toBeUndefined();
    runOn(rig, 30, 0);
    expect(rule(rig, grant(rig))).toBe('contact-time');
  });
});
