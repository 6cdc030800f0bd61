/** One alarm sounds at a time, the most pressing; a pause never silences a high one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALARM_BOUNDS, ALARM_SOUNDS, type Range } from '../../../ui/renderer/sound/alarm-table.ts';
import {
  heardPriority, nextSound, SILENCE, type ToSound,
} from '../../../ui/renderer/sound/arbiter.ts';
import { burstMs, pulsesOf } from '../../../ui/renderer/sound/score.ts';

const PRIORITIES = ['high', 'medium', 'low'] as const;
const on = (...priorities: readonly (typeof PRIORITIES)[number][]): ToSound => ({
  alarms: priorities.map((priority) => ({ alarm: priority, priority })),
  paused: false,
});

test.each(PRIORITIES)('the sound of %s lies within the table of alarms', (priority) => {
  const [sound, bounds] = [ALARM_SOUNDS[priority], ALARM_BOUNDS[priority]];
  const within = (value: number, { min, max }: Range) => value >= min && value <= max;
  expect(within(sound.tonesHz.length, bounds.pulses)).toBe(true);
  expect(within(sound.pulseMs, bounds.pulseMs)).toBe(true);
  expect(within(sound.pauseMs, bounds.pauseMs)).toBe(true);
  expect(within(sound.flashHz, bounds.flashHz)).toBe(true);
  expect(within(sound.flashDutyPercent, bounds.flashDutyPercent)).toBe(true);
  expect(sound.gapsMs).toHaveLength(sound.tonesHz.length - 1);
  expect(within(Math.min(...sound.gapsMs), bounds.gapMs)).toBe(true);
});

test('a high alarm is a group of five, twice: three, a breath, two', () => {
  const starts = pulsesOf('high').map(({ startMs }) => startMs);
  expect(starts).toEqual([0, 180, 360, 720, 900, 1_520, 1_700, 1_880, 2_240, 2_420]);
  expect(burstMs('high')).toBe(2_540);
});

test('a burst begins at once, and again after its pause', () => {
  const first = nextSound(SILENCE, on('medium'), 1_000);
  expect(first.play).toBe('medium');
  const soon = nextSound(first.sounding, on('medium'), 1_500);
  expect(soon.play).toBeUndefined();
  const again = nextSound(soon.sounding, on('medium'), 1_000 + burstMs('medium') + 3_500);
  expect(again.play).toBe('medium');
});

test('a high alarm cuts a low one off, and a low one waits until it is gone', () => {
  const low = nextSound(SILENCE, on('low'), 0);
  const high = nextSound(low.sounding, on('low', 'high'), 100);
  expect([high.play, high.cut]).toEqual(['high', true]);
  const both = nextSound(high.sounding, on('low', 'high'), 2_000);
  expect(both.play).toBeUndefined();
  expect(nextSound(both.sounding, on('low'), 5_000).play).toBe('low');
});

test('a pause silences medium and low, and never high', () => {
  expect(heardPriority({ ...on('medium', 'low'), paused: true })).toBeUndefined();
  expect(heardPriority({ ...on('high', 'low'), paused: true })).toBe('high');
});

test('a second alarm of the same priority is heard when the burst is over', () => {
  const one: ToSound = { alarms: [{ alarm: 'a', priority: 'medium' }], paused: false };
  const first = nextSound(SILENCE, one, 0);
  const two: ToSound = {
    alarms: [{ alarm: 'a', priority: 'medium' }, { alarm: 'b', priority: 'medium' }],
    paused: false,
  };
  const during = nextSound(first.sounding, two, 100);
  expect(during.play).toBeUndefined();
  expect(nextSound(during.sounding, two, burstMs('medium') + 1).play).toBe('medium');
});

test('whatever comes, bursts never overlap and the most pressing one sounds', () => {
  const boards = fc.array(fc.subarray([...PRIORITIES]), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(boards, (list) => {
      let sounding = SILENCE;
      let endsMs = 0;
      for (const [index, priorities] of list.entries()) {
        const nowMs = index * 250;
        const step = nextSound(sounding, on(...priorities), nowMs);
        if (step.play !== undefined) {
          expect(step.play).toBe(PRIORITIES.find((priority) => priorities.includes(priority)));
          expect(step.cut || nowMs >= endsMs).toBe(true);
          endsMs = nowMs + burstMs(step.play);
        } else if (step.cut) endsMs = nowMs;
        sounding = step.sounding;
      }
    }),
    { numRuns: 200 },
  );
});
