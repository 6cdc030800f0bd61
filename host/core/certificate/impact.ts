// What an as-found out of tolerance means for people: every treatment that this pen gave since its
// last good certificate, area by area, and by how much the needles may have come deeper than what
// they were held within. What is not known counts at its worst; nothing is left out because it is
// probably well.

import type { Tally } from '../../journal/account.ts';
import { createTallies } from '../../journal/account.ts';
import type { Entry, EntryOf } from '../../journal/entry.ts';
import { LOW_RANGE_UM } from '../depth-limit.ts';
import type { Certificate } from './certificate-shape.ts';
import type { CertifiedFigures, CertifiedPoint } from './figures-shape.ts';
import type { Impact, ImpactRow } from './impact-shape.ts';

/** What is asked. */
export interface ImpactQuestion {
  /** The as-found series of the certificate that raises the question. */
  readonly asFound: CertifiedFigures;
  readonly certificateId: string;
  readonly serial: string;
  /** The older certificates of this pen, newest first. */
  readonly older: readonly Pick<Certificate, 'certificateId' | 'table'>[];
  /** What the pen declares; a measured overshoot that is larger counts instead. */
  readonly overshootUm: number | undefined;
  readonly measuredOvershootUm: number | undefined;
  /** What is taken off at least for a pen of a class, by the table in force. */
  readonly classFigures: Readonly<
    Record<'P' | 'S', { readonly lowUm: number; readonly highUm: number }>
  >;
}

/** Whether a pen was found worse than its last certificate says it is. */
export function isOutOfTolerance(
  asFound: Certificate['asFound'],
  before: Certificate['before'],
): boolean {
  if (asFound.kind === 'incomplete' || before === null) return false;
  const rank = { fail: 0, none: 0, S: 1, P: 2 } as const;
  return rank[asFound.class] < rank[before.class];
}

/** The newest of older certificates by which the pen was good. */
const lastGood = (older: ImpactQuestion['older']): string | null =>
  older.find(({ table }) => table.class === 'P' || table.class === 'S')?.certificateId ?? null;

/** How far too deep a pen may be at a depth: the worse of the two points around it. */
export function tooDeepNm(points: readonly CertifiedPoint[], commandedUm: number): number {
  const below = points.findLast((point) => point.commandedUm <= commandedUm);
  const above = points.find((point) => point.commandedUm >= commandedUm);
  const around = [below, above].filter((point) => point !== undefined);
  return Math.max(0, ...around.map(({ meanErrorNm, expandedNm }) => meanErrorNm + expandedNm));
}

type Linked = EntryOf<'pen-linked'>;

/** What was taken off for a pen, by the certificate that it carried and the table. */
function subtractedUm(of: ImpactQuestion, linked: Linked | undefined, commandedUm: number): number {
  const overshootUm = of.overshootUm ?? 0;
  const isLow = commandedUm <= LOW_RANGE_UM;
  const { calibration } = linked ?? {};
  if (calibration === undefined) return 0;
  const { class: held } = calibration;
  const figure = held === 'P' || held === 'S' ? of.classFigures[held] : { lowUm: 0, highUm: 0 };
  return isLow
    ? Math.max(
        figure.lowUm,
        Math.abs(calibration.biasLowUm) + calibration.uncertaintyLowUm + overshootUm,
      )
    : Math.max(
        figure.highUm,
        Math.abs(calibration.biasHighUm) + calibration.uncertaintyHighUm + overshootUm,
      );
}

interface Given {
  readonly tally: Tally;
  readonly linked: Linked | undefined;
}

/** Every reservation of a pen under which strokes were given, or may have been. */
function givenBy(entries: Iterable<Entry>, serial: string): readonly Given[] {
  const tallies = createTallies();
  const newest = new Map<number, Given>();
  let linked: Linked | undefined;
  for (const entry of entries) {
    if (entry.kind === 'pen-linked' && entry.serial === serial) linked = entry;
    const tally = tallies.take(entry);
    if (tally?.reservation.penSerial === serial) {
      const { n } = tally.reservation;
      newest.set(n, { tally, linked: newest.get(n)?.linked ?? linked });
    }
  }
  return [...newest.values()].filter(({ tally }) => tally.countedStrokes > 0);
}

function rowOf(of: ImpactQuestion, { tally, linked }: Given): ImpactRow {
  const { reservation, countedStrokes } = tally;
  const commandedUm: number = reservation.depthUm;
  const takenUm = subtractedUm(of, linked, commandedUm);
  const overshootUm = Math.max(of.overshootUm ?? 0, of.measuredOvershootUm ?? 0);
  const offUm = Math.ceil(tooDeepNm(of.asFound.points, commandedUm) / 1_000) + overshootUm;
  return {
    treatmentId: reservation.treatmentId,
    on: reservation.at.slice(0, 10),
    area: reservation.area,
    side: reservation.side,
    commandedUm,
    subtractedUm: takenUm,
    capUm: commandedUm + takenUm,
    reachedUm: commandedUm + offUm,
    beyondUm: offUm - takenUm,
    strokes: countedStrokes,
  };
}

const placeOf = (row: ImpactRow): string =>
  [row.treatmentId, row.area, row.side, row.commandedUm, row.subtractedUm].join(' ');

const worstFirst = (one: ImpactRow, other: ImpactRow): number =>
  other.beyondUm - one.beyondUm || (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);

/** Every treatment since the last good certificate, worst first. */
export function impactOf(of: ImpactQuestion, entries: Iterable<Entry>): Impact {
  const since = lastGood(of.older);
  const at = of.older.findIndex(({ certificateId }) => certificateId === since);
  const settled = new Set([
    of.certificateId,
    ...(since === null ? [] : of.older.slice(at + 1).map(({ certificateId }) => certificateId)),
  ]);
  const rows = givenBy(entries, of.serial)
    // What was given under an older one was answered for when a good one followed it.
    .filter(({ tally }) => !settled.has(tally.reservation.certificateId))
    .map((given) => rowOf(of, given));
  const places = [...Map.groupBy(rows, placeOf).values()].flatMap((group) =>
    group.slice(0, 1).map((row): ImpactRow => ({
      ...row,
      strokes: group.reduce((sum, { strokes }) => sum + strokes, 0),
    })),
  );
  const treatments = new Set(rows.map(({ treatmentId }) => treatmentId)).size;
  return { since, treatments, rows: places.sort(worstFirst) };
}
