/**
 * Links that are lost and made: what stays open, what is settled, and by which pen.
 */
import { expect, test } from 'vitest';
import { strokes } from '../../../../protocol/units.ts';
import {
  armed,
  asksOf,
  cutOff,
  latchPage,
  ledgerAt,
  loading,
  notesOf,
  PAGES,
  penWith,
  ready,
  refusalsOf,
  release,
  running,
  SCENES,
  showLatched,
  stops,
  stroke,
} from './scene.ts';

const OTHER = penWith({
  identity: { ...PAGES.identity, serial: 'OTHER' },
  ledger: ledgerAt(1_050, { bootId: 5 }),
}, 5);

test('a hold that is cut off is written down, and its arming stays open', () => {
  const scene = running();
  scene.hear({ phase: 'running', tiltDeg: 20 });
  const effects = scene.tell({ kind: 'link-lost', why: 'silent' });
  const lines = notesOf(effects).map(({ kind }) => kind);
  expect(lines).toEqual(['train', 'link-lost', 'alarm', 'alarm']);
  expect(scene.control.phase).toMatchObject({ kind: 'unlinked', open: { armingId: 1 } });
  expect(Object.keys(scene.control.alarms)).toEqual(['link-lost']);
});

test('S-21 a pen that is back with an arming open is stopped, settled and left to a person', () => {
  const scene = cutOff();
  const effects = scene.tell({ kind: 'linked', pen: penWith() });
  expect(stops(effects)).toBe(true);
  expect(notesOf(effects).map(({ kind }) => kind).slice(0, 3)).toEqual([
    'pen-linked', 'link-restored', 'stop',
  ]);
  showLatched(scene);
  expect(notesOf(scene.answer(ledgerAt(1_020)))).toMatchObject([{ kind: 'settled', strokes: 20 }]);
  scene.answer(latchPage('foreign-hello'));
  expect(scene.phase()).toBe('latched');
});

test('S-22 another pen says nothing about an open arming', () => {
  const scene = cutOff();
  const effects = scene.tell({ kind: 'linked', pen: OTHER });
  expect(refusalsOf(effects)).toEqual(['pen-changed']);
  expect(asksOf(effects)).toEqual([]);
  expect(scene.hear({ phase: 'latched', latch: 'stall' })).toEqual([]);
  expect(scene.control.phase).toMatchObject({ kind: 'unlinked', open: { armingId: 1 } });
  scene.tell({ kind: 'link-lost', why: 'closed' });
  scene.tell({ kind: 'linked', pen: penWith() });
  showLatched(scene);
  expect(notesOf(scene.answer(ledgerAt(1_007)))).toMatchObject([{ kind: 'settled', strokes: 7 }]);
});

test('S-22 a treatment finished without its pen counts everything that was permitted', () => {
  const scene = cutOff();
  const effects = scene.tell({ kind: 'finish', by: 'Anna', outcome: 'stopped' });
  expect(notesOf(effects)).toMatchObject([
    { kind: 'settled', strokes: 100, outcome: 'unknown', retracted: false },
    { kind: 'treatment-closed', outcome: 'stopped' },
  ]);
  expect(scene.control.progress[0]).toMatchObject({ strokes: 100, unknownStrokes: 100 });
});

test('a late answer to what was asked before the link was lost does nothing', () => {
  const scene = loading();
  scene.tell({ kind: 'link-lost', why: 'silent' });
  expect(scene.answer(PAGES.cartridge)).toEqual([]);
  expect(scene.phase()).toBe('unlinked');
});

test('an answer with the ticket of something older is not taken for the newer', () => {
  const scene = loading();
  const ticket = 'ticket' in scene.control.phase ? scene.control.phase.ticket : 0;
  scene.tell({ kind: 'answered', ticket: ticket - 1, answer: PAGES.cartridge });
  expect(scene.control.phase).toMatchObject({ kind: 'loading', step: 'cartridge' });
});

test('a pen that comes back latched at rest is not ready, and its latch is named', () => {
  const scene = ready();
  scene.tell({ kind: 'link-lost', why: 'closed' });
  const pen = penWith({ latch: latchPage('reset-in-motion') });
  const effects = scene.tell({ kind: 'linked', pen });
  expect(notesOf(effects)).toContainEqual(
    expect.objectContaining({ kind: 'latched', reason: 'reset-in-motion' }),
  );
  expect(scene.phase()).toBe('latched');
});

test('a pen with a cartridge that has no needles is linked, and the line leaves it out', () => {
  const scene = ready();
  scene.tell({ kind: 'link-lost', why: 'closed' });
  const cartridge = { ...PAGES.cartridge, needleCount: 0 };
  const [line] = notesOf(scene.tell({ kind: 'linked', pen: penWith({ cartridge }) }));
  expect(line).toMatchObject({ kind: 'pen-linked' });
  expect(line).not.toHaveProperty('cartridge');
});

test('a pen that is armed although nobody here armed it is stopped', () => {
  const scene = ready();
  scene.hear({ phase: 'armed', armingId: 4 });
  expect(scene.control.phase).toMatchObject({ cause: { finding: 'armed-unasked' } });
});

test('S-34 a pen that moves though nobody here armed it is stopped in three telemetries', () => {
  const scene = ready();
  stroke(scene, 0);
  stroke(scene, 0);
  expect(scene.phase()).toBe('ready');
  stroke(scene, 0);
  expect(scene.control.phase).toMatchObject({ cause: { finding: 'moving-unasked' } });
});

test('a link is lost from every phase in which there was one, and is written down', () => {
  for (const [phase, make] of Object.entries(SCENES)) {
    if (['unlinked', 'finished', 'failed'].includes(phase)) continue;
    const scene = make();
    const lines = notesOf(scene.tell({ kind: 'link-lost', why: 'silent' })).map(({ kind }) => kind);
    expect([phase, scene.phase(), lines.includes('link-lost')]).toEqual([phase, 'unlinked', true]);
    expect(scene.control.alarms['link-lost']).toBeDefined();
  }
});

test('S-34 a pen that counts strokes under an arming without a grant for them is stopped', () => {
  const scene = armed();
  scene.hear({ strokes: strokes(1_001) });
  expect(scene.control.phase).toMatchObject({ cause: { finding: 'counter-beyond-grant' } });
});

test('what was granted before is not held against a pen that stands armed', () => {
  const scene = running();
  stroke(scene, 19);
  release(scene);
  scene.hear();
  expect(scene.phase()).toBe('armed');
});

test('S-43 a pedal that is asked for and gone is an alarm until it is there', () => {
  const scene = ready();
  scene.control = { ...scene.control, treatment: { ...scene.control.treatment, pedal: true } };
  scene.tell({ kind: 'pedal', pedal: 'none' });
  expect(scene.control.alarms['pedal-missing']).toBeDefined();
  scene.tell({ kind: 'pedal', pedal: 'released' });
  expect(scene.control.alarms['pedal-missing']).toBeUndefined();
});
