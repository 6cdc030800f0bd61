/** A pen in real time, on a clock that a test turns: what it lives through, what it never got. */
import { expect, test, vi } from 'vitest';
import { penModel } from '../../sim/models/index.ts';
import { createPen } from '../../sim/pen.ts';
import { HANDS_OFF } from '../../sim/plant/index.ts';
import { runInRealTime } from '../../sim/real-time.ts';

const penOnTheTable = () =>
  createPen({ model: penModel('meridian-p', 2_500), cartridge: undefined, seed: 1 });

test('time that the computer took away is never dated as if the pen had lived it', () => {
  vi.useFakeTimers();
  try {
    let nowMs = 1_000;
    const pen = penOnTheTable();
    const running = runInRealTime(pen, () => HANDS_OFF, () => nowMs);
    const passAndLook = (ms: number): number => {
      nowMs += ms;
      vi.advanceTimersByTime(2);
      return running.bornMs() + pen.plant.tMs;
    };
    expect(passAndLook(300)).toBe(1_300);
    expect([passAndLook(700), pen.plant.tMs]).toEqual([2_000, 800]);
    expect(passAndLook(2)).toBe(2_002);
    running.stop();
  } finally {
    vi.useRealTimers();
  }
});
