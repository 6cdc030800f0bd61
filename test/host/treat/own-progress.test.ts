/**
 * A host that comes back knows as much of its treatment as the one that went: the fold over its own
 * lines gives the progress that control had, whatever happened on the way.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restOf } from '../../../host/core/control/account.ts';
import type { Entry } from '../../../host/journal/index.ts';
import { lastArmingId, ownProgress, splitAt, stopAges } from '../../../host/treat/own-progress.ts';
import { entriesOf } from '../../support/journal.ts';
import {
  armed,
  armWish,
  cutOff,
  DONE,
  finishArming,
  latchPage,
  ledgerAt,
  notesOf,
  PAGES,
  penWith,
  press,
  ready,
  release,
  type Scene,
  showLatched,
  stroke,
  TREATMENT,
} from '../core/control/scene.ts';
import { strokes } from '../../../protocol/units.ts';

const WISHES = [
  armWish(),
  armWish({ area: 'infraorbital', eyeConfirmed: true }),
  armWish({ area: 'back', side: 'right' }),
];

type Move = 'stroke' | 'release' | 'end' | 'stop' | 'cut' | 'reset';

const bootOf = (scene: Scene): number => scene.control.heard?.pen.bootId ?? 0;

/** Ends what is under way with the ledger at what the pen has shown, and somewhat beyond. */
function bringToRest(scene: Scene, how: 'stop' | 'cut' | 'reset', beyond: number): void {
  if (how === 'stop') scene.tell({ kind: 'stop', by: 'Anna' });
  else {
    scene.tell({ kind: 'link-lost', why: 'silent' });
    scene.tell({ kind: 'linked', pen: penWith({}, bootOf(scene) + (how === 'reset' ? 1 : 0)) });
    scene.tell({ kind: 'vitals', vitals: scene.vitals as never });
  }
  const reads = scene.telemetry.strokes + beyond;
  scene.telemetry = { ...scene.telemetry, strokes: strokes(reads) };
  showLatched(scene);
  const boot = { bootId: bootOf(scene), closed: how === 'reset' ? beyond % 2 : 1 };
  scene.answer(ledgerAt(reads, { ...boot, counted: strokes(reads - 100) }));
  scene.answer(latchPage('host-stop'));
  scene.tell({ kind: 'clear', by: 'Anna' });
  scene.answer(DONE);
  scene.hear({ phase: 'idle', latch: 'none' });
  // Locks are not the matter here.
  scene.control = { ...scene.control, stopAgesMs: [] };
}

function endArea(scene: Scene): void {
  if (scene.phase() === 'running') release(scene);
  if (scene.phase() === 'armed') scene.tell({ kind: 'end-area' });
  scene.answer(DONE);
  scene.hear({ phase: 'idle', armingId: 0 });
  scene.answer(ledgerAt(scene.telemetry.strokes, { bootId: bootOf(scene) }));
}

function play(scene: Scene, wish: number, moves: readonly Move[], count: number): void {
  scene.tell(WISHES[wish] ?? armWish());
  if (scene.phase() !== 'reserving') return;
  finishArming(scene);
  for (const move of moves) {
    if (scene.phase() === 'armed') press(scene);
    const { phase } = scene.control;
    if (phase.kind !== 'running') break;
    const left = phase.arming.granted - scene.telemetry.strokes;
    if (move === 'stroke') stroke(scene, Math.min(left, count));
    else if (move === 'release') release(scene);
    else if (move === 'end') break;
    else return bringToRest(scene, move, Math.min(left, count));
  }
  endArea(scene);
}

const entriesFor = (scene: Scene): readonly Entry[] =>
  entriesOf([
    {
      kind: 'treatment-opened', treatmentId: 'treatment-1', person: 'person-1',
      operator: 'Operator', planHash: '00'.repeat(32), profileId: 'p', profileHash: '00'.repeat(32),
      plan: { planId: 'plan', areas: TREATMENT.tasks.map((task) => ({
        area: task.area, side: task.side, sizeMm2: task.sizeMm2, depthUm: task.depthUm,
        rateCentiHz: task.rateCentiHz, passes: task.passes, strokesPerPass: task.strokesPerPass,
        strokesTotal: task.strokesLeft, contactMs: task.contactMsLeft,
      })) },
    },
    ...notesOf(scene.effects),
  ]);

const resumed = (scene: Scene) =>
  ownProgress(entriesFor(scene), 'treatment-1', TREATMENT.tasks, (task) =>
    restOf(task, PAGES.capabilities.brakeMsMax),
  );

const moves = fc.array(
  fc.constantFrom<Move>(
    'stroke', 'stroke', 'stroke', 'stroke', 'release', 'end', 'stop', 'cut', 'reset',
  ),
  { maxLength: 30 },
);

test('S-24 resuming knows exactly what control knew, whatever happened on the way', () => {
  const acts = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 2 }), moves, fc.integer({ min: 0, max: 6 })),
    { maxLength: 6 },
  );
  fc.assert(fc.property(acts, (played) => {
    const scene = ready();
    for (const [wish, made, count] of played) play(scene, wish, made, count);
    expect(resumed(scene)).toEqual(scene.control.progress);
  }), { numRuns: 150 });
});

test('S-22 S-24 an arming whose end nobody saw counts whole, in strokes and in time', () => {
  const [cheek] = resumed(cutOff());
  expect(cheek).toMatchObject({ strokes: 100, unknownStrokes: 100, contactMs: 60_000, done: true });
});

test('an arming under which nothing was done yet counts whole as well', () => {
  expect(resumed(armed())[0]).toMatchObject({ strokes: 100, unknownStrokes: 100 });
});

test('lines of an earlier treatment are not its own', () => {
  const entries = entriesFor(cutOff());
  const { before, own } = splitAt(entries, 'treatment-1');
  expect(before.every(({ kind }) => kind === 'journal-opened')).toBe(true);
  expect(own[0]).toMatchObject({ kind: 'treatment-opened' });
  expect(splitAt(entries, 'another').own).toEqual([]);
  expect(lastArmingId(own)).toBe(1);
});

test('S-21 stops of an earlier host still lock, and those of a person do not', () => {
  const scene = ready();
  bringToRest(scene, 'stop', 0);
  scene.hear({ phase: 'latched', latch: 'stall' });
  const own = entriesFor(scene).map((entry, index) => ({ ...entry, ms: 5_000 + index * 1_000 }));
  const stopped = own.findIndex((entry) => entry.kind === 'stop' && entry.reason !== 'operator');
  expect(stopAges(own)).toEqual([(own.length - 1 - stopped) * 1_000]);
  expect(stopAges([])).toEqual([]);
});

test('S-28 a wall clock that is set ahead by a day takes no lock off, nor does a restart', () => {
  const scene = ready();
  scene.hear({ phase: 'latched', latch: 'stall' });
  const own = entriesFor(scene);
  const ages = stopAges(own);
  expect(ages).toHaveLength(1);
  const ahead = own.map((entry, index) =>
    index === own.length - 1 ? { ...entry, at: '2027-01-01T00:00:00.000Z' } : entry);
  expect(stopAges(ahead)).toEqual(ages);
  // The computer was started anew, and its clock began again at little more than nothing.
  const [last] = own.slice(-1);
  const after = last === undefined ? [] : [{ ...last, ms: 3 }, { ...last, ms: 903 }];
  expect(stopAges([...own, ...after])).toEqual(ages.map((age) => age + 900));
});
