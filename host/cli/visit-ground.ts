// What the commands of a visit stand on: who acts, with the role for it where people sign in; the
// chart as it is under the lock; and the visit of today. A line is decided over all lines there
// are, so two people at two computers cannot both do what only one may.

import { readChartGround, needledAt, type ChartGround } from '../care/chart-ground.ts';
import { explainChart } from '../chart/index.ts';
import type { ChartFacts, VisitFact } from '../core/chart/chart-facts.ts';
import { foldChart } from '../core/chart/fold-chart.ts';
import { visitToday } from '../core/care/visit/visit-standing.ts';
import { visitSentence } from '../core/care/visit/visit-words.ts';
import type { Day } from '../core/day.ts';
import type { Action } from '../core/staff/permit-table.ts';
import type { Entry, NoteGiven } from '../journal/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { EXIT } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';
import { askWho, type StaffGround, turnedAway, withStaff } from './staff-ground.ts';

/** What every command of a visit is given. */
export interface VisitGiven {
  readonly dataDir: string;
  readonly person: string;
  readonly by: string;
  readonly today: Day;
}

/** Somebody who acts, and the chart that they act on. */
export interface Acting extends VisitGiven {
  readonly staff: StaffGround;
  /** What has to be said beside the answer. */
  readonly remarks: readonly string[];
}

const TYPED = 'Nobody signs in here: the name is taken as it was typed. Roles hold from the first '
  + 'person on, see "corium users first".';

/** Whether people sign in at an installation; without a chart nobody does. */
function hasStaff({ desk }: StaffGround): boolean {
  const standing = desk.standing();
  return standing.ok && standing.value.roster.size > 0;
}

/** Recognises somebody else for one act, such as a prescriber who signs. */
export async function recognised(
  staff: StaffGround,
  by: string,
  action: Action,
): Promise<Result<undefined, Outcome>> {
  if (by.trim() === '') return refuse(failed(EXIT.usage, ['Say with --by who does this.']));
  if (!hasStaff(staff)) return ok(undefined);
  const who = await askWho(staff, by);
  if (!who.ok) return who;
  const known = await staff.desk.recognise(who.value, action);
  return known.ok ? ok(undefined) : refuse(turnedAway(known.error));
}

/** Lets somebody act on a chart, if they may. */
export const acting = (
  given: VisitGiven,
  action: Action,
  run: (acting: Acting) => Outcome | Promise<Outcome>,
): Promise<Outcome> =>
  withStaff(given.dataDir, async (staff) => {
    const may = await recognised(staff, given.by, action);
    if (!may.ok) return may.error;
    const remarks = hasStaff(staff) ? [] : [TYPED];
    return run({ ...given, staff, remarks });
  });

/** Why nothing was written, in sentences. */
export interface Said {
  readonly code: 'said';
  readonly sentences: readonly string[];
}

/** Makes one of a sentence. */
export const said = (...sentences: readonly string[]): Result<never, Said> =>
  refuse({ code: 'said', sentences });

/** What lines are made of. */
export interface Deciding {
  readonly facts: ChartFacts;
  readonly ground: ChartGround;
}

/** Writes lines that depend on all that stands there, or says why not. */
export async function write(
  { staff, dataDir, person }: Acting,
  decide: (deciding: Deciding) => Result<readonly NoteGiven[], Said>,
): Promise<Result<readonly Entry[], Outcome>> {
  const read = readChartGround(dataDir, staff.world);
  if (!read.ok) return refuse(failed(EXIT.journal, [read.error]));
  const needled = read.value?.needled ?? [];
  const written = await staff.chart.change<Said>((entries) => {
    const facts = foldChart(entries);
    const known = facts.people.get(person);
    if (known === undefined) return said(visitSentence({ code: 'no-chart' }, person));
    const { mergedInto } = known;
    if (mergedInto !== undefined) {
      return said(visitSentence({ code: 'chart-merged', into: mergedInto }, person));
    }
    return decide({ facts, ground: { facts, needled } });
  });
  if (written.ok) return written;
  const { error } = written;
  return refuse(error.code === 'said'
    ? failed(EXIT.refused, error.sentences)
    : failed(EXIT.journal, [explainChart(error)]));
}

/** What lines of the visit of today are made of. */
export interface AtVisit extends Deciding {
  readonly visit: VisitFact;
  readonly needled: boolean;
}

/** Writes lines about the visit of today. */
export const writeAtVisit = (
  asked: Acting,
  decide: (at: AtVisit) => Result<readonly NoteGiven[], Said>,
): Promise<Result<readonly Entry[], Outcome>> =>
  write(asked, (deciding) => {
    const visit = visitToday(deciding.facts, asked.person, asked.today);
    if (visit === undefined) return said(visitSentence({ code: 'no-visit' }, asked.person));
    const needled = needledAt(deciding.ground, visit).length > 0;
    return decide({ ...deciding, visit, needled });
  });
