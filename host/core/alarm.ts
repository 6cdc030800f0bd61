// Every alarm that Corium can raise: its priority after IEC 60601-1-8, whether it latches, and what
// clears it. The table decides; code that finds a condition names an alarm and no more. Colour,
// flash and sound follow from the priority, in the console.

import type { StopCause, StopFinding } from './control/stop-cause.ts';

/** High needs a response at once, medium promptly, low when there is time. */
export type Priority = 'high' | 'medium' | 'low';

/** What makes an alarm go away: its condition ending, or a person clearing the stop. */
export type ClearedBy = 'condition' | 'clear';

interface AlarmRow {
  readonly priority: Priority;
  readonly latches: boolean;
  readonly clearedBy: ClearedBy;
}

const HIGH_LATCHED = { priority: 'high', latches: true, clearedBy: 'clear' } as const;
const MEDIUM_LATCHED = { priority: 'medium', latches: true, clearedBy: 'clear' } as const;
const MEDIUM = { priority: 'medium', latches: false, clearedBy: 'condition' } as const;
const LOW = { priority: 'low', latches: false, clearedBy: 'condition' } as const;

/** The table. Priorities are ours (grade D) within the scheme of IEC 60601-1-8:2006, clause 6.1. */
export const ALARMS = {
  'too-deep': HIGH_LATCHED,
  'counter-beyond-grant': HIGH_LATCHED,
  'energy-beyond-grant': HIGH_LATCHED,
  'energy-unasked': HIGH_LATCHED,
  'tissue-too-hot': HIGH_LATCHED,
  'impedance-out': MEDIUM_LATCHED,
  'counter-backwards': HIGH_LATCHED,
  'moving-unasked': HIGH_LATCHED,
  'armed-unasked': HIGH_LATCHED,
  overspeed: HIGH_LATCHED,
  'not-retracted': HIGH_LATCHED,
  'stop-not-confirmed': HIGH_LATCHED,
  'foreign-arming': HIGH_LATCHED,
  'too-hard': HIGH_LATCHED,
  'guard-refused': HIGH_LATCHED,
  'pen-fault': MEDIUM_LATCHED,
  'rate-off': MEDIUM_LATCHED,
  'frozen-telemetry': MEDIUM_LATCHED,
  'stale-telemetry': MEDIUM_LATCHED,
  'future-telemetry': MEDIUM_LATCHED,
  'vitals-missing': MEDIUM_LATCHED,
  'encoder-fault': MEDIUM_LATCHED,
  'depth-implausible': MEDIUM_LATCHED,
  'cartridge-gone': MEDIUM_LATCHED,
  'too-hot': MEDIUM_LATCHED,
  'battery-low': MEDIUM_LATCHED,
  tilted: MEDIUM_LATCHED,
  'host-trouble': MEDIUM_LATCHED,
  'operator-stop': { priority: 'low', latches: true, clearedBy: 'clear' },
  'link-lost': MEDIUM,
  'budget-spent': MEDIUM,
  'pedal-missing': MEDIUM,
  'pen-shaken': MEDIUM,
  'rate-drifts': LOW,
  'budget-nearly-spent': LOW,
  tilt: LOW,
  force: LOW,
  dwell: LOW,
  'battery-weak': LOW,
} as const satisfies Record<string, AlarmRow>;

/** The name of an alarm. */
export type AlarmId = keyof typeof ALARMS;

/** Alarms that are on, with how long they have been. */
export type AlarmBoard = Readonly<Partial<Record<AlarmId, { readonly ageMs: number }>>>;

/** A change of the board, as the journal keeps it. */
export interface AlarmChange {
  readonly alarm: AlarmId;
  readonly on: boolean;
}

/** The priority of an alarm. */
export const priorityOf = (alarm: AlarmId): Priority => ALARMS[alarm].priority;

const isAlarm = (name: string): name is AlarmId => Object.hasOwn(ALARMS, name);

/** The alarms of a board. */
export const alarmsOn = (board: AlarmBoard): readonly AlarmId[] =>
  Object.keys(board).filter(isAlarm);

/** The alarm that a stop raises. */
export function alarmOf(cause: StopCause): AlarmId {
  // S-43: no cause of a stop is without an alarm.
  switch (cause.kind) {
    case 'operator':
      return 'operator-stop';
    case 'watch':
      return alarmOfFinding(cause.finding);
    case 'host':
      return cause.why === 'guard-refused' ? 'guard-refused' : 'host-trouble';
    case 'pen':
      return isAlarm(cause.reason) ? cause.reason : 'pen-fault';
  }
}

/** Every finding of the watch has an alarm of its own name. */
const alarmOfFinding = (finding: StopFinding): AlarmId => finding;

/** Alarms that lie in the moment: on while their condition is found, off when it is not. */
export const MOMENTARY: readonly AlarmId[] = ['rate-drifts', 'tilt', 'force', 'battery-weak'];

const NO_CHANGES: readonly AlarmChange[] = [];

/** Whether no alarm is on at all, as it mostly is. */
const isSilent = (board: AlarmBoard): boolean => Object.keys(board).length === 0;

/** Sets alarms on or off; what latches is only set off by `cleared`. */
export function setAlarms(
  board: AlarmBoard,
  on: readonly AlarmId[],
  off: readonly AlarmId[],
): { readonly board: AlarmBoard; readonly changes: readonly AlarmChange[] } {
  if (on.length === 0 && isSilent(board)) return { board, changes: NO_CHANGES };
  const rises = on.filter((alarm) => board[alarm] === undefined);
  const falls = off.filter((alarm) => board[alarm] !== undefined && !on.includes(alarm));
  if (rises.length === 0 && falls.length === 0) return { board, changes: [] };
  const next: Partial<Record<AlarmId, { readonly ageMs: number }>> = { ...board };
  for (const alarm of falls) Reflect.deleteProperty(next, alarm);
  for (const alarm of rises) next[alarm] = { ageMs: 0 };
  return {
    board: next,
    changes: [
      ...rises.map((alarm) => ({ alarm, on: true })),
      ...falls.map((alarm) => ({ alarm, on: false })),
    ],
  };
}

/** The alarms that a person's clearing of a stop puts out. */
export const clearable = (board: AlarmBoard): readonly AlarmId[] =>
  alarmsOn(board).filter((alarm) => ALARMS[alarm].clearedBy === 'clear');

/** Lets alarms grow older. */
export function olderAlarms(board: AlarmBoard, elapsedMs: number): AlarmBoard {
  const on = alarmsOn(board);
  if (on.length === 0) return board;
  return Object.fromEntries(
    on.map((alarm) => [alarm, { ageMs: (board[alarm]?.ageMs ?? 0) + elapsedMs }]),
  );
}
