// What the checklist says: one sentence per open reason, with its next step.

import type { OpenReason, OpenReasonCode } from './checklist.ts';
import { type Subject, where } from './word-parts.ts';

const SENTENCES: Readonly<Record<OpenReasonCode, (about: Subject) => string>> = {
  'link-lost': () => 'The pen is not linked; check the cable and wait for the link.',
  'journal-missing': () =>
    'There is no journal in this installation, so nothing could be recorded; create the ' +
      'installation first.',
  'journal-unreadable': () =>
    'The journal cannot be read, so nobody knows what was spent; restore it first.',
  'ledger-unexplained': () =>
    'The pen has made strokes that no journal here explains; find out where, and adopt the pen ' +
      'with a reason.',
  'ledger-went-backwards': () =>
    "The pen's ledger shows fewer strokes than the journal has seen; have the pen examined and " +
    'use another.',
  'ledger-unknown': () => "The pen's ledger has not been read yet; wait, or link the pen again.",
  'pen-latched': () => 'The pen has stopped itself; find the cause, then clear it at the console.',
  'needles-not-retracted': () =>
    'The needles are not proven to be withdrawn; lift the pen off and have it examined.',
  'trigger-held': () => 'The trigger is held; let go of it.',
  'pen-charging': () => 'The pen is charging; take it off the charger.',
  'battery-low': () => 'The battery is too low for this area; charge the pen first.',
  'cartridge-changed': () =>
    'The cartridge is not the one that the plan was admitted with; fit that one, or admit the ' +
      'plan again.',
  'cartridge-gone': () =>
    'There is no cartridge in the pen; fit the one that the plan was admitted with.',
  'nothing-left': (r) => `Nothing is left of the budget of the ${where(r)}; choose another area.`,
  'area-not-confirmed': (r) =>
    `Nobody has confirmed that the pen is at the ${where(r)}; point at it, say its name and ` +
      'side, and confirm.',
  'shield-not-confirmed': (r) =>
    `The eye shield for the ${where(r)} is not confirmed; put it in place, look again, and ` +
      'confirm.',
  'numbing-not-removed': () =>
    'Numbing cream is on the skin, or nobody has said; remove it, clean the skin, and confirm.',
  'package-not-checked': () =>
    'Nobody has confirmed that the cartridge came from an intact package; look at it, and take ' +
      'another in doubt.',
  'barrier-not-fitted': () =>
    'Nobody has confirmed the barrier sleeve over the pen; fit a new one.',
  'glide-not-checked': () =>
    'Nobody has confirmed that only sterile glide is on the skin; wipe off everything else.',
  'not-cleaned': () =>
    'Nobody has confirmed that the pen was cleaned since the last person; clean it and sign ' +
      'for it.',
  'not-screened': () =>
    'There is no case file and nobody has signed for a screening; ask every question now and sign.',
};

/** The sentence of an open reason, with its next step. */
export const openReasonSentence = (reason: OpenReason): string => SENTENCES[reason.code](reason);
