// The bounds of radiofrequency, as data: all of them our own proposal but where a source is named,
// to be signed off by a clinician before they are called limits. Admission holds every plan to
// them; pen and guard have figures of their own.

import { AREA_NAMES, type AreaName } from '../../../../protocol/area.ts';
import { isEyeArea } from '../../body-part.ts';
import { groundedIn } from '../sources.ts';

/** Where the numbers come from. */
export const ENERGY_GROUND = {
  bounds: groundedIn('D', 'corium'),
  typeLimit: groundedIn('B', 'profound-matrix'),
  temperature: groundedIn('C', 'rf-study-notes'),
} as const;

/** The bounds that hold everywhere. */
export const ENERGY_BOUNDS = {
  /** Above this energy only types I to IV; here it is the most for types V and VI. */
  darkerTypeMicroJoulePerPin: 62_000,
  darkerFromType: 5,
  /** A pulse nearer to the surface burns it. */
  depthUmMin: 500,
  faceDepthUmMax: 1_500,
  /** Deeper than the needles alone may go, by so much. */
  depthUmMore: 500,
  targetDeciC: { least: 550, most: 650 },
  abortDeciC: 670,
  alarmDeciC: 700,
  revisitMs: 1_000,
  impedanceFaultsMax: 3,
  liftOffMsMax: 10,
} as const;

/** What one area may receive. */
export interface EnergyRow {
  readonly area: AreaName;
  readonly microJoulePerPinMax: number;
  readonly pulsesPerCm2Max: number;
  readonly milliJoulePerCm2Max: number;
  /** A clinical lead signs before energy is given here: fat loss and nerves. */
  readonly needsLead: boolean;
}

const AT_FAT_AND_NERVE: ReadonlySet<AreaName> = new Set(['temple', 'forehead']);
const NEVER: ReadonlySet<AreaName> = new Set(['vermilion', 'hand', 'scalp', 'nose']);

/** The row of an area; undefined where energy is never given, eye rows with the infraorbital. */
export function energyRow(area: AreaName): EnergyRow | undefined {
  if (isEyeArea(area) || NEVER.has(area)) return undefined;
  return {
    area,
    microJoulePerPinMax: 62_000,
    pulsesPerCm2Max: 12,
    milliJoulePerCm2Max: 30_000,
    needsLead: AT_FAT_AND_NERVE.has(area),
  };
}

/** The areas that have a row. */
export const ENERGY_AREAS: readonly AreaName[] = AREA_NAMES.filter(
  (area) => energyRow(area) !== undefined,
);
