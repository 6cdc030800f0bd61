// What the desk answers about people, visits and what comes after. Days are written YYYY-MM-DD;
// names of stages, questions, flags and milestones are the host's, and their words the window's.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { Response } from '../../host/core/care/series/expected.ts';
import type { Outcome } from '../../host/core/care/screening/question.ts';
import type { OffLabel } from '../../host/core/care/visit/on-label.ts';
import type { Grade } from '../../host/core/limit-profile.ts';
import type { Refusal } from '../../host/core/refusal.ts';

/** A piece of skin. */
export interface SkinView {
  readonly area: AreaName;
  readonly side: Side;
}

/** Somebody who has a chart, as a line. */
export interface PersonLine {
  readonly person: string;
  readonly name: string | undefined;
  /** The day, or the year where the day is sealed. */
  readonly born: string;
  readonly visits: number;
  readonly newest: string | undefined;
}

/** What one treatment gave to a piece of skin. */
export interface DoseLine {
  readonly day: string;
  readonly perCm2: number;
  readonly punctures: number;
  readonly certainPunctures: number;
  readonly depthUmSet: number;
  readonly depthUmPeak: number | undefined;
  readonly cartridges: readonly string[];
  readonly certificates: readonly string[];
  readonly operator: string | undefined;
}

/** One piece of skin of a person: what it had, and when it may have more. */
export interface SkinLine extends SkinView {
  readonly todayPerCm2: number;
  readonly monthPerCm2: number;
  readonly given: readonly DoseLine[];
  readonly locked: { readonly since: string; readonly because: string } | undefined;
  /** Undefined where waiting does not open it. */
  readonly earliest: string | undefined;
  readonly recommended: string | undefined;
  readonly because: readonly Refusal[];
  readonly expected: Response;
  readonly grade: Grade;
}

/** One visit of a person. */
export interface VisitLine {
  readonly visitId: string;
  readonly on: string;
  readonly outcome: 'open' | 'treated' | 'not-treated' | 'stopped';
  readonly skins: readonly SkinView[];
  readonly treatmentIds: readonly string[];
  readonly handed: boolean;
  /** Of the milestones that are due and were not asked about. */
  readonly due: readonly string[];
  readonly followUps: readonly {
    readonly on: string;
    readonly milestone: string;
    readonly how: string;
    readonly flags: readonly string[];
    readonly by: string;
  }[];
}

/** A stage of the collagen timeline on the calendar. */
export interface StageLine {
  readonly stage: string;
  readonly from: string;
  readonly through: string | undefined;
  readonly grade: Grade;
}

/** A series as it is laid out. */
export interface SeriesLaidOut {
  readonly visits: readonly string[];
  readonly everyDays: number;
  readonly maintenance: { readonly from: string; readonly until: string };
  readonly warnings: readonly (SkinView & {
    readonly on: string; readonly asked: number; readonly allowed: number;
  })[];
}

/** A series in the chart. */
export interface SeriesLine {
  readonly seriesId: string;
  readonly skins: readonly SkinView[];
  readonly visits: number;
  readonly everyDays: number;
  readonly firstOn: string;
  readonly ended: boolean;
  readonly by: string;
}

/** The chart of a person. */
export interface ChartView {
  readonly person: PersonLine;
  readonly contact: string | undefined;
  readonly skins: readonly SkinLine[];
  readonly visits: readonly VisitLine[];
  readonly series: readonly SeriesLine[];
  readonly tissue: readonly StageLine[];
  readonly visible: readonly StageLine[];
  /** The day that the timeline is counted from: the first visit of the newest series. */
  readonly countedFrom: string | undefined;
}

/** A question of the screening. */
export interface QuestionLine {
  readonly id: string;
  readonly outcome: Outcome;
  readonly windowDays: number | undefined;
  readonly grade: Grade;
}

/** Whether a planned area is within what the device was cleared for. */
export interface LabelLine extends SkinView {
  readonly onLabel: boolean;
  readonly filing: string | undefined;
  readonly reasons: readonly OffLabel[];
}

/** The sheet for afterwards. */
export interface SheetView {
  readonly treatmentId: string;
  readonly person: string;
  readonly visit: string;
  readonly skins: readonly SkinView[];
  readonly instructions: readonly { readonly id: string; readonly on: string }[];
  /** When the next visit may be at the earliest. */
  readonly nextNotBefore: string | undefined;
  readonly milestones: readonly {
    readonly id: string; readonly on: string; readonly photograph: boolean;
  }[];
  readonly flags: readonly { readonly id: string; readonly urgency: string }[];
  readonly stages: readonly StageLine[];
  readonly grade: Grade;
  /** The chart has the visit, so that handing over can be noted there. */
  readonly charted: boolean;
  readonly handed: { readonly at: string; readonly by: string } | undefined;
  readonly signatures: readonly {
    readonly at: string; readonly name: string; readonly role: string;
  }[];
}

/** The answers. */
export type CareAnswer =
  | { readonly kind: 'people'; readonly people: readonly PersonLine[]; readonly more: number }
  | { readonly kind: 'registered'; readonly person: string }
  | { readonly kind: 'chart'; readonly view: ChartView }
  | { readonly kind: 'questions'; readonly version: string;
      readonly questions: readonly QuestionLine[] }
  | { readonly kind: 'screened';
      readonly conclusion: 'forbidden' | 'prescriber' | 'go-on' }
  | { readonly kind: 'series'; readonly series: SeriesLaidOut }
  | { readonly kind: 'label'; readonly lines: readonly LabelLine[] }
  | { readonly kind: 'sheet'; readonly view: SheetView }
  | { readonly kind: 'followed'; readonly locks: readonly SkinView[];
      readonly urgency: string | undefined }
  /** A file to be kept: its bytes in base 64, and letters that its font does not have. */
  | { readonly kind: 'file'; readonly name: string; readonly type: string;
      readonly base64: string; readonly missing: readonly string[] };
