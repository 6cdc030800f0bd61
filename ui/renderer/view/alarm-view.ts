// The alarms that are on, in the order in which they want to be seen, and whether their sound is
// paused. Colour, mark and flash follow from the priority (IEC 60601-1-8:2006, clause 6.3.2); no
// two of them are alone a sign.

import type { Priority } from '../../../host/core/alarm.ts';
import type { AlarmSnapshot } from '../../../host/core/snapshot.ts';
import type { AlarmsView } from '../../contract/desk-state.ts';

const ORDER: Readonly<Record<Priority, number>> = { high: 0, medium: 1, low: 2 };

/** The marks of the priorities: as many as it is pressing, so that they count without colour. */
export const PRIORITY_MARKS: Readonly<Record<Priority, string>> = {
  high: '!!!',
  medium: '!!',
  low: '!',
};

/** No pause is longer, with a little for two clocks that differ. */
const PAUSE_MS_MAX = 125_000;

/** How long the sound stays paused; a pause that a clock set back would lengthen is none. */
export function pauseLeftMs(soundPausedUntil: string | undefined, nowMs: number): number {
  const leftMs = soundPausedUntil === undefined ? 0 : Date.parse(soundPausedUntil) - nowMs;
  return leftMs > 0 && leftMs <= PAUSE_MS_MAX ? leftMs : 0;
}

/** What the alarm strip shows. */
export interface AlarmStripView {
  /** The most pressing one, the newest of its priority. */
  readonly first: AlarmSnapshot | undefined;
  readonly rest: readonly AlarmSnapshot[];
  readonly priority: Priority | undefined;
  /** Seconds that the sound stays paused; undefined while it sounds. */
  readonly pausedForMs: number | undefined;
  /** A high alarm sounds for as long as its cause lasts. */
  readonly mayPause: boolean;
}

/** The alarms, the most pressing first and among those the newest. */
export const inOrder = (alarms: readonly AlarmSnapshot[]): readonly AlarmSnapshot[] =>
  [...alarms].sort(
    (one, other) => ORDER[one.priority] - ORDER[other.priority] || one.ageMs - other.ageMs,
  );

/** Makes the strip; `nowMs` is the instant in UTC that a pause is held against. */
export function alarmStrip(
  alarms: readonly AlarmSnapshot[],
  { soundPausedUntil }: AlarmsView,
  nowMs: number,
): AlarmStripView {
  const [first, ...rest] = inOrder(alarms);
  const leftMs = pauseLeftMs(soundPausedUntil, nowMs);
  return {
    first,
    rest,
    priority: first?.priority,
    pausedForMs: first !== undefined && leftMs > 0 ? leftMs : undefined,
    mayPause: first !== undefined && first.priority !== 'high',
  };
}
