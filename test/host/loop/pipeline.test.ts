/**
 * The one pipeline: every event in its order, effects that answer at once included, and time that
 * loses nothing.
 */
import { Subject } from 'rxjs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGuard } from '../../../host/guard/index.ts';
import { createElapsed } from '../../../host/loop/clock.ts';
import { createHeapScheduler } from '../../../host/loop/heap-scheduler.ts';
import { type HostEvent, hostStep, type HostStep, NEW_HOST } from '../../../host/loop/host-step.ts';
import { createPerformer } from '../../../host/loop/perform.ts';
import { hostSteps } from '../../../host/loop/pipeline.ts';
import { newControl } from '../../../host/core/control/control.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import { penMs, strokes } from '../../../protocol/units.ts';
import {
  AT_REST,
  failed,
  latched,
  penWith,
  running,
  SCENES,
  TELEMETRY,
  TREATMENT,
} from '../core/control/scene.ts';
import { joined, kindsOf, SESSION, WELCOME } from '../session/talk.ts';

/** A pipeline with nothing behind it. */
function createPipe() {
  const scheduler = createHeapScheduler();
  const bytes$ = new Subject<Uint8Array>();
  const others$ = new Subject<HostEvent>();
  const dropped: string[] = [];
  const steps: HostStep[] = [];
  const steps$ = hostSteps({
    bytes$, others$, scheduler, takeElapsedMs: createElapsed(() => scheduler.now()),
    dropped: (why) => dropped.push(why), overhears: () => undefined,
  });
  return { scheduler, bytes$, others$, dropped, steps, steps$ };
}

describe('the pipeline', () => {
  test('finishes the effects of one event before those that they lead to', () => {
    const { others$, steps$ } = createPipe();
    const order: string[] = [];
    steps$.subscribe(({ effects }) => {
      order.push(`begin ${String(effects.length)}`);
      for (const effect of effects) {
        order.push(effect.kind);
        const greets = effect.kind === 'send' && effect.message.kind === 'hello';
        if (greets) others$.next({ kind: 'stop', by: 'x' });
      }
      order.push('end');
    });
    others$.next({ kind: 'greet', hostNonce: 5 });
    expect(order).toEqual(['begin 1', 'send', 'end', 'begin 1', 'send', 'end']);
  });

  test('ticks every ten milliseconds, and repeats what the session repeats', () => {
    const pipe = createPipe();
    pipe.steps$.subscribe((step) => pipe.steps.push(step));
    pipe.others$.next({ kind: 'stop', by: 'Anna' });
    pipe.scheduler.advanceTo(100);
    const sent = pipe.steps.flatMap(({ effects }) => effects);
    expect(sent).toHaveLength(6);
    expect(pipe.steps).toHaveLength(11);
  });

  test('makes messages of bytes, however they are cut, and names what it drops', () => {
    const pipe = createPipe();
    pipe.steps$.subscribe((step) => pipe.steps.push(step));
    pipe.others$.next({ kind: 'greet', hostNonce: WELCOME.hostNonce });
    const frame = encodeFrame(WELCOME, { session: 0, seq: 0, ack: 0 }, 0);
    for (const byte of frame) pipe.bytes$.next(Uint8Array.of(byte));
    expect(pipe.steps.at(-1)?.host.session.link.kind).toBe('open');
    pipe.bytes$.next(Uint8Array.of(0, 3, 1, 2, 0));
    expect(pipe.dropped).toHaveLength(1);
  });

  test('that fails ends, and goes on with nothing', () => {
    const { others$, steps$ } = createPipe();
    const errors: unknown[] = [];
    steps$.subscribe({
      error: (error: unknown) => errors.push(error),
    });
    others$.next({ kind: 'unknown to everybody' } as never);
    others$.next({ kind: 'begin', control: { ...newControl(TREATMENT, 1), phase: {} as never } });
    others$.next({ kind: 'tick' });
    expect(errors).toHaveLength(1);
    expect(others$.observed).toBe(false);
  });
});

describe('elapsed time', () => {
  test('comes in whole milliseconds and keeps its fractions', () => {
    const steps = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { maxLength: 200 });
    fc.assert(fc.property(steps, (partsMs) => {
      let nowMs = 0.75;
      const takeElapsedMs = createElapsed(() => nowMs);
      let total = 0;
      for (const partMs of partsMs) {
        nowMs += partMs;
        const elapsedMs = takeElapsedMs();
        expect(Number.isInteger(elapsedMs)).toBe(true);
        total += elapsedMs;
      }
      expect(Math.abs(nowMs - 0.75 - total)).toBeLessThan(1);
    }));
  });

  test('S-28 never runs backwards', () => {
    let nowMs = 100;
    const takeElapsedMs = createElapsed(() => nowMs);
    nowMs = 50;
    expect(takeElapsedMs()).toBe(0);
  });
});

describe('the whole host', () => {
  test('S-33 stops without a treatment, and repeats it until a pen shows its latch', () => {
    const line = joined();
    const begun = hostStep({ ...NEW_HOST, session: line.session }, { kind: 'stop', by: 'x' }, 0);
    expect(begun.effects).toMatchObject([{ kind: 'send', message: { kind: 'stop' } }]);
    const latch = { phase: 'latched', latch: 'host-stop', signals: AT_REST } as const;
    const message = { ...TELEMETRY, ...latch };
    const proven = hostStep(
      begun.host, { kind: 'frame', message, header: { session: SESSION, seq: 90, ack: 0 } }, 10,
    );
    expect(proven.host.session.stopping).toBeUndefined();
  });

  test('S-33 sends a STOP before the lines and questions of the same moment', () => {
    const { control } = running();
    const host = { ...NEW_HOST, session: joined().session, control };
    const { effects } = hostStep(host, { kind: 'stop', by: 'Anna' }, 0);
    const urgent = effects.findIndex((effect) => effect.kind === 'send' && effect.urgent);
    const asks = effects.findIndex((effect) => effect.kind === 'send' && !effect.urgent);
    expect(urgent).toBeGreaterThanOrEqual(0);
    expect(asks === -1 || urgent < asks).toBe(true);
  });

  test('tells control of a lost link before anything else is asked of it', () => {
    const { control } = running();
    const host = { ...NEW_HOST, session: joined().session, control };
    const { host: after, effects } = hostStep(host, { kind: 'tick' }, 150);
    expect(after.control?.phase.kind).toBe('unlinked');
    expect(effects.map(({ kind }) => kind)).toContain('draw-nonce');
  });

  test('gives control all the time that passed, though a frame concerned only the link', () => {
    const { control } = latched();
    const before = control.alarms['operator-stop']?.ageMs ?? 0;
    const host = { ...NEW_HOST, session: joined().session, control };
    const message = { ...TELEMETRY, penMs: penMs(1), strokes: strokes(1) };
    const stale = { kind: 'frame', message, header: { session: 1, seq: 1, ack: 0 } } as const;
    const once = hostStep(host, stale, 30);
    expect(once.host.controlOwedMs).toBe(30);
    const twice = hostStep(once.host, { kind: 'tick' }, 12);
    expect(twice.host.control?.alarms['operator-stop']?.ageMs).toBe(before + 42);
  });

  test('begins a treatment with the pen that it has met, latched or not', () => {
    const control = newControl(TREATMENT, 1);
    const pen = penWith({ latch: { ...penWith().pages.latch, reason: 'stall' } });
    const { host } = hostStep({ ...NEW_HOST, pen }, { kind: 'begin', control }, 0);
    expect(host.control?.phase).toMatchObject({ kind: 'latched', latch: { reason: 'stall' } });
  });

  test('asks nothing of a stopped pen when the disk speaks late', () => {
    for (const make of [latched, failed, SCENES.finished]) {
      const host = { ...NEW_HOST, session: joined().session, control: make().control };
      expect(hostStep(host, { kind: 'synced', token: 1 }, 0).effects).toEqual([]);
    }
  });
});

describe('the performer', () => {
  test('S-35 sends STOP past the queue, and turns a missing journal into an event', () => {
    const urgent: number[] = [];
    const happened: HostEvent[] = [];
    const perform = createPerformer({
      port: () => ({
        name: 'test', write: () => true, writeUrgent: () => urgent.push(1) > 0,
        onBytes: () => () => undefined, onClosed: () => () => undefined,
        close: () => Promise.resolve(),
      }),
      guard: createGuard(),
      journal: () => undefined,
      drawNonce: () => 9,
      happened: (event) => happened.push(event),
      met: () => undefined,
      refused: () => undefined,
    });
    const line = joined();
    line.tell({ kind: 'stop' });
    expect(kindsOf(line.sent)).toEqual(['stop']);
    for (const effect of line.effects) perform(effect);
    perform({ kind: 'note', note: { kind: 'stop', reason: 'x', by: 'x' }, token: undefined });
    perform({ kind: 'draw-nonce' });
    expect(urgent).toEqual([1]);
    expect(happened).toMatchObject([{ kind: 'journal-failed' }, { kind: 'greet', hostNonce: 9 }]);
  });
});
