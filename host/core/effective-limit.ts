// The effective limit of one area: table, pen, cartridge and plan met into the numbers that the
// treatment runs on. Each carries the rule that binds it and the whole list behind it.

import { isEyeArea } from './body-part.ts';
import type { AreaTable } from './area-table.ts';
import { creditLimit, type CreditLimit } from './credit-limit.ts';
import { commandedDepth, depthUncertainty, meetDepth, penBounds } from './depth-limit.ts';
import type { DepthLimit } from './depth-limit.ts';
import { strokeLimit, type StrokeLimit } from './dose-limit.ts';
import type { ClassFigure, LimitRow, ZoneBounds } from './limit-profile.ts';
import { type LimitReason, meet, type RuleId } from './limit-reason.ts';
import type { Cartridge, PenDescription } from './pen-description.ts';
import type { PlannedArea } from './plan.ts';
import type { Refusal } from './refusal.ts';
import { timeLimit, type TimeLimit } from './time-limit.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import {
  centiHz,
  type CentiHz,
  type Micrometres,
  type Milliseconds,
  type Strokes,
} from '../../protocol/units.ts';

/** Which rule binds each effective number. */
export interface Binding {
  readonly depth: RuleId;
  readonly rate: RuleId;
  readonly passes: RuleId;
  readonly density: RuleId;
  readonly strokesPerPass: RuleId;
  readonly hold: RuleId;
  readonly dwell: RuleId;
  readonly credit: RuleId;
}

/** The numbers that one area runs on, for a whole visit, before what is already spent. */
export interface EffectiveLimit {
  /** What the pen is told; the plan and the caps speak of true depth, uncertainty included. */
  readonly depthUm: Micrometres;
  readonly rateCentiHz: CentiHz;
  readonly passes: number;
  readonly strokesPerPass: Strokes;
  readonly strokesTotal: Strokes;
  /** A mean over the declared size, wherever it is shown. */
  readonly densityPerCm2: number;
  readonly contactMs: Milliseconds;
  readonly holdMs: Milliseconds;
  readonly dwellMs: Milliseconds;
  readonly creditStrokes: Strokes;
  /** One fresh press, one grant, no renewal. */
  readonly stamp: boolean;
  /** What counts as contact: the sensor's word, or without one all the time the motor runs. */
  readonly contactFrom: 'contact-sensor' | 'motor-on';
  readonly binding: Binding;
  readonly reasons: readonly LimitReason[];
}

/** Everything that one effective limit is made of. */
export interface LimitQuestion {
  readonly planned: PlannedArea;
  readonly row: LimitRow;
  readonly table: AreaTable;
  readonly zone: ZoneBounds;
  readonly pen: PenDescription;
  readonly cartridge: Cartridge;
  readonly classFigure: ClassFigure;
}

function depthOf(of: LimitQuestion): DepthLimit {
  const plan = { rule: 'plan', value: of.planned.depthUm } as const;
  const met = meetDepth(of.table.depth, [...penBounds(of.pen), plan]);
  return commandedDepth(met, depthUncertainty(of.pen, of.classFigure), of.pen);
}

const passesOf = (of: LimitQuestion): { readonly value: number; readonly rule: RuleId } =>
  meet([
    { rule: of.table.passes.binding, value: of.table.passes.value },
    { rule: 'plan', value: of.planned.passes },
  ]);

const rateOf = (of: LimitQuestion): { readonly value: number; readonly rule: RuleId } =>
  meet([
    { rule: 'zone', value: of.zone.rateCentiHzMax },
    { rule: 'pen-hardware', value: of.pen.rateCentiHzMax },
    { rule: 'plan', value: of.planned.rateCentiHz },
  ]);

const strokesOf = (of: LimitQuestion, passes: number): StrokeLimit =>
  strokeLimit({
    densityPerCm2: of.table.density.value,
    densityPerPassPerCm2: of.row.densityPerCm2.perPass,
    passes,
    sizeMm2: of.planned.sizeMm2,
    needleCount: of.cartridge.needleCount,
  });

const timesOf = (of: LimitQuestion, rateCentiHz: CentiHz): TimeLimit =>
  timeLimit({
    zone: of.zone,
    densityPerCm2: of.table.densityCap.value,
    sizeMm2: of.planned.sizeMm2,
    rateCentiHz,
    cartridge: of.cartridge,
    sensors: of.pen.sensors,
  });

const creditOf = (of: LimitQuestion, rateCentiHz: CentiHz, strokesPerPass: Strokes): CreditLimit =>
  creditLimit({
    densityPerCm2: of.table.densityCap.value,
    cartridge: of.cartridge,
    penCreditMax: of.pen.creditMax,
    strokesPerPass,
    rateCentiHz,
    stampAlways: isEyeArea(of.planned.area) && !of.pen.sensors.motion,
  });

function impossible(
  of: LimitQuestion,
  depth: DepthLimit,
  lay: StrokeLimit,
  credit: CreditLimit,
): readonly Refusal[] {
  const { area, side } = of.planned;
  const lowest = Math.max(1, of.pen.depthUmMin);
  const refusals: readonly (readonly [boolean, Refusal])[] = [
    [depth.depthUm < lowest, { code: 'depth-under-pen', area, side, rule: depth.binding }],
    [lay.perPass < 1, { code: 'size-too-small', area, side, asked: of.planned.sizeMm2 }],
    [lay.perPass >= 1 && credit.strokes < 1, { code: 'spot-too-dense', area, side }],
  ];
  return refusals.filter(([holds]) => holds).map(([, refusal]) => refusal);
}

/** The effective limit of an area that asks for no more than it may, or why there is none. */
export function effectiveLimit(of: LimitQuestion): Result<EffectiveLimit, readonly Refusal[]> {
  const [depth, passes, rate] = [depthOf(of), passesOf(of), rateOf(of)];
  const rateCentiHz = centiHz(rate.value);
  const lay = strokesOf(of, passes.value);
  const times = timesOf(of, rateCentiHz);
  const credit = creditOf(of, rateCentiHz, lay.perPass);
  const refusals = impossible(of, depth, lay, credit);
  if (refusals.length > 0) return refuse(refusals);
  const { density } = of.table;
  return ok({
    depthUm: depth.depthUm,
    rateCentiHz,
    passes: passes.value,
    strokesPerPass: lay.perPass,
    strokesTotal: lay.total,
    densityPerCm2: density.value,
    contactMs: times.contactMs,
    holdMs: times.holdMs,
    dwellMs: times.dwellMs,
    creditStrokes: credit.strokes,
    stamp: credit.stamp,
    contactFrom: of.pen.sensors.contact ? 'contact-sensor' : 'motor-on',
    binding: {
      depth: depth.binding,
      rate: rate.rule,
      passes: passes.rule,
      density: density.binding,
      strokesPerPass: lay.binding,
      hold: times.binding.hold,
      dwell: times.binding.dwell,
      credit: credit.binding,
    },
    reasons: [
      ...depth.reasons,
      ...of.table.passes.reasons,
      ...density.reasons,
      ...lay.reasons,
      ...times.reasons,
      ...credit.reasons,
    ],
  });
}
