/**
 * The whole host against its guard: what is right is never kept back, whatever plan, pen and
 * person, and what one wrong line in admission makes of it always is.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Control } from '../../../host/core/control/state.ts';
import type { AreaTask } from '../../../host/core/control/task.ts';
import { PEN_P, PERSON, planned, planOf } from '../../support/limit-world.ts';
import { centiHz, mm2, ms, strokes, um } from '../../../protocol/units.ts';
import { agree } from './agreeable-pen.ts';
import { anyPen, anyPerson, anyPlan, wishOf } from './cases.ts';

/** Small enough to come to its end. */
const small = (plan: ReturnType<typeof planOf>): ReturnType<typeof planOf> => ({
  ...plan,
  areas: plan.areas.map((area) => ({ ...area, sizeMm2: mm2(Math.min(300, area.sizeMm2)) })),
});

test('S-37 nothing that admission, control and session come to is ever kept back', () => {
  let armings = 0;
  let made = 0;
  fc.assert(
    fc.property(anyPlan, anyPen, anyPerson, fc.integer({ min: 100, max: 3_000 }), (
      plan, pen, person, pressMs,
    ) => {
      const wish = wishOf(small(plan), person);
      const agreed = agree({ wish, pen, forMs: 8_000, pressMs });
      expect(agreed.refusals).toEqual([]);
      armings += agreed.armings;
      made += agreed.strokes;
    }),
    { numRuns: 250 },
  );
  expect([armings > 20, made > 1_000]).toEqual([true, true]);
});

const FOREHEAD = planned({ sizeMm2: mm2(300) });
const CHEEK = planned({ area: 'cheek', side: 'left', sizeMm2: mm2(200), reason: 'Wanted.' });
const ABDOMEN = planned({ area: 'abdomen', depthUm: um(900), sizeMm2: mm2(300) });
const NOSE = planned({ area: 'nose', depthUm: um(250), sizeMm2: mm2(300) });

/** Changes every area of a treatment. */
const each =
  (change: (task: AreaTask) => Partial<AreaTask>) =>
  (control: Control): Control => ({
    ...control,
    treatment: {
      ...control.treatment,
      tasks: control.treatment.tasks.map((task) => ({ ...task, ...change(task) })),
    },
  });

const WRONG: readonly (readonly [string, (control: Control) => Control])[] = [
  ['adds 50 um', each(({ depthUm }) => ({ depthUm: um(depthUm + 50) }))],
  ['forgets the margin', each(({ depthUm }) => ({ depthUm: um(depthUm + 80) }))],
  ['rounds the rate up', each(({ rateCentiHz }) => ({ rateCentiHz: centiHz(rateCentiHz + 1) }))],
  ['gives a pass a stroke', each(({ strokesPerPass, strokesLeft }) => ({
    strokesPerPass: strokes(strokesPerPass + 1), strokesLeft: strokes(strokesLeft + 2),
  }))],
  ['reckons with fewer needles', each(({ strokesPerPass, strokesLeft }) => ({
    strokesPerPass: strokes(Math.ceil(strokesPerPass * 1.17)),
    strokesLeft: strokes(Math.ceil(strokesLeft * 1.17)),
  }))],
  ['gives a pass too many', each(({ passes, strokesPerPass, strokesLeft }) => ({
    passes: passes + 1, strokesLeft: strokes(strokesLeft + strokesPerPass),
  }))],
  ['holds a millisecond longer', each(({ holdMs }) => ({ holdMs: ms(holdMs + 1) }))],
  ['makes an eye of a cheek', each(({ area }) => ({
    area: area === 'cheek' ? 'crows-feet' : 'upper-eyelid',
  }))],
  ['sends another plan', (control) => ({
    ...control, treatment: { ...control.treatment, planHash: 'ffeeddccbbaa9988' },
  })],
];

test.each(WRONG)('S-37 one line of admission that %s is kept back on every area', (_, misjudge) => {
  for (const area of [FOREHEAD, CHEEK, ABDOMEN, NOSE]) {
    const wish = wishOf(planOf(area), PERSON);
    const run = { wish, pen: PEN_P, forMs: 20_000, pressMs: 2_000 };
    const agreed = agree(run);
    expect([area.area, agreed.admitted, agreed.refusals]).toEqual([area.area, true, []]);
    expect(agreed.strokes).toBeGreaterThan(10);
    expect([area.area, agree({ ...run, misjudge }).refusals.length]).toEqual([area.area, 1]);
  }
});
