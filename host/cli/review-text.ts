// A plan that was looked at from every side, put for people: everything against it first, then
// every area with the numbers it would run on and the rule that binds each. Pure.

import type { PlanReview } from '../core/admit.ts';
import { depthCapUm } from '../core/depth-cap.ts';
import type { AreaReview } from '../core/area-review.ts';
import type { EffectiveLimit } from '../core/effective-limit.ts';
import type { RuleId } from '../core/limit-reason.ts';
import { areaWords, inCm2, inHz, inMm, ruleWords } from '../core/word-parts.ts';
import { noticeSentence, refusalSentence } from '../core/words.ts';
import { meanDensity } from './console/change-words.ts';

/** The lines about a plan. */
export function reviewText(review: PlanReview): readonly string[] {
  const { refusals, notices } = review;
  const wide = refusals.filter(({ area }) => area === undefined);
  return [
    ...wide.map((refusal) => `refused  ${refusalSentence(refusal)}`),
    ...notices.map((notice) => `note     ${noticeSentence(notice)}`),
    ...(wide.length + notices.length === 0 ? [] : ['']),
    ...review.areas.flatMap(areaText),
  ];
}

function areaText({ planned, refusals, limit, table }: AreaReview): readonly string[] {
  const head = `${areaWords(planned.area, planned.side)}, ${inCm2(planned.sizeMm2)}`;
  return [
    `${head}: ${refusals.length === 0 ? 'nothing against it' : 'refused'}`,
    ...refusals.map((refusal) => `  refused  ${refusalSentence(refusal)}`),
    ...(limit === undefined ? tableText(table, planned.depthUm) : limitText(limit)),
    '',
  ];
}

const row = (label: string, text: string, rule: RuleId): string =>
  `  ${label.padEnd(9)}${text} (${ruleWords(rule)})`;

/** Without a pen: what the table allows, before the pen takes off what it may be wrong by. */
function tableText(table: AreaReview['table'], plannedUm: number): readonly string[] {
  if (table === undefined) return [];
  const { depth, passes, density } = table;
  return [
    row('depth', `at most ${inMm(depth.depthUm)}, planned ${inMm(plannedUm)}`, depth.binding),
    row('passes', `at most ${passes.value}`, passes.binding),
    row('density', `at most ${meanDensity(density.value)}`, density.binding),
  ];
}

const creditOf = ({ creditStrokes, stamp }: EffectiveLimit): string =>
  `${creditStrokes} strokes in one grant${stamp ? ', spot by spot' : ''}`;

const seconds = (durationMs: number): string => `${(durationMs / 1_000).toFixed(1)} s`;

function limitText(limit: EffectiveLimit): readonly string[] {
  const { binding } = limit;
  const cap = inMm(depthCapUm(limit.reasons));
  return [
    row('depth', `cap ${cap}, the pen is set to ${inMm(limit.depthUm)}`, binding.depth),
    row('rate', inHz(limit.rateCentiHz), binding.rate),
    row('passes', `${limit.passes}`, binding.passes),
    row('strokes', `${limit.strokesPerPass} in a pass, ${limit.strokesTotal} in all`,
      binding.strokesPerPass),
    row('density', `at most ${meanDensity(limit.densityPerCm2)}`, binding.density),
    row('hold', `at most ${seconds(limit.holdMs)} in one hold of the trigger`, binding.hold),
    row('dwell', `at most ${seconds(limit.dwellMs)} on one spot`, binding.dwell),
    row('credit', creditOf(limit), binding.credit),
  ];
}
