// Whether energy may be given at all, and whether one pulse may be. It is off unless pen, profile,
// role and area all declare it; a pulse is asked for whole and refused with every reason. What a
// pulse meets at its moment is judged by the pen itself, since no host is fast enough for it.

import type { LimitRow } from '../../limit-profile.ts';
import type { AreaName } from '../../../../protocol/area.ts';
import { countsAsFace } from '../../body-part.ts';
import { ENERGY_ITEMS, type EnergyItem } from '../screening/question.ts';
import { ENERGY_BOUNDS, energyRow, type EnergyRow } from './energy-limits.ts';

/** What a pen declares of its energy; every field is needed. */
export interface EnergyPen {
  readonly declaresEnergy: boolean;
  readonly pins: number;
  readonly microJoulePerPinMax: number;
  readonly pulseMs: { readonly least: number; readonly most: number };
  readonly impedanceOhm: { readonly least: number; readonly most: number };
  readonly insulated: boolean;
  readonly hardwareTimer: boolean;
  readonly liftOffMs: number;
}

/** Everything that has to declare energy, and the person. */
export interface EnergyFacts {
  readonly pen: EnergyPen | undefined;
  /** Whether the profile in force has a part about energy that somebody signed. */
  readonly profileDeclaresEnergy: boolean;
  readonly role: 'provider' | 'prescriber' | 'technician' | 'clinical-lead' | 'auditor' | undefined;
  readonly leadSigned: readonly AreaName[];
  readonly consentWithWarning: boolean;
  readonly skinType: number | undefined;
  readonly answers: Readonly<Partial<Record<EnergyItem, 'yes' | 'no'>>>;
}

/** One pulse that somebody wants. */
export interface PulseAsked {
  readonly area: AreaName;
  readonly depthUm: number;
  readonly microJoulePerPin: number;
  readonly pulseMs: number;
}

/** What the pen measures at the moment of a pulse. */
export interface PulseState {
  readonly measuredDepthUm: number | undefined;
  readonly needlesMoving: boolean;
  readonly onSkin: boolean;
  readonly impedanceOhm: number | undefined;
  readonly deciC: number | undefined;
  readonly msSinceSpot: number;
  readonly impedanceFaults: number;
  readonly milliJouleGiven: number;
  readonly pulsesGiven: number;
  readonly sizeMm2: number;
}

/** Why not. */
export type EnergyRefusal =
  | 'pen-lacks-energy' | 'pen-contradicts-itself' | 'pen-lacks-timer' | 'pen-lifts-too-slowly'
  | 'profile-lacks-energy' | 'role-not-licensed' | 'area-lacks-row' | 'lead-has-not-signed'
  | 'consent-lacks-warning' | 'skin-type-unknown' | 'question-open' | 'person-has-against'
  | 'depth-too-shallow' | 'depth-too-deep' | 'energy-too-high' | 'pulse-too-short'
  | 'pulse-too-long' | 'not-deep-enough' | 'needles-moving' | 'lifted-off'
  | 'impedance-outside' | 'impedance-stops-area' | 'temperature-unknown' | 'too-hot'
  | 'same-spot-too-soon' | 'pulses-used-up' | 'energy-used-up';

type Check = readonly [holds: boolean, refusal: EnergyRefusal];

const found = (checks: readonly Check[]): readonly EnergyRefusal[] =>
  checks.filter(([holds]) => holds).map(([, refusal]) => refusal);

const LICENSED: ReadonlySet<EnergyFacts['role']> = new Set([
  'provider', 'prescriber', 'clinical-lead',
]);

const isSpan = ({ least, most }: { readonly least: number; readonly most: number }): boolean =>
  Number.isFinite(least) && Number.isFinite(most) && least > 0 && least <= most;

function penRefusals(pen: EnergyPen | undefined): readonly EnergyRefusal[] {
  if (pen?.declaresEnergy !== true) return ['pen-lacks-energy'];
  const isWhole = isSpan(pen.pulseMs) && isSpan(pen.impedanceOhm)
    && pen.pins > 0 && pen.microJoulePerPinMax > 0;
  return found([
    [!isWhole, 'pen-contradicts-itself'],
    [!pen.hardwareTimer, 'pen-lacks-timer'],
    [!(pen.liftOffMs <= ENERGY_BOUNDS.liftOffMsMax), 'pen-lifts-too-slowly'],
  ]);
}

/** Everything against giving energy to an area at all. */
export function energyRefusals(area: AreaName, facts: EnergyFacts): readonly EnergyRefusal[] {
  const row = energyRow(area);
  const { answers } = facts;
  // S-65: pen, profile, role and area each have to declare it, or there is no energy.
  return [
    ...penRefusals(facts.pen),
    ...found([
      [!facts.profileDeclaresEnergy, 'profile-lacks-energy'],
      [!LICENSED.has(facts.role), 'role-not-licensed'],
      [row === undefined, 'area-lacks-row'],
      [row?.needsLead === true && !facts.leadSigned.includes(area), 'lead-has-not-signed'],
      [!facts.consentWithWarning, 'consent-lacks-warning'],
      [facts.skinType === undefined, 'skin-type-unknown'],
      [ENERGY_ITEMS.some((item) => answers[item] === undefined), 'question-open'],
      [ENERGY_ITEMS.some((item) => answers[item] === 'yes'), 'person-has-against'],
    ]),
  ];
}

/** The deepest that energy may be given at, from the cap that needles alone have. */
export function energyDepthUmMax({ area, depthUm }: Pick<LimitRow, 'area' | 'depthUm'>): number {
  const more = depthUm.max + ENERGY_BOUNDS.depthUmMore;
  return countsAsFace(area) ? Math.min(more, ENERGY_BOUNDS.faceDepthUmMax) : more;
}

function energyMax(row: EnergyRow, pen: EnergyPen, skinType: number | undefined): number {
  const isDarker = (skinType ?? ENERGY_BOUNDS.darkerFromType) >= ENERGY_BOUNDS.darkerFromType;
  const byType = isDarker ? ENERGY_BOUNDS.darkerTypeMicroJoulePerPin : Number.MAX_SAFE_INTEGER;
  return Math.min(row.microJoulePerPinMax, pen.microJoulePerPinMax, byType);
}

const asksTooMuch = (
  asked: PulseAsked,
  limit: Pick<LimitRow, 'area' | 'depthUm'>,
  row: EnergyRow,
  pen: EnergyPen,
  skinType: number | undefined,
): readonly EnergyRefusal[] =>
  found([
    [!(asked.depthUm >= ENERGY_BOUNDS.depthUmMin), 'depth-too-shallow'],
    [!(asked.depthUm <= energyDepthUmMax(limit)), 'depth-too-deep'],
    [!(asked.microJoulePerPin <= energyMax(row, pen, skinType)), 'energy-too-high'],
    [!(asked.pulseMs >= pen.pulseMs.least), 'pulse-too-short'],
    [!(asked.pulseMs <= pen.pulseMs.most), 'pulse-too-long'],
  ]);

function stateRefusals(
  { depthUm, microJoulePerPin }: PulseAsked,
  state: PulseState,
  row: EnergyRow,
  pen: EnergyPen,
): readonly EnergyRefusal[] {
  const { impedanceOhm, deciC } = state;
  const { least, most } = pen.impedanceOhm;
  const cm2 = state.sizeMm2 / 100;
  const after = state.milliJouleGiven + (microJoulePerPin * pen.pins) / 1_000;
  const isOutside = impedanceOhm === undefined || !(impedanceOhm >= least && impedanceOhm <= most);
  return found([
    [!((state.measuredDepthUm ?? 0) >= depthUm), 'not-deep-enough'],
    [state.needlesMoving, 'needles-moving'],
    [!state.onSkin, 'lifted-off'],
    [isOutside, 'impedance-outside'],
    [state.impedanceFaults >= ENERGY_BOUNDS.impedanceFaultsMax, 'impedance-stops-area'],
    [deciC === undefined, 'temperature-unknown'],
    [deciC !== undefined && !(deciC < ENERGY_BOUNDS.abortDeciC), 'too-hot'],
    [!(state.msSinceSpot >= ENERGY_BOUNDS.revisitMs), 'same-spot-too-soon'],
    [!(state.pulsesGiven + 1 <= row.pulsesPerCm2Max * cm2), 'pulses-used-up'],
    [!(after <= row.milliJoulePerCm2Max * cm2), 'energy-used-up'],
  ]);
}

/** Everything against one pulse. */
export function pulseRefusals(
  asked: PulseAsked,
  facts: EnergyFacts,
  state: PulseState,
  limit: Pick<LimitRow, 'area' | 'depthUm'>,
): readonly EnergyRefusal[] {
  const { pen, skinType } = facts;
  const row = energyRow(asked.area);
  const wide = energyRefusals(asked.area, facts);
  if (pen === undefined || row === undefined) return wide;
  return [
    ...wide,
    ...asksTooMuch(asked, limit, row, pen, skinType),
    ...stateRefusals(asked, state, row, pen),
  ];
}
