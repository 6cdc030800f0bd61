// What happened to a pen since it was calibrated that its certificate cannot know of: a stall, or
// needles that were measured too deep, may have bent what was adjusted. Told by the journal, by
// the certificate that the pen carried then and not by any clock. Until another certificate is in
// the pen it counts as out of date.

import { createTallies, type Tally } from '../../journal/account.ts';
import type { Entry } from '../../journal/entry.ts';
import { type Day, parseDay } from '../day.ts';
import { type PenShock, SHOCKS } from '../shock.ts';

/** What shook a pen: something that it told, or a fall that a person saw. */
export type Shock = PenShock | 'dropped';

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
  const carried = new Map<string, string>();
  let linked = '';
  let found: Shaken | undefined;
  for (const entry of entries) {
    if (entry.kind === 'pen-linked') {
      linked = entry.serial;
      carried.set(entry.serial, entry.calibration.certificateId);
    } else if (entry.kind === 'pen-shaken') {
      const isIt = entry.serial === serial && entry.certificateId === certificateId;
      if (isIt) found = { by: entry.by, on: parseDay(entry.at.slice(0, 10)) };
    } else if (entry.kind === 'latched') {
      const by = shockOf(entry.reason);
      const isIt = (entry.penSerial ?? linked) === serial && carried.get(serial) === certificateId;
      // S-31: a shake belongs to the pen that was shaken, whichever is linked now.
      if (by !== undefined && isIt) found = { by, on: parseDay(entry.at.slice(0, 10)) };
    }
  }
  return found;
}

/** How many treatments a pen was used in under a certificate; the worst where it is not known. */
export function treatmentsSince(
  entries: Iterable<Entry>,
  serial: string,
  certificateId: string,
): number {
  const tallies = createTallies();
  const ended: Tally[] = [];
  for (const entry of entries) {
    const tally = tallies.take(entry);
    if (tally?.open === false) ended.push(tally);
  }
  const used = [...ended, ...tallies.open()].filter(({ reservation: of, countedStrokes }) =>
    countedStrokes > 0 && of.penSerial === serial && of.certificateId === certificateId);
  return new Set(used.map(({ reservation }) => reservation.treatmentId)).size;
}
