// The rules that a reservation must have kept on the line that makes it. Each compares the line
// with the plan and with what was already counted then, as the host had to do before it wrote the
// line.

import { reservedStrokes, type Tally } from './account.ts';
import type { EntryOf, PlannedArea } from './entry.ts';
import type { Finding, FindingCode } from './finding.ts';

/** What stood in the journal when a reservation was made. */
export interface Before {
  readonly opened: EntryOf<'treatment-opened'> | undefined;
  readonly closed: boolean;
  /** The reservations of the same treatment so far. */
  readonly tallies: readonly Tally[];
  /** The reservations of any treatment that are unresolved. */
  readonly open: readonly Tally[];
  /** The reading of the pen's ledger that lines explain; undefined for a pen never seen to move. */
  readonly explainedStrokes: number | undefined;
  /** The boot in which the pen introduced itself last. */
  readonly bootId: number | undefined;
}

/** Everything wrong with a reservation. */
export function checkReservation(
  made: EntryOf<'reservation'>,
  before: Before,
): readonly Finding[] {
  const { opened } = before;
  if (opened === undefined) return [about(made, 'before-open')];
  const planned = opened.plan.areas.find(
    ({ area, side }) => area === made.area && side === made.side,
  );
  return [
    ...when(before.closed, about(made, 'after-close')),
    ...when(made.person !== opened.person, about(made, 'person-differs')),
    ...checkPen(made, before),
    ...(planned === undefined
      ? [about(made, 'not-planned')]
      : [...checkShape(made, planned), ...checkSums(made, planned, before)]),
  ];
}

function checkPen(made: EntryOf<'reservation'>, before: Before): readonly Finding[] {
  const explained = before.explainedStrokes ?? 0;
  const open = before.open.some(({ reservation }) => reservation.penSerial === made.penSerial);
  const gap = !open && made.fromStrokes !== explained;
  return [
    ...when(before.bootId !== made.bootId, about(made, 'pen-not-linked')),
    ...when(open, about(made, 'still-open')),
    ...when(gap, over(made, 'ledger-gap', made.fromStrokes, explained)),
  ];
}

function checkShape(made: EntryOf<'reservation'>, planned: PlannedArea): readonly Finding[] {
  const { depthUm, rateCentiHz, pass, sizeMm2 } = made;
  return [
    ...when(sizeMm2 !== planned.sizeMm2, over(made, 'size-differs', sizeMm2, planned.sizeMm2)),
    ...limit(made, 'depth-over-plan', depthUm, planned.depthUm),
    ...limit(made, 'rate-over-plan', rateCentiHz, planned.rateCentiHz),
    ...limit(made, 'pass-over-plan', pass, planned.passes),
  ];
}

function checkSums(
  made: EntryOf<'reservation'>,
  planned: PlannedArea,
  before: Before,
): readonly Finding[] {
  const onArea = before.tallies.filter(
    ({ reservation }) => reservation.area === made.area && reservation.side === made.side,
  );
  const inPass = onArea.filter(({ reservation }) => reservation.pass === made.pass);
  const strokes = (tallies: readonly Tally[]): number =>
    tallies.reduce((total, tally) => total + tally.countedStrokes, reservedStrokes(made));
  const contactMs = onArea.reduce<number>(
    (total, tally) => total + tally.countedContactMs,
    made.contactMsMax,
  );
  return [
    ...limit(made, 'pass-strokes-over-plan', strokes(inPass), planned.strokesPerPass),
    ...limit(made, 'area-strokes-over-plan', strokes(onArea), planned.strokesTotal),
    ...limit(made, 'contact-over-plan', contactMs, planned.contactMs),
  ];
}

const about = ({ n, kind }: EntryOf<'reservation'>, code: FindingCode): Finding => ({
  code,
  n,
  kind,
});

const over = (
  made: EntryOf<'reservation'>,
  code: FindingCode,
  asked: number,
  allowed: number,
): Finding => ({ ...about(made, code), asked, allowed });

const limit = (
  made: EntryOf<'reservation'>,
  code: FindingCode,
  asked: number,
  allowed: number,
): readonly Finding[] => when(asked > allowed, over(made, code, asked, allowed));

const when = (wrong: boolean, finding: Finding): readonly Finding[] => (wrong ? [finding] : []);
