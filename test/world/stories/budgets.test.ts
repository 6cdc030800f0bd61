/**
 * Every budget running out: strokes of a pass, passes, the whole area, contact, dwell, one hold,
 * and the limits of a whole treatment. Each ends what it bounds, none is overshot, and a person
 * has to act before anything goes on.
 */
import { expect, test } from 'vitest';
import type { Control } from '../../../host/core/control/state.ts';
import type { AreaTask, Treatment } from '../../../host/core/control/task.ts';
import { ms } from '../../../protocol/units.ts';
import type { Provider } from '../world.ts';
import { armNext, diligent, onlyPlan } from '../parts.ts';
import { expectInnocent, finish, grip, lines, reach, stage, type Stage } from '../stage.ts';

/** Tightens one number of the treatment before anything is armed, as a stricter table would. */
function tighten(
  scene: Stage,
  area: Partial<AreaTask>,
  whole: Partial<Treatment> = {},
): Control {
  const { world } = scene;
  reach(scene, 'ready');
  const control = world.host()?.control;
  if (control === undefined) throw new Error('a treatment that is ready has a control');
  const tasks = control.treatment.tasks.map((task) => ({ ...task, ...area }));
  const tightened = { ...control, treatment: { ...control.treatment, ...whole, tasks } };
  world.tell({ kind: 'begin', control: tightened });
  return tightened;
}

/** Arms every area once, and then looks on. */
const once = (): Provider => {
  let asked = false;
  return (snapshot) => {
    if (asked || snapshot.next !== 'arm') return undefined;
    const request = armNext(snapshot);
    asked = request?.kind === 'arm';
    return request;
  };
};

test('S-05 a pass ends at its allotment, and the next one needs a person', () => {
  const scene = stage({ plan: onlyPlan(), provider: once() });
  const { world } = scene;
  world.runFor(30_000);
  expect(world.snapshot()).toMatchObject({ phase: 'ready', next: 'arm' });
  expect(world.snapshot()?.areas[0]).toMatchObject({ passes: 2, passesDone: 1, state: 'open' });
  expect(lines(world, 'reservation')).toHaveLength(1);
  expectInnocent(scene);
});

test('S-04 an area whose passes are made is not armed again', () => {
  const scene = stage({ plan: onlyPlan(), provider: (snapshot, world) =>
    snapshot.next === 'finish' ? undefined : diligent(snapshot, world) });
  const { world } = scene;
  world.runUntil(() => world.snapshot()?.next === 'finish', 60_000);
  const made = world.strokes.length;
  world.tell({ kind: 'arm', area: 'forehead', side: 'midline', eyeConfirmed: false });
  world.runFor(5_000);
  expect(world.strokes).toHaveLength(made);
  expect(JSON.stringify(world.said.at(-1))).toContain('pass-limit');
  expectInnocent(scene);
});

test('S-07 contact time that runs out ends the train and the area', () => {
  const scene = stage({ plan: onlyPlan({ sizeMm2: 1_000 }), provider: diligent });
  tighten(scene, { contactMsLeft: ms(1_500) });
  finish(scene);
  const contact = lines(scene.world, 'settled').reduce((sum, line) => sum + line.contactMs, 0);
  expect(contact).toBeGreaterThan(1_300);
  expect(contact).toBeLessThanOrEqual(1_560);
  expect(lines(scene.world, 'stop')).toEqual([]);
  expectInnocent(scene);
});

test('one hold ends at its limit, and a new press goes on', () => {
  const scene = stage({ plan: onlyPlan({ sizeMm2: 1_000 }), provider: diligent });
  const { world } = scene;
  tighten(scene, { holdMs: ms(700) });
  reach(scene, 'armed');
  world.runFor(50);
  grip(scene);
  world.runFor(5_000);
  const [train, more] = lines(world, 'train');
  expect(more).toBeUndefined();
  expect(train?.contactMs).toBeLessThanOrEqual(760);
  expect(world.snapshot()?.phase).toBe('armed');
  world.setHand(undefined);
  finish(scene);
  expect(lines(world, 'latched')).toEqual([]);
  expectInnocent(scene);
});

test('S-08 a head that rests on one spot is ended at the dwell limit', () => {
  const scene = stage({ plan: onlyPlan({ sizeMm2: 1_000 }), provider: diligent });
  const { world } = scene;
  reach(scene, 'armed');
  const dwellMs = world.host()?.control?.treatment.tasks[0]?.dwellMs ?? 0;
  world.setHand((hand) => ({ ...hand, trigger: true, contact: true, glideMmS: 0, forceMn: 400 }));
  world.runFor(5_000);
  const [train, more] = lines(world, 'train');
  expect(more).toBeUndefined();
  expect(train?.contactMs).toBeLessThanOrEqual(dwellMs + 60);
  expect(lines(world, 'alarm').map(({ alarm }) => alarm)).toContain('dwell');
  expect(lines(world, 'latched')).toEqual([]);
  expectInnocent(scene);
});

test('S-09 needle-on time of the whole treatment ends the train and arms nothing more', () => {
  const scene = stage({ plan: onlyPlan({ sizeMm2: 1_000 }), provider: diligent });
  const { world } = scene;
  tighten(scene, {}, { needleOnMsLeft: { face: 2_000, whole: 5_000 } });
  world.runFor(60_000);
  expect(world.snapshot()?.needleOnMs).toBeLessThanOrEqual(2_060);
  expect(JSON.stringify(world.snapshot()?.areas[0]?.against)).toContain('needle-on-limit');
  expect(lines(world, 'latched')).toEqual([]);
  expectInnocent(scene);
});

test('S-09 punctures of the whole treatment are never overshot', () => {
  const scene = stage({ plan: onlyPlan({ sizeMm2: 1_000 }), provider: diligent });
  const { world } = scene;
  tighten(scene, {}, { puncturesLeft: { face: 14 * 100, whole: 14 * 500 } });
  world.runFor(60_000);
  expect(world.strokes.length).toBeLessThanOrEqual(100);
  expect(world.snapshot()?.punctures).toBeLessThanOrEqual(1_400);
  expect(lines(world, 'reservation').every(
    ({ fromStrokes, ceilingStrokes }) => ceilingStrokes - fromStrokes <= 100,
  )).toBe(true);
  expectInnocent(scene);
});

test.each([
  ['forehead', 12_000],
  ['abdomen', 15_000],
])('S-05 at the fastest rate of its row the %s is not overshot either', (area, rateCentiHz) => {
  const scene = stage({ plan: onlyPlan({ area, rateCentiHz, sizeMm2: 1_000 }) });
  finish(scene);
  expect(scene.world.strokes.length).toBeGreaterThan(300);
  expect(lines(scene.world, 'stop')).toEqual([]);
  expectInnocent(scene);
});
