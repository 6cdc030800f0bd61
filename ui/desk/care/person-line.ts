// Somebody who has a chart, as a line of a list: the name where this computer can open it, and the
// key always.

import { nowOf } from '../../../host/chart/index.ts';
import { type ChartFacts, personNow } from '../../../host/core/chart/chart-facts.ts';
import type { PersonLine } from '../../contract/care-says.ts';
import type { Held } from '../held.ts';

/** Somebody as a line of a list. */
export function personLine(held: Held, facts: ChartFacts, person: string): PersonLine | undefined {
  const known = facts.people.get(person);
  if (known === undefined) return undefined;
  const identity = held.care.identity(person);
  const visits = [...facts.visits.values()]
    .filter((visit) => personNow(facts, visit.person) === person)
    .map(({ opened }) => opened.on).toSorted();
  return {
    person,
    name: identity?.name,
    born: identity?.born ?? String(nowOf(known).bornYear),
    visits: visits.length,
    newest: visits.at(-1),
  };
}
