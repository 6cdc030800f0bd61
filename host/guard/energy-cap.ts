// What a pen may be asked of energy, reckoned once more and apart: the raw table's rows, ceilings
// that stand here in code, the pen's own page, the person's skin type, the plan, and what the lines
// and the guard's own account say of today. Nothing of it comes from admission or control.

import { AREAS, type AreaName } from '../../protocol/area.ts';
import type { EnergyLimits } from '../../protocol/energy.ts';
import type { Table } from './raw-table.ts';
import type { Wished, WishedArea } from './wished.ts';

// Built in here once more, so that one wrong row does not decide alone (grade D; 62 mJ grade B).
const MICRO_JOULE_PER_PIN_MAX = 62_000;
const MICRO_JOULE_PER_MS_MAX = 800;
const PULSES_PER_CM2_MAX = 12;
const MILLI_JOULE_PER_CM2_MAX = 30_000;
const NEVER: ReadonlySet<AreaName> = new Set<AreaName>(['vermilion', 'nose', 'scalp', 'hand']);
const LEAD_SIGNS: ReadonlySet<AreaName> = new Set<AreaName>(['temple', 'forehead']);
const LICENSED: ReadonlySet<string> = new Set(['provider', 'prescriber', 'clinical-lead']);
const AGAINST = [
  'pacemaker-or-defibrillator', 'metal-in-field', 'nerve-stimulator', 'facial-palsy',
];

/** The most of energy that an area may have, and in one pulse. */
export interface EnergyCap {
  readonly microJoulePerPin: number;
  readonly pulseMs: number;
  readonly pulses: number;
}

/** What was had of energy on one piece of skin. */
export interface EnergyHad {
  pulses: number;
  microJoule: number;
}

/** Everything that a cap of energy is reckoned from. */
export interface EnergyQuestion {
  readonly wished: Wished;
  readonly table: Table;
  readonly area: WishedArea;
  readonly page: EnergyLimits;
  readonly had: EnergyHad;
}

/** Whether energy is blocked whatever the numbers. */
function isBlocked({ wished, area }: EnergyQuestion): boolean {
  const { energy, caseFile } = wished;
  if (energy === undefined || caseFile?.fitzpatrick === undefined) return true;
  const eye = AREAS[area.area].zone === 'eye';
  const lead = LEAD_SIGNS.has(area.area) && !energy.leadSigned.includes(area.area);
  const role = !LICENSED.has(energy.role ?? '');
  const open = AGAINST.some((item) => energy.answers[item] !== 'no');
  return eye || NEVER.has(area.area) || lead || role || open || !energy.consentWithWarning;
}

/** The cap of an area; undefined where there is no energy at all. */
export function energyCap(of: EnergyQuestion): EnergyCap | undefined {
  const { table, area, page, had } = of;
  const row = table.energy?.rows.find((one) => one.area === area.area);
  const asked = area.energy;
  if (row === undefined || asked === undefined || isBlocked(of)) return undefined;
  const pulseMs = Math.min(row.pulseMsMax, page.pulseMsMax, asked.pulseMs);
  const microJoulePerPin = Math.min(
    row.microJoulePerPinMax, page.microJoulePerPinMax, MICRO_JOULE_PER_PIN_MAX,
    asked.microJoulePerPin, pulseMs * MICRO_JOULE_PER_MS_MAX,
  );
  const perCm2 = Math.min(row.pulsesPerCm2Max, PULSES_PER_CM2_MAX);
  const milliJoule = Math.min(row.milliJoulePerCm2Max, MILLI_JOULE_PER_CM2_MAX);
  const inEnergy = (milliJoule * 10 * area.sizeMm2 - had.microJoule)
    / Math.max(1, microJoulePerPin * page.pins);
  const inNumber = Math.floor((perCm2 * area.sizeMm2) / 100) - had.pulses;
  return {
    microJoulePerPin,
    pulseMs,
    pulses: Math.min(asked.pulses, inNumber, Math.floor(inEnergy)),
  };
}
