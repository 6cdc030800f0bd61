// The sliders of the plan: what admission forbids cannot be entered, by whatever way.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import { held, plannedView, SLIDERS, stepped } from '../../../ui/renderer/view/plan-view.ts';
import { deskState } from '../support/desk-fixture.ts';

const range = fc.record({
  min: fc.integer({ min: 0, max: 500 }),
  span: fc.integer({ min: 0, max: 2_000 }),
  step: fc.integer({ min: 1, max: 100 }),
});

const AREA = {
  area: 'cheek', side: 'left', sizeMm2: 3_000, depthUm: 800, rateCentiHz: 9_000, passes: 3,
  eyeProtection: false,
} as const;

const ask = { min: 50, max: 1_000, step: 50, rule: 'row:8' } as const;

const planned = (reasonAboveUm: number): DeskState =>
  deskState({
    plan: {
      draft: { planId: 'p', person: 'p-1', areas: [AREA] },
      offers: [],
      check: {
        admissible: true, refusals: [], notices: [], notLookedAt: [],
        areas: [{
          area: 'cheek', side: 'left', eye: false, refusals: [], notices: [],
          mayAsk: {
            depthUm: ask, passes: { ...ask, min: 1, max: 4, step: 1 }, rateCentiHz: ask,
            sizeMm2: ask, reasonAboveUm,
          },
        }],
      },
    },
  });

describe('a slider', () => {
  it('never leaves what may be asked, and stays on its grid', () => {
    fc.assert(fc.property(range, fc.integer({ min: -9_999, max: 9_999 }), (of, value) => {
      const max = of.min + of.span;
      const given = held(value, of.min, max, of.step);
      return given >= of.min && given <= max && (given - of.min) % of.step === 0;
    }));
  });

  it('steps up to its end and no further', () => {
    const view = plannedView(planned(750), AREA)?.sliders.find(({ name }) => name === 'passes');
    if (view === undefined) throw new Error('passes have a slider');
    expect(stepped(view, 1)).toBe(4);
    expect(stepped({ ...view, value: 4 }, 1)).toBe(4);
  });

  it('draws more than may be entered, so that the bar on it is seen', () => {
    const sliders = plannedView(planned(750), AREA)?.sliders ?? [];
    expect(sliders.map(({ name }) => name)).toEqual(SLIDERS);
    expect(sliders.every(({ scaleMax, max }) => scaleMax > max)).toBe(true);
  });
});

describe('a planned area', () => {
  it('wants a reason above the recommendation only', () => {
    expect(plannedView(planned(750), AREA)?.wantsReason).toBe(true);
    expect(plannedView(planned(800), AREA)?.wantsReason).toBe(false);
  });

  it('is nothing where nothing is planned', () => {
    expect(plannedView(planned(750), { area: 'chin', side: 'midline' })).toBeUndefined();
  });
});
