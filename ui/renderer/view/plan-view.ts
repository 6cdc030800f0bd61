// The plan as it is being made, area by area: what is asked, what would be run, what may be entered
// and which rule draws the line. A range that admission gave is the only one that a slider has.

import type { RuleId } from '../../../host/core/limit-reason.ts';
import type { Refusal } from '../../../host/core/refusal.ts';
import type { AreaCheck, AskRange, DraftArea } from '../../contract/plan.ts';
import type { DeskState } from '../../contract/desk-state.ts';
import { isSamePlace, type Place } from './place.ts';

/** The quantities that a slider sets. */
export type SliderName = 'depthUm' | 'rateCentiHz' | 'passes' | 'sizeMm2';

/** All sliders, in the order in which they stand. */
export const SLIDERS: readonly SliderName[] = ['depthUm', 'passes', 'rateCentiHz', 'sizeMm2'];

/** One slider: where it stands, where it ends, and what lies beyond that nobody can enter. */
export interface SliderView {
  readonly name: SliderName;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The right end of the picture; between `max` and it the scale is barred. */
  readonly scaleMax: number;
  readonly rule: RuleId;
  readonly recommended: number | undefined;
  /** What the treatment would run on, where admission says so. */
  readonly effective: number | undefined;
  readonly effectiveRule: RuleId | undefined;
}

/** One planned area with everything about it. */
export interface PlannedView {
  readonly asked: DraftArea;
  readonly check: AreaCheck | undefined;
  readonly sliders: readonly SliderView[];
  readonly wantsReason: boolean;
  /** Eye rows: whether the step of their own was taken. */
  readonly eye: boolean;
  readonly refusals: readonly Refusal[];
}

/** How far beyond what may be entered each picture goes, so that the bar on it can be seen. */
const BEYOND = 1.25;

/** The planned area at a place. */
export function plannedView(state: DeskState, place: Place | undefined): PlannedView | undefined {
  if (place === undefined) return undefined;
  const { draft, check } = state.plan;
  const asked = draft.areas.find((one) => isSamePlace(one, place));
  if (asked === undefined) return undefined;
  const checked = check.areas.find((one) => isSamePlace(one, place));
  return {
    asked,
    check: checked,
    sliders: slidersOf(asked, checked),
    wantsReason: asked.depthUm > (checked?.mayAsk?.reasonAboveUm ?? Number.POSITIVE_INFINITY),
    eye: checked?.eye ?? false,
    refusals: checked?.refusals ?? [],
  };
}

function slidersOf(asked: DraftArea, check: AreaCheck | undefined): readonly SliderView[] {
  const mayAsk = check?.mayAsk;
  if (mayAsk === undefined) return [];
  return SLIDERS.map((name) => sliderOf(name, asked[name], mayAsk[name], check));
}

function sliderOf(
  name: SliderName,
  value: number,
  { min, max, step, rule, recommended }: AskRange,
  check: AreaCheck | undefined,
): SliderView {
  const [effective, effectiveRule] = effectiveOf(name, check);
  return {
    name, value, min, max, step, rule, recommended, effective, effectiveRule,
    scaleMax: Math.max(max + step, Math.ceil((max * BEYOND) / step) * step),
  };
}

type Effective = readonly [number | undefined, RuleId | undefined];

function effectiveOf(name: SliderName, check: AreaCheck | undefined): Effective {
  const limit = check?.limit;
  if (limit === undefined) return [undefined, undefined];
  switch (name) {
    case 'depthUm':
      return [limit.depthUm, limit.binding.depth];
    case 'rateCentiHz':
      return [limit.rateCentiHz, limit.binding.rate];
    case 'passes':
      return [limit.passes, limit.binding.passes];
    case 'sizeMm2':
      return [undefined, undefined];
  }
}

/** One step along a slider that cannot leave its range. */
export function stepped({ value, min, max, step }: SliderView, by: 1 | -1): number {
  return held(value + by * step, min, max, step);
}

/** A value on the grid of its slider and inside its range. */
export function held(value: number, min: number, max: number, step: number): number {
  const onGrid = min + Math.round((value - min) / step) * step;
  const highest = min + Math.floor((max - min) / step) * step;
  return Math.min(Math.max(onGrid, min), Math.max(highest, min));
}
