// What control hears of, and what it wants done. Both are plain data: an effect carries no function
// and an event no surprise.

import type { Side, AreaName } from '../../../protocol/area.ts';
import type { EnergyGrant } from '../../../protocol/energy.ts';
import type { Grant, Request } from '../../../protocol/to-pen.ts';
import type { RoomFacts, RoomReason } from '../checklist.ts';
import type { NoteGiven } from '../../journal/entry.ts';
import type { SessionReport } from '../../link/session-state.ts';
import type { Pedal, TreatmentOutcome } from './state.ts';
import type { HostWhy } from './stop-cause.ts';

/** What a person asks of control. Arming an eye area takes a confirmation of its own. */
export type OperatorRequest =
  | { readonly kind: 'room'; readonly room: RoomFacts; readonly by: string }
  | {
      readonly kind: 'arm';
      readonly area: AreaName;
      readonly side: Side;
      readonly eyeConfirmed: boolean;
    }
  | { readonly kind: 'end-area' }
  | { readonly kind: 'stop'; readonly by: string }
  | { readonly kind: 'clear'; readonly by: string }
  | { readonly kind: 'finish'; readonly by: string; readonly outcome: TreatmentOutcome };

/** Everything that can happen to control. */
export type ControlEvent =
  | SessionReport
  | OperatorRequest
  | { readonly kind: 'pedal'; readonly pedal: Pedal }
  | { readonly kind: 'synced'; readonly token: number }
  | { readonly kind: 'journal-failed'; readonly why: string }
  | { readonly kind: 'host-trouble'; readonly why: HostWhy }
  | { readonly kind: 'tick' };

/** The name of an event. */
export type ControlEventKind = ControlEvent['kind'];

/** Everything that control can want. */
export type ControlEffect =
  | { readonly kind: 'ask'; readonly ticket: number; readonly message: Request }
  | { readonly kind: 'grant'; readonly grant: Grant | EnergyGrant }
  | { readonly kind: 'stop' }
  | { readonly kind: 'note'; readonly note: NoteGiven; readonly token: number | undefined }
  | { readonly kind: 'refuse'; readonly what: string; readonly refusals: readonly ArmRefusal[] };

/** Why something that a person asked of a running treatment was not done. */
export type ArmRefusal =
  | { readonly code: 'not-now'; readonly phase: string }
  | { readonly code: 'nothing-latched' }
  | { readonly code: 'day-changed' }
  | { readonly code: 'room-open'; readonly item: RoomReason }
  | { readonly code: 'not-in-plan'; readonly area: AreaName; readonly side: Side }
  | { readonly code: 'eye-not-confirmed'; readonly area: AreaName }
  | { readonly code: 'nothing-left'; readonly area: AreaName }
  | { readonly code: 'pass-limit'; readonly area: AreaName }
  | { readonly code: 'contact-limit'; readonly area: AreaName }
  | { readonly code: 'pen-shaken'; readonly area: AreaName }
  | { readonly code: 'needle-on-limit' }
  | { readonly code: 'puncture-limit' }
  | { readonly code: 'pen-changed'; readonly expected: string; readonly found: string }
  | { readonly code: 'cartridge-changed'; readonly expected: string; readonly found: string }
  | { readonly code: 'certificate-changed'; readonly expected: string; readonly found: string }
  | { readonly code: 'schema-differs' }
  | { readonly code: 'no-telemetry' }
  | { readonly code: 'ledger-differs'; readonly ledger: number; readonly told: number }
  | { readonly code: 'ledger-unexplained'; readonly ledger: number; readonly explained: number }
  | { readonly code: 'not-idle'; readonly phase: string }
  | { readonly code: 'not-retracted' }
  | { readonly code: 'trigger-held' }
  | { readonly code: 'pedal-missing' }
  | { readonly code: 'pedal-held' }
  | { readonly code: 'battery-low'; readonly percent: number }
  | { readonly code: 'charging' }
  | { readonly code: 'too-hot'; readonly deciDegC: number }
  | { readonly code: 'no-vitals' }
  | { readonly code: 'locked-out'; readonly forMs: number }
  | { readonly code: 'clock-unknown' }
  | { readonly code: 'slow-link'; readonly roundTripMs: number }
  | { readonly code: 'energy-unknown' }
  | { readonly code: 'energy-spent'; readonly area: AreaName }
  | { readonly code: 'pen-refused'; readonly reason: string }
  /** Not of control: the guard before the wire kept a frame back. */
  | {
      readonly code: 'guard-refused';
      readonly message: string;
      readonly rule: string;
      readonly asked: number;
      readonly allowed: number;
    };

/** A step of control. */
export interface ControlStep<State> {
  readonly control: State;
  readonly effects: readonly ControlEffect[];
}
