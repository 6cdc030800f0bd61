/** A foot pedal beside a treatment: told to control, ended by the host, choosing, never arming. */
import { expect, test } from 'vitest';
import type { FromHost } from '../../../host/api.ts';
import type { Control } from '../../../host/core/control/state.ts';
import type { PedalEvent, PedalReader, Timers } from '../../../host/link/index.ts';
import type { HostEvent } from '../../../host/loop/host-step.ts';
import { PEDAL_ASK_MS, PEDAL_TAP_MS_MAX, watchPedal } from '../../../host/treat/pedal-hold.ts';
import { SIGNAL } from '../../../protocol/from-pen.ts';

interface Foot {
  down: boolean;
  there: boolean;
  ended: number;
}

/** A pedal with a foot that the test moves. */
function pedalOf(foot: Foot): PedalReader & { readonly tell: (event: PedalEvent) => void } {
  const listeners: ((event: PedalEvent) => void)[] = [];
  return {
    onEvent: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
    held: () => foot.down && foot.there,
    present: () => foot.there,
    proofAgeMs: () => (foot.there ? 0 : undefined),
    endHold: () => {
      foot.ended += 1;
      foot.down = false;
    },
    close: () => Promise.resolve(),
    tell: (event) => listeners.forEach((listener) => listener(event)),
  };
}

/** Time that passes when told to. */
function handClock(): Timers & { readonly pass: (forMs: number) => void } {
  const due: { atMs: number; run: () => void }[] = [];
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    after: (delayMs, run) => {
      const one = { atMs: nowMs + delayMs, run };
      due.push(one);
      return () => void due.splice(due.indexOf(one), 1);
    },
    pass: (forMs) => {
      const untilMs = nowMs + forMs;
      for (let next = due.shift(); next !== undefined; next = due.shift()) {
        if (next.atMs > untilMs) {
          due.unshift(next);
          break;
        }
        nowMs = next.atMs;
        next.run();
      }
      nowMs = untilMs;
    },
  };
}

const RETRACTED = { signals: SIGNAL.retracted };
const PLAN = [
  { area: 'forehead', side: 'midline' },
  { area: 'cheek', side: 'left' },
  { area: 'infraorbital', side: 'left' },
];

/** As much of control as a pedal looks at. */
const controlAt = (phase: object, telemetry: object, pedal = 'none'): Control =>
  ({ phase, pedal, treatment: { tasks: PLAN }, heard: { telemetry } }) as unknown as Control;

function room(control: Control | undefined) {
  const foot: Foot = { down: false, there: true, ended: 0 };
  const reader = pedalOf(foot);
  const timers = handClock();
  const told: HostEvent[] = [];
  const said: FromHost[] = [];
  const now = { control };
  const hold = watchPedal({
    reader,
    timers,
    control: () => now.control,
    happened: (event) => {
      told.push(event);
      if (event.kind === 'pedal' && now.control !== undefined) {
        now.control = { ...now.control, pedal: event.pedal };
      }
    },
    say: (message) => said.push(message),
  });
  return { foot, reader, timers, told, said, now, hold };
}

const READY = controlAt({ kind: 'ready' }, RETRACTED);

test('control is told whether the pedal is there and held, and only of changes', () => {
  const { foot, timers, told } = room(READY);
  timers.pass(50);
  foot.down = true;
  timers.pass(50);
  foot.there = false;
  timers.pass(50);
  expect(told).toEqual([
    { kind: 'pedal', pedal: 'released' },
    { kind: 'pedal', pedal: 'held' },
    { kind: 'pedal', pedal: 'none' },
  ]);
});

test('a pedal is asked at least every ten milliseconds, and at once when it speaks', () => {
  expect(PEDAL_ASK_MS).toBeLessThanOrEqual(10);
  const { foot, reader, told } = room(READY);
  foot.down = true;
  reader.tell({ kind: 'pedal-pressed', holdId: 1 });
  expect(told.at(-1)).toEqual({ kind: 'pedal', pedal: 'held' });
});

test('a treatment that begins later hears of a pedal that was there before', () => {
  const { timers, told, now } = room(undefined);
  timers.pass(30);
  expect(told).toEqual([]);
  now.control = READY;
  timers.pass(10);
  expect(told).toEqual([{ kind: 'pedal', pedal: 'released' }]);
});

test('S-15 a hold that the host ended takes a new press of the pedal', () => {
  const train = { holdId: 7, ended: true };
  const { foot, timers, told, now } = room(READY);
  foot.down = true;
  timers.pass(40);
  now.control = controlAt({ kind: 'running', train }, { signals: SIGNAL.trigger }, 'held');
  timers.pass(40);
  expect(foot.ended).toBe(1);
  expect(told.at(-1)).toEqual({ kind: 'pedal', pedal: 'released' });
});

test('letting go of the trigger leaves the pedal as it is', () => {
  const train = { holdId: 7, ended: true };
  const { foot, timers } = room(controlAt({ kind: 'running', train }, { signals: 0 }, 'held'));
  foot.down = true;
  timers.pass(40);
  expect(foot.ended).toBe(0);
});

test('a side button chooses the next area and arms nothing', () => {
  const { reader, said, told, hold } = room(READY);
  reader.tell({ kind: 'pedal-side', side: 'right' });
  expect(said).toEqual([{ kind: 'chosen', area: 'forehead', side: 'midline' }]);
  hold.asked({ kind: 'arm', area: 'forehead', side: 'midline', eyeConfirmed: false });
  reader.tell({ kind: 'pedal-side', side: 'right' });
  expect(said.at(-1)).toEqual({ kind: 'chosen', area: 'cheek', side: 'left' });
  expect(told.every(({ kind }) => kind === 'pedal')).toBe(true);
});

test('S-11 a side button leads into no area at the eye, and says why', () => {
  const { reader, said, hold } = room(READY);
  hold.asked({ kind: 'arm', area: 'cheek', side: 'left', eyeConfirmed: false });
  reader.tell({ kind: 'pedal-side', side: 'right' });
  expect(said.map(({ kind }) => kind)).toEqual(['notice']);
});

test('a side button does nothing while an area is armed or the needles may be out', () => {
  for (const control of [
    controlAt({ kind: 'armed' }, RETRACTED),
    controlAt({ kind: 'ready' }, { signals: 0 }),
  ]) {
    const { reader, said } = room(control);
    reader.tell({ kind: 'pedal-side', side: 'right' });
    expect(said.map(({ kind }) => kind)).toEqual(['notice']);
  }
});

/** A foot comes down and, so much later, is seen to lift. */
function tap({ foot, reader, timers }: ReturnType<typeof room>, forMs: number): void {
  foot.down = true;
  reader.tell({ kind: 'pedal-pressed', holdId: 9 });
  timers.pass(forMs);
  foot.down = false;
  reader.tell({ kind: 'pedal-released', holdId: 9, why: 'foot' });
}

const tapsOf = ({ said }: ReturnType<typeof room>): number =>
  said.filter(({ kind }) => kind === 'tapped').length;

test('a short tap at rest is told once control knows the foot is off, and arms nothing', () => {
  const at = room(READY);
  tap(at, 200);
  expect(tapsOf(at)).toBe(1);
  expect(at.told.map((event) => (event.kind === 'pedal' ? event.pedal : event.kind)))
    .toEqual(['released', 'held', 'released']);
});

test('what is no short tap at rest is none', () => {
  const long = room(READY);
  tap(long, PEDAL_TAP_MS_MAX + 10);
  const armed = room(controlAt({ kind: 'armed' }, RETRACTED));
  tap(armed, 200);
  const trigger = room(controlAt({ kind: 'ready' }, {
    signals: SIGNAL.retracted | SIGNAL.trigger,
  }));
  tap(trigger, 200);
  const out = room(controlAt({ kind: 'ready' }, { signals: 0 }));
  tap(out, 200);
  // A foot that is down since needles ran is lifted when they are still: that asks for nothing.
  const since = room(controlAt({ kind: 'running', train: {} }, RETRACTED));
  since.foot.down = true;
  since.reader.tell({ kind: 'pedal-pressed', holdId: 9 });
  since.now.control = READY;
  since.foot.down = false;
  since.reader.tell({ kind: 'pedal-released', holdId: 9, why: 'foot' });
  // A pedal that is pulled out was not tapped.
  const pulled = room(READY);
  pulled.reader.tell({ kind: 'pedal-pressed', holdId: 9 });
  pulled.reader.tell({ kind: 'pedal-released', holdId: 9, why: 'read-error' });
  expect([long, armed, trigger, out, since, pulled].map(tapsOf)).toEqual([0, 0, 0, 0, 0, 0]);
});
