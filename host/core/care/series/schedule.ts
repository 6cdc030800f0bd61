// How many visits a series has, how far apart they are wished, and when one visit refreshes it. It
// wishes; what is refused is in the signed profile, and a wish never comes before that.

import { isEyeArea } from '../../body-part.ts';
import type { AreaName } from '../../../../protocol/area.ts';
import { type Ground, groundedIn } from '../sources.ts';

/** A schedule of an area. */
export interface Schedule {
  readonly name: 'face' | 'neck' | 'scalp' | 'eye' | 'body';
  readonly visits: { readonly least: number; readonly usual: number; readonly most: number };
  /** The spacing that is wished, in days. */
  readonly everyDays: number;
  readonly why: string;
  readonly ground: Ground;
}

/** A refresher after a finished series, in months. */
export const MAINTENANCE_MONTHS = { least: 6, most: 12 } as const;

const TRIALS = groundedIn('A', 'ablon-2018', 'von-dalwig-nolda-2020');

const FACE: Schedule = {
  name: 'face',
  visits: { least: 3, usual: 4, most: 6 },
  everyDays: 42,
  why: 'Trials gave four treatments about a month apart; six weeks are free of every reduction.',
  ground: TRIALS,
};

const NECK: Schedule = {
  name: 'neck',
  visits: { least: 3, usual: 5, most: 6 },
  everyDays: 42,
  why: 'The neck answers more slowly than the face: five to six treatments.',
  ground: groundedIn('C', 'tightening-article-2'),
};

const SCALP: Schedule = {
  name: 'scalp',
  visits: { least: 3, usual: 6, most: 7 },
  everyDays: 14,
  why: 'The trial treated every two weeks for twelve weeks; density stays reduced until day 20.',
  ground: groundedIn('A', 'faghihi-2021', 'english-2021'),
};

const EYE: Schedule = {
  name: 'eye',
  visits: { least: 3, usual: 3, most: 4 },
  everyDays: 50,
  why: 'Half as long again as elsewhere, and only after the face has shown how it heals.',
  ground: groundedIn('D', 'corium'),
};

const BODY: Schedule = {
  name: 'body',
  visits: { least: 3, usual: 4, most: 6 },
  everyDays: 42,
  why: 'Trials on stretch marks gave one to three, or five, treatments a month apart.',
  ground: groundedIn('A', 'alster-li-2020'),
};

const BODY_AREAS: ReadonlySet<AreaName> = new Set([
  'abdomen', 'upper-arm', 'forearm', 'hand', 'back', 'buttock', 'thigh', 'knee',
]);
const NECK_AREAS: ReadonlySet<AreaName> = new Set(['neck', 'submental', 'decolletage']);

/** The schedule of an area. */
export function scheduleOf(area: AreaName): Schedule {
  if (isEyeArea(area)) return EYE;
  if (area === 'scalp') return SCALP;
  if (NECK_AREAS.has(area)) return NECK;
  return BODY_AREAS.has(area) ? BODY : FACE;
}
