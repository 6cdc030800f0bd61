/**
 * What a person is shown of a treatment, phase by phase.
 */
import { describe, expect, test } from 'vitest';
import type { PhaseKind } from '../../../host/core/control/state.ts';
import { snapshotOf } from '../../../host/core/snapshot.ts';
import { strokes } from '../../../protocol/units.ts';
import { armed, createScene, latched, ready, running, SCENES, stroke } from './control/scene.ts';

describe('a snapshot', () => {
  test('says in every phase what a person has to do next', () => {
    const next = Object.fromEntries(
      (Object.keys(SCENES) as PhaseKind[]).map((phase) => [
        phase, snapshotOf(SCENES[phase]().control).next,
      ]),
    );
    expect(next).toEqual({
      unlinked: 'connect', ready: 'arm', reserving: 'wait', loading: 'wait', armed: 'press',
      running: 'glide', ending: 'wait', stopping: 'wait', latched: 'clear', clearing: 'wait',
      finished: 'none', failed: 'none',
    });
  });

  test('asks to finish once every area is done', () => {
    const { control } = ready();
    const progress = control.progress.map((area) => ({ ...area, done: true }));
    expect(snapshotOf({ ...control, progress }).next).toBe('finish');
  });

  test('counts what is being delivered now into the area that is armed', () => {
    const scene = running();
    stroke(scene, 4);
    const { areas, active } = snapshotOf(scene.control);
    expect(active).toBe(0);
    expect(areas[0]).toMatchObject({ state: 'active', strokes: 5, passStrokes: 5, contactMs: 20 });
    expect(areas[0]?.puncturesPerCm2).toBe(7);
    expect(areas[1]).toMatchObject({ state: 'open', strokes: 0, eye: true, stamp: true });
  });

  test('never shows more for an arming than was permitted', () => {
    const scene = armed();
    scene.hear({ strokes: strokes(5_000) });
    expect(snapshotOf(scene.control).areas[0]?.strokes).toBe(100);
  });

  test('lists what stands against an area, and that the treatment is somewhere else', () => {
    const scene = ready();
    expect(snapshotOf(scene.control).areas[1]?.against).toEqual([]);
    expect(snapshotOf(armed().control).areas[1]?.against).toEqual([
      { code: 'not-now', phase: 'armed' },
    ]);
  });

  test('names the latch, its cause and the alarms that are on', () => {
    const { latch, cause, alarms } = snapshotOf(latched().control);
    expect(latch).toBe('host-stop');
    expect(cause).toEqual({ kind: 'operator', by: 'Anna' });
    expect(alarms).toMatchObject([{ alarm: 'operator-stop', priority: 'low' }]);
  });

  test('has no pen before there is one, and what it does not sense stays unsaid', () => {
    expect(snapshotOf(createScene().control).pen).toBeUndefined();
    expect(snapshotOf(ready().control).pen).toMatchObject({
      serial: 'MP-1', retracted: true, trigger: false, contact: false, depthUm: undefined,
    });
  });
});
