/**
 * Every phase against every event: promises that hold in each cell, whatever else it does.
 */
import { NOBODY_LOOKED } from '../../../../host/core/checklist.ts';
import { describe, expect, test } from 'vitest';
import type { ControlEvent, ControlEventKind } from '../../../../host/core/control/event.ts';
import { MATRIX } from '../../../../host/core/control/matrix.ts';
import type { PhaseKind } from '../../../../host/core/control/state.ts';
import type { Treatment } from '../../../../host/core/control/task.ts';
import { strokes } from '../../../../protocol/units.ts';
import {
  armWish,
  asksOf,
  AT_REST,
  DONE,
  grantsOf,
  HELD,
  ledgerAt,
  latchPage,
  NO_ENERGY,
  notesOf,
  PAGES,
  penWith,
  PRESSED,
  refusedFor,
  type Scene,
  SCENES,
  stops,
  VITALS,
} from './scene.ts';

/** What can happen, several ways where the way matters, to a scene as it stands. */
function eventsFor(scene: Scene): Readonly<Record<ControlEventKind, readonly ControlEvent[]>> {
  const { phase } = scene.control;
  const ticket = 'ticket' in phase ? phase.ticket : 0;
  const heard = (change: Partial<Scene['telemetry']>): ControlEvent => ({
    kind: 'heard',
    telemetry: { ...scene.telemetry, penMs: (scene.telemetry.penMs + 10) as never, ...change },
    missed: 0,
    lagMs: 5,
    roundTripMs: 4,
  });
  const answers = [DONE, refusedFor('latched'), refusedFor('wrong-latch'), PAGES.cartridge,
    ledgerAt(1_001), ledgerAt(999), latchPage('host-stop'), latchPage('none')];
  return {
    linked: [{ kind: 'linked', pen: penWith() },
      { kind: 'linked', pen: penWith({ latch: latchPage('stall') }) },
      { kind: 'linked', pen: penWith({ identity: { ...PAGES.identity, serial: 'OTHER' } }) }],
    'link-lost': [{ kind: 'link-lost', why: 'silent' }],
    heard: [heard({}), heard({ phase: 'idle', signals: AT_REST }),
      heard({ phase: 'armed', signals: HELD, holdId: 900 }),
      heard({ phase: 'running', signals: PRESSED, strokes: strokes(1_005) }),
      heard({ phase: 'latched', latch: 'stall', signals: AT_REST }),
      heard({ strokes: strokes(1) }), heard({ signals: 0 })],
    vitals: [{ kind: 'vitals', vitals: VITALS }],
    energy: [{ kind: 'energy', energy: NO_ENERGY }],
    answered: answers.map((answer) => ({
      kind: 'answered', ticket, answer: { request: 1, ...answer },
    })),
    unanswered: [{ kind: 'unanswered', ticket }],
    'grant-refused': [{ kind: 'grant-refused', reason: 'stale-hold' }],
    room: [{ kind: 'room', room: NOBODY_LOOKED, by: 'Anna' }],
    arm: [armWish(), armWish({ area: 'infraorbital', eyeConfirmed: true })],
    'end-area': [{ kind: 'end-area' }],
    stop: [{ kind: 'stop', by: 'Anna' }],
    clear: [{ kind: 'clear', by: 'Anna' }],
    finish: [{ kind: 'finish', by: 'Anna', outcome: 'stopped' }],
    pedal: [{ kind: 'pedal', pedal: 'held' }, { kind: 'pedal', pedal: 'none' }],
    synced: [{ kind: 'synced', token: 1 }, { kind: 'synced', token: 99 }],
    'journal-failed': [{ kind: 'journal-failed', why: 'failed' }],
    'host-trouble': [{ kind: 'host-trouble', why: 'shutting-down' }],
    tick: [{ kind: 'tick' }],
  };
}

/** A treatment but for what a shaken pen may lower. */
const untightened = ({ tasks, ...rest }: Treatment): unknown => ({
  ...rest, tasks: tasks.map(({ depthUm: _depth, shut: _shut, ...task }) => task),
});

const PHASES = Object.keys(SCENES) as readonly PhaseKind[];

/** Every cell, tried every way, with what came of it and how it stood before. */
const CELLS = PHASES.flatMap((phase) =>
  Object.values(eventsFor(SCENES[phase]())).flat().map((event) => {
    const scene = SCENES[phase]();
    const before = scene.control;
    const effects = scene.tell(event);
    return { phase, event, before, after: scene.control, effects };
  }),
);

describe('in every cell of the matrix', () => {
  test('a scene stands in the phase that it is named after, and every cell is tried', () => {
    for (const phase of PHASES) expect(SCENES[phase]().phase()).toBe(phase);
    const tried = new Set(CELLS.map(({ phase, event }) => `${phase} ${event.kind}`));
    const cells = Object.entries(MATRIX).flatMap(([row, events]) =>
      Object.keys(events).map((event) => `${row} ${event}`),
    );
    expect(cells.filter((cell) => !tried.has(cell))).toEqual([]);
  });

  test('S-21 a latched, finished or failed treatment grants nothing and asks only to clear', () => {
    const closed = CELLS.filter(({ phase }) => ['latched', 'finished', 'failed'].includes(phase));
    for (const { event, effects } of closed) {
      expect(grantsOf(effects)).toEqual([]);
      const asked = asksOf(effects).map(({ kind }) => kind);
      expect(asked).toEqual(asked.length === 1 && event.kind === 'clear' ? ['clear'] : []);
    }
  });

  test('S-15 only an armed or running treatment grants, and only under a held trigger', () => {
    const granting = CELLS.filter(({ effects }) => grantsOf(effects).length > 0);
    expect(granting.length).toBeGreaterThan(0);
    for (const { phase, event, effects, before } of granting) {
      expect(['armed', 'running']).toContain(phase);
      expect(event.kind).toBe('heard');
      if (event.kind !== 'heard') continue;
      const gives = grantsOf(effects).some(({ ceiling }) => ceiling > event.telemetry.strokes);
      if (gives) expect(event.telemetry.signals & HELD & ~AT_REST).not.toBe(0);
      expect(before.heard).toBeDefined();
    }
  });

  test('S-20 nothing raises a ceiling, a depth or a rate', () => {
    for (const { before, after, effects } of CELLS) {
      expect(untightened(after.treatment)).toEqual(untightened(before.treatment));
      after.treatment.tasks.forEach(({ depthUm }, index) =>
        expect(depthUm).toBeLessThanOrEqual(before.treatment.tasks[index]?.depthUm ?? 0));
      const ceiling = 'arming' in before.phase ? before.phase.arming?.ceiling : undefined;
      const next = 'arming' in after.phase ? after.phase.arming?.ceiling : undefined;
      if (ceiling !== undefined && next !== undefined) expect(next).toBe(ceiling);
      for (const grant of grantsOf(effects)) {
        expect(grant.ceiling).toBeLessThanOrEqual(ceiling ?? 0);
      }
    }
  });

  test('S-01 what the pen is told is never beyond the plan', () => {
    for (const { before, effects } of CELLS) {
      for (const ask of asksOf(effects)) {
        if (ask.kind !== 'arm') continue;
        const task = before.treatment.tasks.find(({ depthUm }) => depthUm === ask.depthUm);
        expect(task).toBeDefined();
        expect(ask.passCeiling).toBeLessThanOrEqual(1_000 + (task?.strokesPerPass ?? 0));
      }
    }
  });

  test('S-33 an operator who says stop always gets a STOP sent', () => {
    const stopped = CELLS.filter(({ event }) => event.kind === 'stop');
    expect(stopped).toHaveLength(PHASES.length);
    for (const { effects } of stopped) expect(stops(effects)).toBe(true);
  });

  test('S-35 a journal that fails stops the pen, and a failed host notes nothing any more', () => {
    for (const { phase, event, effects, after } of CELLS) {
      if (event.kind === 'journal-failed') {
        expect(after.phase.kind).toBe('failed');
        expect(stops(effects)).toBe(phase !== 'failed');
      }
      if (after.phase.kind === 'failed') expect(notesOf(effects)).toEqual([]);
    }
  });

  test('a finished treatment writes nothing after its closing line', () => {
    for (const { phase, effects } of CELLS.filter(({ phase: kind }) => kind === 'finished')) {
      expect([phase, notesOf(effects)]).toEqual(['finished', []]);
    }
  });

  test('S-22 strokes and time that are booked never become less', () => {
    for (const { before, after } of CELLS) {
      for (const [index, progress] of before.progress.entries()) {
        expect(after.progress[index]?.strokes).toBeGreaterThanOrEqual(progress.strokes);
        expect(after.progress[index]?.contactMs).toBeGreaterThanOrEqual(progress.contactMs);
      }
      expect(after.needleOnMs.whole).toBeGreaterThanOrEqual(before.needleOnMs.whole);
      expect(after.punctures.whole).toBeGreaterThanOrEqual(before.punctures.whole);
    }
  });

  test('S-23 an open arming is never forgotten without a line that says what it came to', () => {
    for (const { phase, before, after, effects } of CELLS) {
      const open = 'arming' in before.phase ? before.phase.arming : undefined;
      if (open === undefined || after.phase.kind === 'failed') continue;
      const kept = 'arming' in after.phase ? after.phase.arming : undefined;
      const waits = after.phase.kind === 'unlinked' ? after.phase.open : undefined;
      const lines = notesOf(effects).map(({ kind }) => kind);
      const told = lines.includes('settled') || lines.includes('resolved');
      expect([phase, (kept ?? waits)?.armingId === open.armingId || told]).toEqual([phase, true]);
    }
  });
});
