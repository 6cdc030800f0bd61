// Why the guard keeps a frame from the wire. A refusal is data: which message, which rule, what
// was asked and what would have been let through. The sentence for people is made elsewhere.

/** The messages that can move a pen, or prepare it to be moved. */
export type GuardedKind =
  | 'arm'
  | 'arm-energy'
  | 'energy-grant'
  | 'tighten'
  | 'grant'
  | 'envelope'
  | 'extend'
  | 'run'
  | 'certify'
  | 'unreadable';

/** The rule that a frame broke. */
export type GuardRule =
  | 'unreadable'
  | 'unknown-message'
  | 'nothing-admitted'
  | 'table-unread'
  | 'journal-unread'
  | 'foreign-link'
  | 'wrong-mode'
  | 'pen-unheard'
  | 'pen-changed'
  | 'pen-unfit'
  | 'area-blocked'
  | 'not-in-plan'
  | 'other-plan'
  | 'no-row'
  | 'size'
  | 'person'
  | 'interval'
  | 'certificate'
  | 'eye'
  | 'cartridge'
  | 'needles'
  | 'depth'
  | 'rate'
  | 'pass-strokes'
  | 'credit'
  | 'hold-time'
  | 'dwell-time'
  | 'contact-time'
  | 'needle-on-time'
  | 'stamp'
  | 'near-wrap'
  | 'armed-already'
  | 'not-armed'
  | 'beyond-arming'
  | 'lease'
  | 'no-hold'
  | 'skin-contact'
  | 'no-energy'
  | 'pulses'
  | 'energy'
  | 'pulse-length'
  | 'too-soon';

/** A frame that is not written, and why. */
export interface GuardRefusal {
  readonly message: GuardedKind;
  readonly rule: GuardRule;
  readonly asked: number;
  readonly allowed: number;
}

/** A broken rule, before anybody has said in which frame. */
export interface Broken {
  readonly rule: GuardRule;
  readonly asked: number;
  readonly allowed: number;
}

/** A rule that knows no numbers: it holds or it does not. */
export const broken = (rule: GuardRule): Broken => ({ rule, asked: 1, allowed: 0 });

/** The rule where more is asked than allowed; what is not a number is more than anything. */
export const above = (rule: GuardRule, asked: number, allowed: number): Broken | undefined =>
  asked <= allowed ? undefined : { rule, asked, allowed };
