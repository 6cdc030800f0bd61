// What each role may do: every action of the product that needs somebody to answer for it, and the
// roles that may. An action that is not in this table cannot be asked for, and a role that is not
// in its row may not. STOP is no action of this table: everybody may stop a pen, signed in or not.

import type { Role } from './role.ts';

const CLINICAL = ['provider', 'prescriber', 'clinical-lead'] as const;
const EVERYBODY = ['provider', 'prescriber', 'technician', 'clinical-lead', 'auditor'] as const;
const LEAD = ['clinical-lead'] as const;
const BENCH = ['technician', 'clinical-lead'] as const;
const OVERSEEN = ['clinical-lead', 'auditor'] as const;
const JUDGING = ['prescriber', 'clinical-lead'] as const;

/** The roles that may, by action. */
export const PERMITS = {
  // Charts and care.
  'see-chart': ['provider', 'prescriber', 'clinical-lead', 'auditor'],
  'see-identity': CLINICAL,
  'register-person': CLINICAL,
  'amend-person': CLINICAL,
  'merge-persons': LEAD,
  'make-identity-key': LEAD,
  'plan-series': CLINICAL,
  'open-visit': CLINICAL,
  'answer-screening': CLINICAL,
  'sign-clearance': ['prescriber'],
  'reference-consent': CLINICAL,
  'tick-visit-step': CLINICAL,
  'scan-cartridge': CLINICAL,
  'choose-adjunct': CLINICAL,
  'permit-adjunct': ['prescriber'],
  'hand-over-aftercare': CLINICAL,
  'record-follow-up': CLINICAL,
  'lock-area': CLINICAL,
  'unlock-area': JUDGING,
  'draft-adverse-event': CLINICAL,

  // Treating.
  'check-plan': EVERYBODY,
  treat: ['provider', 'prescriber'],
  'treat-eye-area': ['provider', 'prescriber'],
  // Radio frequency is a medical procedure for licensed operators (FDA, 15 October 2025; A).
  'treat-radio-frequency': ['prescriber'],
  'clear-latch': CLINICAL,
  'sign-override': JUDGING,
  'sign-record': CLINICAL,

  // Pens and the bench.
  'see-pens': EVERYBODY,
  'adopt-pen': BENCH,
  'pair-pen': BENCH,
  'service-pen': BENCH,
  'calibrate-pen': ['technician'],
  'sign-certificate': ['technician'],
  'add-gauge': BENCH,
  'retire-gauge': BENCH,

  // Limits.
  'see-limits': EVERYBODY,
  'sign-limit-profile': LEAD,

  // People who work here.
  'see-staff': EVERYBODY,
  'add-staff': LEAD,
  'change-staff': LEAD,
  'retire-staff': LEAD,
  'unlock-staff': LEAD,
  'change-own-secret': EVERYBODY,

  // What is written, and what leaves the house.
  'see-audit': OVERSEEN,
  'verify-audit': EVERYBODY,
  'export-audit': OVERSEEN,
  'export-record': ['provider', 'prescriber', 'clinical-lead', 'auditor'],
  'export-identity': JUDGING,
  'export-support': ['technician', 'clinical-lead', 'auditor'],
  'back-up': BENCH,
  'restore-back-up': LEAD,
  'rebuild-store': BENCH,
  'exchange-rooms': [...CLINICAL, 'technician'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Something that somebody may or may not do. */
export type Action = keyof typeof PERMITS;

const isAction = (name: string): name is Action => Object.hasOwn(PERMITS, name);

/** Every action, in the order of the table. */
export const ACTIONS: readonly Action[] = Object.keys(PERMITS).filter(isAction);

/** The roles that may do something. */
export const rolesFor = (action: Action): readonly Role[] => PERMITS[action];

// S-75: one row of one table decides, and a role that is not in it may not.
/** Whether somebody with these roles may do something. */
export const mayDo = (roles: readonly Role[], action: Action): boolean =>
  roles.some((role) => rolesFor(action).includes(role));
