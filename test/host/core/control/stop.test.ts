/**
 * Stops, latches and what leads out of them: the proof, the books, the clearing, the lock.
 */
import { describe, expect, test } from 'vitest';
import { strokes } from '../../../../protocol/units.ts';
import {
  armed,
  armWish,
  asksOf,
  AT_REST,
  clearing,
  DONE,
  failed,
  latched,
  latchPage,
  ledgerAt,
  loading,
  notesOf,
  PAGES,
  penWith,
  ready,
  refusalsOf,
  refusedFor,
  running,
  SCENES,
  showLatched,
  stopping,
  stops,
  stroke,
  VITALS,
} from './scene.ts';
import type { PhaseKind } from '../../../../host/core/control/state.ts';

describe('a stop', () => {
  test('S-21 goes from STOP over the ledger and the latch to a person who clears it', () => {
    const scene = running();
    stroke(scene, 4);
    const ordered = scene.tell({ kind: 'stop', by: 'Anna' });
    expect(ordered[0]).toEqual({ kind: 'stop' });
    expect(notesOf(ordered).map(({ kind }) => kind)).toEqual(['train', 'stop', 'alarm']);
    expect(asksOf(scene.hear({ phase: 'stopping' }))).toEqual([]);
    expect(asksOf(showLatched(scene))).toMatchObject([{ kind: 'read', page: 5 }]);
    const booked = scene.answer(ledgerAt(1_006));
    expect(notesOf(booked)).toMatchObject([{ kind: 'settled', strokes: 6, outcome: 'known' }]);
    expect(asksOf(booked)).toMatchObject([{ kind: 'read', page: 6 }]);
    expect(notesOf(scene.answer(latchPage('host-stop')))).toMatchObject([
      { kind: 'latched', reason: 'host-stop', latchId: 5 },
    ]);
    expect(asksOf(scene.tell({ kind: 'clear', by: 'Anna' }))).toEqual([
      { kind: 'clear', reason: 'host-stop', latchId: 5 },
    ]);
    expect(notesOf(scene.answer(DONE)).map(({ kind }) => kind)).toEqual(['cleared', 'alarm']);
    expect(scene.phase()).toBe('ready');
    expect(scene.control.alarms).toEqual({});
  });

  test('S-33 is not proven by a pen that only stands still, which may not have heard of it', () => {
    const scene = loading();
    scene.answer(PAGES.cartridge);
    scene.answer(DONE);
    scene.tell({ kind: 'stop', by: 'Anna' });
    expect(asksOf(scene.hear({ phase: 'idle', signals: AT_REST }))).toEqual([]);
    expect(asksOf(scene.hear({ phase: 'armed', signals: AT_REST, armingId: 1 }))).toEqual([]);
    expect(asksOf(showLatched(scene))).toHaveLength(1);
  });

  test('S-14 is not proven while needles are out, or while phase and latch disagree', () => {
    const scene = stopping();
    expect(asksOf(scene.hear({ phase: 'latched', latch: 'stall', signals: 0 }))).toEqual([]);
    expect(asksOf(scene.hear({ phase: 'latched', latch: 'none', signals: AT_REST }))).toEqual([]);
  });

  test('is ordered again when the latch page says that there is none', () => {
    const scene = stopping();
    showLatched(scene);
    scene.answer(ledgerAt(1_001));
    const again = scene.answer(latchPage('none'));
    expect(stops(again)).toBe(true);
    expect(scene.phase()).toBe('stopping');
    showLatched(scene);
    scene.answer(ledgerAt(1_001));
    scene.answer(latchPage('host-stop'));
    expect(scene.phase()).toBe('latched');
    expect(notesOf(scene.effects).filter(({ kind }) => kind === 'settled')).toHaveLength(1);
  });

  test('S-43 that is not proven in time is an alarm that only a clearing puts out', () => {
    const scene = stopping();
    scene.tell({ kind: 'tick' }, 390);
    expect(scene.control.alarms['stop-not-confirmed']).toBeUndefined();
    scene.tell({ kind: 'tick' }, 1);
    expect(scene.control.alarms['stop-not-confirmed']).toBeDefined();
    showLatched(scene);
    expect(scene.control.alarms['stop-not-confirmed']).toBeDefined();
  });

  test('follows every latch that the pen shows, wherever a treatment stands', () => {
    const seen: readonly PhaseKind[] = [
      'ready', 'reserving', 'loading', 'armed', 'running', 'ending',
    ];
    for (const phase of seen) {
      const scene = SCENES[phase]();
      scene.hear({ phase: 'latched', latch: 'stall', signals: AT_REST });
      expect([phase, scene.control.phase]).toMatchObject([
        phase, { kind: 'stopping', cause: { kind: 'pen', reason: 'stall' } },
      ]);
      expect(scene.control.alarms['pen-fault']).toBeDefined();
    }
  });

  test('a second person who says stop is written down and repeats it', () => {
    const scene = stopping();
    const again = scene.tell({ kind: 'stop', by: 'Ben' });
    expect(stops(again)).toBe(true);
    expect(notesOf(again)).toEqual([{ kind: 'stop', reason: 'operator', by: 'Ben' }]);
    expect(scene.control.phase).toMatchObject({ cause: { by: 'Anna' } });
  });

  test('S-36 a loop that was late by more than a tenth of a second stops rather than go on', () => {
    const onTime = armed();
    onTime.tell({ kind: 'tick' }, 100);
    expect(onTime.phase()).toBe('armed');
    const late = armed();
    late.tell({ kind: 'tick' }, 101);
    expect(late.control.phase).toMatchObject({ cause: { kind: 'host', why: 'stalled' } });
  });

  test('counts the contact of strokes that no telemetry showed', () => {
    const scene = stopping();
    const before = scene.control.needleOnMs.whole;
    showLatched(scene);
    const [line] = notesOf(scene.answer(ledgerAt(1_009)));
    // Eight strokes at 80 Hz, beyond the one of which ten milliseconds were seen.
    expect(line).toMatchObject({ kind: 'settled', strokes: 9, contactMs: 10 + 100 });
    expect(scene.control.needleOnMs.whole).toBe(before + 100);
  });
});

describe('a ledger', () => {
  test('S-22 that says more than was permitted counts whole and bars the next arming', () => {
    const scene = stopping();
    showLatched(scene);
    expect(notesOf(scene.answer(ledgerAt(1_130)))).toMatchObject([
      { kind: 'settled', strokes: 130, outcome: 'unknown' },
    ]);
    scene.answer(latchPage('host-stop'));
    scene.tell({ kind: 'clear', by: 'Anna' });
    scene.answer(DONE);
    scene.hear({ phase: 'idle', latch: 'none', strokes: strokes(1_130) });
    expect(refusalsOf(scene.tell(armWish({ area: 'back', side: 'right' })))).toEqual([
      'ledger-unexplained',
    ]);
  });

  test.each([
    ['where the arming began', 999],
    ['what telemetry showed', 1_000],
  ])('that went back behind %s counts at its worst and bars the next', (_name, reads) => {
    const scene = stopping();
    showLatched(scene);
    expect(notesOf(scene.answer(ledgerAt(reads)))).toMatchObject([
      { kind: 'settled', strokes: 100, outcome: 'unknown' },
    ]);
    scene.answer(latchPage('host-stop'));
    scene.tell({ kind: 'clear', by: 'Anna' });
    scene.answer(DONE);
    scene.hear({ phase: 'idle', latch: 'none', strokes: strokes(1_001) });
    const codes = refusalsOf(scene.tell(armWish({ area: 'back', side: 'right' })));
    expect(codes).toContain('ledger-unexplained');
  });

  test.each([
    ['closed after a new boot is exact', { bootId: 78, closed: 1 }, 1_040, 40, 'known'],
    ['unclosed after a new boot is a bound', { bootId: 78, closed: 0 }, 1_240, 100, 'unknown'],
  ])('%s', (_name, change, reads, used, outcome) => {
    const scene = stopping();
    showLatched(scene);
    expect(notesOf(scene.answer(ledgerAt(reads, change as never)))).toMatchObject([
      { kind: 'resolved', strokes: used, outcome, ledgerStrokes: reads, bootId: 78 },
    ]);
  });

  test('S-22 whose mark never moved proves that nothing was done, even after a new boot', () => {
    const scene = armed();
    scene.tell({ kind: 'stop', by: 'Anna' });
    showLatched(scene);
    expect(notesOf(scene.answer(ledgerAt(1_000, { bootId: 78, closed: 0 })))).toMatchObject([
      { kind: 'resolved', strokes: 0, outcome: 'known' },
    ]);
  });

  test('beyond what the pen keeps ahead is no explanation after a new boot', () => {
    const scene = stopping();
    showLatched(scene);
    expect(notesOf(scene.answer(ledgerAt(1_301, { bootId: 78, closed: 0 })))).toMatchObject([
      { kind: 'settled', outcome: 'unknown', strokes: 301 },
    ]);
  });
});

describe('clearing', () => {
  test('what the pen refuses to clear stays latched, with its reason', () => {
    const scene = clearing();
    expect(refusalsOf(scene.answer(refusedFor('cause-remains')))).toEqual(['pen-refused']);
    expect(scene.phase()).toBe('latched');
  });

  test('a latch that is not the one that was read is read again', () => {
    const scene = clearing();
    const asked = asksOf(scene.answer(refusedFor('wrong-latch')));
    expect(asked).toMatchObject([{ kind: 'read', page: 6 }]);
    scene.answer(latchPage('stall', 6));
    expect(asksOf(scene.tell({ kind: 'clear', by: 'Anna' }))).toEqual([
      { kind: 'clear', reason: 'stall', latchId: 6 },
    ]);
  });

  test('a stop while clearing is a stop, and what an older CLEAR undid is stopped again', () => {
    const scene = clearing();
    expect(stops(scene.tell({ kind: 'stop', by: 'Anna' }))).toBe(true);
    showLatched(scene);
    scene.answer(ledgerAt(1_001));
    expect(stops(scene.answer(latchPage('none')))).toBe(true);
  });

  test('a new latch straight after a clearing is another stop', () => {
    const scene = clearing();
    scene.answer(DONE);
    scene.hear({ phase: 'latched', latch: 'stall', signals: AT_REST });
    expect(scene.phase()).toBe('stopping');
  });

  test('alarms that are left of a latch that somebody else cleared are put out by a person', () => {
    const scene = latched();
    scene.tell({ kind: 'link-lost', why: 'silent' });
    scene.tell({ kind: 'linked', pen: penWith({ ledger: ledgerAt(1_001) }) });
    expect(scene.phase()).toBe('ready');
    expect(scene.control.alarms['operator-stop']).toBeDefined();
    scene.tell({ kind: 'clear', by: 'Anna' });
    expect(scene.control.alarms).toEqual({});
    expect(refusalsOf(scene.tell({ kind: 'clear', by: 'Anna' }))).toEqual(['nothing-latched']);
  });
});

describe('three stops in ten minutes', () => {
  const stopAndClear = (scene: ReturnType<typeof ready>) => {
    scene.hear({ phase: 'latched', latch: 'stall', signals: AT_REST });
    showLatched(scene);
    scene.answer(ledgerAt(1_000));
    scene.answer(latchPage('stall'));
    scene.tell({ kind: 'clear', by: 'Anna' });
    scene.answer(DONE);
    scene.hear({ phase: 'idle', latch: 'none' });
  };

  test('S-21 lock the treatment until the third newest of them is ten minutes old', () => {
    const scene = ready();
    for (let turn = 0; turn < 4; turn += 1) {
      expect(refusalsOf(scene.tell(armWish({ side: 'right' })))).toEqual(['not-in-plan']);
      stopAndClear(scene);
      scene.tell({ kind: 'tick' }, 60_000);
      scene.tell({ kind: 'vitals', vitals: scene.vitals as never });
    }
    const [effect] = scene.tell(armWish());
    expect(effect).toMatchObject({
      kind: 'refuse', refusals: [{ code: 'locked-out', forMs: 600_000 - 180_080 }],
    });
  });

  test('of a person do not lock it', () => {
    const scene = ready();
    for (let turn = 0; turn < 4; turn += 1) {
      scene.tell({ kind: 'stop', by: 'Anna' });
      showLatched(scene);
      scene.answer(ledgerAt(1_000));
      scene.answer(latchPage('host-stop'));
      scene.tell({ kind: 'clear', by: 'Anna' });
      scene.answer(DONE);
      scene.hear({ phase: 'idle', latch: 'none' });
    }
    scene.tell(armWish());
    expect(scene.phase()).toBe('reserving');
  });
});

describe('a journal that fails', () => {
  test('S-35 stops the pen wherever the treatment stands, and arms nothing any more', () => {
    for (const phase of Object.keys(SCENES) as readonly PhaseKind[]) {
      if (phase === 'failed') continue;
      const scene = SCENES[phase]();
      const effects = scene.tell({ kind: 'journal-failed', why: 'failed' });
      expect([phase, effects]).toEqual([phase, [{ kind: 'stop' }]]);
      expect(scene.control.alarms['host-trouble']).toBeDefined();
    }
  });

  test('leaves a host that notes no alarm, whatever the pen then says', () => {
    const scene = failed();
    scene.tell({ kind: 'vitals', vitals: { ...VITALS, batteryPercent: 5 } });
    scene.vitals = undefined;
    expect(scene.hear({ tiltDeg: 20, signals: 0 })).toEqual([]);
    expect(scene.tell({ kind: 'pedal', pedal: 'none' })).toEqual([]);
    expect(refusalsOf(scene.tell(armWish()))).toEqual(['not-now']);
  });
});
