/**
 * A motor that jams in the middle of a treatment: the pen stops itself, a person clears it, and
 * what follows is as shallow as with a pen that is out of date, at the eye nothing at all, and so
 * it stays when the host dies and another one goes on.
 */
import { expect, test } from 'vitest';
import { areaCode } from '../../../protocol/area.ts';
import { demoPlan, persistent } from '../parts.ts';
import { expectInnocent, finish, isFinished, lines, reachStrokes, stage } from '../stage.ts';

const WANTED = 'Thick skin, agreed with the person.';
const CHEEK = { area: 'cheek', sizeMm2: 300, depthUm: 950, rateCentiHz: 8_000, passes: 1,
  reason: WANTED };
const PLAN = {
  ...demoPlan(),
  areas: [
    { ...CHEEK, side: 'left' },
    { ...CHEEK, side: 'right' },
    ...demoPlan().areas.filter(({ area }) => area === 'infraorbital'),
  ],
};
const JAM = { kind: 'motor-stall', at: { kind: 'stroke', stroke: 60 }, lasting: { ms: 400 } };
const RECOMMENDED_UM = 750;

const jammed = () => stage({ plan: PLAN, provider: persistent, faults: [JAM as never] });

test('S-47 after a jam a cheek is needled as the table recommends, and an eye not at all', () => {
  const scene = jammed();
  const { world } = scene;
  reachStrokes(scene, 59);
  const deep = lines(world, 'reservation').map(({ depthUm }) => depthUm);
  expect(Math.min(...deep)).toBeGreaterThan(RECOMMENDED_UM);
  finish(scene);
  expect(lines(world, 'latched').map(({ reason }) => reason)).toContain('stall');
  expect(lines(world, 'pen-shaken').map(({ by }) => by)).toEqual(['stall']);
  const after = lines(world, 'reservation').slice(deep.length);
  expect(after.some(({ side }) => side === 'right')).toBe(true);
  expect(Math.max(...after.map(({ depthUm }) => depthUm))).toBeLessThan(RECOMMENDED_UM);
  const shaken = world.strokes.slice(world.strokes.length - 100);
  expect(Math.max(...shaken.map(({ peakUm }) => peakUm))).toBeLessThanOrEqual(RECOMMENDED_UM);
  const eye = areaCode('infraorbital');
  expect(world.strokes.filter(({ areaTag }) => areaTag === eye)).toEqual([]);
  expectInnocent(scene);
});

test('S-47 a host that comes after it does not begin where the plan began', () => {
  const scene = jammed();
  const { world } = scene;
  reachStrokes(scene, 59);
  world.runUntil(() => lines(world, 'pen-shaken').length > 0, 20_000);
  world.killHost();
  world.runFor(1_000);
  world.startHost();
  world.runUntil(() => isFinished(world), 30_000);
  // The plan asks for more than such a pen may do, so it is not gone on with as it is.
  expect(world.said.some(({ kind }) => kind === 'not-admitted')).toBe(true);
  const { length } = lines(world, 'reservation');
  world.runFor(5_000);
  expect(lines(world, 'reservation').length).toBe(length);
  expectInnocent(scene);
});
