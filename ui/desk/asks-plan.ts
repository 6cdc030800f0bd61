// Requests about the plan in work. An area comes in with what the table suggests for it; after that
// whatever is asked is kept as it was asked, and admission says what it thinks of it.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomBytes } from 'node:crypto';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { formatDay } from '../../host/core/day.ts';
import { doorSentence } from '../../host/doors/door-words.ts';
import { parsePlan } from '../../host/doors/plan-file.ts';
import { today } from '../../host/cli/today.ts';
import type { DeskRefusal } from '../contract/desk-refusal.ts';
import type { PlanDraft } from '../contract/plan.ts';
import { areaOffer } from './check-plan.ts';
import { DONE, type Done, type Doers, no, whenIdle } from './doer.ts';
import {
  addArea, changeArea, draftOf, emptyDraft, moveArea, planText, removeArea,
} from './draft.ts';
import type { Held } from './held.ts';
import { factsFor } from './state-of.ts';

const DEMO_PLAN = fileURLToPath(new URL('../../host/demo/plan.json', import.meta.url));

/** A plan that asks for nothing yet, under a name of its own. */
export const freshDraft = (person: string): PlanDraft =>
  emptyDraft(`plan-${formatDay(today())}-${randomBytes(3).toString('hex')}`, person);

/** Takes a plan file into work, or says what is wrong with it. */
export function takePlan(
  held: Held,
  text: string,
  from: string,
): Result<undefined, readonly DeskRefusal[]> {
  const read = parsePlan(new TextEncoder().encode(text));
  if (!read.ok) {
    return refuse([{ code: 'plan-not-read', item: from, details: read.error.map(doorSentence) }]);
  }
  held.draft = draftOf(read.value);
  return ok(undefined);
}

/** Takes the plan of the demonstration into work. */
export const takeDemoPlan = (held: Held): Done =>
  takePlan(held, fs.readFileSync(DEMO_PLAN, 'utf8'), 'demonstration');

const draft = (held: Held, made: Result<PlanDraft, readonly DeskRefusal[]>): Done => {
  if (!made.ok) return made;
  held.draft = made.value;
  // What is in work outlives the console; what cannot be kept is refused when it is begun.
  held.files.keepPlan(planText(made.value, held.choices.operator));
  return DONE;
};

type PlanAsk =
  | 'add-area' | 'change-area' | 'remove-area' | 'move-area'
  | 'load-plan' | 'demo-plan' | 'clear-plan' | 'plan-file';

/** The doers. */
export const planAsks: Doers<PlanAsk> = {
  'add-area': whenIdle<'add-area'>(({ held }, { area, side }) => {
    const { profile, choices: { operator } } = held;
    if (!profile.ok) return no('not-admitted', { details: profile.error });
    const facts = factsFor(held, profile.value);
    const { suggested, against } = areaOffer(held.draft, { facts, operator }, area, side);
    if (suggested === undefined) return no('not-admitted', { refusals: against });
    return draft(held, addArea(held.draft, suggested));
  }),
  'change-area': whenIdle<'change-area'>(({ held }, { change, ...where }) =>
    draft(held, changeArea(held.draft, where, change))),
  'remove-area': whenIdle<'remove-area'>(({ held }, where) =>
    draft(held, removeArea(held.draft, where))),
  'move-area': whenIdle<'move-area'>(({ held }, { to, ...where }) =>
    draft(held, moveArea(held.draft, where, to))),
  'load-plan': whenIdle<'load-plan'>(({ held }, { fileName, text }) => {
    const taken = takePlan(held, text, fileName);
    return taken.ok ? draft(held, ok(held.draft)) : taken;
  }),
  'demo-plan': whenIdle<'demo-plan'>(({ held }) => {
    if (!held.demo) return no('out-of-turn', { item: 'no-demonstration' });
    return takeDemoPlan(held);
  }),
  'clear-plan': whenIdle<'clear-plan'>(({ held }) =>
    draft(held, ok(freshDraft(held.draft.person)))),
  'plan-file': ({ held }) => {
    const { planId } = held.draft;
    const text = planText(held.draft, held.choices.operator);
    return ok({ kind: 'plan-file', name: `${planId.replaceAll(/[^\w.-]/g, '_')}.json`, text });
  },
};
