/**
 * Into the area below the eye: it takes a confirmation of its own, runs in stamps, one press and
 * one grant, and is never as deep as the cheek was that came before it.
 */
import { describe, expect, test } from 'vitest';
import { areaCode } from '../../../protocol/area.ts';
import { demoPlan, diligent, onlyPlan } from '../parts.ts';
import { expectInnocent, finish, lines, reach, stage } from '../stage.ts';

const EYE = areaCode('infraorbital');

function cheekAndEye(): Record<string, unknown> {
  const plan = demoPlan();
  const areas = plan.areas.filter(({ area, side }) => area === 'infraorbital' || side === 'right');
  return { ...plan, areas: areas.map((area) => ({ ...area, sizeMm2: 300 })) };
}

describe.each(['meridian-p', 'linnet-p'] as const)('with a %s', (model) => {
  test('S-06 the eye is stamped after the cheek: one press, one grant, a few strokes', () => {
    const scene = stage({ model, plan: cheekAndEye() });
    const { world, court } = scene;
    const holds = new Map<number, number>();
    court.testimony.onFrame(({ message }) => {
      if (message.kind !== 'grant' || court.testimony.arming()?.arm.area !== EYE) return;
      holds.set(message.holdId, (holds.get(message.holdId) ?? 0) + 1);
    });
    finish(scene);
    const task = world.host()?.control?.treatment.tasks.find(({ zone }) => zone === 'eye');
    expect(task?.stamp).toBe(true);
    expect([...holds.values()].every((grants) => grants === 1)).toBe(true);
    expect(holds.size).toBeGreaterThan(1);
    const inEye = world.strokes.filter(({ areaTag }) => areaTag === EYE);
    expect(inEye.length).toBeGreaterThan(0);
    expect(Math.max(...inEye.map(({ peakUm }) => peakUm))).toBeLessThanOrEqual(250);
    expect(lines(world, 'stop')).toEqual([]);
    expectInnocent(scene);
  });
});

test('S-11 the eye is not armed without its own confirmation', () => {
  const scene = stage({ plan: cheekAndEye(), provider: () => undefined });
  const { world } = scene;
  reach(scene, 'ready');
  world.runFor(1_000);
  world.tell({ kind: 'arm', area: 'infraorbital', side: 'left', eyeConfirmed: false });
  world.runFor(2_000);
  expect(JSON.stringify(world.said.at(-1))).toContain('eye-not-confirmed');
  expect(lines(world, 'reservation')).toEqual([]);
  expectInnocent(scene);
});

test('S-11 an area is left disarmed and retracted before the next is armed', () => {
  const scene = stage({ plan: cheekAndEye() });
  const { world, court } = scene;
  const atArm: boolean[] = [];
  court.testimony.onFrame(({ message }) => {
    if (message.kind === 'arm') atArm.push(world.pen().truth().retracted);
  });
  finish(scene);
  expect(atArm.length).toBeGreaterThanOrEqual(3);
  expect(atArm.every(Boolean)).toBe(true);
  expectInnocent(scene);
});

test('S-45 a pen of class S does not come near the eye', () => {
  const scene = stage({ model: 'meridian-s', plan: cheekAndEye(), provider: diligent });
  scene.world.runFor(5_000);
  expect(scene.world.strokes).toEqual([]);
  expect(scene.world.said.some(({ kind }) => kind === 'not-admitted')).toBe(true);
  expectInnocent(scene);
});

test('a plan without the eye asks for nothing of the kind', () => {
  const scene = stage({ plan: onlyPlan({ sizeMm2: 200 }) });
  finish(scene);
  expectInnocent(scene);
});
