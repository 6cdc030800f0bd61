/**
 * One treatment from the first handshake to its closing line, told in events and effects.
 */
import { expect, test } from 'vitest';
import { strokes } from '../../../../protocol/units.ts';
import {
  AT_REST,
  armWish,
  asksOf,
  createScene,
  DONE,
  grantsOf,
  ledgerAt,
  notesOf,
  PAGES,
  penWith,
  press,
  ready,
  refusalsOf,
  release,
  reserving,
  stroke,
  TREATMENT,
  VITALS,
} from './scene.ts';

test('S-24 an area is reserved, synced, loaded, armed, given in credits, ended and settled', () => {
  const scene = createScene({ ...TREATMENT, tasks: TREATMENT.tasks.slice(0, 1) });
  expect(notesOf(scene.tell({ kind: 'linked', pen: penWith() }))[0]).toMatchObject({
    kind: 'pen-linked', serial: 'MP-1', strokes: 1_000,
  });
  scene.tell({ kind: 'vitals', vitals: VITALS });
  scene.hear();

  const [reservation] = scene.tell(armWish());
  expect(reservation).toMatchObject({
    kind: 'note', token: 1,
    note: { kind: 'reservation', fromStrokes: 1_000, ceilingStrokes: 1_100 },
  });
  expect(asksOf(scene.effects)).toEqual([]);

  const first = asksOf(scene.tell({ kind: 'synced', token: 1 }));
  expect(first).toMatchObject([{ kind: 'read', page: 4 }]);
  expect(asksOf(scene.answer(PAGES.cartridge))).toMatchObject([
    { kind: 'envelope', depthUmMax: 750, passStrokesMax: 100, creditMax: 20 },
  ]);
  expect(asksOf(scene.answer(DONE))).toMatchObject([
    { kind: 'arm', armingId: 1, passCeiling: 1_100, depthUm: 750, needleCount: 14, stamp: 0 },
  ]);
  expect(notesOf(scene.answer(DONE))).toEqual([{ kind: 'armed', armingId: 1, retracted: true }]);
  scene.hear({ phase: 'armed', armingId: 1 });

  const [grant] = grantsOf(press(scene));
  expect(grant).toMatchObject({ armingId: 1, holdId: 4, ceiling: 1_020 });
  expect(grant?.notAfterPenMs).toBe(scene.telemetry.penMs + 200);

  const given: number[] = [];
  while (scene.telemetry.strokes < 1_099 && scene.phase() === 'running') {
    const grants = grantsOf(stroke(scene, 1));
    given.push(...grants.map(({ ceiling }) => ceiling - scene.telemetry.strokes));
  }
  expect(given.length).toBeGreaterThan(10);
  expect(Math.max(...given)).toBe(20);
  expect(given.at(-1)).toBeLessThan(20);

  const ends = release(scene);
  expect(notesOf(ends)).toMatchObject([{ kind: 'train', fromStrokes: 1_000, toStrokes: 1_099 }]);
  expect(asksOf(ends)).toMatchObject([{ kind: 'disarm', armingId: 1 }]);
  scene.answer(DONE);
  const withdrawn = asksOf(scene.hear({ phase: 'idle', armingId: 0 }));
  expect(withdrawn).toMatchObject([{ kind: 'read', page: 5 }]);
  expect(notesOf(scene.answer(ledgerAt(1_099)))).toMatchObject([
    { kind: 'settled', armingId: 1, strokes: 99, outcome: 'known', retracted: true },
  ]);
  expect(scene.phase()).toBe('ready');
  expect(scene.control.progress[0]).toMatchObject({ passesDone: 1, strokes: 99, done: false });

  const closing = scene.tell({ kind: 'finish', by: 'Anna', outcome: 'completed' });
  expect(notesOf(closing)).toMatchObject([{ kind: 'treatment-closed', outcome: 'completed' }]);
});

test('S-05 the next pass takes an act of its own and begins where the first one ended', () => {
  const scene = reserving();
  scene.tell({ kind: 'end-area' });
  scene.answer(ledgerAt(1_000));
  expect(scene.control.progress[0]).toMatchObject({ strokes: 0, passesDone: 0 });
  const [again] = scene.tell(armWish());
  expect(again).toMatchObject({ note: { kind: 'reservation', armingId: 2, pass: 1 } });
});

test('a reservation that is told of late, after another one, loads nothing', () => {
  const scene = reserving();
  expect(asksOf(scene.tell({ kind: 'synced', token: 99 }))).toEqual([]);
  expect(scene.phase()).toBe('reserving');
});

test('a pen that refuses the arming is read and settled at nothing, with its reason', () => {
  const scene = reserving();
  scene.tell({ kind: 'synced', token: 1 });
  scene.answer(PAGES.cartridge);
  const refused = scene.answer({ ...DONE, outcome: 'refused', reason: 'trigger-held' } as never);
  expect(refusalsOf(refused)).toEqual(['pen-refused']);
  expect(notesOf(scene.answer(ledgerAt(1_000)))).toMatchObject([
    { kind: 'settled', strokes: 0, outcome: 'known' },
  ]);
  expect(scene.phase()).toBe('ready');
});

test('S-30 a cartridge that was changed between two looks is found before the pen is armed', () => {
  const scene = reserving();
  scene.tell({ kind: 'synced', token: 1 });
  const other = { ...PAGES.cartridge, serial: 'C-2' };
  expect(refusalsOf(scene.answer(other))).toEqual(['cartridge-changed']);
  scene.answer(ledgerAt(1_000));
  expect(refusalsOf(scene.tell(armWish()))).toEqual(['cartridge-changed']);
  // The refusal asked for the page again, and the right cartridge is back by then.
  scene.answer(PAGES.cartridge);
  scene.tell(armWish());
  expect(scene.phase()).toBe('reserving');
});

test('S-30 a cartridge with the right number and the wrong needles is another cartridge', () => {
  const scene = reserving();
  scene.tell({ kind: 'synced', token: 1 });
  const forged = { ...PAGES.cartridge, needleCount: 36 };
  expect(refusalsOf(scene.answer(forged))).toEqual(['cartridge-changed']);
});

test('a cartridge that is put in at rest is looked at, at once', () => {
  const scene = ready();
  expect(asksOf(scene.hear({ signals: AT_REST & ~16 }))).toEqual([]);
  expect(asksOf(scene.hear({ signals: AT_REST }))).toMatchObject([{ kind: 'read', page: 4 }]);
});

test('a pen that goes idle under an arming is settled by its ledger, retracted or not', () => {
  const scene = reserving();
  scene.tell({ kind: 'synced', token: 1 });
  scene.answer(PAGES.cartridge);
  scene.answer(DONE);
  scene.answer(DONE);
  scene.hear({ phase: 'idle', armingId: 0, signals: AT_REST & ~8 });
  expect(scene.phase()).toBe('ending');
  expect(notesOf(scene.answer(ledgerAt(1_000)))).toMatchObject([
    { kind: 'settled', strokes: 0, retracted: false },
  ]);
});

test('a pen that refuses to disarm has to be seen idle and withdrawn all the same', () => {
  const scene = reserving();
  scene.tell({ kind: 'synced', token: 1 });
  scene.answer(PAGES.cartridge);
  scene.answer(DONE);
  scene.answer(DONE);
  scene.hear({ phase: 'armed', armingId: 1 });
  scene.tell({ kind: 'end-area' });
  scene.answer({ ...DONE, outcome: 'refused', reason: 'foreign-arming' } as never);
  expect(asksOf(scene.hear({ phase: 'armed' }))).toEqual([]);
  expect(asksOf(scene.hear({ phase: 'idle', signals: AT_REST & ~8 }))).toEqual([]);
  expect(asksOf(scene.hear({ phase: 'idle', signals: AT_REST }))).toHaveLength(1);
});

test('S-14 a pen that does not withdraw is stopped', () => {
  const scene = reserving();
  scene.tell({ kind: 'end-area' });
  scene.answer(ledgerAt(1_000));
  scene.tell(armWish());
  scene.tell({ kind: 'synced', token: 2 });
  scene.answer(PAGES.cartridge);
  scene.answer(DONE);
  scene.answer(DONE);
  scene.hear({ phase: 'armed', armingId: 2 });
  scene.tell({ kind: 'end-area' });
  scene.tell({ kind: 'tick' }, 630);
  expect(scene.phase()).toBe('ending');
  scene.tell({ kind: 'tick' }, 1);
  expect(scene.control.phase).toMatchObject({
    kind: 'stopping', cause: { kind: 'watch', finding: 'not-retracted' },
  });
});

test('S-15 what a finger did before the arming gives no permission', () => {
  const scene = reserving();
  scene.tell({ kind: 'synced', token: 1 });
  scene.answer(PAGES.cartridge);
  scene.answer(DONE);
  scene.answer(DONE);
  expect(grantsOf(scene.hear({ phase: 'armed', armingId: 1, signals: AT_REST | 1 }))).toEqual([]);
  expect(scene.control.progress[0]?.strokes).toBe(strokes(0));
});
