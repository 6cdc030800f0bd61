// What every act on a chart stands on: who does it, asked at the gate before anything else, and the
// chart as it is under its lock. A line is decided over all lines there are, so two people at two
// computers cannot both do what only one may. The command line and the console's desk act by this.

import { explainChart, openChart, type Chart, type ChartRefusal } from '../../chart/index.ts';
import type { ChartFacts, VisitFact } from '../../core/chart/chart-facts.ts';
import { foldChart } from '../../core/chart/fold-chart.ts';
import { visitToday } from '../../core/care/visit/visit-standing.ts';
import { visitSentence } from '../../core/care/visit/visit-words.ts';
import type { Day } from '../../core/day.ts';
import { type Actor, nameOfActor } from '../../core/staff/actor.ts';
import type { Action } from '../../core/staff/permit-table.ts';
import { noteSchema } from '../../journal/entry.ts';
import type { Entry, JournalWorld, NoteGiven } from '../../journal/index.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { type Claim, deskSentence, type DeskRefusal, type Gate } from '../../staff/index.ts';
import { type ChartGround, needledAt, readChartGround } from '../chart-ground.ts';

/** What an act is done with. */
export interface ActGround {
  readonly dataDir: string;
  readonly world: JournalWorld;
  readonly gate: Gate;
  readonly claim: Claim;
  readonly person: string;
  readonly today: Day;
}

/** One reason why nothing was done: a code, and its English sentence with the next step. */
export interface ActReason {
  readonly code: string;
  readonly sentence: string;
}

/** Why nothing was done, and where the reason lies. */
export interface ActRefusal {
  readonly by: 'gate' | 'rules' | 'asked' | 'journal';
  readonly reasons: readonly ActReason[];
}

/** What an act comes to. */
export type Acted<T> = Promise<Result<T, ActRefusal>>;

/** Somebody who acts, let through the gate. */
export interface Acting extends ActGround {
  readonly chart: Chart;
  readonly actor: Actor;
  /** The name that stands in the lines. */
  readonly by: string;
}

/** Refuses for one reason. */
export const no = (
  by: ActRefusal['by'],
  code: string,
  ...sentences: readonly string[]
): Result<never, ActRefusal> =>
  refuse({ by, reasons: sentences.map((sentence) => ({ code, sentence })) });

const atGate = (refusals: readonly DeskRefusal[]): Result<never, ActRefusal> => {
  const isJournal = refusals.some(({ code }) =>
    code === 'chart-refused' || code === 'chart-failed');
  return refuse({
    by: isJournal ? 'journal' : 'gate',
    reasons: refusals.map((one) => ({ code: one.code, sentence: deskSentence(one) })),
  });
};

const ofChart = (error: ChartRefusal): Result<never, ActRefusal> =>
  no('journal', error.code, explainChart(error));

/** Lets somebody act, if they may do all of this; a refusal is a line of the chart. */
export async function asked<T>(
  ground: ActGround,
  actions: readonly [Action, ...Action[]],
  run: (acting: Acting) => Acted<T>,
): Acted<T> {
  const { gate, claim, person, dataDir, world } = ground;
  if (claim.kind === 'typed' && claim.name.trim() === '') {
    return no('asked', 'no-name', 'Say with --by who does this.');
  }
  const actor = await gate.may(claim, { actions, about: person });
  if (!actor.ok) return atGate(actor.error);
  const chart = openChart(dataDir, world);
  if (!chart.ok) return ofChart(chart.error);
  return run({
    ...ground, chart: chart.value, actor: actor.value, by: nameOfActor(actor.value),
  });
}

/** Recognises somebody else for one part of an act, such as a prescriber who signs for it. */
export async function alsoBy(
  { gate, person }: ActGround,
  claim: Claim,
  action: Action,
): Acted<string> {
  const actor = await gate.may(claim, { actions: [action], about: person });
  return actor.ok ? ok(nameOfActor(actor.value)) : atGate(actor.error);
}

/** What lines are made of. */
export interface Deciding {
  readonly facts: ChartFacts;
  readonly ground: ChartGround;
}

type Decided = Result<readonly NoteGiven[], ActRefusal>;

interface Said {
  readonly code: 'said';
  readonly refusal: ActRefusal;
}

/** Writes lines that depend on all that stands there, or says why not. */
export async function write(
  { chart, dataDir, world, person }: Acting,
  decide: (deciding: Deciding) => Decided,
): Acted<readonly Entry[]> {
  const read = readChartGround(dataDir, world);
  if (!read.ok) return no('journal', 'journal-refused', read.error);
  const needled = read.value?.needled ?? [];
  const written = await chart.change<Said>((entries) => {
    const facts = foldChart(entries);
    const decided = againstChart(facts, person) ?? decide({ facts, ground: { facts, needled } });
    const checked = decided.ok ? whole(decided.value) : decided;
    return checked.ok ? checked : refuse({ code: 'said', refusal: checked.error });
  });
  if (written.ok) return written;
  const { error } = written;
  return error.code === 'said' ? refuse(error.refusal) : ofChart(error);
}

/** Lines as they may be written, or which field of what was typed does not fit into one. */
function whole(notes: readonly NoteGiven[]): Decided {
  const wrong = notes.flatMap((note) => {
    const read = noteSchema.safeParse(note);
    return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  });
  if (wrong.length === 0) return ok(notes);
  const fields = [...new Set(wrong)].join(', ');
  return no('asked', 'not-writable', `What was given for ${fields} is empty, too long, out of `
    + 'range or not plain text; nothing was written. Put it right and do it again.');
}

function againstChart(facts: ChartFacts, person: string): Result<never, ActRefusal> | undefined {
  const known = facts.people.get(person);
  if (known === undefined) {
    return no('rules', 'no-chart', visitSentence({ code: 'no-chart' }, person));
  }
  const { mergedInto: into } = known;
  if (into === undefined) return undefined;
  return no('rules', 'chart-merged', visitSentence({ code: 'chart-merged', into }, person));
}

/** What lines of the visit of today are made of. */
export interface AtVisit extends Deciding {
  readonly visit: VisitFact;
  readonly needled: boolean;
}

/** Writes lines about the visit of today. */
export const writeAtVisit = (
  acting: Acting,
  decide: (at: AtVisit) => Decided,
): Acted<readonly Entry[]> =>
  write(acting, (deciding) => {
    const { person, today } = acting;
    const visit = visitToday(deciding.facts, person, today);
    if (visit === undefined) {
      return no('rules', 'no-visit', visitSentence({ code: 'no-visit' }, person));
    }
    const needled = needledAt(deciding.ground, visit).length > 0;
    return decide({ ...deciding, visit, needled });
  });

/** The answer of an act that wrote its lines. */
export async function wrote<T>(written: Acted<readonly Entry[]>, then: () => T): Acted<T> {
  const done = await written;
  return done.ok ? ok(then()) : done;
}
