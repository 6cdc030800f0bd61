// What a tap of the foot asks for: what is shown as next, and never an eye before ordinary skin.
import { expect, test } from 'vitest';
import { areaForTap } from '../../../ui/desk/area-for-tap.ts';
import { areaInTurn } from '../../../ui/renderer/view/place.ts';
import { areaSnapshot, snapshot, treatingState } from '../support/desk-fixture.ts';

const EYE = areaSnapshot({ area: 'crows-feet', eye: true });
const LEFT = areaSnapshot();
const DONE = areaSnapshot({ area: 'forehead', side: 'midline', state: 'done' });

test('a tap asks for the area that every window shows as the next', () => {
  for (const areas of [[DONE, EYE, LEFT], [EYE, DONE], [LEFT, EYE], [DONE]]) {
    for (const chosen of [undefined, { area: EYE.area, side: EYE.side }]) {
      const now = snapshot({ areas });
      const state = treatingState();
      const shown = areaInTurn(
        state.treatment.kind !== 'running' || chosen === undefined
          ? state
          : { ...state, treatment: { ...state.treatment, chosen } },
        now,
      );
      expect(areaForTap(now, chosen)).toBe(shown === undefined ? undefined : areas[shown]);
    }
  }
});

test('while an area is armed a tap asks for nothing', () => {
  expect(areaForTap({ areas: [LEFT], active: 0 }, undefined)).toBeUndefined();
});
