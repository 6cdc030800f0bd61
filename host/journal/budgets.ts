// What the journal says has been spent, and on whom: the fold that keeps a restart, a second
// treatment or another plan from giving a budget back. Open reservations count whole and on every
// day, because it is not known when they ended.

import { AREAS, type Zone } from '../../protocol/area.ts';
import { type Milliseconds, ms, type Strokes, strokes } from '../../protocol/units.ts';
import { type BudgetKey, budgetKey } from '../core/plan.ts';
import { createTallies, type Tally } from './account.ts';
import type { Entry, EntryOf } from './entry.ts';

/** What was spent on one area and side of one person, at its worst. */
export interface AreaSpent {
  readonly strokes: Strokes;
  readonly punctures: number;
  readonly passes: number;
  readonly contactMs: Milliseconds;
  /** Of the strokes, how many are not known to have happened. */
  readonly unknownStrokes: Strokes;
  /** The day of the newest of it, as YYYY-MM-DD. */
  readonly newestDay: string;
  /** Pulses of energy, and microjoules of all pins together; only where there was any. */
  readonly energy?: { readonly pulses: number; readonly microJoule: number };
}

/** What a whole visit has spent in one zone of skin. */
export interface ZoneSpent {
  readonly contactMs: Milliseconds;
  readonly punctures: number;
}

/** What the journal knows of a pen's ledger: the reading that its lines explain. */
export interface KnownPen {
  readonly serial: string;
  readonly strokes: Strokes;
}

/** A cartridge that needled, or may have. */
export interface UsedCartridge {
  readonly serial: string;
  readonly persons: readonly string[];
  readonly treatmentIds: readonly string[];
  readonly strokes: Strokes;
  readonly newestDay: string;
}

/** Everything that must outlive a restart, as a value. */
export interface Budgets {
  /** What was spent on the given day or later, by person, area and side. */
  readonly spent: ReadonlyMap<BudgetKey, AreaSpent>;
  /** Reservations whose end is not known, in the order in which they were made. */
  readonly open: readonly Tally[];
  readonly pens: ReadonlyMap<string, KnownPen>;
  readonly cartridges: ReadonlyMap<string, UsedCartridge>;
  /** The treatment that was opened and not closed, if there is one. */
  readonly treatment: EntryOf<'treatment-opened'> | undefined;
  /** The latest day that the journal has seen; a clock that says less has gone back. */
  readonly newestDay: string;
}

/** A row of what one treatment did to one area in one pass; the sum of its closed reservations. */
interface Row {
  readonly tally: Tally;
  readonly day: string;
}

/** Follows a journal line by line and answers, at any line, what has been spent. */
export interface Accounts {
  readonly take: (entry: Entry) => void;
  /** Everything spent since a day (YYYY-MM-DD). */
  readonly since: (day: string) => Budgets;
  /** What a person has had in each zone since a day; whole-visit limits are met against this. */
  readonly visit: (person: string, day: string) => Readonly<Record<Zone, ZoneSpent>>;
}

/** Begins to follow a journal. */
export function createAccounts(): Accounts {
  let newestDay = '';
  let treatment: EntryOf<'treatment-opened'> | undefined;
  const tallies = createTallies();
  const closed: Row[] = [];
  const pens = new Map<string, KnownPen>();

  const know = (serial: string, reading: number): void => {
    pens.set(serial, { serial, strokes: strokes(reading) });
  };

  const take = (entry: Entry): void => {
    // S-28: a wall clock that was set back must not make old what was spent a minute ago.
    const day = entry.at.slice(0, 10);
    if (day > newestDay) newestDay = day;
    if (entry.kind === 'treatment-opened') treatment = entry;
    else if (entry.kind === 'treatment-closed') treatment = undefined;
    else if (entry.kind === 'pen-adopted') know(entry.serial, entry.strokes);
    else if (entry.kind === 'calibration-ended') know(entry.penSerial, entry.strokes);
    const tally = tallies.take(entry);
    if (tally === undefined || tally.open) return;
    closed.push({ tally, day: newestDay });
    know(tally.reservation.penSerial, tally.seenStrokes);
  };

  const rows = (): readonly Row[] => [
    ...closed,
    ...tallies.open().map((tally) => ({ tally, day: newestDay })),
  ];

  return {
    take,
    since: (day) => ({
      spent: spentBy(rows().filter((row) => row.day >= day)),
      open: tallies.open(),
      pens: new Map(pens),
      cartridges: cartridgesOf(rows()),
      treatment,
      newestDay,
    }),
    visit: (person, sinceDay) =>
      visitOf(
        rows().filter(({ tally, day }) => tally.reservation.person === person && day >= sinceDay),
      ),
  };
}

/** Everything that a journal says has been spent since a day (YYYY-MM-DD). */
export function foldBudgets(entries: Iterable<Entry>, sinceDay: string): Budgets {
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  return accounts.since(sinceDay);
}

function spentBy(rows: readonly Row[]): ReadonlyMap<BudgetKey, AreaSpent> {
  const groups = Map.groupBy(rows, ({ tally: { reservation } }) =>
    budgetKey(reservation.person, reservation.area, reservation.side),
  );
  return new Map([...groups].map(([name, group]) => [name, spentOf(group)]));
}

function spentOf(rows: readonly Row[]): AreaSpent {
  const sum = (of: (tally: Tally) => number): number =>
    rows.reduce((total, { tally }) => total + of(tally), 0);
  const begun = rows.filter(({ tally }) => tally.countedStrokes > 0);
  const passes = new Set(
    begun.map(({ tally: { reservation } }) => `${reservation.pass} ${reservation.treatmentId}`),
  );
  return {
    strokes: strokes(sum((tally) => tally.countedStrokes)),
    punctures: sum((tally) => tally.countedStrokes * tally.reservation.needleCount),
    passes: passes.size,
    contactMs: ms(sum((tally) => tally.countedContactMs)),
    unknownStrokes: strokes(sum((tally) => tally.countedStrokes - tally.deliveredStrokes)),
    newestDay: newestOf(rows),
    ...energyOf(rows),
  };
}

/** Energy counts as the strokes do, whole until a line says better. */
function energyOf(rows: readonly Row[]): Pick<AreaSpent, 'energy'> {
  const had = rows.flatMap(({ tally }) => tally.energy ?? []);
  if (had.length === 0) return {};
  return {
    energy: {
      pulses: had.reduce((sum, { countedPulses }) => sum + countedPulses, 0),
      microJoule: had.reduce((sum, { countedMicroJoule }) => sum + countedMicroJoule, 0),
    },
  };
}

const newestOf = (rows: readonly Row[]): string =>
  rows.reduce((newest, { day }) => (day > newest ? day : newest), '');

function cartridgesOf(rows: readonly Row[]): ReadonlyMap<string, UsedCartridge> {
  const used = rows.filter(({ tally }) => tally.countedStrokes > 0);
  const groups = Map.groupBy(used, ({ tally }) => tally.reservation.cartridgeSerial);
  return new Map([...groups].map(([serial, group]) => [serial, cartridgeOf(serial, group)]));
}

const cartridgeOf = (serial: string, rows: readonly Row[]): UsedCartridge => ({
  serial,
  persons: [...new Set(rows.map(({ tally }) => tally.reservation.person))],
  treatmentIds: [...new Set(rows.map(({ tally }) => tally.reservation.treatmentId))],
  strokes: strokes(rows.reduce((total, { tally }) => total + tally.countedStrokes, 0)),
  newestDay: newestOf(rows),
});

function visitOf(rows: readonly Row[]): Readonly<Record<Zone, ZoneSpent>> {
  const zone = (name: Zone): ZoneSpent => {
    const spent = spentOf(rows.filter(({ tally }) => AREAS[tally.reservation.area].zone === name));
    return { contactMs: spent.contactMs, punctures: spent.punctures };
  };
  return { eye: zone('eye'), thin: zone('thin'), face: zone('face'), body: zone('body') };
}
