/**
 * S-37: three guards that do not trust each other. A host that is broken above the wire moves
 * nothing beyond a cap as long as one of them stands; each is tried alone, and with all of them
 * silenced the judges complain, so it is the guards that keep them quiet.
 */
import { describe, expect, test } from 'vitest';
import type { hostStep } from '../../../host/loop/host-step.ts';
import { penMs, strokes, um } from '../../../protocol/units.ts';
import { step } from '../../../sim/firmware/index.ts';
import { demoPlan, onlyPlan } from '../parts.ts';
import { expectInnocent, grip, isFinished, lines, stage, type Stage } from '../stage.ts';
import { gullible } from './gullible.ts';
import {
  brokenHost,
  brokenStep,
  ENLARGED,
  type Enlarge,
  everyTask,
  MISJUDGED,
  misjudgedStep,
} from './hosts.ts';

const PLAN = onlyPlan({ area: 'nose', depthUm: 250, sizeMm2: 300 });
/** Under the eye, stamped, with a pen that may be there. */
const EYE_PLAN = {
  ...demoPlan(),
  areas: demoPlan()
    .areas.filter(({ area }) => area === 'infraorbital')
    .slice(0, 1),
};

/** The guards that still stand. */
interface Standing {
  readonly guard: boolean;
  readonly firmware: boolean;
}

const scene = (
  mind: typeof hostStep,
  { guard, firmware }: Standing,
  plan: unknown = PLAN,
): Stage =>
  stage({
    plan,
    mind: brokenHost(mind, guard),
    make: { step: firmware ? step : gullible },
  });

const GUARD_ALONE: Standing = { guard: true, firmware: false };
const FIRMWARE_ALONE: Standing = { guard: false, firmware: true };
const NOBODY: Standing = { guard: false, firmware: false };

function expectKeptBack(of: Stage): void {
  const refused = lines(of.world, 'refused').flatMap(({ refusals }) => refusals);
  expect(refused.map(({ code }) => code)).toContain('guard-refused');
  expect(lines(of.world, 'stop').map(({ reason }) => reason)).toContain('host-guard-refused');
  expect(of.world.snapshot()?.alarms.map(({ alarm }) => alarm)).toContain('guard-refused');
  expectInnocent(of);
}

describe('the guard before the wire, alone', () => {
  test.each(Object.keys(ENLARGED))('S-37 keeps back what control sends when it %s', (what) => {
    const enlarge = ENLARGED[what] ?? (() => undefined);
    const of = scene(brokenStep(enlarge), GUARD_ALONE);
    of.world.runFor(4_000);
    expectKeptBack(of);
  });

  test.each(Object.keys(MISJUDGED))('S-37 keeps back what admission lets in when it %s', (what) => {
    const misjudge = MISJUDGED[what] ?? ((treatment) => treatment);
    const of = scene(misjudgedStep(misjudge), GUARD_ALONE);
    of.world.runUntil(() => lines(of.world, 'stop').length > 0, 60_000);
    of.world.runFor(500);
    expectKeptBack(of);
  });

  test('S-37 what it keeps back is not written, STOP is, and the journal has the words', () => {
    const deeper = ENLARGED['arms 50 um deeper'] ?? (() => undefined);
    const of = scene(brokenStep(deeper), GUARD_ALONE);
    const wrote: string[] = [];
    of.court.testimony.onFrame(({ from, message }) => {
      if (from === 'host') wrote.push(message.kind);
    });
    of.world.runFor(4_000);
    expect(wrote).not.toContain('envelope');
    expect(wrote).not.toContain('arm');
    expect(wrote).toContain('stop');
    expect(of.world.strokes).toEqual([]);
    const [refused, ...more] = lines(of.world, 'refused');
    // It was tried five times, and told once.
    expect(more).toEqual([]);
    expect(refused?.refusals[0]).toMatchObject({
      code: 'guard-refused',
      facts: { message: 'envelope', rule: 'depth', asked: 250, allowed: 200 },
    });
  });
});

/** Far beyond the row, in the arming alone. */
const armsFarDeeper: Enlarge = (message) =>
  message.kind === 'arm' ? { ...message, depthUm: um(message.depthUm + 300) } : undefined;

/** Far beyond any credit and any lease. */
const grantsForEver: Enlarge = (message) =>
  message.kind === 'grant'
    ? {
        ...message,
        ceiling: strokes(message.ceiling + 200),
        notAfterPenMs: penMs(message.notAfterPenMs + 5_000),
      }
    : undefined;

/** A world whose cable is pulled while its pen runs, with the finger on the trigger. */
function pulled(of: Stage): Stage {
  of.world.runUntil(() => of.world.strokes.length >= 5, 5_000);
  grip(of);
  of.world.unplug();
  of.world.runFor(4_000);
  return of;
}

const deepRow = misjudgedStep(everyTask(({ depthUm }) => ({ depthUm: um(depthUm + 300) })));
const manyStrokes = misjudgedStep(
  everyTask(({ strokesPerPass, strokesLeft }) => ({
    strokesPerPass: strokes(3 * strokesPerPass),
    strokesLeft: strokes(3 * strokesLeft),
  })),
);

const judgedBy = ({ court }: Stage, checker: string): readonly string[] =>
  court.close().filter((complaint) => complaint.startsWith(`${checker}: `));

const ran = (of: Stage): Stage => {
  of.world.runUntil(() => isFinished(of.world), 8_000);
  return of;
};

describe('the guard in the pen, alone', () => {
  test('S-37 S-03 an arming deeper than its row of the envelope moves nothing', () => {
    const of = ran(scene(brokenStep(armsFarDeeper), FIRMWARE_ALONE));
    expect(of.world.strokes).toEqual([]);
    expect(JSON.stringify(of.world.said)).toContain('beyond-envelope');
    expectInnocent(of);
  });

  test('S-37 S-03 a row deeper than what is built in at the eye moves nothing', () => {
    const of = ran(scene(deepRow, FIRMWARE_ALONE, EYE_PLAN));
    expect(of.world.strokes).toEqual([]);
    expect(JSON.stringify(of.world.said)).toContain('beyond-ceiling');
    expectInnocent(of);
  });

  test('S-37 S-12 grants without an end move nothing', () => {
    const of = ran(scene(brokenStep(grantsForEver), FIRMWARE_ALONE));
    expect(of.world.strokes).toEqual([]);
    // The frames themselves were out of order, and that is all there is to complain of.
    const complaints = of.court.close();
    expect(complaints.filter((complaint) => !complaint.startsWith('order: '))).toEqual([]);
  });

  test('S-37 it knows neither person nor pass; the guard before the wire does', () => {
    expect(judgedBy(ran(scene(deepRow, FIRMWARE_ALONE)), 'depth')).not.toEqual([]);
    expect(judgedBy(ran(scene(manyStrokes, FIRMWARE_ALONE)), 'dose')).not.toEqual([]);
    for (const mind of [deepRow, manyStrokes]) expectKeptBack(ran(scene(mind, GUARD_ALONE)));
  });
});

describe('with every guard silenced', () => {
  test.each([
    ['too deep on the nose', deepRow, PLAN, 'depth'],
    ['too deep at the eye', deepRow, EYE_PLAN, 'depth'],
    ['deeper than its own envelope', brokenStep(armsFarDeeper), PLAN, 'depth'],
    ['three times the strokes', manyStrokes, PLAN, 'dose'],
  ])('S-37 the judges complain of a pen that goes %s', (_, mind, plan, checker) => {
    expect(judgedBy(ran(scene(mind, NOBODY, plan)), checker)).not.toEqual([]);
  });

  test('S-37 the judges complain of a pen that goes on when its cable is pulled', () => {
    const of = pulled(scene(brokenStep(grantsForEver), NOBODY, onlyPlan({ sizeMm2: 1_000 })));
    expect(judgedBy(of, 'stop-bound')).not.toEqual([]);
  });

  test('S-37 a silenced guard and a gullible pen are innocent as long as the host is right', () => {
    const sound = (message: Parameters<Enlarge>[0]): ReturnType<Enlarge> => message;
    const of = ran(scene(brokenStep(sound), NOBODY));
    expect(of.world.strokes.length).toBeGreaterThan(20);
    expectInnocent(of);
  });
});
