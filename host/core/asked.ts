// What a plan asks against what is allowed. Nothing is clamped: whoever asks for more is told what
// was asked, what is allowed and by which rule, and asks again.

import type { AreaTable } from './area-table.ts';
import { penBounds } from './depth-limit.ts';
import type { LimitRow, ZoneBounds } from './limit-profile.ts';
import { meet, type RuleId } from './limit-reason.ts';
import type { PenDescription } from './pen-description.ts';
import type { PlannedArea } from './plan.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

interface Question {
  readonly code: RefusalCode;
  readonly asked: number;
  readonly allowed: number;
  readonly rule: RuleId;
}

/** The least depth that any rule but the plan allows. */
export function allowedDepth(
  table: AreaTable,
  pen: PenDescription | undefined,
): { readonly value: number; readonly rule: RuleId } {
  const known = pen?.cartridge === undefined ? [] : penBounds(pen);
  return meet([{ rule: table.depth.binding, value: table.depth.depthUm }, ...known]);
}

function numbersAsked(
  planned: PlannedArea,
  row: LimitRow,
  table: AreaTable,
  zone: ZoneBounds,
  pen: PenDescription | undefined,
): readonly Question[] {
  const depth = allowedDepth(table, pen);
  const { value: passes, binding } = table.passes;
  const { sizeMm2, rateCentiHz } = planned;
  const rate = zone.rateCentiHzMax;
  const size = row.sizeMm2Max;
  return [
    { code: 'depth-over-limit', asked: planned.depthUm, allowed: depth.value, rule: depth.rule },
    { code: 'passes-over-limit', asked: planned.passes, allowed: passes, rule: binding },
    { code: 'size-over-limit', asked: sizeMm2, allowed: size, rule: row.rule },
    { code: 'rate-over-limit', asked: rateCentiHz, allowed: rate, rule: 'zone' },
  ];
}

function rateRefusals(
  planned: PlannedArea,
  zone: ZoneBounds,
  pen: PenDescription,
): readonly Refusal[] {
  const { area, side, rateCentiHz: asked } = planned;
  const slowest = pen.rateCentiHzMin;
  const fastest = pen.rateCentiHzMax;
  const max = zone.rateCentiHzMax;
  if (slowest > max) return [{ code: 'pen-too-fast', area, side, asked: slowest, allowed: max }];
  if (asked < slowest) return [{ code: 'rate-under-pen', area, side, asked, allowed: slowest }];
  if (asked <= fastest) return [];
  return [{ code: 'rate-over-limit', area, side, asked, allowed: fastest, rule: 'pen-hardware' }];
}

/** Everything that a planned area asks beyond what is allowed. */
export function askedRefusals(
  planned: PlannedArea,
  row: LimitRow,
  table: AreaTable,
  zone: ZoneBounds,
  pen: PenDescription | undefined,
): readonly Refusal[] {
  const { area, side } = planned;
  const over = numbersAsked(planned, row, table, zone, pen)
    .filter(({ asked, allowed }) => asked > allowed)
    .map((question): Refusal => ({ ...question, area, side }));
  const recommended = row.depthUm.recommended;
  const isUnexplained = planned.depthUm > recommended && planned.reason === undefined;
  const reason: Refusal = {
    code: 'reason-missing',
    area,
    side,
    asked: planned.depthUm,
    allowed: recommended,
  };
  const rate = pen === undefined ? [] : rateRefusals(planned, zone, pen);
  return [...over, ...(isUnexplained ? [reason] : []), ...rate];
}
