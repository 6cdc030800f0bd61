/**
 * A pen that is shaken while it treats: from then on every area has the depth of a pen that is out
 * of date, those at the eye are closed, a person is told, and a line of the journal says so.
 */
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../../../host/core/snapshot.ts';
import type { LatchReason } from '../../../../protocol/reason.ts';
import { um } from '../../../../protocol/units.ts';
import {
  armWish, asksOf, AT_REST, DONE, finishArming, latchPage, ledgerAt, notesOf, penWith, ready,
  refusalsOf, running, type Scene, showLatched, stroke, TREATMENT,
} from './scene.ts';

/** The pen latches by itself, is proven still, and a person clears it. */
function latchAndClear(scene: Scene, reason: LatchReason): void {
  scene.hear({ phase: 'latched', latch: reason, signals: AT_REST, armingId: 0 });
  showLatched(scene);
  scene.answer(ledgerAt(scene.telemetry.strokes));
  scene.answer(latchPage(reason));
  scene.tell({ kind: 'clear', by: 'Anna' });
  scene.answer(DONE);
  scene.hear({ phase: 'idle', latch: 'none', depthUm: undefined });
}

const depthsOf = ({ control }: Scene): readonly number[] =>
  control.treatment.tasks.map(({ depthUm }) => depthUm);
const shakenIn = (scene: Scene) =>
  notesOf(scene.effects).filter(({ kind }) => kind === 'pen-shaken');

describe.each(['stall', 'too-deep'] as const)('a pen that latches (%s)', (reason) => {
  test('S-47 is armed again no deeper than recommended, and said to be', () => {
    const scene = running();
    latchAndClear(scene, reason);
    expect(depthsOf(scene)).toEqual([500, 200, 500]);
    expect(shakenIn(scene)).toEqual([
      { kind: 'pen-shaken', serial: 'MP-1', certificateId: 'CERT-1', by: reason },
    ]);
    expect(scene.control.alarms['pen-shaken']).toBeDefined();
    expect(snapshotOf(scene.control)).toMatchObject({ shaken: reason });
    const asked = scene.effects.length;
    scene.tell(armWish());
    finishArming(scene);
    const arms = asksOf(scene.effects.slice(asked)).filter(({ kind }) => kind === 'arm');
    expect(arms).toMatchObject([{ depthUm: 500 }]);
    expect(scene.phase()).toBe('armed');
  });

  test('S-47 is not armed at the eye any more', () => {
    const scene = running();
    latchAndClear(scene, reason);
    const wish = armWish({ area: 'infraorbital', eyeConfirmed: true });
    expect(refusalsOf(scene.tell(wish))).toEqual(['pen-shaken']);
  });
});

test('S-47 a stroke that only the host found too deep counts as well', () => {
  const scene = running();
  stroke(scene, 1, { depthUm: um(750 + 61) });
  expect(scene.phase()).toBe('stopping');
  expect(depthsOf(scene)).toEqual([500, 200, 500]);
  expect(shakenIn(scene)).toMatchObject([{ by: 'too-deep' }]);
});

test('S-47 one that is within what the certificate says does not', () => {
  const scene = running();
  stroke(scene, 1, { depthUm: um(750 + 60) });
  expect([scene.phase(), depthsOf(scene)]).toEqual(['running', [750, 200, 750]]);
});

test.each(['host-stop', 'lease-expired', 'overspeed'] as const)(
  'S-47 another latch (%s) takes nothing away',
  (reason) => {
    const scene = running();
    latchAndClear(scene, reason);
    expect([depthsOf(scene), shakenIn(scene)]).toEqual([[750, 200, 750], []]);
  },
);

test('S-47 what was taken away does not come back, and is said once', () => {
  const scene = running();
  latchAndClear(scene, 'stall');
  scene.tell({ kind: 'link-lost', why: 'silent' });
  scene.tell({ kind: 'linked', pen: penWith() });
  scene.hear();
  latchAndClear(scene, 'too-deep');
  expect([depthsOf(scene), shakenIn(scene).length]).toEqual([[500, 200, 500], 1]);
  expect(scene.control.alarms['pen-shaken']).toBeDefined();
});

test('S-47 a pen that comes latched is shaken from the first telemetry on', () => {
  const scene = ready();
  scene.tell({ kind: 'link-lost', why: 'silent' });
  scene.tell({ kind: 'linked', pen: penWith({ latch: latchPage('stall') }) });
  scene.hear({ phase: 'latched', latch: 'stall' });
  expect(depthsOf(scene)).toEqual([500, 200, 500]);
});

test('S-47 a latch of another pen says nothing of this one', () => {
  const scene = ready({ ...TREATMENT, penSerial: 'MP-2' });
  scene.hear({ phase: 'latched', latch: 'stall' });
  expect(depthsOf(scene)).toEqual([750, 200, 750]);
});

test('a treatment of which only closed areas are left is to be finished', () => {
  const [, eye, back] = TREATMENT.tasks;
  const scene = ready({ ...TREATMENT, tasks: [eye, back].flatMap((task) => task ?? []) });
  latchAndClear(scene, 'stall');
  const done = scene.control.progress.map((one, index) => ({ ...one, done: index === 1 }));
  expect(snapshotOf(scene.control).next).toBe('arm');
  expect(snapshotOf({ ...scene.control, progress: done }).next).toBe('finish');
});
