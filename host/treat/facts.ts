// What the journal says that admission needs: spent budgets, cartridges that were used, what today
// has seen so far. The journal counts everything at its worst already; nothing is softened here.

import { AREA_NAMES, type AreaName, type Side } from '../../protocol/area.ts';
import { mm2, type SquareMm } from '../../protocol/units.ts';
import type { CartridgeUse } from '../core/admission-facts.ts';
import { countsAsFace } from '../core/body-part.ts';
import type { BudgetSpent, SpentArea, SpentToday } from '../core/budget-spent.ts';
import { type Day, day, formatDay, parseDay } from '../core/day.ts';
import { type BudgetKey, budgetKey } from '../core/plan.ts';
import { createTallies } from '../journal/account.ts';
import { type Budgets, createAccounts, type Entry } from '../journal/index.ts';

const SIDES: readonly Side[] = ['midline', 'left', 'right'];
const FIRST_DAY = '0000-00-00';

/** What admission needs of a journal. */
export interface JournalFacts {
  readonly spent: BudgetSpent;
  readonly cartridgeUses: readonly CartridgeUse[];
}

/** Folds the lines of a journal into the facts of one person's admission. */
export function journalFacts(
  lines: readonly Entry[],
  person: string,
  today: Day,
  alsoKnownAs: readonly string[] = [],
): JournalFacts {
  const entries = asOne(lines, person, alsoKnownAs);
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  const ever = accounts.since(FIRST_DAY);
  const now = accounts.since(formatDay(today));
  return {
    spent: { areas: areasOf(now, seenSkin(entries, person)), today: todayOf(person, now) },
    cartridgeUses: cartridgesOf(ever),
  };
}

// S-04: what was given to a chart that was joined with this one was given to the same skin.
/** The lines with one key for somebody who was written down under several. */
function asOne(
  lines: readonly Entry[],
  person: string,
  alsoKnownAs: readonly string[],
): readonly Entry[] {
  const others = new Set(alsoKnownAs.filter((key) => key !== person));
  if (others.size === 0) return lines;
  return lines.map((entry) =>
    ('person' in entry && others.has(entry.person) ? { ...entry, person } : entry));
}

const keysOf = (person: string): readonly (readonly [AreaName, BudgetKey])[] =>
  AREA_NAMES.flatMap((area) =>
    SIDES.map((side) => [area, budgetKey(person, area, side)] as const),
  );

/** What a person's own reservations say beside the sums: on which days, and how much skin. */
interface Seen {
  readonly days: ReadonlySet<Day>;
  readonly sizeMm2: SquareMm;
}

/** Every piece of a person's skin that was needled, or may have been. */
function seenSkin(entries: readonly Entry[], person: string): ReadonlyMap<BudgetKey, Seen> {
  const tallies = createTallies();
  const ended = entries.flatMap((entry) => tallies.take(entry) ?? []).filter(({ open }) => !open);
  const needled = [...ended, ...tallies.open()].filter(
    ({ reservation, countedStrokes }) => reservation.person === person && countedStrokes > 0,
  );
  const seen = new Map<BudgetKey, Seen>();
  for (const { reservation } of needled) {
    const key = budgetKey(person, reservation.area, reservation.side);
    const before = seen.get(key);
    const on = parseDay(reservation.at.slice(0, 10));
    seen.set(key, {
      days: new Set([...(before?.days ?? []), ...(on === undefined ? [] : [on])]),
      sizeMm2: mm2(Math.min(before?.sizeMm2 ?? reservation.sizeMm2, reservation.sizeMm2)),
    });
  }
  return seen;
}

function areasOf(
  now: Budgets,
  seen: ReadonlyMap<BudgetKey, Seen>,
): Readonly<Partial<Record<BudgetKey, SpentArea>>> {
  const areas: Partial<Record<BudgetKey, SpentArea>> = {};
  for (const [key, { days, sizeMm2 }] of seen) {
    const today = now.spent.get(key);
    areas[key] = {
      treatedOn: [...days],
      punctures: today?.punctures ?? 0,
      passes: today?.passes ?? 0,
      contactMs: today?.contactMs ?? 0,
      sizeMm2,
      ...(today?.energy === undefined ? {} : { energy: today.energy }),
    };
  }
  return areas;
}

function todayOf(person: string, now: Budgets): SpentToday {
  const sum = (isFace: boolean, of: 'contactMs' | 'punctures'): number =>
    keysOf(person)
      .filter(([area]) => countsAsFace(area) === isFace)
      .reduce((total, [, key]) => total + (now.spent.get(key)?.[of] ?? 0), 0);
  return {
    faceNeedleOnMs: sum(true, 'contactMs'),
    bodyNeedleOnMs: sum(false, 'contactMs'),
    facePunctures: sum(true, 'punctures'),
    bodyPunctures: sum(false, 'punctures'),
  };
}

const cartridgesOf = (ever: Budgets): readonly CartridgeUse[] =>
  [...ever.cartridges.values()].flatMap(({ serial, persons, newestDay }) =>
    persons.map((person) => ({ serial, person, on: parseDay(newestDay) ?? day(0) })),
  );
