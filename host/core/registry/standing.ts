// What happened to a pen since it was calibrated that its certificate cannot know of: a stall, or
// needles that were measured too deep, may have bent what was adjusted. Told by the journal, by
// the certificate that the pen carried then and not by any clock. Until another certificate is in
// the pen it counts as out of date.

import type { LatchReason } from '../../../protocol/reason.ts';
import type { Entry } from '../../journal/entry.ts';
import { type Day, parseDay } from '../day.ts';

/** Latches after which a pen has to be measured again. */
const SHOCKS = ['stall', 'too-deep'] as const satisfies readonly LatchReason[];

/** What shook a pen. */
export type Shock = (typeof SHOCKS)[number];

/** A shock since the certificate that a pen carries. */
export interface Shaken {
  readonly by: Shock;
  readonly on: Day | undefined;
}

const shockOf = (reason: string): Shock | undefined => SHOCKS.find((shock) => shock === reason);

/** The newest shock of a pen under a certificate; undefined if nothing happened. */
export function shakenSince(
  entries: Iterable<Entry>,
  serial: string,
  certificateId: string,
): Shaken | undefined {
  let isIt = false;
  let found: Shaken | undefined;
  for (const entry of entries) {
    if (entry.kind === 'pen-linked') {
      isIt = entry.serial === serial && entry.calibration.certificateId === certificateId;
    } else if (entry.kind === 'latched' && isIt) {
      const by = shockOf(entry.reason);
      if (by !== undefined) found = { by, on: parseDay(entry.at.slice(0, 10)) };
    }
  }
  return found;
}
