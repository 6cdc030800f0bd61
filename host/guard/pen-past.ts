// What the journal's lines say of pens, by a fold of the guard's own: under which certificate each
// was shaken, and in how many treatments each was used under it. It derates as a certificate that
// ran out does, whatever admission made of the same lines.

import { type Line, type Reserved, textIn } from './reserved.ts';

/** Latches after which what was measured at a bench need not hold any more. */
export const SHAKES: ReadonlySet<string> = new Set(['stall', 'too-deep']);

/** A certificate holds for so many treatments (grade D). */
const TREATMENTS_MAX = 200;

/** What is known of pens. */
export interface PenPast {
  /** Pen and certificate under which it was shaken, as one text. */
  readonly shaken: ReadonlySet<string>;
  /** Treatments by pen and certificate. */
  readonly treatments: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A pen under a certificate, as one text. */
export const nameOf = (serial: string, certificate: string): string => `${serial}\n${certificate}`;

const certificateIn = (line: Line): string => {
  const carried = line['calibration'];
  const said = typeof carried === 'object' && carried !== null && 'certificateId' in carried
    ? carried.certificateId
    : '';
  return typeof said === 'string' ? said : '';
};

/** Pens that were shaken, each under the certificate that it carried then. */
export function foldShaken(lines: readonly Line[]): ReadonlySet<string> {
  const carried = new Map<string, string>();
  const shaken = new Set<string>();
  let linked = '';
  for (const line of lines) {
    if (line['kind'] === 'pen-linked') {
      linked = textIn(line, 'serial');
      carried.set(linked, certificateIn(line));
    }
    if (line['kind'] === 'pen-shaken') {
      shaken.add(nameOf(textIn(line, 'serial'), textIn(line, 'certificateId')));
    }
    if (line['kind'] !== 'latched' || !SHAKES.has(textIn(line, 'reason'))) continue;
    const said = textIn(line, 'penSerial');
    const serial = said === '' ? linked : said;
    shaken.add(nameOf(serial, carried.get(serial) ?? ''));
  }
  return shaken;
}

/** Treatments other than the one under way in which a pen made strokes, by its certificate. */
export function foldTreatments(
  rows: readonly Reserved[],
  own: string,
): PenPast['treatments'] {
  const found = new Map<string, Set<string>>();
  for (const { pen, certificate, treatmentId, counted } of rows) {
    if (counted === 0 || treatmentId === own) continue;
    const name = nameOf(pen, certificate);
    found.set(name, (found.get(name) ?? new Set()).add(treatmentId));
  }
  return found;
}

/** Whether a pen under a certificate works to the recommendation only, and not at the eye. */
export function isWorn(past: PenPast, serial: string, certificate: string): boolean {
  const name = nameOf(serial, certificate);
  return past.shaken.has(name) || (past.treatments.get(name)?.size ?? 0) >= TREATMENTS_MAX;
}
