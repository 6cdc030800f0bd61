// What is done with people: a chart is made for one, looked for twice by name and birth date; put
// right, with what stood there kept; and joined with another that turns out to be the same person.

import { randomBytes } from 'node:crypto';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type ChartFacts, type PersonFact, personNow } from '../core/chart/chart-facts.ts';
import { foldChart } from '../core/chart/fold-chart.ts';
import type { Entry, NoteGiven } from '../journal/index.ts';
import type { Chart, ChartRefusal } from './chart-journal.ts';
import { type Identity, lookupOf, sealIdentity } from './identity.ts';
import type { IdentityKey } from './identity-key.ts';

/** Why nothing was done with a person. */
export type PeopleRefusal =
  | { readonly code: 'no-such-person'; readonly person: string }
  | { readonly code: 'person-there'; readonly person: string }
  | { readonly code: 'perhaps-there'; readonly people: readonly string[] }
  | { readonly code: 'other-key'; readonly keyId: string; readonly asked: string }
  | { readonly code: 'merged-already'; readonly person: string; readonly into: string }
  | { readonly code: 'same-person'; readonly person: string };

/** A fresh pseudonym: no name, no number of anything. */
export const freshPerson = (): string => `p-${randomBytes(5).toString('hex')}`;

/** What holds of a person's registration today. */
export const nowOf = ({ registered, amendments }: PersonFact): PersonFact['registered']
  | PersonFact['amendments'][number] => amendments.at(-1) ?? registered;

/** People of the same name and birth date. */
export const sameLookup = (facts: ChartFacts, lookup: string): readonly string[] =>
  [...facts.people.values()]
    .filter((known) => known.mergedInto === undefined && nowOf(known).lookup === lookup)
    .map(({ person }) => person);

/** A registration that is wanted. */
export interface Registering {
  readonly person: string;
  readonly identity: Identity;
  readonly key: IdentityKey;
  /** People of the same name and birth date whom somebody has looked at. */
  readonly distinctFrom: readonly string[];
  readonly by: string;
}

type Written = Promise<Result<readonly Entry[], PeopleRefusal | ChartRefusal>>;

/** Names sealed under two keys cannot be compared, so a second key is no chance event. */
function otherKey(facts: ChartFacts, key: IdentityKey): PeopleRefusal | undefined {
  const other = [...facts.people.values()].map(nowOf)
    .find(({ identity }) => identity.keyId !== key.keyId);
  return other && { code: 'other-key', keyId: other.identity.keyId, asked: key.keyId };
}

/** Makes a chart for a person; one of the same name and birth date is told first. */
export function registerPerson(chart: Chart, wanted: Registering): Written {
  const { person, identity, key, distinctFrom, by } = wanted;
  const lookup = lookupOf(identity, key);
  return chart.change<PeopleRefusal>((entries) => {
    const facts = foldChart(entries);
    if (facts.people.has(person)) return refuse({ code: 'person-there', person });
    const other = otherKey(facts, key);
    if (other !== undefined) return refuse(other);
    const perhaps = sameLookup(facts, lookup).filter((known) => !distinctFrom.includes(known));
    if (perhaps.length > 0) return refuse({ code: 'perhaps-there', people: perhaps });
    const note: NoteGiven = {
      kind: 'person-registered',
      person,
      identity: sealIdentity(identity, person, key),
      lookup,
      bornYear: Number(identity.born.slice(0, 4)),
      ...(distinctFrom.length === 0 ? {} : { distinctFrom: [...distinctFrom] }),
      by,
    };
    return ok([note]);
  });
}

/** Puts a person's identity right; what stood there stays in the journal. */
export function amendPerson(
  chart: Chart,
  wanted: Omit<Registering, 'distinctFrom'> & { readonly why: string },
): Written {
  const { person, identity, key, why, by } = wanted;
  return chart.change<PeopleRefusal>((entries) => {
    const facts = foldChart(entries);
    const known = facts.people.get(person);
    if (known === undefined) return refuse({ code: 'no-such-person', person });
    const note: NoteGiven = {
      kind: 'person-amended',
      person,
      identity: sealIdentity(identity, person, key),
      lookup: lookupOf(identity, key),
      bornYear: Number(identity.born.slice(0, 4)),
      why,
      by,
    };
    return ok([note]);
  });
}

/** Lets one chart go on in another. */
export function mergePeople(
  chart: Chart,
  wanted: { readonly from: string; readonly into: string; readonly why: string;
    readonly by: string },
): Written {
  const { from, into, why, by } = wanted;
  return chart.change<PeopleRefusal>((entries) => {
    const facts = foldChart(entries);
    for (const person of [from, into]) {
      const known = facts.people.get(person);
      if (known === undefined) return refuse({ code: 'no-such-person', person });
      if (known.mergedInto !== undefined) {
        return refuse({ code: 'merged-already', person, into: personNow(facts, person) });
      }
    }
    if (from === into) return refuse({ code: 'same-person', person: from });
    return ok([{ kind: 'persons-merged', from, into, why, by }]);
  });
}
