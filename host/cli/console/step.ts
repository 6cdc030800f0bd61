// What the console of a treatment remembers, and what one step of it leads to. The steps themselves
// are in state.ts; what a person is asked in between is in asking.ts.

import type { Admitted, FromHost, TurnedAway } from '../../api.ts';
import type { RoomFacts } from '../../core/checklist.ts';
import type { OperatorRequest } from '../../core/control/event.ts';
import type { AreaSnapshot, Snapshot } from '../../core/snapshot.ts';
import type { Change } from './change.ts';
import type { Command } from './command.ts';
import { nextArea } from './provider.ts';
import type { Question } from './room.ts';

/** What the person is in the middle of. */
export type Mode =
  | { readonly kind: 'plain' }
  | { readonly kind: 'confirming'; readonly index: number; readonly typed: string }
  | { readonly kind: 'in-room'; readonly questions: readonly Question[]; readonly room: RoomFacts }
  | { readonly kind: 'finishing' };

/** Everything that the console knows. */
export interface ConsoleState {
  readonly by: string;
  readonly admitted: Admitted | undefined;
  readonly snapshot: Snapshot | undefined;
  /** The area that the person or the pedal has chosen; undefined for the next in turn. */
  readonly chosen: number | undefined;
  readonly mode: Mode;
  readonly waiting: string | undefined;
  readonly turnedAway: TurnedAway | undefined;
  readonly leaving: boolean;
}

/** What reaches the console. */
export type ConsoleEvent =
  | { readonly kind: 'heard'; readonly message: FromHost }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'interrupt' };

/** What one event leads to. */
export interface ConsoleStep {
  readonly state: ConsoleState;
  readonly requests: readonly OperatorRequest[];
  readonly changes: readonly Change[];
  /** Sentences for the person, beside the changes. */
  readonly says: readonly string[];
  /** The host is to stop the pen and end, or to be left to its lease. */
  readonly go: 'on' | 'leave' | 'kill';
}

/** A console at which nothing has happened. */
export const newConsole = (by: string): ConsoleState => ({
  by,
  admitted: undefined,
  snapshot: undefined,
  chosen: undefined,
  mode: { kind: 'plain' },
  waiting: undefined,
  turnedAway: undefined,
  leaving: false,
});

/** A step of the console. */
export const step = (state: ConsoleState, more: Partial<ConsoleStep> = {}): ConsoleStep => ({
  state,
  requests: [],
  changes: [],
  says: [],
  go: 'on',
  ...more,
});

/** A console whose person is in the middle of nothing. */
export const inPlain = (state: ConsoleState): ConsoleState => ({
  ...state,
  mode: { kind: 'plain' },
});

/** The area that Enter would arm. */
export const areaInTurn = ({ chosen, snapshot }: ConsoleState): number | undefined =>
  chosen ?? (snapshot && nextArea(snapshot.areas));

/** The request that arms an area. */
export const armRequest = (
  { area, side }: AreaSnapshot,
  eyeConfirmed: boolean,
): OperatorRequest => ({
  kind: 'arm',
  area,
  side,
  eyeConfirmed,
});
