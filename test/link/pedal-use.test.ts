import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AREA_NAMES, AREAS } from '../../protocol/area.ts';
import { stopBoundStrokes } from '../../protocol/stop-bound.ts';
import { centiHz, ms, strokes } from '../../protocol/units.ts';
import { areaByPedal } from '../../host/link/pedal-area.ts';
import { PEDAL_NOTICE_MS_MAX, pedalStopBoundStrokes } from '../../host/link/pedal-bound.ts';
import { granted, refused } from './rig.ts';

const ASKED = {
  side: 'right',
  areas: ['forehead', 'cheek', 'infraorbital', 'chin'],
  current: 0,
  disarmed: true,
  retracted: true,
} as const;

test('a side button moves to the neighbouring area of the plan', () => {
  expect(granted(areaByPedal(ASKED))).toBe(1);
  expect(granted(areaByPedal({ ...ASKED, side: 'left', current: 1 }))).toBe(0);
});

test('a side button does nothing while armed or before the needles are proven retracted', () => {
  expect(refused(areaByPedal({ ...ASKED, disarmed: false })).code).toBe('pedal-while-armed');
  expect(refused(areaByPedal({ ...ASKED, retracted: false })).code).toBe('pedal-not-retracted');
});

test('no side button ever leads into an eye area, from either side', () => {
  expect(refused(areaByPedal({ ...ASKED, current: 1 }))).toEqual({
    code: 'pedal-into-eye',
    area: 'infraorbital',
  });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...AREA_NAMES), { minLength: 1 }),
      fc.constantFrom('left' as const, 'right' as const),
      fc.nat({ max: 12 }),
      (areas, side, current) => {
        const outcome = areaByPedal({ side, areas, current, disarmed: true, retracted: true });
        const area = outcome.ok ? areas[outcome.value] : undefined;
        expect(area !== undefined && AREAS[area].zone === 'eye').toBe(false);
      },
    ),
  );
});

test('a side button stops at the ends of the plan', () => {
  expect(refused(areaByPedal({ ...ASKED, side: 'left' })).code).toBe('pedal-no-further');
  expect(refused(areaByPedal({ ...ASKED, current: 3 })).code).toBe('pedal-no-further');
});

test('the bound of the pedal adds to the trigger\'s what passes until the host is sure', () => {
  const grant = { credit: strokes(20), rateCentiHz: centiHz(15_000), leaseMs: ms(200) };
  expect(PEDAL_NOTICE_MS_MAX).toBe(120);
  expect(stopBoundStrokes(grant)).toBe(20);
  expect(pedalStopBoundStrokes(grant)).toBe(23 + 20); // 150 Hz x 1.2 x 1.02 x 0.12 s, rounded up
  expect(pedalStopBoundStrokes({ ...grant, credit: strokes(2) })).toBe(3 * 2 + 2);
});
