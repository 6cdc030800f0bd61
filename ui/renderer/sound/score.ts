// When each pulse of a burst begins and ends. Pure arithmetic on the table of alarms.

import type { Priority } from '../../../host/core/alarm.ts';
import { ALARM_SOUNDS } from './alarm-table.ts';

/** One pulse of a burst. */
export interface Pulse {
  readonly startMs: number;
  readonly endMs: number;
  readonly toneHz: number;
}

/** The pulses of a burst, from its beginning. */
export function pulsesOf(priority: Priority): readonly Pulse[] {
  const { tonesHz, pulseMs, gapsMs } = ALARM_SOUNDS[priority];
  return tonesHz.map((toneHz, index) => {
    const silenceMs = gapsMs.slice(0, index).reduce((sum, gapMs) => sum + gapMs, 0);
    const startMs = index * pulseMs + silenceMs;
    return { startMs, endMs: startMs + pulseMs, toneHz };
  });
}

/** How long a burst lasts. */
export const burstMs = (priority: Priority): number => pulsesOf(priority).at(-1)?.endMs ?? 0;
