// What nobody said is taken at its worst, and what one limit has had another has had as well: the
// lines of admission whose loss nothing else would show.
import { expect, test } from 'vitest';
import { day } from '../../../host/core/day.ts';
import { personModifiers } from '../../../host/core/modifiers.ts';
import { wholeLeft } from '../../../host/core/whole-limit.ts';
import { PERSON, PROFILE, TODAY } from '../../support/limit-world.ts';

test('S-22 a condition that nobody asked about reduces as if it were there', () => {
  const young = { ...PERSON, fitzpatrick: 2, bornOn: day(TODAY - 11_000) };
  const { conditions } = PERSON;
  expect([...personModifiers(young, TODAY)]).toEqual([]);
  for (const [condition, reduction] of [
    ['very-lax-skin', 'fragile-skin'],
    ['irradiated-skin', 'fragile-skin'],
    ['steroid-thinned-skin', 'fragile-skin'],
    ['melasma-or-pigment-after-inflammation', 'darker-skin'],
  ] as const) {
    const { [condition]: _, ...known } = conditions;
    expect([...personModifiers({ ...young, conditions: known }, TODAY)]).toEqual([reduction]);
  }
});

test('S-09 a minute and a puncture on the face are of the whole treatment as well', () => {
  const spent = {
    faceNeedleOnMs: 60_000, bodyNeedleOnMs: 30_000, facePunctures: 5_000, bodyPunctures: 2_000,
  };
  const { needleOnMs, punctures } = PROFILE;
  expect(wholeLeft(PROFILE, spent)).toEqual({
    faceNeedleOnMs: needleOnMs.face - 60_000,
    wholeNeedleOnMs: needleOnMs.whole - 90_000,
    facePunctures: punctures.face - 5_000,
    wholePunctures: punctures.whole - 7_000,
  });
});
