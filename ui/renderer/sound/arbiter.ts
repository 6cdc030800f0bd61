// Which alarm sounds at a moment: one at a time, the most pressing one. It is asked again and again
// and says when a burst begins and when one that sounds is cut off. A pause silences medium and low
// alarms; a high one sounds for as long as its cause lasts. Pure: the time comes in.

import type { Priority } from '../../../host/core/alarm.ts';
import { ALARM_SOUNDS } from './alarm-table.ts';
import { burstMs } from './score.ts';

/** What there is to be sounded. */
export interface ToSound {
  /** The alarms that are on, by name, with their priorities. */
  readonly alarms: readonly { readonly alarm: string; readonly priority: Priority }[];
  /** Somebody has paused the sound, and the pause still runs. */
  readonly paused: boolean;
}

/** What sounds, or sounded last. */
export interface Sounding {
  readonly priority: Priority | undefined;
  readonly names: readonly string[];
  readonly burstEndsMs: number;
  readonly nextBurstMs: number;
}

/** Nothing has sounded. */
export const SILENCE: Sounding = {
  priority: undefined,
  names: [],
  burstEndsMs: 0,
  nextBurstMs: 0,
};

/** What is to be done now. */
export interface SoundStep {
  readonly sounding: Sounding;
  /** A burst of this priority begins now. */
  readonly play: Priority | undefined;
  /** What still sounds is cut off first. */
  readonly cut: boolean;
}

const ORDER: readonly Priority[] = ['high', 'medium', 'low'];

/** The priority that is to be heard: the most pressing one that no pause silences. */
export function heardPriority({ alarms, paused }: ToSound): Priority | undefined {
  const on = ORDER.find((priority) => alarms.some((one) => one.priority === priority));
  return paused && on !== 'high' ? undefined : on;
}

/** Decides what sounds at a moment. */
export function nextSound(last: Sounding, toSound: ToSound, nowMs: number): SoundStep {
  const priority = heardPriority(toSound);
  const isSounding = last.priority !== undefined && nowMs < last.burstEndsMs;
  if (priority === undefined) return { sounding: SILENCE, play: undefined, cut: isSounding };
  const names = toSound.alarms
    .filter((one) => one.priority === priority)
    .map(({ alarm }) => alarm);
  const isOther = priority !== last.priority;
  const isNew = names.some((name) => !last.names.includes(name));
  const isDue = nowMs >= last.nextBurstMs;
  // A new alarm of the same priority waits for the burst that sounds; another priority does not.
  if (!isOther && !isDue && (!isNew || isSounding)) {
    const kept = isNew ? last.names : names;
    return { sounding: { ...last, names: kept }, play: undefined, cut: false };
  }
  const burstEndsMs = nowMs + burstMs(priority);
  const nextBurstMs = burstEndsMs + ALARM_SOUNDS[priority].pauseMs;
  return {
    sounding: { priority, names, burstEndsMs, nextBurstMs },
    play: priority,
    cut: isSounding,
  };
}
