// What a limit profile says, once its signature has been checked: one row per area, rows for
// indications, bounds per zone, modifiers, spacing and whole-treatment limits. It is data, so that
// a clinical lead can tighten it without code; who may sign it is the business of host/profile.

import type { AreaName, Zone } from '../../protocol/area.ts';
import type { Micrometres, Milliseconds, SquareMm, CentiHz } from '../../protocol/units.ts';
import type { Day } from './day.ts';
import type { ModifierId, RuleId } from './limit-reason.ts';
import type { Ratio } from './ratio.ts';

/** How far to trust a number: regulator or peer-reviewed, maker, clinic page, our proposal. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** Where a number comes from: names of sources in the same profile, and the reason in words. */
export interface Basis {
  readonly grade: Grade;
  readonly sources: readonly string[];
  readonly why: string;
}

/** A publication, standard or page that numbers rest on. */
export interface Source {
  readonly grade: Grade;
  readonly title: string;
  readonly url?: string | undefined;
}

/** The treatments that have rows of their own. */
export type Indication = 'acne-scar' | 'striae';

/** The limits of one area, or of one area under an indication. */
export interface LimitRow {
  readonly rule: RuleId;
  readonly area: AreaName;
  readonly depthUm: { readonly recommended: Micrometres; readonly max: Micrometres };
  readonly passesMax: number;
  readonly densityPerCm2: {
    readonly recommended: number;
    readonly max: number;
    readonly perPass: number;
  };
  readonly sizeMm2Max: SquareMm;
  readonly basis: { readonly depth: Basis; readonly dose: Basis; readonly size: Basis };
}

/** A row for an indication, with what it demands beyond its numbers. */
export interface IndicationRow extends LimitRow {
  readonly indication: Indication;
  readonly needsClearance: boolean;
  readonly allowedOnFirstVisit: boolean;
}

/** Upper bounds of a zone: dwell on one spot, one train of contact, stroke rate. */
export interface ZoneBounds {
  readonly dwellMs: Milliseconds;
  readonly trainMs: Milliseconds;
  readonly rateCentiHzMax: CentiHz;
  readonly basis: Basis;
}

/** A reduction of depth and density, and how many passes fewer. */
export interface Modifier {
  readonly id: ModifierId;
  readonly depth: Ratio;
  readonly density: Ratio;
  readonly passesLess: number;
  readonly basis: Basis;
}

/** How many days apart treatments of one area lie: refused under, reduced and warned through. */
export interface Spacing {
  readonly refusedUnderDays: number;
  readonly reducedThroughDays: number;
  readonly warnedThroughDays: number;
  readonly basis: Basis;
}

/** A limit on the face alone and on the whole treatment, the face included. */
export interface WholeLimit {
  readonly face: number;
  readonly whole: number;
  readonly basis: Basis;
}

/** What a calibration class allows a pen to be wrong by, up to 500 um and above. */
export interface ClassFigure {
  readonly lowUm: Micrometres;
  readonly highUm: Micrometres;
  readonly basis: Basis;
}

/** A cartridge model that Corium knows, by the code in its chip. */
export interface CartridgeModel {
  readonly modelCode: number;
  readonly name: string;
  readonly needleCount: number;
  readonly needleLengthUm: Micrometres;
  readonly headAreaMm2: SquareMm;
}

/** What the signed table allows of energy in one area; an area without a row has none. */
export interface EnergyTableRow {
  readonly area: AreaName;
  readonly microJoulePerPinMax: number;
  readonly pulseMsMax: number;
  readonly pulsesPerCm2Max: number;
  readonly milliJoulePerCm2Max: number;
}

/** The part of a profile about energy; a profile without it allows none. */
export interface EnergyTable {
  readonly rows: readonly EnergyTableRow[];
  readonly basis: Basis;
}

/** The whole limit profile, base table and site changes already joined. */
export interface LimitProfile {
  readonly profileId: string;
  readonly expiresOn: Day;
  readonly rows: readonly LimitRow[];
  readonly indications: readonly IndicationRow[];
  readonly zones: Readonly<Record<Zone, ZoneBounds>>;
  readonly modifiers: readonly Modifier[];
  readonly spacing: {
    readonly usual: Spacing;
    readonly scalp: Spacing;
    readonly eye: Spacing;
    readonly visitsPerYearWarned: number;
  };
  readonly mechanicalUmMax: { readonly value: Micrometres; readonly basis: Basis };
  readonly needleOnMs: WholeLimit;
  readonly punctures: WholeLimit;
  readonly ageYearsMin: { readonly value: number; readonly basis: Basis };
  readonly classes: Readonly<Record<'P' | 'S', ClassFigure>>;
  readonly cartridges: readonly CartridgeModel[];
  /** Radiofrequency; a profile without it allows none. */
  readonly energy?: EnergyTable;
  readonly sources: Readonly<Record<string, Source>>;
}
