// Looks at a plan from every side without treating anybody: the table alone, or with the person,
// the spent budgets and a pen where they are named. It refuses exactly what a treatment would
// refuse.

import { type PlanReview, reviewPlan } from '../../core/admit.ts';
import { NOTHING_SPENT } from '../../core/budget-spent.ts';
import { describePen } from '../../core/describe-pen.ts';
import type { PenDescription } from '../../core/pen-description.ts';
import { refusalSentence } from '../../core/words.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { loadWish } from '../../treat/load-wish.ts';
import { localTime } from '../../treat/local-time.ts';
import { factsOf, type Wish } from '../../treat/prepare.ts';
import { EXIT } from '../exit-code.ts';
import { meetPen } from '../meet-pen.ts';
import { readEntries } from '../open-journal.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { accessPen, type SimWish } from '../pen-access.ts';
import { reviewText } from '../review-text.ts';
import { today } from '../today.ts';

/** What a check is asked with. */
export interface CheckAsked {
  readonly planPath: string;
  readonly casePath: string | undefined;
  readonly dataDir: string | undefined;
  readonly pen: string | undefined;
  readonly sim: SimWish;
}

/** Checks a plan. */
export async function checkCommand(asked: CheckAsked): Promise<Outcome> {
  const { planPath, casePath, dataDir } = asked;
  const wish = loadWish({ dataDir: dataDir ?? '', planPath, casePath, pedal: false }, today());
  if (!wish.ok) return failed(EXIT.refused, wish.error);
  const pen = await penOf(asked);
  if (!pen.ok) return pen.error;
  const review = reviewOf(wish.value, pen.value, dataDir);
  return review.ok ? outcomeOf(review.value, asked) : review.error;
}

async function penOf(asked: CheckAsked): Promise<Result<PenDescription | undefined, Outcome>> {
  if (asked.pen === undefined) return ok(undefined);
  const access = await accessPen(asked.pen, asked.sim);
  if (!access.ok) return access;
  const met = await meetPen(access.value.address);
  await access.value.close();
  if (!met.ok) return refuse(failed(EXIT.pen, [met.error]));
  return ok(describePen(met.value.pages));
}

function reviewOf(
  wish: Wish,
  pen: PenDescription | undefined,
  dataDir: string | undefined,
): Result<PlanReview, Outcome> {
  if (dataDir === undefined) {
    const facts = factsOf(wish, pen, []);
    return ok(reviewPlan(wish.plan, { ...facts, spent: NOTHING_SPENT }));
  }
  const read = readEntries(dataDir);
  if (!read.ok) return read;
  const lines = read.value.entries.map((entry) => ({ ...entry, at: localTime(entry.at) }));
  return ok(reviewPlan(wish.plan, factsOf(wish, pen, lines)));
}

/** What was not looked at is said: a plan without objections is not yet an admitted plan. */
const notLookedAt = ({ pen, dataDir }: CheckAsked): readonly string[] => [
  ...(pen === undefined
    ? ['No pen was looked at: what the pen may be wrong by is not taken off yet (--pen).']
    : []),
  ...(dataDir === undefined ? ['No journal was looked at: nothing counts as spent (--data).'] : []),
];

function outcomeOf(review: PlanReview, asked: CheckAsked): Outcome {
  const { refusals, notices, areas } = review;
  const open = notLookedAt(asked);
  const sentences = refusals.map(refusalSentence);
  const document = {
    ok: refusals.length === 0,
    refusals: refusals.map((refusal, index) => ({ ...refusal, says: sentences[index] })),
    notices,
    areas: areas.map(({ planned, limit, table, left }) => ({ planned, limit, table, left })),
    notLookedAt: open,
  };
  const count = refusals.length;
  const last = count === 1 ? '1 reason stands against it.' : `${count} reasons stand against it.`;
  const verdict = count === 0 ? 'Nothing stands against the plan.' : last;
  const lines = [...reviewText(review), ...open, verdict];
  if (count === 0) return done(lines, document);
  return failed(EXIT.refused, [], { lines, document: { ...document, sentences } });
}
