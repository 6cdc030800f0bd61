// How the desk writes to the chart: lines that are decided under the lock over all that stands
// there, by somebody who may. What is refused is a code of the host's own rules.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type { ChartGround } from '../../../host/care/chart-ground.ts';
import { needledAt } from '../../../host/care/chart-ground.ts';
import type { ChartFacts, VisitFact } from '../../../host/core/chart/chart-facts.ts';
import { foldChart } from '../../../host/core/chart/fold-chart.ts';
import { visitToday } from '../../../host/core/care/visit/visit-standing.ts';
import type { NoteGiven } from '../../../host/journal/index.ts';
import { today } from '../../../host/cli/today.ts';
import type { CareRefusal } from '../../contract/care-refusal.ts';
import type { DeskRefusal } from '../../contract/desk-refusal.ts';
import type { Held } from '../held.ts';
import { chartRefusal } from './care-side.ts';
import { showChart } from './showing.ts';

/** What lines are made of. */
export interface Deciding {
  readonly facts: ChartFacts;
  readonly ground: ChartGround;
}

/** The same, at the visit of today. */
export interface AtVisit extends Deciding {
  readonly visit: VisitFact;
  readonly needled: boolean;
}

/** The lines, or everything against them. */
export type Decided = Result<readonly NoteGiven[], readonly CareRefusal[]>;

/** One reason against it. */
export const against = (
  topic: CareRefusal['topic'],
  code: string,
  facts: NonNullable<CareRefusal['facts']> = {},
): Result<never, readonly CareRefusal[]> => refuse([{ topic, code, facts }]);

/** A reason as the desk tells it. */
export const careRefusals = (refusals: readonly CareRefusal[]): readonly DeskRefusal[] =>
  refusals.map((care) => ({ code: 'care', care }));

interface Said {
  readonly code: 'said';
  readonly refusals: readonly CareRefusal[];
}

const said = (refusals: readonly CareRefusal[]): Result<never, Said> =>
  refuse({ code: 'said', refusals });

/** Writes lines about a person, or says why not; afterwards every window is shown the new chart. */
export async function write(
  held: Held,
  person: string,
  decide: (deciding: Deciding) => Decided,
): Promise<Result<undefined, readonly DeskRefusal[]>> {
  const chart = held.care.begin();
  if (!chart.ok) return refuse(careRefusals([chart.error]));
  const needled = held.care.ground()?.needled ?? [];
  const written = await chart.value.change<Said>((entries) => {
    const facts = foldChart(entries);
    const known = facts.people.get(person);
    if (known === undefined) return said([{ topic: 'visit', code: 'no-chart' }]);
    if (known.mergedInto !== undefined) {
      return said([{ topic: 'visit', code: 'chart-merged', facts: { into: known.mergedInto } }]);
    }
    const decided = decide({ facts, ground: { facts, needled } });
    return decided.ok ? decided : said(decided.error);
  });
  showChart(held);
  if (written.ok) return ok(undefined);
  const { error } = written;
  return refuse(careRefusals(error.code === 'said' ? error.refusals : [chartRefusal(error)]));
}

/** Writes lines about the visit of today of whose chart is open. */
export function writeAtVisit(
  held: Held,
  decide: (at: AtVisit) => Decided,
): Promise<Result<undefined, readonly DeskRefusal[]>> {
  const { person } = held;
  if (person === undefined) {
    return Promise.resolve(refuse(careRefusals([{ topic: 'visit', code: 'no-person' }])));
  }
  return write(held, person, (deciding) => {
    const visit = visitToday(deciding.facts, person, today());
    if (visit === undefined) return against('visit', 'no-visit');
    const needled = needledAt(deciding.ground, visit).length > 0;
    return decide({ ...deciding, visit, needled });
  });
}
