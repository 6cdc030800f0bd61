// What can happen to the firmware, and what it can order. Both are data: no event carries the
// world, no effect a function, and a step is nothing but the next state and its orders.

import type { Message } from '../../protocol/catalogue.ts';
import type { DropReason } from '../../protocol/deframe.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import type { RefusalReason } from '../../protocol/reason.ts';
import type { CalibrationTable } from '../../protocol/table.ts';
import type { Drive, Sensed } from '../plant/types.ts';
import type { Latch, NonVolatile } from './non-volatile.ts';
import type { PairingRecord } from './pairing-state.ts';
import type { Firmware } from './state.ts';

/** Who a frame says that it is from: its link session and number. */
export interface Heading {
  readonly session: number;
  readonly seq: number;
  /** The number of the key that has sealed it; none for a frame without a seal. */
  readonly seal?: number | undefined;
}

/** Anything that happens to a pen's firmware. */
export type FirmwareEvent =
  | { readonly kind: 'tick'; readonly sensed: Sensed }
  | { readonly kind: 'received'; readonly header: Heading; readonly message: Message }
  | { readonly kind: 'dropped'; readonly why: DropReason }
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly sensed: Sensed;
      /** The newest latches of this boot, the last one last. */
      readonly latches: readonly Latch[];
    }
  | { readonly kind: 'stored'; readonly id: number }
  | { readonly kind: 'table-stored'; readonly id: number }
  | { readonly kind: 'pairing-stored'; readonly id: number }
  /** A seal that no key of the pen has made. */
  | { readonly kind: 'foreign-seal' }
  | { readonly kind: 'button'; readonly held: boolean };

/** Anything that a pen's firmware orders. */
export type Effect =
  | { readonly kind: 'send'; readonly message: FromPen }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'drive'; readonly drive: Drive }
  | { readonly kind: 'store'; readonly id: number; readonly record: NonVolatile }
  | { readonly kind: 'store-table'; readonly id: number; readonly table: CalibrationTable }
  | { readonly kind: 'store-pairing'; readonly id: number; readonly record: PairingRecord };

/** Where the firmware is next, and what it orders on the way. */
export interface Step {
  readonly state: Firmware;
  readonly effects: readonly Effect[];
}

/**
 * Why something was not done: the first rule broken, what was asked and what would have been
 * allowed.
 */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly asked: number;
  readonly allowed: number;
}

/** What became of a request or a grant. */
export interface Ruling extends Step {
  readonly refusal: Refusal | undefined;
}

/** No orders at all. */
export const NO_EFFECTS: readonly Effect[] = [];

/** A step that orders nothing. */
export const stay = (state: Firmware): Step => ({ state, effects: NO_EFFECTS });

/** A step whose orders come after those of an earlier one. */
export const after = (earlier: readonly Effect[], step: Step): Step =>
  earlier.length === 0 ? step : { state: step.state, effects: [...earlier, ...step.effects] };

/** A request that was carried out. */
export const done = ({ state, effects }: Step): Ruling => ({ state, effects, refusal: undefined });

/** A request that was not carried out and changed nothing. */
export const refused = (state: Firmware, refusal: Refusal): Ruling => ({
  state,
  effects: NO_EFFECTS,
  refusal,
});

/** A refusal whose reason says everything. */
export const because = (reason: RefusalReason, asked = 0, allowed = 0): Refusal => ({
  reason,
  asked,
  allowed,
});
