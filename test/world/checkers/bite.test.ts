/**
 * Every checker complains when the one rule that it stands for is taken away, from the firmware,
 * the plant, the host or the disk. A judge that cannot be made to speak is decoration.
 */
import { describe, expect, test } from 'vitest';
import { budgetKey } from '../../../host/core/plan.ts';
import type { Filed, OpenFile } from '../../../host/journal/door.ts';
import type { Entry } from '../../../host/journal/index.ts';
import { step } from '../../../sim/firmware/index.ts';
import { strokes } from '../../../protocol/units.ts';
import { TWINS } from '../../sim/firmware/twins.ts';
import { on } from '../../support/limit-world.ts';
import { HANDS } from '../../campaign/hands.ts';
import { type Change, onlyPlan, freshDisk, persistent, WORLD_DAY } from '../parts.ts';
import {
  finish,
  grip,
  isFinished,
  letGo,
  reach,
  reachStrokes,
  speakAsHost,
  type Stage,
  stage,
} from '../stage.ts';
import type { CheckerName } from './all.ts';
import { freshSkin, type Skin } from './skin.ts';

type Firmware = typeof step;

const withTwin = (twin: Firmware | undefined): Change => ({
  make: twin === undefined ? {} : { step: twin },
});

const twinOf = (rule: string): Change => {
  expect(Object.keys(TWINS)).toContain(rule);
  return withTwin(TWINS[rule]);
};

/** What a checker said. */
const saidBy = ({ court }: Stage, checker: CheckerName): readonly string[] =>
  court.close().filter((complaint) => complaint.startsWith(`${checker}: `));

/** Firmware that moves for anybody who holds its trigger once it is armed, and hears no stop. */
const withoutGrants: Firmware = (state, event, elapsedMs) => {
  const { doing, hold, ages, ledger } = state;
  if (event.kind === 'received' && event.message.kind === 'stop') return { state, effects: [] };
  if (doing.kind !== 'armed' || !hold.held) return step(state, event, elapsedMs);
  const permit = { ceiling: ledger.strokes + 15, notAfterPenMs: ages.penMs + 150 };
  const backed = { ...state, ledger: { ...ledger, storedMark: permit.ceiling } };
  return step({ ...backed, doing: { ...doing, permit } }, event, elapsedMs);
};

/** Firmware that answers that it is armed anew while it is armed. */
const armsTwice: Firmware = (state, event, elapsedMs) => {
  const again = event.kind === 'received' && event.message.kind === 'arm';
  const forgets = again && state.doing.kind === 'armed';
  return step(forgets ? { ...state, doing: { kind: 'idle' } } : state, event, elapsedMs);
};

/** Firmware for which a grant has no end at all, neither in strokes nor in time. */
const withoutEnd: Firmware = (state, event, elapsedMs) => {
  const { doing, ledger, ages } = state;
  if (doing.kind !== 'running') return step(state, event, elapsedMs);
  const far = ledger.strokes + 1_000;
  const permit = { ceiling: far, notAfterPenMs: ages.penMs + 1_000 };
  const motion = { ...doing.motion, permit };
  const unbound = { ...state, ledger: { ...ledger, storedMark: far } };
  return step({ ...unbound, doing: { ...doing, motion } }, event, elapsedMs);
};

/** A world whose cable is pulled while its pen runs. */
function pulled(change: Change): Stage {
  const scene = stage(change);
  reachStrokes(scene, 30);
  grip(scene);
  scene.world.unplug();
  scene.world.runFor(3_000);
  return scene;
}

test('S-12 a pen that forgets its ceiling is caught', () => {
  const scene = pulled(withTwin(withoutEnd));
  expect(saidBy(scene, 'ceiling').join()).toContain('beyond the ceiling');
});

test('S-22 a pen that does not debit its strokes is caught', () => {
  const forgetful: Firmware = (state, event, elapsedMs) => {
    const { doing } = state;
    if (doing.kind !== 'running') return step(state, event, elapsedMs);
    const motion = { ...doing.motion, edges: 0, leastStrokes: 0 };
    const ages = { ...state.ages, dueUnits: 0 };
    return step({ ...state, ages, doing: { ...doing, motion } }, event, elapsedMs);
  };
  const scene = stage(withTwin(forgetful));
  scene.world.runFor(20_000);
  expect(saidBy(scene, 'ceiling').join()).toContain('debited');
});

/** Firmware for which needles that come out cost nothing before a turn is counted. */
const comesOutForNothing: Firmware = (state, event, elapsedMs) => {
  const { doing } = state;
  if (doing.kind !== 'running') return step(state, event, elapsedMs);
  const motion = { ...doing.motion, leastStrokes: 0 };
  return step({ ...state, doing: { ...doing, motion } }, event, elapsedMs);
};

test.each([
  ['is caught', comesOutForNothing, true],
  ['is no harm where each time costs a stroke', step, false],
] as const)('S-04 a jammed cam under a finger that taps %s', (_, firmware, guilty) => {
  const scene = stage({
    ...withTwin(firmware),
    seed: 51,
    model: 'stipple-36',
    plan: onlyPlan({ area: 'back', sizeMm2: 2_500, depthUm: 620, rateCentiHz: 12_000, passes: 1 }),
    style: HANDS.tapping,
    provider: persistent,
    faults: [{ kind: 'motor-stall', at: { kind: 'stroke', stroke: 71 }, lasting: { ms: 500 } }],
  });
  scene.world.runFor(9_000);
  expect(saidBy(scene, 'ceiling').join().includes('debited')).toBe(guilty);
});

test('S-02 a pen outside its certificate is caught', () => {
  const scene = stage({
    faults: [
      { kind: 'outside-certificate', offsetUm: 60, at: { kind: 'ms', ms: 0 }, lasting: 'for-good' },
    ],
  });
  scene.world.runFor(20_000);
  expect(saidBy(scene, 'depth').join()).toContain('may ever become');
});

test('S-01 a stroke beyond the cap of the table is caught', () => {
  const deep: Firmware = (state, event, elapsedMs) => {
    const done = step(state, event, elapsedMs);
    const effects = done.effects.map((effect) =>
      effect.kind === 'drive' && effect.drive.depthUm > 0
        ? { ...effect, drive: { ...effect.drive, depthUm: 1_900 } }
        : effect,
    );
    return { state: done.state, effects };
  };
  const scene = stage(withTwin(deep));
  scene.world.runFor(20_000);
  expect(saidBy(scene, 'depth').join()).toContain('beyond the cap');
});

test('S-12 a pen that forgets its lease is caught', () => {
  // Slow enough that the lease ends before the credit does.
  const scene = pulled({ ...twinOf('the lease'), plan: onlyPlan({ rateCentiHz: 3_000 }) });
  expect(saidBy(scene, 'permission').join()).toContain('after its grant was over');
});

test('S-15 a pen that does not feel the finger leave is caught', () => {
  const scene = stage(twinOf('the trigger'));
  scene.world.runFor(30_000);
  expect(saidBy(scene, 'permission').join()).toContain('after the trigger was let go');
});

test('S-33 a pen that is deaf to a stop is caught', () => {
  const scene = stage(twinOf('to stop when told'));
  reachStrokes(scene, 30);
  scene.world.tell({ kind: 'stop', by: 'provider' });
  scene.world.runFor(2_000);
  expect(saidBy(scene, 'permission').join()).toContain('after its arming ended');
});

test('S-14 a pen that does not withdraw is caught', () => {
  const scene = stage(twinOf('to withdraw'));
  scene.world.runFor(20_000);
  expect(saidBy(scene, 'retraction')).not.toEqual([]);
});

test('S-12 a pen that moves without a grant is caught', () => {
  const scene = stage({ ...withTwin(withoutGrants), pedal: true });
  reach(scene, 'ready');
  // The pedal is there for arming and never pressed, so the host grants nothing.
  scene.world.tell({ kind: 'pedal', pedal: 'released' });
  scene.world.runFor(20_000);
  expect(saidBy(scene, 'order').join()).toContain('without a grant');
});

test('S-20 a pen that lets itself be armed anew while it is armed is caught', () => {
  const scene = stage(withTwin(armsTwice));
  const { world, court } = scene;
  world.runUntil(() => court.testimony.arming() !== undefined, 20_000);
  const { arm } = court.testimony.arming() ?? {};
  expect(arm).toBeDefined();
  if (arm === undefined) return;
  speakAsHost(scene, { ...arm, armingId: arm.armingId + 1, depthUm: arm.depthUm });
  world.runFor(500);
  expect(saidBy(scene, 'order').join()).toContain('while');
});

test('S-13 strokes beyond the published bound after the last grant are caught', () => {
  expect(saidBy(pulled(withTwin(withoutEnd)), 'stop-bound')).not.toEqual([]);
});

test('S-04 a budget that a lost disk gives back is caught', () => {
  const skin = freshSkin();
  const scenes = [1, 2, 3, 4].map((seed) => {
    const scene = stage({ seed, plan: onlyPlan({}) }, { skin });
    scene.world.runUntil(() => isFinished(scene.world));
    return scene;
  });
  expect(scenes.map((scene) => saidBy(scene, 'dose').length > 0)).toEqual([
    false, true, true, true,
  ]);
});

describe('what only the skin remembers is seen', () => {
  const person = 'demo-person-1';
  const key = budgetKey(person, 'forehead', 'midline');
  const remembering = (remember: (skin: Skin) => void): Stage => {
    const skin = freshSkin();
    remember(skin);
    const scene = stage({ plan: onlyPlan() }, { skin });
    scene.world.runFor(8_000);
    return scene;
  };

  test('S-07 contact that an area has had before', () => {
    const scene = remembering((skin) => skin.contactMs.set(key, 60_000));
    expect(saidBy(scene, 'time').join()).toContain('ms of contact');
  });

  test('S-09 a face that has had its time, and its punctures, today', () => {
    const scene = remembering(({ today }) => {
      Object.assign(today, { faceMs: 1_230_000, wholeMs: 1_230_000, facePunctures: 1_500_000 });
    });
    const said = saidBy(scene, 'time').join();
    expect(said).toContain('the face had too long a day');
    expect(said).toContain('too many punctures today');
  });

  test('S-10 an area that was treated three days ago', () => {
    const scene = remembering((skin) => skin.treatedOn.set(key, [on(WORLD_DAY) - 3]));
    expect(saidBy(scene, 'dose').join()).toContain('it was treated 3 days ago');
  });

  test('S-30 a cartridge that was in somebody else', () => {
    const scene = remembering((skin) => skin.usedCartridges.add('CART-1'));
    expect(saidBy(scene, 'dose').join()).toContain('its cartridge was used before');
  });
});

/** Firmware that takes a finger that stays for one that has pressed anew. */
const pressesAnew: Firmware = (state, event, elapsedMs) => {
  const { hold, doing, ages } = state;
  const spent = doing.kind === 'armed' && hold.held && hold.spent;
  const anew = { ...hold, id: hold.id + 1, spent: false, fresh: true };
  const pressed = { ...state, hold: anew, ages: { ...ages, heldMs: 0 } };
  return step(spent ? pressed : state, event, elapsedMs);
};

test('S-15 a pen that takes one long press for two is caught', () => {
  const scene = stage({ ...withTwin(pressesAnew), plan: onlyPlan({ sizeMm2: 2_000 }) });
  reachStrokes(scene, 10);
  grip(scene);
  scene.world.runFor(20_000);
  expect(saidBy(scene, 'human').join()).toContain('without a new press');
});

test('S-21 a host that clears by itself is caught', () => {
  const scene = stage({ plan: onlyPlan() });
  const { world } = scene;
  reachStrokes(scene, 30);
  world.tell({ kind: 'stop', by: 'provider' });
  reach(scene, 'latched');
  letGo(scene);
  world.runFor(500);
  world.tellUnasked({ kind: 'clear', by: 'nobody' });
  world.runFor(500);
  expect(saidBy(scene, 'human').join()).toContain('nobody had asked');
});

test('S-24 a disk that says synced and did not is caught', () => {
  const disk = freshDisk();
  const { create, open } = disk.door;
  const synced = { ok: true, value: undefined } as const;
  const lying = (opened: Filed<OpenFile>): Filed<OpenFile> =>
    opened.ok
      ? { ok: true, value: { ...opened.value, sync: (done) => done(synced) } }
      : opened;
  Object.assign(disk.door, {
    create: (path: string) => lying(create(path)),
    open: (path: string) => lying(open(path)),
  });
  const scene = stage({ disk });
  scene.world.runFor(5_000);
  expect(saidBy(scene, 'reservation')).not.toEqual([]);
});

test('S-23 a record that tells of less than happened is caught', () => {
  const retell = (entry: Entry): Entry => {
    if (entry.kind === 'settled') return { ...entry, strokes: strokes(entry.strokes >> 2) };
    return entry.kind === 'train' ? { ...entry, toStrokes: strokes(0) } : entry;
  };
  const scene = stage({ plan: onlyPlan({}) }, { retell });
  finish(scene);
  const said = saidBy(scene, 'totals').join();
  expect(said).toContain('the record tells of');
  expect(saidBy(scene, 'ledger').join()).toContain('the ledger moved by');
  expect(saidBy(scene, 'journal').join()).toContain('verification finds');
});
