/** The picture of a treatment says what a person needs, in any window. */
import { expect, test } from 'vitest';
import { panel, type Window } from '../../host/cli/console/panel.ts';
import { paint } from '../../host/cli/console/span.ts';
import { consoleStep } from '../../host/cli/console/state.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import { consoleAfter, consoleSeeing, penSeen, running, seen } from './snapshots.ts';

const WINDOW: Window = { columns: 100, rows: 40 };

const drawn = (snapshot: Snapshot, window: Window = WINDOW): string =>
  panel(consoleSeeing(snapshot), window).map((line) => paint(line, false)).join('\n');

test('commanded and measured stand side by side, with the cap and the rule that binds it', () => {
  const text = drawn(running({ passStrokes: 120, puncturesPerCm2: 140, contactMs: 2_040 }));
  expect(text).toContain('set 0.45 mm, measured 0.45 mm, cap 0.50 mm: the plan');
  expect(text).toContain('set 80.0 Hz, measured 79.9 Hz');
  expect(text).toContain('120 of 400 in this pass, 280 left; then 1 more pass');
  expect(text).toContain('140 of 900 punctures/cm2, mean over the declared area of 12.0 cm2');
  expect(text).toContain('2.0 s on this area');
  expect(text).toContain('needles out');
});

test('what a pen does not sense says so and shows no nought', () => {
  const pen = penSeen({ rateCentiHz: 8_000, depthUm: undefined, contact: undefined,
    forceMn: undefined, tiltDeg: undefined, glideMmS: undefined });
  const text = drawn({ ...running(), pen });
  expect(text).toContain('set 0.45 mm, not sensed');
  expect(text).toContain('contact not sensed');
  expect(text).not.toContain('0.00 N');
});

test('S-43 alarms stand in the order of their priority and are told apart without colours', () => {
  const alarms = [
    { alarm: 'tilt', priority: 'low', ageMs: 10 },
    { alarm: 'stop-not-confirmed', priority: 'high', ageMs: 10 },
    { alarm: 'rate-off', priority: 'medium', ageMs: 10 },
  ] as const;
  const lines = drawn({ ...running(), alarms }).split('\n').filter((line) => line.startsWith('!'));
  expect(lines).toEqual([
    '!!! the pen does not confirm the stop: lift it off the skin now (high)',
    '!!  the stroke rate is far from what was commanded (medium)',
    '!   hold the pen upright (low)',
  ]);
});

test('no line is wider and no picture higher than the window', () => {
  for (const window of [{ columns: 20, rows: 8 }, { columns: 50, rows: 24 }, WINDOW]) {
    const lines = panel(consoleSeeing(running()), window);
    expect(lines.length).toBeLessThan(window.rows);
    for (const line of lines) expect(paint(line, false).length).toBeLessThanOrEqual(window.columns);
  }
});

test('the next area is marked, and an area at the eye says that it is one', () => {
  const text = drawn(seen());
  expect(text).toMatch(/^> forehead/m);
  expect(text).toMatch(/^ {2}left infraorbital .*eye$/m);
  expect(text).toContain('Enter arms the forehead.');
});

test('a latched pen says why, and what to do', () => {
  const text = drawn(seen({ phase: 'latched', next: 'clear', latch: 'stall',
    cause: { kind: 'pen', reason: 'stall' } }));
  expect(text).toContain('The pen stopped itself: its motor was blocked.');
  expect(text).toContain('c clear');
});

test('what is typed of a name at the eye is shown', () => {
  const state = ['\u001b[B', 'e', 'i', 'n'].reduce(
    (now, key) => consoleStep(now, { kind: 'key', key }).state,
    consoleSeeing(seen()),
  );
  const text = panel(state, WINDOW).map((line) => paint(line, false)).join('\n');
  expect(text).toContain('Type infraorbital to arm the left infraorbital: in_');
});

test('before anything is heard there is one line to read', () => {
  const text = panel(consoleAfter(), WINDOW).map((line) => paint(line, false)).join('\n');
  expect(text).toContain('Waiting for the pen to answer');
});
