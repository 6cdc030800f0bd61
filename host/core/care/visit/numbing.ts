// Numbing cream as a machine: put on, alerted, overdue, taken off. Time is minutes that are handed
// in. While it is on the skin, or nobody cleaned after it, nothing may be armed; and once a needle
// has been through the skin no more is put on, since broken skin lets all of it in.

import { groundedIn, type Ground } from '../sources.ts';
import type { Skin } from '../../plan.ts';
import { ok, refuse, type Result } from '../../../../protocol/result.ts';

/** One layer of cream. */
export interface Application {
  readonly product: string;
  /** Strength in hundredths of a percent: 4 per cent is 400. */
  readonly strengthCentiPercent: number;
  readonly milligrams: number;
  readonly sizeMm2: number;
  readonly skins: readonly Skin[];
  readonly startMinute: number;
  /** How long the label lets it stay; undefined if nobody entered it. */
  readonly labelMinutesMax: number | undefined;
}

/** Where numbing stands. `punctured` says that a needle has been through the skin at this visit. */
export type Numbing =
  | { readonly kind: 'none'; readonly punctured: boolean }
  | { readonly kind: 'on-skin'; readonly applications: readonly Application[] }
  | { readonly kind: 'removed'; readonly applications: readonly Application[] }
  | {
      readonly kind: 'cleaned';
      readonly applications: readonly Application[];
      readonly punctured: boolean;
    };

/** Why a step is not taken. */
export type NumbingRefusal =
  | 'product-missing' | 'strength-impossible' | 'amount-impossible' | 'size-impossible'
  | 'area-missing' | 'label-impossible' | 'clock-went-back'
  | 'after-first-puncture' | 'nothing-to-remove' | 'not-removed' | 'not-cleaned';

/** What somebody did. */
export type NumbingEvent =
  | { readonly kind: 'applied'; readonly application: Application }
  | { readonly kind: 'removed'; readonly minute: number }
  | { readonly kind: 'cleaned'; readonly minute: number }
  | { readonly kind: 'punctured' };

/** Alert and latest removal in minutes, and where they come from. */
export const NUMBING_MINUTES = { alert: 30, removeBy: 60 } as const;
/** More than this is no numbing cream for a face. */
const MILLIGRAMS_MAX = 60_000;
const MM2_MAX = 60_000;
const LABEL_MINUTES_MAX = 300;
/** A product over the counter above 4 per cent was warned about. */
const STRONG_CENTI_PERCENT = 400;

/** What the rules of numbing rest on. */
export const NUMBING_GROUND: Ground = groundedIn('D', 'corium', 'sobanko-anaesthetics');

/** Nothing was put on. */
export const NO_NUMBING: Numbing = { kind: 'none', punctured: false };

const isWithin = (value: number, most: number): boolean =>
  Number.isFinite(value) && value > 0 && value <= most;

function applicationRefusal(of: Application): NumbingRefusal | undefined {
  const label = of.labelMinutesMax;
  const checks: readonly (readonly [boolean, NumbingRefusal])[] = [
    [of.product.trim() === '', 'product-missing'],
    [!isWithin(of.strengthCentiPercent, 10_000), 'strength-impossible'],
    [!isWithin(of.milligrams, MILLIGRAMS_MAX), 'amount-impossible'],
    [!isWithin(of.sizeMm2, MM2_MAX), 'size-impossible'],
    [of.skins.length === 0, 'area-missing'],
    [label !== undefined && !isWithin(label, LABEL_MINUTES_MAX), 'label-impossible'],
  ];
  return checks.find(([holds]) => holds)?.[1];
}

const applicationsOf = (of: Numbing): readonly Application[] =>
  of.kind === 'none' ? [] : of.applications;

const wasPunctured = (of: Numbing): boolean =>
  (of.kind === 'none' || of.kind === 'cleaned') && of.punctured;

function apply(of: Numbing, application: Application): Result<Numbing, NumbingRefusal> {
  // S-62: after the first puncture no more is put on.
  if (wasPunctured(of)) return refuse('after-first-puncture');
  const against = applicationRefusal(application);
  if (against !== undefined) return refuse(against);
  return ok({ kind: 'on-skin', applications: [...applicationsOf(of), application] });
}

function puncture(of: Numbing): Result<Numbing, NumbingRefusal> {
  if (of.kind === 'on-skin') return refuse('not-removed');
  if (of.kind === 'removed') return refuse('not-cleaned');
  return ok({ ...of, punctured: true });
}

const startOf = (applications: readonly Application[]): number =>
  Math.max(...applications.map(({ startMinute }) => startMinute));

function remove(of: Numbing, minute: number): Result<Numbing, NumbingRefusal> {
  if (of.kind !== 'on-skin') return refuse('nothing-to-remove');
  if (minute < startOf(of.applications)) return refuse('clock-went-back');
  return ok({ kind: 'removed', applications: of.applications });
}

/** The next state, or why the step is not taken. */
export function numbingStep(of: Numbing, event: NumbingEvent): Result<Numbing, NumbingRefusal> {
  if (event.kind === 'applied') return apply(of, event.application);
  if (event.kind === 'punctured') return puncture(of);
  if (event.kind === 'removed') return remove(of, event.minute);
  if (of.kind !== 'removed') return refuse('not-removed');
  return ok({ kind: 'cleaned', applications: of.applications, punctured: false });
}

/** Whether numbing lets a pen be armed. */
export const numbingLetsArm = (of: Numbing): boolean =>
  // S-62: on the skin, or off and not cleaned, keeps the pen from arming.
  of.kind === 'none' || of.kind === 'cleaned';

/** What a clock on the wall of the room should say. */
export type NumbingAlert = 'none' | 'running' | 'look' | 'remove-now';

const latestOf = ({ startMinute, labelMinutesMax }: Application): number =>
  startMinute + (labelMinutesMax ?? NUMBING_MINUTES.removeBy);

/** What is due at a minute; a clock that went back makes it due at once. */
export function numbingAlert(of: Numbing, minute: number): NumbingAlert {
  if (of.kind !== 'on-skin') return 'none';
  const first = Math.min(...of.applications.map(({ startMinute }) => startMinute));
  if (minute < first) return 'remove-now';
  if (of.applications.some((one) => minute >= latestOf(one))) return 'remove-now';
  return minute >= first + NUMBING_MINUTES.alert ? 'look' : 'running';
}

/** Whether a product is stronger than what the FDA warned about over the counter. */
export const isStrong = ({ strengthCentiPercent }: Application): boolean =>
  strengthCentiPercent > STRONG_CENTI_PERCENT;

const SENTENCES: Readonly<Record<NumbingRefusal, string>> = {
  'product-missing': 'The numbing product has no name; enter the one on the tube.',
  'strength-impossible': 'The strength is not above 0 and up to 100 per cent; read the tube again.',
  'amount-impossible': 'The amount is not above 0 and up to 60 g; weigh or estimate it.',
  'size-impossible': 'The area is not above 0 and up to 600 cm2; enter what was covered.',
  'area-missing': 'No area is named; say where the cream is.',
  'label-impossible': 'The label time is not 1 to 300 minutes; read the label again.',
  'clock-went-back': 'The clock went back since the cream was put on; take the cream off now.',
  'after-first-puncture':
    'The skin has been punctured, and broken skin takes up too much; put no more on.',
  'nothing-to-remove': 'No cream is on the skin; nothing was recorded.',
  'not-removed': 'The cream is still on the skin; take it off first.',
  'not-cleaned': 'The cream is off and the skin not cleaned; clean it first.',
};

/** The sentence of a refusal. */
export const numbingSentence = (refusal: NumbingRefusal): string => SENTENCES[refusal];
