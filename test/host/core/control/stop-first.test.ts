/**
 * Whatever leads to a STOP, nothing that control wants of the pen in the same step comes before it.
 */
import { expect, test } from 'vitest';
import type { ControlEffect, ControlEvent } from '../../../../host/core/control/event.ts';
import type { PhaseKind } from '../../../../host/core/control/state.ts';
import { AT_REST, latchPage, ledgerAt, penWith, type Scene, SCENES } from './scene.ts';

const EVENTS: readonly ControlEvent[] = [
  { kind: 'stop', by: 'Anna' },
  { kind: 'journal-failed', why: 'failed' },
  { kind: 'host-trouble', why: 'shutting-down' },
  { kind: 'linked', pen: penWith({ latch: latchPage('stall') }) },
  { kind: 'tick' },
];

/** What a scene does with every event at once, on time and late, and with a pen in trouble. */
const steps: readonly ((scene: Scene) => readonly ControlEffect[])[] = [
  ...EVENTS.flatMap((event) => [
    (scene: Scene) => scene.tell(event),
    (scene: Scene) => scene.tell(event, 101),
  ]),
  (scene) => scene.hear({ phase: 'latched', latch: 'stall', signals: AT_REST }),
  (scene) => scene.hear({ phase: 'running', armingId: 99 }, 101),
  (scene) => scene.answer(latchPage('none')),
  (scene) => scene.answer(ledgerAt(1_000)),
];

test('S-33 in no phase does anything for the pen come before the STOP of the same step', () => {
  let stops = 0;
  for (const phase of Object.keys(SCENES) as readonly PhaseKind[]) {
    for (const step of steps) {
      const scene = SCENES[phase]();
      const toPen = attempt(() => step(scene)).filter(
        ({ kind }) => kind === 'stop' || kind === 'ask' || kind === 'grant',
      );
      const first = toPen.findIndex(({ kind }) => kind === 'stop');
      if (first >= 0) stops += 1;
      expect([phase, Math.max(0, first)]).toEqual([phase, 0]);
    }
  }
  expect(stops).toBeGreaterThan(30);
});

/** A scene that has asked nothing has nothing to answer, and nothing comes of it. */
function attempt(step: () => readonly ControlEffect[]): readonly ControlEffect[] {
  try {
    return step();
  } catch (error) {
    if (error instanceof Error && error.message === 'nothing was asked') return [];
    throw error;
  }
}
