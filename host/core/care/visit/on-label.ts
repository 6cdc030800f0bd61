// Whether a treatment is within what a device was cleared for. Off-label use is named and recorded
// with its reason; it is never silently taken for on-label. The exact model counts: a clearance
// of one pen says nothing of another by the same maker.

import type { AreaName } from '../../../../protocol/area.ts';
import { PEN_CLEARANCES, type PenClearance, type Purpose } from './clearances.ts';

/** What a treatment is, as far as labels go; `purpose` is undefined without a diagnosis. */
export interface LabelAsked {
  readonly device: string;
  readonly area: AreaName;
  readonly purpose: Purpose | undefined;
  readonly ageYears: number | undefined;
  readonly skinType: number | undefined;
}

/** Why it is off-label. */
export type OffLabel =
  | 'device-not-cleared' | 'purpose-not-cleared' | 'area-not-cleared'
  | 'age-under-clearance' | 'age-unknown' | 'skin-type-outside' | 'skin-type-unknown';

/** On-label by a clearance, or off-label with the reasons against the nearest one. */
export type LabelVerdict =
  | { readonly kind: 'on-label'; readonly by: PenClearance }
  | {
      readonly kind: 'off-label';
      readonly reasons: readonly OffLabel[];
      readonly nearest: PenClearance | undefined;
    };

const sameDevice = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

function reasonsAgainst(clearance: PenClearance, asked: LabelAsked): readonly OffLabel[] {
  const { least, most } = clearance.skinTypes;
  const { ageYears, skinType } = asked;
  const isOutside = skinType !== undefined && (skinType < least || skinType > most);
  const checks: readonly (readonly [boolean, OffLabel])[] = [
    [clearance.purpose !== asked.purpose, 'purpose-not-cleared'],
    [!clearance.areas.includes(asked.area), 'area-not-cleared'],
    [ageYears === undefined, 'age-unknown'],
    [ageYears !== undefined && ageYears < clearance.ageYearsMin, 'age-under-clearance'],
    [skinType === undefined, 'skin-type-unknown'],
    [isOutside, 'skin-type-outside'],
  ];
  return checks.filter(([holds]) => holds).map(([, reason]) => reason);
}

/** Holds a treatment against every clearance of its device. */
export function judgeLabel(asked: LabelAsked): LabelVerdict {
  const judged = PEN_CLEARANCES
    .filter(({ device }) => sameDevice(device, asked.device))
    .map((clearance) => ({ clearance, reasons: reasonsAgainst(clearance, asked) }))
    .toSorted((one, other) => one.reasons.length - other.reasons.length);
  const [best] = judged;
  if (best === undefined) {
    return { kind: 'off-label', reasons: ['device-not-cleared'], nearest: undefined };
  }
  return best.reasons.length === 0
    ? { kind: 'on-label', by: best.clearance }
    : { kind: 'off-label', reasons: best.reasons, nearest: best.clearance };
}

const WORDS: Readonly<Record<OffLabel, string>> = {
  'device-not-cleared': 'no clearance of exactly this device is known',
  'purpose-not-cleared': 'cleared for another purpose',
  'area-not-cleared': 'cleared for other areas',
  'age-under-clearance': 'younger than the clearance',
  'age-unknown': 'age not known',
  'skin-type-outside': 'skin type outside the clearance',
  'skin-type-unknown': 'skin type not known',
};

/** The verdict as a line for a panel. */
export function labelSentence(verdict: LabelVerdict): string {
  if (verdict.kind === 'on-label') {
    return `On-label by ${verdict.by.filing} (${verdict.by.device}); depth: ${verdict.by.depth}.`;
  }
  const why = verdict.reasons.map((reason) => WORDS[reason]).join('; ');
  const near = verdict.nearest === undefined ? '' : ` Nearest: ${verdict.nearest.filing}.`;
  return `OFF-LABEL: ${why}.${near} Record the reason before going on.`;
}
