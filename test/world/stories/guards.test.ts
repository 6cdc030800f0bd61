/**
 * A sound host and a sound pen: no guard has anything to refuse, and the judges have nothing to say
 * of depth at the eye or of a cable that is pulled. Whoever breaks a guard, or what it guards
 * against, finds one of these changed and the others as they were.
 */
import { expect, test } from 'vitest';
import { demoPlan, onlyPlan } from '../parts.ts';
import { grip, isFinished, lines, type Stage, stage } from '../stage.ts';

/** Under the eye alone. */
const eyePlan = (): unknown => ({
  ...demoPlan(),
  areas: demoPlan().areas.filter(({ area }) => area === 'infraorbital').slice(0, 1),
});

/** Reasons that the pen gave for everything that it refused. */
function refusedByPen({ court }: Stage): readonly string[] {
  const reasons: string[] = [];
  court.testimony.onFrame(({ message }) => {
    if (message.kind === 'outcome' && message.outcome === 'refused') reasons.push(message.reason);
  });
  return reasons;
}

const byGuard = ({ world }: Stage): readonly string[] =>
  lines(world, 'refused')
    .flatMap(({ refusals }) => refusals)
    .flatMap(({ code, facts }) => (code === 'guard-refused' ? String(facts['rule']) : []));

const said = ({ court }: Stage, ...checkers: readonly string[]): readonly string[] =>
  court.close().filter((complaint) => checkers.some((name) => complaint.startsWith(`${name}: `)));

const ran = (scene: Stage): Stage => {
  scene.world.runUntil(() => isFinished(scene.world), 20_000);
  return scene;
};

/** Pulls the cable of a pen that runs, with the finger on the trigger. */
function pulled(scene: Stage): Stage {
  scene.world.runUntil(() => scene.world.strokes.length >= 5, 5_000);
  grip(scene);
  scene.world.unplug();
  scene.world.runFor(4_000);
  return scene;
}

const small = (): unknown => onlyPlan({ sizeMm2: 1_000 });

test('S-37 of a sound host the guard before the wire refuses nothing', () => {
  expect(byGuard(ran(stage({ plan: eyePlan() })))).toEqual([]);
  expect(byGuard(ran(stage({ plan: small() })))).toEqual([]);
});

test('S-37 of a sound host the pen refuses nothing', () => {
  for (const plan of [eyePlan(), small()]) {
    const scene = stage({ plan });
    const reasons = refusedByPen(scene);
    ran(scene);
    expect(reasons).toEqual([]);
  }
});

test('S-01 at the eye no needle goes deeper than the cap', () => {
  expect(said(ran(stage({ plan: eyePlan() })), 'depth')).toEqual([]);
});

test('S-04 nobody is given more strokes than the area has', () => {
  expect(said(ran(stage({ plan: small() })), 'dose')).toEqual([]);
});

test('S-26 a cable that is pulled leaves a pen within its published bound', () => {
  expect(said(pulled(stage({ plan: small() })), 'stop-bound', 'ceiling')).toEqual([]);
});
