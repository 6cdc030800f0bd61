/** What a calibration comes to: the figures, the class, every reason, and the curve. */
import { describe, expect, test } from 'vitest';
import { addedUm } from '../../../../protocol/curve.ts';
import { evaluate, type Measured } from '../../../../host/core/calibration/evaluate.ts';
import {
  pointsFor,
  ratesFor,
  seatOf,
  shortPlan,
  standardPlan,
} from '../../../../host/core/calibration/plan.ts';
import { neverFalling } from '../../../../host/core/calibration/statistics.ts';
import type { DepthSample } from '../../../../host/core/calibration/sample.ts';
import { calibrateVirtually, FINE } from './virtual-bench.ts';

const REACH = {
  depthUmMin: 100, depthUmMax: 2_000, depthStepUm: 50, rateCentiHzMin: 2_000,
  rateCentiHzMax: 15_000,
};

/** A pen whose error at a depth is what a function says, the same in every reading. */
function exactly(errorUm: (depthUm: number) => number, change: Partial<Measured> = {}): Measured {
  const { measured } = calibrateVirtually(FINE, 1);
  const depths = measured.depths.map((sample): DepthSample => ({
    ...sample,
    readingNm: sample.commandedUm * 1_000 + Math.round(errorUm(sample.commandedUm) * 1_000),
  }));
  return { ...measured, depths, ...change };
}

function found(measured: Measured) {
  const { asFound } = evaluate(measured);
  if (asFound.kind !== 'evaluated') throw new Error(JSON.stringify(asFound.fault));
  return asFound.result;
}

describe('the class of a pen', () => {
  test('is P for one that is hardly off, and its figures are rounded away from zero', () => {
    const { class: reached, figures } = found(exactly(() => 1.2));
    expect(reached).toBe('P');
    expect(figures).toMatchObject({ biasLowUm: 2, biasHighUm: 2 });
    expect(found(exactly(() => -1.2)).figures).toMatchObject({ biasLowUm: -2, biasHighUm: -2 });
  });

  test('is S for one that is 60 um too deep, with every point as a reason against P', () => {
    const { class: reached, against } = found(exactly((depthUm) => (depthUm > 500 ? 20 : 60)));
    expect(reached).toBe('S');
    expect(against.S).toEqual([]);
    const points = against.P.map((reason) => 'commandedUm' in reason && reason.commandedUm);
    expect(points).toEqual([100, 250, 500]);
  });

  test('is fail for one that is over 100 um too deep anywhere, and not for one too shallow', () => {
    expect(found(exactly((depthUm) => (depthUm === 1_500 ? 105 : 0))).class).toBe('fail');
    expect(found(exactly((depthUm) => depthUm * -0.053)).class).toBe('S');
  });

  test('counts the whole uncertainty: a pen at its limit is not passed', () => {
    expect(found(exactly((depthUm) => (depthUm > 500 ? 0 : 49))).class).toBe('S');
  });

  test('is not P where the maker declares no overshoot', () => {
    const result = found(exactly(() => 0, { overshootUm: undefined }));
    expect(result.class).toBe('S');
    expect(result.against.P).toEqual([{ code: 'overshoot-undeclared' }]);
  });

  test('is fail where the needles overshoot further than the maker declares', () => {
    const overshoots = [{
      series: 'as-found' as const, commandedUm: 500, rateCentiHz: 15_000, overshootNm: 11_000,
      expandedNm: 2_000, instrument: 'L-1', stillNm: 500_000, stillLines: [], lines: [],
    }];
    expect(found(exactly(() => 0, { overshoots })).class).toBe('fail');
  });

  test('is not reached without a rate, and a rate that is 7 per cent off is good for S', () => {
    expect(found(exactly(() => 0, { rates: [] })).against.S).toEqual([{ code: 'rate-unmeasured' }]);
    const rates = exactly(() => 0).rates.map((rate) =>
      ({ ...rate, measuredCentiHz: Math.round(rate.commandedCentiHz * 1.07) }));
    expect(found(exactly(() => 0, { rates })).class).toBe('S');
  });

  test('asks for a gauge four times finer than what it judges', () => {
    const { gauge } = exactly(() => 0);
    const coarse = { ...gauge, expandedNm: 15_000 };
    const result = found(exactly(() => 0, { gauge: coarse }));
    expect(result.against.P.map(({ code }) => code)).toContain('gauge-too-coarse');
    expect(result.testUncertaintyRatio.P).toBeLessThan(4);
    expect(result.class).toBe('S');
  });

  test('looks at what lies between coming from above and from below', () => {
    const measured = exactly(() => 0);
    const depths = measured.depths.map((sample): DepthSample => ({
      ...sample, readingNm: sample.readingNm + (sample.direction === 'up' ? -25_000 : 25_000),
    }));
    const codes = found({ ...measured, depths }).against.P.map(({ code }) => code);
    expect(codes).toContain('hysteresis');
    expect(found({ ...measured, depths }).class).toBe('S');
  });
});

describe('a series is refused', () => {
  test.each([
    ['without readings', (all: readonly DepthSample[]) => all.slice(0, 0), 'no-readings'],
    ['with four seatings', (all: readonly DepthSample[]) =>
      all.filter(({ seating }) => seating < 4), 'too-few-seatings'],
    ['with two points', (all: readonly DepthSample[]) =>
      all.filter(({ commandedUm }) => commandedUm < 300), 'too-few-points'],
    ['read from one side only', (all: readonly DepthSample[]) =>
      all.filter(({ direction }) => direction === 'up'), 'one-sided'],
  ] as const)('%s', (_, keep, code) => {
    const measured = exactly(() => 0);
    const { asFound } = evaluate({ ...measured, depths: keep(measured.depths) });
    expect(asFound).toMatchObject({ kind: 'incomplete', fault: { code } });
  });

  test('with a gauge that is overdue', () => {
    const measured = exactly(() => 0);
    const gauge = { ...measured.gauge, dueDay: measured.day - 1 };
    expect(evaluate({ ...measured, gauge }).asFound).toMatchObject({
      fault: { code: 'gauge-overdue' },
    });
  });
});

describe('the curve', () => {
  const curveFor = (measured: Measured) => {
    const { adjustment } = evaluate(measured);
    if (adjustment?.kind !== 'curve') throw new Error(JSON.stringify(adjustment));
    return adjustment.curve;
  };

  test('of a straight error is a straight line, and takes the error out', () => {
    const error = (depthUm: number): number => 20 + depthUm * 0.01;
    const knots = curveFor(exactly(error));
    expect(knots).toHaveLength(2);
    for (const depthUm of [100, 700, 1_300, 2_000]) {
      const orderedUm = depthUm + addedUm(knots, depthUm);
      const leftUm = orderedUm + error(orderedUm) - depthUm;
      expect(leftUm).toBeLessThanOrEqual(0.1);
      expect(leftUm).toBeGreaterThan(-2.2);
    }
  });

  test('of a bent error bends at every point', () => {
    const knots = curveFor(exactly((depthUm) => (depthUm === 750 ? 30 : 0)));
    expect(knots).toHaveLength(7);
    expect(addedUm(knots, 750)).toBeLessThan(-25);
  });

  test('is reckoned from the curve with which the pen was measured', () => {
    const before = evaluate(exactly(() => 40)).adjustment;
    if (before?.kind !== 'curve') throw new Error('there is a curve');
    const again = curveFor(exactly(() => 0, { curveBefore: before.curve }));
    expect(addedUm(again, 1_000)).toBe(addedUm(before.curve, 1_000));
  });

  test('is not made for a pen that is further off than a curve may correct', () => {
    expect(evaluate(exactly(() => 400)).adjustment).toMatchObject({ kind: 'too-much' });
  });

  test('is not made for a pen that does not go deeper when it should', () => {
    const stuck = exactly((depthUm) => 1_000 - depthUm);
    expect(evaluate(stuck).adjustment?.kind).not.toBe('curve');
  });
});

test('values that fall are pooled with their neighbours, and rising ones are left', () => {
  expect(neverFalling([1, 2, 3])).toEqual([1, 2, 3]);
  expect(neverFalling([1, 4, 2, 6])).toEqual([1, 3, 3, 6]);
  expect(neverFalling([3, 2, 1])).toEqual([2, 2, 2]);
});

test('a plan measures a pen at its own ends and on its own step', () => {
  expect(pointsFor(REACH)).toEqual([100, 250, 500, 750, 1_000, 1_500, 2_000]);
  expect(pointsFor({ ...REACH, depthUmMin: 250, depthUmMax: 2_500, depthStepUm: 250 }))
    .toEqual([250, 500, 750, 1_000, 1_500, 2_500]);
  expect(ratesFor({ ...REACH, rateCentiHzMin: 11_670, rateCentiHzMax: 11_670 }))
    .toEqual([11_670]);
});

test('the short plan measures every other point, both ends, in as many seatings', () => {
  const { pointsUm, seatings } = shortPlan(REACH);
  expect(pointsUm).toEqual([100, 500, 1_000, 2_000]);
  expect(seatings).toBe(standardPlan(REACH).seatings);
});

test('seatings go round the clockings, and then on to the next cartridge', () => {
  const plan = { ...standardPlan(REACH), clockings: 2, cartridges: 3 };
  const seats = [0, 1, 2, 3, 4, 5, 6].map((seating) => seatOf(plan, seating));
  expect(seats.map(({ clocking }) => clocking)).toEqual([0, 1, 0, 1, 0, 1, 0]);
  expect(seats.map(({ cartridge }) => cartridge)).toEqual([0, 0, 1, 1, 2, 2, 0]);
});
