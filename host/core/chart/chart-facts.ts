// What the chart journal comes to: people, visits with everything that belongs to them, series,
// locked areas and cartridges that were taken. Facts only, by key and in the order of the lines;
// what follows from them is decided elsewhere. An amendment adds a fact and takes none away.

import type { AreaName, Side } from '../../../protocol/area.ts';
import type { EntryOf } from '../../journal/entry.ts';

/** A person, as registered and as amended since. */
export interface PersonFact {
  readonly person: string;
  readonly registered: EntryOf<'person-registered'>;
  /** Every amendment, oldest first; the last of them holds. */
  readonly amendments: readonly EntryOf<'person-amended'>[];
  /** The chart in which this one goes on; undefined while it stands for itself. */
  readonly mergedInto: string | undefined;
}

/** One visit and every line about it. */
export interface VisitFact {
  readonly visitId: string;
  readonly person: string;
  readonly opened: EntryOf<'visit-opened'>;
  readonly screenings: readonly EntryOf<'screening-answered'>[];
  readonly clearances: readonly EntryOf<'clearance-signed'>[];
  readonly consents: readonly EntryOf<'consent-referenced'>[];
  readonly steps: readonly EntryOf<'visit-step'>[];
  readonly adjuncts: readonly EntryOf<'adjunct-chosen'>[];
  readonly told: readonly EntryOf<'treatment-told'>[];
  readonly scans: readonly EntryOf<'cartridge-scanned'>[];
  readonly aftercare: readonly EntryOf<'aftercare-handed'>[];
  readonly followUps: readonly EntryOf<'follow-up-recorded'>[];
  readonly closed: EntryOf<'visit-closed'> | undefined;
}

/** A series of visits, as planned and as changed since. */
export interface SeriesFact {
  readonly planned: EntryOf<'series-planned'>;
  readonly changes: readonly EntryOf<'series-changed'>[];
}

/** A cartridge: every claim to it, and why it is blocked if it is. */
export interface CartridgeFact {
  readonly serial: string;
  readonly claims: readonly EntryOf<'cartridge-claimed'>[];
  readonly confirmed: ReadonlySet<string>;
  readonly blocked: EntryOf<'cartridge-blocked'> | undefined;
}

/** The key of a person's piece of skin. */
export type SkinKey = `${string}/${AreaName}/${Side}`;

/** Makes the key of a person's piece of skin. */
export const skinKey = (person: string, area: AreaName, side: Side): SkinKey =>
  `${person}/${area}/${side}`;

/** One chart that goes on in another. */
export interface Joined {
  readonly from: string;
  readonly into: string;
}

/** Everything that the chart journal says. */
export interface ChartFacts {
  readonly people: ReadonlyMap<string, PersonFact>;
  readonly visits: ReadonlyMap<string, VisitFact>;
  readonly series: ReadonlyMap<string, SeriesFact>;
  /** The areas that are locked now, here or in another room, by person and skin. */
  readonly locks: ReadonlyMap<SkinKey, EntryOf<'area-locked'>>;
  readonly cartridges: ReadonlyMap<string, CartridgeFact>;
  readonly histories: ReadonlyMap<string, EntryOf<'history-told'>>;
  readonly elsewhere: ReadonlyMap<string, EntryOf<'treatment-elsewhere'>>;
  /** Charts that were joined in another room. */
  readonly joins: readonly Joined[];
  /** The names of all news of locks and joined charts that came from other rooms. */
  readonly news: ReadonlySet<string>;
  readonly amendments: readonly EntryOf<'chart-amended'>[];
  /** Lines about a person or a visit that no earlier line opened, by number. */
  readonly strays: readonly number[];
  /** The latest day that any line has seen; a clock that says less has gone back. */
  readonly newestDay: string;
}

/** The key under which a person's chart goes on today, after every merging. */
export function personNow(facts: Pick<ChartFacts, 'people'>, person: string): string {
  let at = person;
  // Merging refuses rings; a journal that holds one all the same must not hang whoever reads it.
  for (let steps = 0; steps <= facts.people.size; steps += 1) {
    const next = facts.people.get(at)?.mergedInto;
    if (next === undefined) return at;
    at = next;
  }
  return person;
}

/** Every key under which something was ever written about a person, here or in another room. */
export function aliasesOf(
  facts: Pick<ChartFacts, 'people' | 'joins'>,
  person: string,
): readonly string[] {
  const joins = [
    ...facts.joins,
    ...[...facts.people.values()].flatMap(({ person: from, mergedInto: into }) =>
      (into === undefined ? [] : [{ from, into }])),
  ];
  const keys = new Set([personNow(facts, person), person]);
  for (let before = 0; before < keys.size;) {
    before = keys.size;
    for (const { from, into } of joins) {
      if (keys.has(from) || keys.has(into)) keys.add(from).add(into);
    }
  }
  return [...keys];
}
