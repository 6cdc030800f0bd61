// Who controls and who looks on, and what a window that is behind is spared.
import { expect, test } from 'vitest';
import type { Carrier } from '../../../ui/contract/carrier.ts';
import { createWindows, type StateForAll } from '../../../ui/desk/windows.ts';

interface WindowDouble extends Carrier {
  readonly heard: string[];
  behindBytes: number;
  closed: boolean;
}

function windowDouble(): WindowDouble {
  const double: WindowDouble = {
    heard: [],
    behindBytes: 0,
    closed: false,
    send: (text) => void double.heard.push(text),
    waitingBytes: () => double.behindBytes,
    onMessage: () => undefined,
    onClose: () => undefined,
    close: () => {
      double.closed = true;
    },
  };
  return double;
}

const STATE = { operator: 'Ana', pedal: false } as StateForAll;
const TRACE = { kind: 'trace', samples: [] } as const;
const roles = ({ heard }: WindowDouble): string =>
  /"role":"(\w+)"/.exec(heard.at(-1) ?? '')?.[1] ?? 'none';

test('the first window controls, and the next takes control only when it is gone', () => {
  const windows = createWindows();
  const [one, other] = [windowDouble(), windowDouble()];
  const first = windows.join(one);
  const second = windows.join(other);
  windows.showState(STATE);
  expect([roles(one), roles(other)]).toEqual(['controller', 'viewer']);
  expect(windows.takeControl(second)).toBe(false);
  windows.leave(first);
  expect(windows.controls(second)).toBe(false);
  expect(windows.takeControl(second)).toBe(true);
  windows.showState(STATE);
  expect(roles(other)).toBe('controller');
});

test('a state is said once to each window, and again when it is another', () => {
  const windows = createWindows();
  const one = windowDouble();
  windows.join(one);
  windows.showState(STATE);
  windows.showState({ ...STATE });
  expect(one.heard).toHaveLength(1);
  windows.showState({ ...STATE, pedal: true });
  expect(one.heard).toHaveLength(2);
  expect(JSON.parse(one.heard[1] ?? '')).toMatchObject({
    kind: 'state', state: { pedal: true, windows: { role: 'controller' } },
  });
});

test('a window that is behind misses what moves, and never a state or a reply', () => {
  const windows = createWindows();
  const [slow, quick] = [windowDouble(), windowDouble()];
  const seat = windows.join(slow);
  windows.join(quick);
  slow.behindBytes = 1_000_000;
  windows.showMoving(TRACE);
  expect([slow.heard.length, quick.heard.length]).toEqual([0, 1]);
  windows.showState(STATE);
  windows.say(seat, { kind: 'reply', id: 1, reply: { ok: true } });
  expect(slow.heard).toHaveLength(2);
  slow.behindBytes = 0;
  windows.showMoving(TRACE);
  expect(slow.heard).toHaveLength(3);
});

test('a window that takes nothing any more is let go of, and another may control', () => {
  const windows = createWindows();
  const [dead, alive] = [windowDouble(), windowDouble()];
  windows.join(dead);
  const seat = windows.join(alive);
  dead.behindBytes = 100_000_000;
  windows.showState(STATE);
  expect(dead.closed).toBe(true);
  expect(windows.count()).toBe(1);
  expect(windows.takeControl(seat)).toBe(true);
});

test('a page that is loaded again controls again, before its old road is closed', () => {
  const windows = createWindows();
  const old = windows.join(windowDouble(), 'tab-1');
  const viewer = windows.join(windowDouble(), 'tab-2');
  const again = windows.join(windowDouble(), 'tab-1');
  expect([old, viewer, again].map((seat) => windows.controls(seat))).toEqual([false, false, true]);
  windows.leave(old);
  expect(windows.controls(again)).toBe(true);
  const unnamed = windows.join(windowDouble());
  expect(windows.controls(unnamed)).toBe(false);
});
