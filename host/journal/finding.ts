// What verification can find wrong with a journal or with one treatment in it: data, and the one
// sentence for each. A finding names the line it is about.

import type { NoteKind } from './entry.ts';

/** Each kind of finding with its sentence; the facts of a finding fill the gaps. */
const SENTENCES = {
  'chain-broken': 'the chain of lines is broken here: a line was altered, left out or moved',
  'no-such-treatment': 'the journal has no treatment of this name',
  'opened-twice': 'the treatment was opened a second time',
  'not-closed': 'the treatment was never closed',
  'after-close': 'the treatment goes on after it was closed',
  'before-open': 'the reservation was made while its treatment was not open',
  'not-planned': 'the area of the reservation is not in the plan',
  'person-differs': 'the reservation is for another person than the treatment',
  'size-differs': 'the reservation counts on another size of skin than the plan',
  'depth-over-plan': 'the reservation goes deeper than the plan',
  'rate-over-plan': 'the reservation goes faster than the plan',
  'pass-over-plan': 'the reservation begins a pass beyond those of the plan',
  'pass-strokes-over-plan': 'more strokes are set aside in the pass than the plan allows',
  'area-strokes-over-plan': 'more strokes are set aside on the area than the plan allows',
  'contact-over-plan': 'more contact is set aside on the area than the plan allows',
  'pen-not-linked': 'the pen of the reservation had not introduced itself in this boot',
  'ledger-gap': "the reservation begins at a reading of the pen's ledger that no line explains",
  'still-open': 'the reservation was made while an earlier one of the same pen was unresolved',
  'without-reservation': 'the line is about an arming that has no open reservation',
  'armed-before-sync': 'the pen was armed before its reservation was known to be on disk',
  'armed-unretracted': 'the pen was armed without proof that its needles were back',
  'loosened': 'an arming was made looser while it lasted',
  'train-unarmed': 'strokes were delivered under a reservation that was never armed',
  'train-outside': 'strokes were delivered outside what the reservation sets aside',
  'pulse-unarmed': 'energy was delivered under a reservation that was never armed',
  'pulse-outside': 'a pulse was delivered outside what the reservation sets aside',
  'delivered-over-reserved': 'more strokes were delivered than were set aside',
  'ledger-disagrees':
    "the reading of the pen's ledger does not fit the strokes it is said to prove",
  'unknown-unmarked': 'the treatment was closed while the end of a reservation was not known, '
    + 'and nothing says so',
} as const;

/** A kind of finding. */
export type FindingCode = keyof typeof SENTENCES;

/** Something that verification found wrong. */
export interface Finding {
  readonly code: FindingCode;
  /** The line it is about; 0 when it is about none. */
  readonly n: number;
  readonly kind?: NoteKind;
  readonly asked?: number;
  readonly allowed?: number;
}

/** What verification says: accepted only if it found nothing. */
export interface Verdict {
  readonly accepted: boolean;
  readonly findings: readonly Finding[];
}

/** One sentence for a finding. */
export function explainFinding({ code, n, kind, asked, allowed }: Finding): string {
  const where = n === 0 ? '' : `Line ${n}${kind === undefined ? '' : ` (${kind})`}: `;
  const said = SENTENCES[code];
  const numbers = asked === undefined ? '' : ` (${asked}, allowed ${allowed ?? 'none'})`;
  return `${where}${where === '' ? said.charAt(0).toUpperCase() + said.slice(1) : said}${numbers}.`;
}

/** A verdict over findings. */
export const verdictOf = (findings: readonly Finding[]): Verdict => ({
  accepted: findings.length === 0,
  findings,
});
