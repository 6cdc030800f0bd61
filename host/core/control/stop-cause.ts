// Why the host stops the pen, or saw that the pen had stopped itself. Each cause has one word here,
// one sentence in the words table, and one alarm.

import type { LatchReason } from '../../../protocol/reason.ts';

/** Why a stop was ordered or seen. */
export type StopCause =
  | { readonly kind: 'operator'; readonly by: string }
  | { readonly kind: 'pen'; readonly reason: LatchReason }
  | { readonly kind: 'watch'; readonly finding: StopFinding }
  | { readonly kind: 'host'; readonly why: HostWhy };

/** What a comparison of commanded and measured can find that is worth a stop. */
export type StopFinding =
  | 'too-deep'
  | 'rate-off'
  | 'moving-unasked'
  | 'armed-unasked'
  | 'not-retracted'
  | 'frozen-telemetry'
  | 'stale-telemetry'
  | 'vitals-missing'
  | 'future-telemetry'
  | 'counter-backwards'
  | 'counter-beyond-grant'
  | 'foreign-arming'
  | 'energy-beyond-grant'
  | 'too-hard'
  | 'tilted'
  | 'too-hot'
  | 'battery-low'
  | 'cartridge-gone'
  | 'encoder-fault'
  | 'depth-implausible';

/** What can go wrong on the host itself. */
export type HostWhy =
  | 'stalled'
  | 'journal-failed'
  | 'shutting-down'
  | 'console-gone'
  | 'link-lost'
  | 'guard-refused';

/** One word for a cause, as the journal keeps it. */
export function causeWord(cause: StopCause): string {
  switch (cause.kind) {
    case 'operator':
      return 'operator';
    case 'pen':
      return `pen-${cause.reason}`;
    case 'watch':
      return cause.finding;
    case 'host':
      return `host-${cause.why}`;
  }
}

/** Who stopped: a person by name, or the part that did. */
export const causeBy = (cause: StopCause): string =>
  cause.kind === 'operator' ? cause.by : cause.kind;
