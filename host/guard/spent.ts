// What the journal's lines say that a person's skin has had, by a fold of the guard's own. A
// reservation counts whole until a line says better; strokes count as punctures, by the needles
// that made them. Lines that the guard needs and cannot read leave it without an account, and
// without one nothing is let through.

import { isAreaName, isSideOf, type Side } from '../../protocol/area.ts';
import { dayIn } from './calendar.ts';
import { foldShaken, foldTreatments, type PenPast } from './pen-past.ts';
import { isFace, placeOf } from './place.ts';
import { createOpenEnds, type Line, type Reserved, textIn } from './reserved.ts';

/** What one piece of skin has had. */
export interface PlaceSpent {
  /** Today, in the treatment that is under way, and in others. */
  ownPunctures: number;
  otherPunctures: number;
  /** Passes of other treatments of today. */
  readonly otherPasses: Set<string>;
  contactMs: number;
  /** The smallest size that was declared for it today. */
  sizeMm2: number;
  /** The newest day before today, or minus infinity. */
  lastDay: number;
  energy: { pulses: number; microJoule: number };
}

/** A number for the face, and for the whole of which it is a part. */
export interface Sum {
  face: number;
  whole: number;
}

/** What the lines came to. */
export interface Spent {
  /** The newest day of any line. */
  readonly newestDay: number;
  readonly places: ReadonlyMap<number, PlaceSpent>;
  readonly punctures: Sum;
  readonly needleOnMs: Sum;
  /** Cartridges that somebody else was needled with, or anybody on an earlier day. */
  readonly usedUp: ReadonlySet<string>;
  /** What pens went through since they were calibrated. */
  readonly pens: PenPast;
}

/** Adds to the whole, and to the face where the area is part of it. */
export function addTo(sum: Sum, face: boolean, amount: number): void {
  sum.whole += amount;
  if (face) sum.face += amount;
}

/** A reservation with the day on which it counts. */
interface Row {
  readonly of: Reserved;
  readonly day: number;
}

const nothingSpent = (): PlaceSpent => ({
  ownPunctures: 0,
  otherPunctures: 0,
  otherPasses: new Set(),
  contactMs: 0,
  sizeMm2: Number.POSITIVE_INFINITY,
  lastDay: Number.NEGATIVE_INFINITY,
  energy: { pulses: 0, microJoule: 0 },
});

/** Folds all lines into what one person has had by a day; undefined where a line is unreadable. */
export function foldSpent(
  lines: readonly Line[],
  person: string,
  today: number,
): Spent | undefined {
  const ends = createOpenEnds(dayIn);
  const rows: Row[] = [];
  let newestDay = Number.NEGATIVE_INFINITY;
  let own = '';
  for (const line of lines) {
    const day = dayIn(textIn(line, 'at'));
    newestDay = Math.max(newestDay, day);
    if (line['kind'] === 'treatment-opened') own = textIn(line, 'treatmentId');
    const closed = ends.take(line);
    if (closed !== undefined) rows.push({ of: closed, day: newestDay });
  }
  rows.push(...ends.open().map((of) => ({ of, day: newestDay })));
  const numbers = rows.flatMap(({ of, day }) => [of.counted, of.contactMs, of.needles, day]);
  const readable = !Number.isNaN(newestDay) && numbers.every(Number.isFinite);
  // A clock that was set back gives no day back.
  const day = Math.max(today, newestDay);
  if (!readable || !rows.every(isPlaced)) return undefined;
  const treatments = foldTreatments(rows.map(({ of }) => of), own);
  return { ...sumOf(rows, person, day, own), pens: { shaken: foldShaken(lines), treatments } };
}

const isSide = (text: string): text is Side => ['midline', 'left', 'right'].includes(text);

const isPlaced = ({ of }: Row): boolean =>
  isAreaName(of.area) && isSide(of.side) && isSideOf(of.area, of.side);

function sumOf(
  rows: readonly Row[],
  person: string,
  today: number,
  own: string,
): Omit<Spent, 'pens'> {
  const places = new Map<number, PlaceSpent>();
  const spent = { punctures: { face: 0, whole: 0 }, needleOnMs: { face: 0, whole: 0 } };
  for (const { of, day } of rows) {
    if (of.person !== person || !isAreaName(of.area) || !isSide(of.side)) continue;
    const place = placeOf(of.area, of.side);
    const at = places.get(place) ?? nothingSpent();
    places.set(place, at);
    if (of.counted > 0 && of.madeOn < today) at.lastDay = Math.max(at.lastDay, of.madeOn);
    if (day < today) continue;
    addRow(at, of, own);
    addTo(spent.punctures, isFace(of.area), of.counted * of.needles);
    addTo(spent.needleOnMs, isFace(of.area), of.contactMs);
  }
  return { newestDay: today, places, ...spent, usedUp: usedUp(rows, person, today) };
}

function addRow(at: PlaceSpent, of: Reserved, own: string): void {
  if (of.energy !== undefined) {
    at.energy.pulses += of.energy.pulses;
    at.energy.microJoule += of.energy.microJoule;
  }
  // Skin that no stroke counts for has no history in admission either.
  if (of.counted === 0) return;
  const punctures = of.counted * of.needles;
  at.contactMs += of.contactMs;
  if (of.treatmentId === own) at.ownPunctures += punctures;
  else at.otherPunctures += punctures;
  at.sizeMm2 = Math.min(at.sizeMm2, of.sizeMm2);
  if (of.treatmentId !== own) at.otherPasses.add(`${of.treatmentId} ${of.pass}`);
}

function usedUp(rows: readonly Row[], person: string, today: number): ReadonlySet<string> {
  const needled = rows.filter(({ of }) => of.counted > 0);
  const now = new Set(
    needled.filter(({ day }) => day >= today).map(({ of }) => of.cartridge),
  );
  return new Set(
    needled
      .filter(({ of }) => of.person !== person || !now.has(of.cartridge))
      .map(({ of }) => of.cartridge),
  );
}
