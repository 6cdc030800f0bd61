// What happened, moment by moment, as a replay finds it. Data only; replay-words.ts makes lines.

import type { DropReason } from '../../protocol/deframe.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import type { ToPen } from '../../protocol/to-pen.ts';
import type { AlarmId } from '../core/alarm.ts';
import type { ArmRefusal } from '../core/control/event.ts';
import type { StopCause } from '../core/control/stop-cause.ts';

/** Something that happened, and what it was. */
export type Happening =
  | { readonly kind: 'pen-said'; readonly message: FromPen; readonly seq: number }
  | { readonly kind: 'host-said'; readonly message: ToPen; readonly seq: number }
  | { readonly kind: 'dropped'; readonly why: DropReason }
  | { readonly kind: 'session-dropped'; readonly why: string }
  | { readonly kind: 'asked'; readonly what: string }
  | { readonly kind: 'linked'; readonly serial: string; readonly model: string }
  | { readonly kind: 'link-lost' }
  | { readonly kind: 'phase'; readonly phase: string; readonly cause: StopCause | undefined }
  | { readonly kind: 'alarm'; readonly alarm: AlarmId; readonly on: boolean }
  | { readonly kind: 'refused'; readonly what: string; readonly refusals: readonly ArmRefusal[] }
  | { readonly kind: 'strokes'; readonly from: number; readonly to: number }
  | { readonly kind: 'ended'; readonly why: string };

/** When something happened, in milliseconds from the beginning of the recording. */
export interface Moment {
  readonly atMs: number;
  readonly happening: Happening;
}

/** Where the replay went another way than what was recorded. */
export interface Divergence {
  readonly atMs: number;
  /** The number of the frame among those that the host sent, from 1. */
  readonly frame: number;
  readonly recorded: string;
  readonly replayed: string;
}

/** What a replay found. */
export interface Replayed {
  readonly moments: readonly Moment[];
  /** Frames that the host sent, as recorded. */
  readonly framesOut: number;
  readonly framesIn: number;
  readonly steps: number;
  readonly strokes: number;
  readonly outcome: string;
  readonly divergence: Divergence | undefined;
}
