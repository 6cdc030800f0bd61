// What may be entered for an area before anybody has asked for anything: the ends of every range,
// with the rule at the upper one. It is made of the same rules as admission and allows nothing:
// whatever is entered is still judged. What it keeps out is what could never be admitted.

import type { AdmissionFacts } from './admission-facts.ts';
import { intervalOf, spentToday } from './area-history.ts';
import { type AreaTable, areaTable } from './area-table.ts';
import { allowedDepth } from './asked.ts';
import { commandedDepth, depthUncertainty, TABLE_STEP_UM } from './depth-limit.ts';
import type { LimitRow } from './limit-profile.ts';
import { type Bound, meet, type RuleId } from './limit-reason.ts';
import { chooseRow, zoneOf } from './limit-row.ts';
import { contradictionsOf, type PenDescription } from './pen-description.ts';
import { calibrationClass } from './pen-rules.ts';
import { budgetKey, type PlannedArea } from './plan.ts';
import { um } from '../../protocol/units.ts';

/** What may be entered for one quantity, and the rule behind the upper end. */
export interface AskRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly rule: RuleId;
  /** What the table recommends, where it recommends anything. */
  readonly recommended?: number;
}

/** What may be entered for an area; outside of it nothing can be admitted. */
export interface MayAsk {
  readonly depthUm: AskRange;
  readonly rateCentiHz: AskRange;
  readonly passes: AskRange;
  readonly sizeMm2: AskRange;
  /** Deeper than this wants a reason. */
  readonly reasonAboveUm: number;
}

const RATE_STEP_CENTI_HZ = 500;
const RATE_CENTI_HZ_MIN = 1_000;
const SIZE_STEP_MM2 = 10;
/** Without a cartridge in sight: as many needles as a common one has. */
const NEEDLES_USUAL = 14;
const MM2_PER_CM2 = 100;

const down = (value: number, step: number): number => Math.floor(value / step) * step;
const up = (value: number, step: number): number => Math.ceil(value / step) * step;

/** What may be entered for an area, or undefined where nothing can be. */
export function mayAsk(
  facts: AdmissionFacts,
  person: string,
  planned: PlannedArea,
): MayAsk | undefined {
  const chosen = chooseRow(facts.profile, planned);
  if (!chosen.ok) return undefined;
  const key = budgetKey(person, planned.area, planned.side);
  const { row } = chosen.value;
  const table = areaTable(facts, planned, row, intervalOf(facts, planned, key));
  const ranges = {
    depthUm: depthRange(facts, table, row),
    rateCentiHz: rateRange(facts, planned),
    passes: passesRange(table),
    sizeMm2: sizeRange(facts, table, row, spentToday(facts, key)?.sizeMm2),
    reasonAboveUm: row.depthUm.recommended,
  };
  const { depthUm, rateCentiHz, passes, sizeMm2 } = ranges;
  const isOpen = [depthUm, rateCentiHz, passes, sizeMm2].every(({ min, max }) => min <= max);
  return isOpen ? ranges : undefined;
}

function depthRange(facts: AdmissionFacts, table: AreaTable, row: LimitRow): AskRange {
  const { value, rule } = allowedDepth(table, facts.pen);
  const max = down(value, TABLE_STEP_UM);
  const recommended = Math.min(down(row.depthUm.recommended, TABLE_STEP_UM), max);
  return { min: leastDepthUm(facts, max), max, step: TABLE_STEP_UM, rule, recommended };
}

/** The least true depth for which the pen has a setting; beyond `max` if there is none. */
function leastDepthUm({ pen, profile }: AdmissionFacts, max: number): number {
  const held = usable(pen);
  if (held === undefined) return TABLE_STEP_UM;
  const uncertainty = depthUncertainty(held.pen, profile.classes[held.class]);
  for (let trueUm = TABLE_STEP_UM; trueUm <= max; trueUm += TABLE_STEP_UM) {
    const met = { depthUm: um(trueUm), binding: 'plan', reasons: [] } as const;
    if (commandedDepth(met, uncertainty, held.pen).depthUm > 0) return trueUm;
  }
  return max + TABLE_STEP_UM;
}

/** A pen whose numbers mean something. */
function usable(
  pen: PenDescription | undefined,
): { readonly pen: PenDescription; readonly class: 'P' | 'S' } | undefined {
  const certified = pen && calibrationClass(pen);
  if (certified === undefined || pen === undefined) return undefined;
  return contradictionsOf(pen).length > 0 ? undefined : { pen, class: certified };
}

function rateRange({ pen, profile }: AdmissionFacts, planned: PlannedArea): AskRange {
  const fastest: readonly Bound[] =
    pen === undefined ? [] : [{ rule: 'pen-hardware', value: pen.rateCentiHzMax }];
  const zone: Bound = { rule: 'zone', value: zoneOf(profile, planned).rateCentiHzMax };
  const { value, rule } = meet([zone, ...fastest]);
  const min = up(pen?.rateCentiHzMin ?? RATE_CENTI_HZ_MIN, RATE_STEP_CENTI_HZ);
  return { min, max: down(value, RATE_STEP_CENTI_HZ), step: RATE_STEP_CENTI_HZ, rule };
}

const passesRange = ({ passes }: AreaTable): AskRange =>
  ({ min: 1, max: passes.value, step: 1, rule: passes.binding });

/** From the size on which the thinnest pass is one stroke, to the largest of the row. */
function sizeRange(
  { pen }: AdmissionFacts,
  { density, passes }: AreaTable,
  row: LimitRow,
  spentMm2: number | undefined,
): AskRange {
  const needles = pen?.cartridge?.needleCount ?? NEEDLES_USUAL;
  const aPass = Math.min(row.densityPerCm2.perPass, density.value / passes.value);
  const least = aPass > 0 ? (MM2_PER_CM2 * needles) / aPass : Infinity;
  return {
    min: up(Math.max(1, least), SIZE_STEP_MM2),
    max: Math.min(row.sizeMm2Max, spentMm2 ?? row.sizeMm2Max),
    step: SIZE_STEP_MM2,
    rule: row.rule,
  };
}
