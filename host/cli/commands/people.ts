// People: a chart for somebody, who has one, who somebody is, what was put right, and two charts
// that are one. Names are sealed; without the key everything but names is shown.

import {
  amendPerson, type ChartRefusal, explainChart, freshPerson, type Identity, type IdentityKey,
  identityKeySentence, mergePeople, newIdentityKey, nowOf, openIdentity, type PeopleRefusal,
  peopleSentence, readIdentity, readIdentityKey, registerPerson, usualIdentityKeyPath,
} from '../../chart/index.ts';
import { type ChartFacts, personNow } from '../../core/chart/chart-facts.ts';
import { foldChart } from '../../core/chart/fold-chart.ts';
import type { Day } from '../../core/day.ts';
import { key as personKey } from '../../doors/fields.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { audit, chartIn } from '../house.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { tableLines } from '../table-lines.ts';

/** What every command about people is given. */
export interface PeopleAsked {
  readonly dataDir: string;
  readonly keyPath: string | undefined;
  readonly by: string;
}

/** What somebody typed about a person. */
export interface PersonSaid {
  readonly name: string;
  readonly born: string;
  readonly contact: string | undefined;
}

const keyIn = (keyPath: string | undefined) => readIdentityKey(keyPath ?? usualIdentityKeyPath());

/** Makes the key under which names are sealed. */
export function newKeyCommand(dataDir: string, keyPath: string | undefined): Outcome {
  const path = keyPath ?? usualIdentityKeyPath();
  const made = newIdentityKey(dataDir, path);
  if (!made.ok) return failed(EXIT.refused, [identityKeySentence(made.error)]);
  const { keyId } = made.value;
  return done([
    `Made the identity key ${keyId} at ${path}, readable by you alone.`,
    'Copy it to a safe place outside this computer: without it, no name here can ever be read.',
  ], { ok: true, keyId, path });
}

const refused = (error: PeopleRefusal | ChartRefusal): Outcome =>
  error.code === 'chart-refused' || error.code === 'chart-failed'
    ? failed(EXIT.journal, [explainChart(error)])
    : failed(EXIT.refused, [peopleSentence(error)]);

interface Sealing {
  readonly identity: Identity;
  readonly key: IdentityKey;
}

function sealing(
  keyPath: string | undefined,
  said: PersonSaid,
  today: Day,
): Result<Sealing, Outcome> {
  const key = keyIn(keyPath);
  if (!key.ok) return refuse(failed(EXIT.refused, [identityKeySentence(key.error)]));
  const identity = readIdentity(said, today);
  if (!identity.ok) return refuse(failed(EXIT.refused, [peopleSentence(identity.error)]));
  return ok({ identity: identity.value, key: key.value });
}

/** Makes a chart for somebody. */
export async function addPersonCommand(
  { dataDir, keyPath, by }: PeopleAsked,
  said: PersonSaid & { readonly person: string | undefined;
    readonly distinctFrom: readonly string[] },
  today: Day,
): Promise<Outcome> {
  const sealed = sealing(keyPath, said, today);
  if (!sealed.ok) return sealed.error;
  const chart = chartIn(dataDir);
  if (!chart.ok) return chart.error;
  const person = said.person ?? freshPerson();
  if (!personKey.safeParse(person).success) {
    const sentence = `"${person}" is no key for a person; write 3 to 40 small letters, digits and `
      + 'hyphens, and no name, or leave --person out.';
    return failed(EXIT.usage, [sentence]);
  }
  const { distinctFrom } = said;
  const added = await registerPerson(chart.value, { ...sealed.value, person, distinctFrom, by });
  if (!added.ok) return refused(added.error);
  const line = `${person} has a chart now. The plan and every command name the person by that key.`;
  return done([line], { ok: true, person });
}

/** Puts somebody's name, birth date or contact right. */
export async function amendPersonCommand(
  { dataDir, keyPath, by }: PeopleAsked,
  said: PersonSaid & { readonly person: string; readonly why: string },
  today: Day,
): Promise<Outcome> {
  const sealed = sealing(keyPath, said, today);
  if (!sealed.ok) return sealed.error;
  const chart = chartIn(dataDir);
  if (!chart.ok) return chart.error;
  const { person, why } = said;
  const amended = await amendPerson(chart.value, { ...sealed.value, person, why, by });
  if (!amended.ok) return refused(amended.error);
  const line = `${person} was put right; what stood there before is kept, with who changed it.`;
  return done([line], { ok: true, person });
}

/** Lets one chart go on in another. */
export async function mergePeopleCommand(
  { dataDir, by }: PeopleAsked,
  from: string,
  into: string,
  why: string,
): Promise<Outcome> {
  const chart = chartIn(dataDir);
  if (!chart.ok) return chart.error;
  const merged = await mergePeople(chart.value, { from, into, why, by });
  if (!merged.ok) return refused(merged.error);
  return done([`The chart ${from} goes on in ${into}; everything in it counts there.`], {
    ok: true, from, into,
  });
}

interface Opened {
  readonly facts: ChartFacts;
  readonly who: (person: string) => Identity | undefined;
  readonly remarks: readonly string[];
}

/** Opens the facts of a chart, and its names where the key is there. */
async function opened(
  asked: PeopleAsked,
  mayName: boolean,
): Promise<Result<Opened, Outcome>> {
  const chart = chartIn(asked.dataDir);
  if (!chart.ok) return chart;
  const entries = chart.value.entries();
  if (!entries.ok) return refuse(failed(EXIT.journal, [explainChart(entries.error)]));
  const facts = foldChart(entries.value);
  const key: ReturnType<typeof keyIn> | undefined = mayName ? keyIn(asked.keyPath) : undefined;
  if (key?.ok === false && facts.people.size > 0) {
    await audit({ chart: chart.value }, 'identity-key-missing', key.error.code, asked.by);
  }
  const who = (person: string): Identity | undefined => {
    const known = facts.people.get(person);
    if (known === undefined || key?.ok !== true) return undefined;
    return openIdentity(nowOf(known).identity, person, key.value);
  };
  const remarks = key === undefined ? [NOT_SHOWN]
    : key.ok ? [] : [identityKeySentence(key.error)];
  return ok({ facts, who, remarks });
}

const NOT_SHOWN = 'Names are shown to whoever may see them; your role sees keys alone.';

/** Lists everybody who has a chart. */
export async function listPeopleCommand(
  asked: PeopleAsked,
  mayName = true,
): Promise<Outcome> {
  const read = await opened(asked, mayName);
  if (!read.ok) return read.error;
  const { facts, who, remarks } = read.value;
  const people = [...facts.people.values()].filter(({ mergedInto }) => mergedInto === undefined);
  const rows = people.map((known) => {
    const identity = who(known.person);
    const visits = [...facts.visits.values()]
      .filter((visit) => personNow(facts, visit.person) === known.person).length;
    const born = identity?.born ?? String(nowOf(known).bornYear);
    return { person: known.person, born, visits, name: identity?.name };
  });
  const document = { ok: true, people: rows, remarks };
  if (rows.length === 0) {
    return done(['Nobody has a chart yet; see "corium people add".'], document);
  }
  const lines = tableLines(['key', 'born', 'visits', 'name'], rows.map((row) =>
    [row.person, row.born, String(row.visits), row.name ?? '(sealed)']));
  return { ...done(lines, document), complaints: remarks };
}

/** Shows who somebody is, and what was put right. */
export async function showPersonCommand(
  asked: PeopleAsked,
  person: string,
  mayName = true,
): Promise<Outcome> {
  const read = await opened(asked, mayName);
  if (!read.ok) return read.error;
  const { facts, who, remarks } = read.value;
  const known = facts.people.get(person);
  if (known === undefined) {
    return failed(EXIT.refused, [peopleSentence({ code: 'no-such-person', person })]);
  }
  const identity = who(person);
  const since = known.registered.at.slice(0, 10);
  const lines = [
    `Key      ${person}`,
    `Name     ${identity?.name ?? '(sealed)'}`,
    `Born     ${identity?.born ?? `${String(nowOf(known).bornYear)} (the day is sealed)`}`,
    ...(identity?.contact === undefined ? [] : [`Contact  ${identity.contact}`]),
    `Since    ${since}, by ${known.registered.by}`,
    ...known.amendments.map(({ at, by, why }) => `Amended  ${at.slice(0, 10)} by ${by}: ${why}`),
    ...(known.mergedInto === undefined ? [] : [`Goes on  in ${personNow(facts, person)}`]),
  ];
  const document = {
    ok: true, person, name: identity?.name, born: identity?.born, contact: identity?.contact,
    bornYear: nowOf(known).bornYear, since, mergedInto: known.mergedInto,
    amendments: known.amendments.map(({ at, by, why }) => ({ at, by, why })), remarks,
  };
  return { ...done(lines, document), complaints: remarks };
}

