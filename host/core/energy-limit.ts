// Energy in admission: every reason against giving it to an area, and the numbers that it would be
// given with. Off unless pen, profile, role, area and arming all declare it. Needles of an arming
// with energy go no deeper than needles alone may, which is stricter than the bound for energy.

import { ENERGY_BOUNDS, energyRow } from './care/modality/energy-limits.ts';
import {
  type EnergyFacts, type EnergyPen, type EnergyRefusal, energyRefusals,
} from './care/modality/energy-rules.ts';
import type { AdmissionFacts } from './admission-facts.ts';
import type {
  EnergyAsked, EnergyLimit, EnergyReason, EnergyRule, EnergySpent,
} from './energy-facts.ts';
import type { EnergyTableRow } from './limit-profile.ts';
import type { PenDescription } from './pen-description.ts';
import type { PlannedArea } from './plan.ts';
import type { Refusal } from './refusal.ts';

/** No tissue is warmed faster than the pen can watch it (grade D; the pen's own bound as well). */
export const MICRO_JOULE_PER_MS_MAX = 800;

const NO_ENERGY: EnergySpent = { pulses: 0, microJoule: 0 };

/** Everything that the rules of energy look at. */
export function energyFactsOf(facts: AdmissionFacts): EnergyFacts {
  const { energy, pen, profile, caseFile } = facts;
  return {
    pen: pen?.energy,
    profileDeclaresEnergy: profile.energy !== undefined,
    role: energy?.role,
    leadSigned: energy?.leadSigned ?? [],
    consentWithWarning: energy?.consentWithWarning === true,
    skinType: caseFile?.fitzpatrick,
    answers: energy?.answers ?? {},
  };
}

/** Whether a pen that can give energy may be used at all: all that is not an area declares it. */
export const mayHoldEnergy = (
  pen: PenDescription,
  facts: Pick<AdmissionFacts, 'profile' | 'energy'>,
): boolean =>
  pen.energy !== undefined && facts.profile.energy !== undefined && facts.energy !== undefined;

interface Bound {
  readonly rule: EnergyRule;
  readonly value: number;
}

const least = (bounds: readonly Bound[]): Bound =>
  bounds.reduce((lowest, bound) => (bound.value < lowest.value ? bound : lowest));

/** Everything that a limit of energy is made of. */
interface Question {
  readonly asked: EnergyAsked;
  readonly planned: PlannedArea;
  readonly row: EnergyTableRow;
  readonly pen: EnergyPen;
  readonly skinType: number | undefined;
  readonly spent: EnergySpent;
  readonly strokes: number;
}

function energyBounds({ asked, planned, row, pen, skinType }: Question): readonly Bound[] {
  const builtIn = energyRow(planned.area)?.microJoulePerPinMax ?? 0;
  const isDarker = (skinType ?? ENERGY_BOUNDS.darkerFromType) >= ENERGY_BOUNDS.darkerFromType;
  return [
    { rule: 'table', value: row.microJoulePerPinMax },
    { rule: 'built-in', value: builtIn },
    { rule: 'pen', value: pen.microJoulePerPinMax },
    { rule: 'power', value: asked.pulseMs * MICRO_JOULE_PER_MS_MAX },
    ...(isDarker
      ? [{ rule: 'skin-type' as const, value: ENERGY_BOUNDS.darkerTypeMicroJoulePerPin }]
      : []),
  ];
}

function pulseBounds({ row, planned, pen, spent, strokes }: Question, perPin: number): Bound[] {
  const builtIn = energyRow(planned.area);
  const perCm2 = Math.min(row.pulsesPerCm2Max, builtIn?.pulsesPerCm2Max ?? 0);
  const milliJoule = Math.min(row.milliJoulePerCm2Max, builtIn?.milliJoulePerCm2Max ?? 0);
  const leftMicroJoule = milliJoule * planned.sizeMm2 * 10 - spent.microJoule;
  return [
    { rule: 'table', value: Math.floor((perCm2 * planned.sizeMm2) / 100) - spent.pulses },
    { rule: 'energy-per-cm2', value: Math.floor(leftMicroJoule / (perPin * pen.pins)) },
    { rule: 'strokes', value: strokes },
  ];
}

const reasons = (
  quantity: EnergyReason['quantity'],
  bounds: readonly Bound[],
): readonly EnergyReason[] => bounds.map((bound) => ({ quantity, ...bound }));

type Found = readonly [holds: boolean, item: EnergyRefusal, asked: number, allowed: number];

/** What a plan asks beyond what it may, and the numbers that it would run on. */
function measured(of: Question, depthUm: number): {
  readonly found: readonly Found[];
  readonly limit: EnergyLimit;
} {
  const { asked, pen, row } = of;
  const energy = energyBounds(of);
  const length = [
    { rule: 'table', value: row.pulseMsMax }, { rule: 'pen', value: pen.pulseMs.most },
  ] as const;
  const perPin = Math.min(asked.microJoulePerPin, least(energy).value);
  const pulses = pulseBounds(of, Math.max(1, perPin));
  const most = [least(energy).value, least(length).value] as const;
  const withPlan = (bounds: readonly Bound[], value: number): Bound =>
    least([...bounds, { rule: 'plan', value }]);
  const met = {
    microJoulePerPin: withPlan(energy, asked.microJoulePerPin),
    pulseMs: withPlan(length, asked.pulseMs),
    pulses: withPlan(pulses, asked.pulses),
  };
  return {
    found: [
      [asked.microJoulePerPin > most[0], 'energy-too-high', asked.microJoulePerPin, most[0]],
      [asked.pulseMs > most[1], 'pulse-too-long', asked.pulseMs, most[1]],
      [asked.pulseMs < pen.pulseMs.least, 'pulse-too-short', asked.pulseMs, pen.pulseMs.least],
      [asked.pulses > least(pulses).value, 'pulses-used-up', asked.pulses, least(pulses).value],
      [
        depthUm < ENERGY_BOUNDS.depthUmMin, 'depth-too-shallow', depthUm,
        ENERGY_BOUNDS.depthUmMin,
      ],
    ],
    limit: {
      microJoulePerPin: met.microJoulePerPin.value,
      pulseMs: met.pulseMs.value,
      pulses: met.pulses.value,
      binding: {
        microJoulePerPin: met.microJoulePerPin.rule,
        pulseMs: met.pulseMs.rule,
        pulses: met.pulses.rule,
      },
      reasons: [
        ...reasons('microJoulePerPin', energy), ...reasons('pulseMs', length),
        ...reasons('pulses', pulses),
      ],
    },
  };
}

/** What admission says of energy on one area. */
export interface EnergyReview {
  readonly refusals: readonly Refusal[];
  readonly limit: EnergyLimit | undefined;
}

/** Looks at what a planned area asks of energy. */
export function reviewEnergy(
  facts: AdmissionFacts,
  planned: PlannedArea,
  needles: { readonly depthUm: number; readonly strokesTotal: number } | undefined,
  spent: EnergySpent = NO_ENERGY,
): EnergyReview | undefined {
  const { energy: asked, area, side } = planned;
  if (asked === undefined) return undefined;
  // S-80: every declaration is asked for, and each that is missing is said.
  const wide = energyRefusals(area, energyFactsOf(facts));
  const row = facts.profile.energy?.rows.find((one) => one.area === area);
  const hasRow = row !== undefined || wide.includes('area-lacks-row');
  const missing: readonly EnergyRefusal[] = hasRow ? wide : [...wide, 'area-lacks-row'];
  const refusals = missing.map((item): Refusal => ({ code: 'energy-refused', area, side, item }));
  const pen = facts.pen?.energy;
  if (row === undefined || pen === undefined || needles === undefined) {
    return { refusals, limit: undefined };
  }
  const skinType = facts.caseFile?.fitzpatrick;
  const strokes = needles.strokesTotal;
  const { found, limit } = measured(
    { asked, planned, row, pen, skinType, spent, strokes }, needles.depthUm,
  );
  const over = found.filter(([holds]) => holds).map(
    ([, item, much, allowed]): Refusal =>
      ({ code: 'energy-refused', area, side, item, asked: much, allowed }),
  );
  return { refusals: [...refusals, ...over], limit };
}
