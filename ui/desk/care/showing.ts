// What every window is shown of people and of today's visit, made of the chart as it was read last;
// and how a person's chart becomes the case at the desk. A case that is made of the chart is made
// anew with every line, so admission never looks at an old one.

import { chartCaseFile, needledAt, treatedAt } from '../../../host/care/chart-ground.ts';
import type { EntryOf } from '../../../host/journal/index.ts';
import { nowOf } from '../../../host/chart/index.ts';
import { NUMBING_MINUTES, numbingAlert } from '../../../host/core/care/visit/numbing.ts';
import { type Step, STEPS, stepsFor } from '../../../host/core/care/visit/steps.ts';
import { minuteOf } from '../../../host/core/care/visit/visit-numbing.ts';
import { visitStanding, visitToday } from '../../../host/core/care/visit/visit-standing.ts';
import type { VisitStanding } from '../../../host/core/care/visit/visit-standing.ts';
import type { RoomFacts } from '../../../host/core/checklist.ts';
import { today } from '../../../host/cli/today.ts';
import type { CareView, NumbingView, PersonView, VisitView } from '../../contract/care-state.ts';
import type { Held } from '../held.ts';
import { simulatedPackage } from './packages.ts';

/** Reads the chart again, and makes the case of whoever is chosen anew. */
export function showChart(held: Held): void {
  held.care.refresh(held.journal.lines());
  const ground = held.care.ground();
  const { person } = held;
  if (person === undefined) return;
  const visitId = ground && visitToday(ground.facts, person, today())?.visitId;
  const caseFile = ground && chartCaseFile(ground, person, visitId, today());
  held.heldCase = caseFile && { caseFile, from: person, demo: false, charted: true };
}

/** Where the visit of whoever is chosen stands, for what the plan asks. */
export function standingOf(held: Held): VisitStanding | undefined {
  const ground = held.care.ground();
  const { person } = held;
  if (ground === undefined || person === undefined) return undefined;
  const open = visitToday(ground.facts, person, today());
  return visitStanding({
    facts: ground.facts, person, today: today(), at: held.care.world.nowIso(),
    skins: held.draft.areas,
    needled: open !== undefined && needledAt(ground, open).length > 0,
  });
}

/** What was looked at: at the visit where there is a chart, at the console elsewhere. */
export const roomOf = (held: Held): RoomFacts => standingOf(held)?.room ?? held.room;

/** People and visits, for every window. */
export function careView(held: Held): CareView {
  const { care, person } = held;
  const ground = care.ground();
  const problem = care.problem();
  const standing = standingOf(held);
  const code = simulatedPackage(held);
  return {
    chart: problem !== undefined ? 'unreadable' : ground === undefined ? 'none' : 'here',
    ...(problem === undefined ? {} : { problem }),
    identityKey: care.keyStanding(),
    person: person === undefined ? undefined : personView(held, person),
    visit: standing && visitView(held, standing),
    ...(code === undefined ? {} : { simulatedPackage: code }),
    rev: care.rev(),
  };
}

function personView(held: Held, person: string): PersonView | undefined {
  const known = held.care.ground()?.facts.people.get(person);
  if (known === undefined) return undefined;
  const identity = held.care.identity(person);
  const { bornYear } = nowOf(known);
  return { person, name: identity?.name, born: identity?.born, bornYear };
}

const isOpenStep = ({ against }: VisitStanding, step: Step): boolean =>
  against.some((reason) => reason.code === 'step-open' && reason.step === step);

function visitView(held: Held, standing: VisitStanding): VisitView {
  const { visit, against, cartridges } = standing;
  const ground = held.care.ground();
  const last = visit?.screenings.at(-1);
  const isToday = !against.some(({ code }) => code === 'not-screened');
  return {
    visitId: visit?.visitId,
    since: visit?.opened.at,
    against,
    steps: STEPS.filter((step) => stepsFor(held.draft.areas).includes(step)).map((step) =>
      ({ step, ticked: visit !== undefined && !isOpenStep(standing, step) })),
    numbing: numbingView(held, standing),
    cartridges,
    adjuncts: (visit?.adjuncts ?? []).map(({ adjunct, lot }) => ({ adjunct, lot: lot ?? '' })),
    screening: last === undefined || !isToday ? undefined : {
      fitzpatrick: last.fitzpatrick,
      signedBy: last.signedBy,
      yes: yesOf(last),
      cleared: (visit?.clearances ?? []).map(({ item, signedBy }) => ({ item, by: signedBy })),
    },
    treated: visit === undefined || ground === undefined ? [] : treatedAt(ground, visit),
    handed: (visit?.aftercare ?? []).length > 0,
  };
}

const yesOf = (screened: EntryOf<'screening-answered'>): readonly string[] =>
  screened.answers.filter(({ answer }) => answer === 'yes').map(({ question }) => question);

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

function numbingView(held: Held, { numbing, visit }: VisitStanding): NumbingView {
  const applied = (visit?.steps ?? []).filter(({ step }) => step === 'numbing-applied');
  const products = applied.flatMap(({ product }) => product ?? []);
  const [first] = applied;
  if (numbing.kind !== 'on-skin' || first === undefined) {
    return { kind: numbing.kind, alert: 'none', products };
  }
  const ends = applied.map(({ at, labelMinutesMax }) =>
    later(at, labelMinutesMax ?? NUMBING_MINUTES.removeBy));
  return {
    kind: 'on-skin',
    alert: numbingAlert(numbing, minuteOf(held.care.world.nowIso())),
    since: first.at,
    lookAt: later(first.at, NUMBING_MINUTES.alert),
    offBy: ends.toSorted()[0],
    products,
  };
}
