/**
 * The clock on the wall jumps, and nothing follows it: not the pen, not the host, not a budget. It
 * is in the lines of the journal, and nowhere else; only that what was admitted on one day is armed
 * on that day alone.
 */
import { expect, test } from 'vitest';
import { freshSkin } from '../checkers/skin.ts';
import { on } from '../../support/limit-world.ts';
import { demoPlan, freshDisk, onlyPlan, partsOf, WORLD_DAY } from '../parts.ts';
import { expectInnocent, finish, lines, reachStrokes, type Stage, stage } from '../stage.ts';
import { createWorld, type World } from '../world.ts';

/** The same skin under another plan. */
const AGAIN = onlyPlan({ rateCentiHz: 7_900 });

/** Everything that was said on the wire, both ways, in order. */
function listenTo({ world }: Stage): readonly string[] {
  const heard: string[] = [];
  world.onBytes((tap, bytes) => {
    if (tap === 'host-wrote' || tap === 'pen-wrote') {
      heard.push(`${String(world.nowMs())} ${tap} ${Buffer.from(bytes).toString('hex')}`);
    }
  });
  return heard;
}

/** One whole treatment, with the wall clock set to these days on the way. */
function wireOf(days: readonly string[]): readonly string[] {
  const disk = freshDisk();
  const scene = stage({ plan: onlyPlan(), disk });
  const heard = listenTo(scene);
  for (const [index, day] of days.entries()) {
    reachStrokes(scene, 30 + 130 * index);
    disk.day = day;
  }
  finish(scene);
  expectInnocent(scene);
  const seen = new Set(scene.world.entries.map(({ at }) => at.slice(0, 10)));
  expect(seen.size).toBe(days.length + 1);
  return heard;
}

test('S-28 a wall clock that jumps in motion changes not one byte on the wire', () => {
  const undisturbed = wireOf([]);
  expect(undisturbed.length).toBeGreaterThan(500);
  expect(wireOf(['2020-01-01', '2039-12-31'])).toEqual(undisturbed);
});

test.each(['2026-11-19', '2020-01-01'])(
  'S-28 what was done while the clock said %s is spent when the clock is right again',
  (day) => {
    const disk = freshDisk();
    const skin = freshSkin();
    const first = stage({ plan: onlyPlan(), disk }, { skin });
    reachStrokes(first, 1);
    disk.day = day;
    finish(first);
    expectInnocent(first);
    first.world.killHost();
    disk.day = WORLD_DAY;
    const second = stage({ plan: AGAIN, disk, pen: first.world.pen(), seed: 2 }, { skin });
    const made = second.world.strokes.length;
    second.world.runFor(10_000);
    expect(second.world.strokes).toHaveLength(made);
    expect(JSON.stringify(lines(second.world, 'refused').at(-1))).toContain('budget-spent');
    expectInnocent(second);
  },
);

/** A world whose calendar a story can turn. */
function onCalendar() {
  const calendar = { today: on(WORLD_DAY) };
  const parts = { ...partsOf({ plan: demoPlan() }), today: () => calendar.today };
  return { calendar, world: createWorld(parts) };
}

const refusals = ({ entries }: World): string =>
  JSON.stringify(entries.filter(({ kind }) => kind === 'refused'));

test('a host that was left running past midnight admits nothing before it is started anew', () => {
  const { calendar, world } = onCalendar();
  calendar.today = on('2026-11-21');
  world.runFor(5_000);
  expect(world.snapshot()).toBeUndefined();
  expect(world.strokes).toEqual([]);
  expect(refusals(world)).toContain('day-changed');
  expect(JSON.stringify(world.said)).toContain('Another day has begun');
});

test.each(['2026-11-21', '2026-11-19'])(
  'a treatment on which the day has become %s ends its hold and arms nothing more',
  (day) => {
    const { calendar, world } = onCalendar();
    expect(world.runUntil(() => world.strokes.length >= 30)).toBe(true);
    const armed = lines(world, 'armed');
    calendar.today = on(day);
    expect(world.runUntil(() => refusals(world).includes('day-changed'))).toBe(true);
    const made = world.strokes.length;
    expect(made).toBeGreaterThan(100);
    world.runFor(5_000);
    expect(world.strokes).toHaveLength(made);
    expect(lines(world, 'armed')).toEqual(armed);
    expect(world.pen().firmware().latch.reason).toBe('none');
  },
);

test('S-28 the same plan on a fresh disk is treated, so the refusal above is the budget', () => {
  const scene = stage({ plan: AGAIN });
  finish(scene);
  expect(scene.world.strokes.length).toBeGreaterThan(100);
  expect(lines(scene.world, 'treatment-opened')[0]?.at.slice(0, 10)).toBe(WORLD_DAY);
});
