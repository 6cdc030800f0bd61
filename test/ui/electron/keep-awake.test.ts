// The computer is kept awake while a treatment has the pen, and no longer; the pen is stopped when
// nobody can watch it.
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { keepAwake } from '../../../ui/electron/keep-awake.ts';

function awake() {
  const monitor = new EventEmitter();
  const hears: ((treating: boolean) => void)[] = [];
  const blockers = new Set<number>();
  let stops = 0;
  let last = 0;
  keepAwake(
    { onTreating: (hear) => void hears.push(hear), stop: () => void (stops += 1) },
    // Only what is used of them is there.
    monitor as never,
    {
      start: () => {
        last += 1;
        blockers.add(last);
        return last;
      },
      stop: (id: number) => blockers.delete(id),
    } as never,
  );
  const treats = (treating: boolean): void => hears.forEach((hear) => hear(treating));
  return { monitor, blockers, treats, stops: () => stops };
}

test('a treatment keeps the computer awake, and its end lets it sleep', () => {
  const { blockers, treats } = awake();
  expect(blockers.size).toBe(0);
  treats(true);
  expect(blockers.size).toBe(1);
  treats(false);
  expect(blockers.size).toBe(0);
  treats(true);
  treats(true);
  expect(blockers.size).toBe(1);
});

test.each(['suspend', 'lock-screen'])('the pen is stopped on %s', (event) => {
  const { monitor, stops } = awake();
  monitor.emit(event);
  expect(stops()).toBe(1);
});
