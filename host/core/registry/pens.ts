// The pens of an installation: what each carries, since when, how much it was used since, and what
// stands against it. A fold over certificates and journal; nothing is kept beside them.

import { createTallies } from '../../journal/account.ts';
import type { Entry, EntryOf } from '../../journal/entry.ts';
import type { Certificate, SignedCertificate } from '../certificate/certificate-shape.ts';
import { type Drift, driftsOf, type IntervalAdvice, intervalAdvice } from './drift.ts';
import { penChain } from './pen-chain.ts';
import { type Shaken, shakenSince } from './standing.ts';

type Carried = EntryOf<'pen-linked'>['calibration'];

/** How much a pen was used. */
export interface PenUse {
  /** The newest reading of its ledger; undefined if it was never linked here. */
  readonly strokes: number | undefined;
  /** Under the certificate that counts; at their worst where an end is not known. */
  readonly strokesSince: number;
  readonly treatmentsSince: number;
}

/** What makes a pen due. */
export type DueWhy = 'date' | 'treatments' | 'shaken' | 'failed' | 'never';

/** A pen as the registry knows it. */
export interface PenStanding {
  readonly serial: string;
  readonly model: string;
  /** Its certificates, oldest first. */
  readonly chain: readonly Certificate[];
  /** What it said of itself when it was last linked. */
  readonly carried: Carried | undefined;
  /** Whether it carries something else than its newest certificate here. */
  readonly carriesAnother: boolean;
  readonly class: Carried['class'];
  readonly certificateId: string;
  readonly issuedDay: number;
  /** With the advice on the interval, where that is sooner. */
  readonly dueDay: number;
  readonly advice: IntervalAdvice;
  readonly drifts: readonly Drift[];
  readonly use: PenUse;
  readonly shaken: Shaken | undefined;
  /** Why it is due already; empty if only the day counts. */
  readonly dueNow: readonly Exclude<DueWhy, 'date'>[];
}

interface Seen {
  linked: EntryOf<'pen-linked'> | undefined;
  strokes: number;
  readonly byCertificate: Map<string, { strokes: number; readonly treatments: Set<string> }>;
}

/** What the journal says of each pen. */
function seenIn(entries: readonly Entry[]): ReadonlyMap<string, Seen> {
  const pens = new Map<string, Seen>();
  const penOf = (serial: string): Seen => {
    const known = pens.get(serial);
    if (known !== undefined) return known;
    const fresh: Seen = { linked: undefined, strokes: 0, byCertificate: new Map() };
    pens.set(serial, fresh);
    return fresh;
  };
  const tallies = createTallies();
  const ended = entries.flatMap((entry) => {
    if (entry.kind === 'pen-linked') {
      const pen = penOf(entry.serial);
      pen.linked = entry;
      pen.strokes = Math.max(pen.strokes, entry.strokes);
    }
    return tallies.take(entry) ?? [];
  });
  for (const tally of [...ended.filter(({ open }) => !open), ...tallies.open()]) {
    const { penSerial, certificateId, treatmentId } = tally.reservation;
    if (tally.countedStrokes === 0) continue;
    const pen = penOf(penSerial);
    const used = pen.byCertificate.get(certificateId) ?? { strokes: 0, treatments: new Set() };
    used.strokes += tally.countedStrokes;
    used.treatments.add(treatmentId);
    pen.byCertificate.set(certificateId, used);
    pen.strokes = Math.max(pen.strokes, tally.seenStrokes);
  }
  return pens;
}

/** Every pen of an installation, by serial number. */
export function penStandings(
  certificates: readonly SignedCertificate[],
  entries: readonly Entry[],
): readonly PenStanding[] {
  const seen = seenIn(entries);
  const certified = certificates.map(({ certificate }) => certificate.pen.serial);
  const serials = [...new Set([...certified, ...seen.keys()])].sort();
  return serials.flatMap((serial) => {
    const chain = penChain(certificates, serial).map(({ certificate }) => certificate);
    return standingOf(serial, chain, seen.get(serial), entries) ?? [];
  });
}

type Counts = Pick<Carried, 'class' | 'certificateId' | 'issuedDay' | 'dueDay'>;

/** What counts for a pen: its newest certificate, unless it carries one that is not known here. */
function countsFor(
  newest: Certificate | undefined,
  carried: Carried | undefined,
  carriesAnother: boolean,
): Counts | undefined {
  return newest === undefined || carriesAnother ? carried : newest.table;
}

function standingOf(
  serial: string,
  chain: readonly Certificate[],
  seen: Seen | undefined,
  entries: readonly Entry[],
): PenStanding | undefined {
  const newest = chain.at(-1);
  const carried = seen?.linked?.calibration;
  // A pen that was linked last before its newest certificate still told of the older one.
  const isKnown = chain.some(({ certificateId }) => certificateId === carried?.certificateId);
  const carriesAnother = carried !== undefined && newest !== undefined && !isKnown;
  const counts = countsFor(newest, carried, carriesAnother);
  if (counts === undefined) return undefined;
  const { certificateId, issuedDay } = counts;
  const advice = intervalAdvice(chain);
  const shaken = shakenSince(entries, serial, certificateId);
  const use = useOf(seen, certificateId);
  const adviceDay = advice.kind === 'shorten' ? issuedDay + advice.days : counts.dueDay;
  return {
    serial,
    model: newest?.pen.model ?? seen?.linked?.model ?? '',
    chain,
    carried,
    carriesAnother,
    class: counts.class,
    certificateId,
    issuedDay,
    dueDay: Math.min(counts.dueDay, adviceDay),
    advice,
    drifts: driftsOf(chain),
    use,
    shaken,
    dueNow: dueNow(counts, shaken, use, newest?.treatmentsMax),
  };
}

function useOf(seen: Seen | undefined, certificateId: string): PenUse {
  const used = seen?.byCertificate.get(certificateId);
  return {
    strokes: seen?.strokes,
    strokesSince: used?.strokes ?? 0,
    treatmentsSince: used?.treatments.size ?? 0,
  };
}

function dueNow(
  { class: held }: Counts,
  shaken: Shaken | undefined,
  { treatmentsSince }: PenUse,
  treatmentsMax: number | undefined,
): PenStanding['dueNow'] {
  const reasons: readonly (readonly [PenStanding['dueNow'][number], boolean])[] = [
    ['never', held === 'none'],
    ['failed', held === 'fail'],
    ['shaken', shaken !== undefined],
    ['treatments', treatmentsMax !== undefined && treatmentsSince >= treatmentsMax],
  ];
  return reasons.filter(([, holds]) => holds).map(([why]) => why);
}
