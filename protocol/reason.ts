// The closed lists of words that a pen gives as reasons: why it stands still and latched, why it
// refused. Codes are never reused. Words for people are made from these elsewhere.

/** Why a pen stopped and will not move until a person has cleared exactly this. */
export const LATCH_REASONS = {
  none: 0,
  'host-stop': 1,
  'foreign-hello': 2,
  'lease-expired': 3,
  'encoder-silent': 4,
  overspeed: 5,
  stall: 6,
  'too-deep': 7,
  'cartridge-gone': 8,
  'not-retracted': 9,
  'over-temperature': 10,
  'battery-low': 11,
  'reset-in-motion': 12,
  'ledger-damaged': 13,
  'contact-in-calibration': 14,
  'tilted-too-far': 15,
  'pressed-too-hard': 16,
  'impedance-out': 17,
  'tissue-too-hot': 18,
  'energy-unasked': 19,
} as const;

/** A word for why a pen is latched. */
export type LatchReason = keyof typeof LATCH_REASONS;

/** Why a pen refused a request or a grant. */
export const REFUSAL_REASONS = {
  none: 0,
  'not-joined': 1,
  'wrong-mode': 2,
  latched: 3,
  'not-idle': 4,
  'not-armed': 5,
  'foreign-arming': 6,
  'stale-hold': 7,
  'no-trigger': 8,
  'stale-grant': 9,
  'beyond-pass': 10,
  'beyond-credit': 11,
  'nothing-left': 12,
  'lease-too-long': 13,
  'lease-over': 14,
  'no-envelope': 15,
  'beyond-envelope': 16,
  'beyond-ceiling': 17,
  'below-range': 18,
  'above-range': 19,
  'off-step': 20,
  'near-wrap': 21,
  'no-cartridge': 22,
  'wrong-cartridge': 23,
  'not-retracted': 24,
  'loosens': 25,
  'wrong-latch': 26,
  'cause-remains': 27,
  'trigger-held': 28,
  'unknown-area': 29,
  'used-arming': 30,
  'no-such-page': 31,
  'needs-trigger': 32,
  'skin-contact': 33,
  'ledger-not-stored': 34,
  'not-in-range': 35,
  'foreign-table': 36,
  'damaged-table': 37,
  'bad-curve': 38,
  'table-not-stored': 39,
  'not-paired': 40,
  'no-window': 41,
  'bad-exchange': 42,
  'no-energy': 43,
  'beyond-energy': 44,
  'too-soon': 45,
} as const;

/** A word for why a pen refused. */
export type RefusalReason = keyof typeof REFUSAL_REASONS;
