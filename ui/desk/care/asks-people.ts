// Requests about people: the key under which names are sealed, who has a chart, a chart for
// somebody new, and whose chart is open at this desk.

import { ok, refuse } from '../../../protocol/result.ts';
import {
  type ChartRefusal, freshPerson, newIdentityKey, type PeopleRefusal, plainName,
  readIdentity, registerPerson, usualIdentityKeyPath,
} from '../../../host/chart/index.ts';
import { personNow } from '../../../host/core/chart/chart-facts.ts';
import { today } from '../../../host/cli/today.ts';
import type { CareRefusal } from '../../contract/care-refusal.ts';
import type { PersonLine } from '../../contract/care-says.ts';
import { freshDraft } from '../asks-plan.ts';
import { DONE, type Done, type Doers, leaveRoom, whenIdle } from '../doer.ts';
import type { Held } from '../held.ts';
import { chartRefusal } from './care-side.ts';
import { readChart } from './chart-answer.ts';
import { personLine } from './person-line.ts';
import { showChart } from './showing.ts';
import { careRefusals } from './writing.ts';

const LISTED_MAX = 50;

const no = (code: string, facts: NonNullable<CareRefusal['facts']> = {}): Done =>
  refuse(careRefusals([{ topic: 'people', code, facts }]));

const isChart = (error: PeopleRefusal | ChartRefusal): error is ChartRefusal =>
  error.code === 'chart-refused' || error.code === 'chart-failed';

function refused(error: PeopleRefusal | ChartRefusal): Done {
  if (isChart(error)) return refuse(careRefusals([chartRefusal(error)]));
  const { code, ...facts } = error;
  const plain = Object.fromEntries(
    Object.entries(facts).filter(([, value]) => typeof value === 'string'));
  const people = 'people' in error ? { people: error.people } : {};
  return refuse(careRefusals([{ topic: 'people', code, facts: plain, ...people }]));
}

/** Whether a line answers what was typed: every word of it in name, key or birth date. */
const answers = ({ name = '', person, born }: PersonLine, wanted: string): boolean => {
  const text = `${plainName(name)} ${person} ${born}`;
  return wanted.split(' ').every((part) => text.includes(part));
};

const wantedOf = (typed: string): string =>
  typed.trim().toLowerCase().split(/\s+/u)
    .map((part) => (/^[a-z]-|^[\d-]+$/.test(part) ? part : plainName(part))).join(' ');

/** Opens the chart of somebody at this desk; whatever was open before is put away. */
export function choosePerson(held: Held, person: string): Done {
  showChart(held);
  const facts = held.care.ground()?.facts;
  if (facts?.people.has(person) !== true) return no('no-such-person', { person });
  const at = personNow(facts, person);
  if (held.person !== at) {
    held.files.keepCase(undefined);
    held.draft = held.draft.person === at ? held.draft : freshDraft(at);
    leaveRoom(held);
  }
  held.person = at;
  held.choices = { ...held.choices, caseFrom: '', caseDemo: false, chartPerson: at };
  held.files.keepChoices(held.choices);
  showChart(held);
  return DONE;
}

type PeopleAsk =
  | 'make-identity-key' | 'find-people' | 'register-person' | 'choose-person' | 'read-chart';

/** The doers. */
export const peopleAsks: Doers<PeopleAsk> = {
  'make-identity-key': ({ held }) => {
    const path = usualIdentityKeyPath();
    const made = newIdentityKey(held.dataDir, path);
    return made.ok ? DONE : no(`key-${made.error.code}`, { path });
  },
  'find-people': ({ held }, { text }) => {
    showChart(held);
    const facts = held.care.ground()?.facts;
    if (facts === undefined) return ok({ kind: 'people', people: [], more: 0 });
    const wanted = wantedOf(text.slice(0, 400));
    const all = [...facts.people.values()].filter(({ mergedInto }) => mergedInto === undefined)
      .flatMap(({ person }) => personLine(held, facts, person) ?? [])
      .filter((line) => answers(line, wanted))
      .toSorted((one, other) => (other.newest ?? '').localeCompare(one.newest ?? ''));
    const people = all.slice(0, LISTED_MAX);
    return ok({ kind: 'people', people, more: all.length - people.length });
  },
  'register-person': async ({ held }, { name, born, contact, distinctFrom }) => {
    const key = held.care.key();
    if (key === undefined) return no(`key-${held.care.keyStanding()}`);
    const identity = readIdentity({ name, born, contact }, today());
    if (!identity.ok) {
      const { code, ...facts } = identity.error;
      return no(code, facts);
    }
    const chart = held.care.begin();
    if (!chart.ok) return refuse(careRefusals([chart.error]));
    const person = freshPerson();
    const by = held.choices.operator;
    const done = await registerPerson(
      chart.value, { person, identity: identity.value, key, distinctFrom, by });
    showChart(held);
    return done.ok ? ok({ kind: 'registered', person }) : refused(done.error);
  },
  'choose-person': whenIdle<'choose-person'>(({ held }, { person }) => choosePerson(held, person)),
  'read-chart': ({ held }, { person }) => {
    showChart(held);
    return readChart(held, person);
  },
};
