/**
 * Pens that lose their power, their ledger or their cartridge, that are not the pen that was
 * admitted, or whose trigger, clock or sensor tells something that is not so.
 */
import { describe, expect, test } from 'vitest';
import { step } from '../../../sim/firmware/index.ts';
import { cartridgeFor, penModel, takeCartridge } from '../../../sim/models/index.ts';
import { insertCartridge } from '../../../sim/plant/index.ts';
import { HASTY_HAND, HEAVY_HAND } from '../../../sim/operator/index.ts';
import { createRandom } from '../../../sim/random.ts';
import { PERFECT_LINE } from '../../../sim/wire.ts';
import { on } from '../../support/limit-world.ts';
import { demoPlan, diligent, onlyPlan, penFor, persistent, WORLD_DAY } from '../parts.ts';
import {
  expectInnocent,
  finish,
  grip,
  letGo,
  lines,
  reach,
  reachStrokes,
  type Stage,
  stage,
} from '../stage.ts';

const FOR_GOOD = 'for-good';

const FOREHEAD_OF_DEMO = {
  area: 'forehead',
  side: 'midline',
  sizeMm2: 400,
  depthUm: 500,
  rateCentiHz: 8_000,
  passes: 2,
};

/** Another cartridge out of the same box. */
function anotherCartridge(serial: string): ReturnType<typeof takeCartridge> {
  const today = on(WORLD_DAY);
  const model = penModel('meridian-p', today);
  const box = { lot: 'LOT-7', serial, expiryDay: today + 200, usedStrokes: 0 };
  return takeCartridge(cartridgeFor(model), box, model, createRandom(9, 9));
}

describe.each(['power', 'brown-out'] as const)('S-25 a pen that resets (%s)', (kind) => {
  test.each(['armed', 'running'])('while it is %s latches, and goes on after a clear', (phase) => {
    const scene = stage({ plan: onlyPlan(), provider: persistent });
    const { world } = scene;
    if (phase === 'running') reachStrokes(scene, 50);
    else reach(scene, phase);
    world.pen().reset(kind);
    world.runFor(200);
    expect(world.pen().truth()).toMatchObject({ retracted: true, motorOn: false });
    finish(scene);
    expect(lines(world, 'latched').map(({ reason }) => reason)).toEqual(['reset-in-motion']);
    expectInnocent(scene);
  });
});

describe('S-25 a cam that runs out after a reset is explained', () => {
  test('where the pen lost its power between two strokes of thirty-six needles', () => {
    const areas = [
      { ...FOREHEAD_OF_DEMO, sizeMm2: 141 },
      { ...FOREHEAD_OF_DEMO, area: 'cheek', side: 'left', sizeMm2: 139, depthUm: 750 },
    ];
    const scene = stage({
      seed: 856,
      model: 'stipple-36',
      plan: { ...demoPlan(), areas },
      style: HASTY_HAND,
      provider: persistent,
    });
    scene.world.runFor(3_723);
    scene.world.pen().reset('power');
    finish(scene);
    expectInnocent(scene);
  });

  test('where a brown-out met a jammed motor on a wire that loses frames', () => {
    const scene = stage({
      seed: 595,
      model: 'meridian-s',
      plan: onlyPlan({ area: 'cheek', side: 'right', sizeMm2: 328, depthUm: 750 }),
      style: HEAVY_HAND,
      provider: persistent,
      line: { ...PERFECT_LINE, latencyMs: 2, lossPpm: 20_000, duplicatePpm: 20_000 },
      faults: [{ kind: 'motor-stall', at: { kind: 'ms', ms: 5_678 }, lasting: { ms: 400 } }],
    });
    scene.world.runFor(5_058);
    scene.world.pen().reset('brown-out');
    finish(scene);
    expect(scene.court.close()).toEqual([]);
  });
});

test('a pen that stood still for a moment hears again, after its host has died as well', () => {
  const cheek = { ...FOREHEAD_OF_DEMO, area: 'cheek', depthUm: 750 };
  const areas = [
    { ...cheek, side: 'left', sizeMm2: 279 },
    { ...cheek, side: 'right', sizeMm2: 189 },
  ];
  const scene = stage(
    {
      seed: 42,
      plan: { ...demoPlan(), areas },
      provider: persistent,
      faults: [{ kind: 'pen-hang', ms: 6, at: { kind: 'ms', ms: 5_062 } }],
    },
    { allowance: { tailMs: 12, strokes: 3, deeperUm: 0 } },
  );
  const { world } = scene;
  world.runFor(3_974);
  world.killHost();
  world.runFor(1_200);
  world.startHost();
  finish(scene);
  expect(scene.court.close()).toEqual([]);
});

test('a pen that resets between areas is simply linked again', () => {
  const scene = stage({ plan: onlyPlan(), provider: diligent });
  const { world } = scene;
  world.runUntil(() => world.snapshot()?.phase === 'ready');
  world.pen().reset('power');
  finish(scene);
  expect(lines(world, 'latched')).toEqual([]);
  expectInnocent(scene);
});

describe('a pen that resets in motion and has lost its ledger', () => {
  test.each(['nothing', 'older', 'damaged'] as const)('S-25 (%s left) stays unarmed', (left) => {
    const scene = stage({ plan: onlyPlan(), provider: persistent }, { excused: ['ceiling'] });
    const { world } = scene;
    reachStrokes(scene, 150);
    world.pen().reset('power', { ledgerLoss: left });
    const made = world.strokes.length;
    world.runFor(30_000);
    const more = world.strokes.length - made;
    // The cam runs out without power. An older ledger may still lie above what was made, and is
    // then as good as any.
    if (left !== 'older') expect(more).toBeLessThanOrEqual(3);
    expectInnocent(scene);
  });
});

describe('the cartridge', () => {
  test('S-30 pulled in motion stops the pen, and only the same one goes on', () => {
    const scene = stage({ plan: onlyPlan(), provider: persistent });
    const { world } = scene;
    reachStrokes(scene, 50);
    const same = world.pen().plant.cartridge;
    insertCartridge(world.pen().plant, undefined);
    world.runFor(3_000);
    expect(lines(world, 'latched').map(({ reason }) => reason)).toContain('cartridge-gone');
    const made = world.strokes.length;
    world.runFor(3_000);
    expect(world.strokes).toHaveLength(made);
    insertCartridge(world.pen().plant, same);
    finish(scene);
    expectInnocent(scene);
  });

  test.each(['between areas', 'in motion'])('S-30 that is another (%s) arms nothing', (when) => {
    const scene = stage({ plan: onlyPlan(), provider: persistent });
    const { world } = scene;
    if (when === 'in motion') reachStrokes(scene, 50);
    else world.runUntil(() => world.snapshot()?.phase === 'ready');
    insertCartridge(world.pen().plant, anotherCartridge('OTHER-1'));
    world.runFor(500);
    const made = world.strokes.length;
    world.runFor(20_000);
    expect(world.strokes).toHaveLength(made);
    expectInnocent(scene);
  });
});

test('S-29 another pen of one model is not the one that was admitted', () => {
  const scene = stage({ plan: onlyPlan({ sizeMm2: 1_000 }), provider: persistent });
  const { world } = scene;
  reachStrokes(scene, 60);
  world.unplug();
  world.runFor(1_000);
  world.swapPen(penFor('meridian-p', 77));
  world.plugIn();
  const made = world.strokes.length;
  world.runFor(20_000);
  expect(world.strokes).toHaveLength(made);
  expectInnocent(scene);
});

test('S-32 a pen with another catalogue can be read and not moved', () => {
  const foreign: typeof step = (state, event, elapsedMs) => {
    const done = step(state, event, elapsedMs);
    const effects = done.effects.map((effect) =>
      effect.kind === 'send' && effect.message.kind === 'welcome'
        ? { ...effect, message: { ...effect.message, schemaHash: 1 } }
        : effect,
    );
    return { state: done.state, effects };
  };
  const scene = stage({ plan: onlyPlan(), provider: persistent, make: { step: foreign } });
  const { world } = scene;
  world.runFor(10_000);
  expect(world.strokes).toEqual([]);
  expect(lines(world, 'reservation')).toEqual([]);
  expect(lines(world, 'pen-linked').length).toBeLessThanOrEqual(1);
  expectInnocent(scene);
});

describe('the trigger', () => {
  test('S-15 that was held before the arming starts nothing', () => {
    const scene = stage({ plan: onlyPlan(), provider: diligent });
    const { world } = scene;
    grip(scene);
    world.runFor(5_000);
    expect(world.strokes).toEqual([]);
    expect(world.snapshot()?.phase).toBe('ready');
    world.setHand(undefined);
    finish(scene);
    expectInnocent(scene);
  });

  test('that is pressed while the pen is being armed has to be pressed anew', () => {
    const scene = stage({ plan: onlyPlan(), provider: diligent });
    const { world } = scene;
    reach(scene, 'loading');
    grip(scene);
    world.runFor(5_000);
    const [armed] = lines(world, 'armed');
    // Whether the pen was armed before or after the press, nothing moves unless pressed after it.
    expect(world.strokes.length === 0 || armed !== undefined).toBe(true);
    world.setHand(undefined);
    finish(scene);
    expectInnocent(scene);
  });

  test('that sticks is ended by the hold limit', () => {
    const scene = stage(
      {
        plan: onlyPlan({ sizeMm2: 2_000 }),
        provider: diligent,
        faults: [
          {
            kind: 'stuck-trigger',
            reads: true,
            at: { kind: 'stroke', stroke: 30 },
            lasting: FOR_GOOD,
          },
        ],
      },
      { excused: ['permission', 'retraction'] },
    );
    const { world } = scene;
    reachStrokes(scene, 30);
    letGo(scene);
    world.runFor(40_000);
    const held = lines(world, 'train').map(({ contactMs }) => contactMs);
    expect(held).toHaveLength(1);
    expect(world.pen().truth()).toMatchObject({ retracted: true, motorOn: false });
    expectInnocent(scene);
  });
});

test.each([-20_000, 20_000])('S-27 a clock that drifts by %i per million is no harm', (ppm) => {
  const scene = stage({ plan: onlyPlan(), make: { clockDriftPpm: ppm } });
  finish(scene);
  expect(lines(scene.world, 'stop')).toEqual([]);
  expectInnocent(scene);
});

test('S-34 a depth sensor that tells of strokes too deep stops the pen within a few', () => {
  const scene = stage(
    {
      plan: onlyPlan(),
      provider: diligent,
      faults: [
        {
          kind: 'outside-certificate',
          offsetUm: 150,
          at: { kind: 'stroke', stroke: 40 },
          lasting: FOR_GOOD,
        },
      ],
    },
    { excused: ['depth'] },
  );
  const { world } = scene;
  reach(scene, 'latched');
  expect(lines(world, 'latched').map(({ reason }) => reason)).toEqual(['too-deep']);
  const deep = world.strokes.filter(({ peakUm }) => peakUm > 560).length;
  expect(deep).toBeLessThanOrEqual(3);
  expectInnocent(scene);
});

/** What a pen that has done something elsewhere is. */
const strayed = (scene: Stage): void => {
  finish(scene);
  scene.world.killHost();
};

test('S-22 strokes that no journal explains bar every arming', () => {
  const elsewhere = stage({ plan: onlyPlan() });
  strayed(elsewhere);
  const scene = stage({ plan: onlyPlan(), pen: elsewhere.world.pen(), provider: persistent });
  scene.world.runFor(10_000);
  expect(scene.world.strokes).toEqual([]);
  const turned = scene.world.said.find(({ kind }) => kind === 'not-admitted');
  expect(JSON.stringify(turned)).toContain('journal');
  expectInnocent(scene);
});
