/** Where a side button of the pedal never leads. */
import { expect, test } from 'vitest';
import { areaByPedal } from '../../host/link/pedal-area.ts';

test('S-11 a side button leads into no area at the eye, and past none either', () => {
  const areas = ['cheek', 'infraorbital', 'chin'] as const;
  const moved = (side: 'left' | 'right', current: number) =>
    areaByPedal({ side, areas, current, disarmed: true, retracted: true });
  expect(moved('right', 0)).toMatchObject({ ok: false, error: { code: 'pedal-into-eye' } });
  expect(moved('left', 2)).toMatchObject({ ok: false, error: { code: 'pedal-into-eye' } });
});
