// What must not be waited out, and what to do about it: told to the person on the sheet, and asked
// by whoever follows up. Each flag says how soon, and whether the skin is locked until somebody has
// looked at it.

import { type Ground, groundedIn } from '../sources.ts';

/** How soon somebody has to act. */
export type Urgency = 'emergency' | 'same-day' | 'soon';

/** A red flag. */
export interface RedFlag {
  readonly id: string;
  /** As the person would say it. */
  readonly seen: string;
  readonly person: string;
  readonly provider: string;
  readonly urgency: Urgency;
  /** Asked only after work at the eye, or only after energy. */
  readonly only?: 'eye' | 'energy';
  readonly ground: Ground;
}

/** They, the most urgent first. */
export const RED_FLAGS: readonly RedFlag[] = [
  {
    id: 'eye-pain-or-vision', urgency: 'emergency', only: 'eye',
    seen: 'pain in the eye, or seeing worse or otherwise than before',
    person: 'Go to an eye emergency service at once.',
    provider: 'Emergency ophthalmology; stop all treatment at the eye.',
    ground: groundedIn('D', 'corium'),
  },
  {
    id: 'infection', urgency: 'same-day',
    seen: 'redness that spreads, warmth, pus, fever, or pain that grows',
    person: 'See a doctor today, and tell us.',
    provider: 'Same-day clinician; keep cartridge and lot for the report.',
    ground: groundedIn('B', 'skincare-device-research', 'telo-labs'),
  },
  {
    id: 'burn-or-loss', urgency: 'same-day', only: 'energy',
    seen: 'a burn, a dent in the contour, or numb skin',
    person: 'Call us today; do not put anything on it.',
    provider: 'Clinician today; report to the maker and to the FDA (MedWatch).',
    ground: groundedIn('A', 'fda-radiofrequency-2025'),
  },
  {
    id: 'cold-sore', urgency: 'same-day',
    seen: 'a cold sore, or the tingling before one',
    person: 'Call us today; the medicine works best at the beginning.',
    provider: 'Antiviral plan by a prescriber.',
    ground: groundedIn('A', 'fda-microneedling-page'),
  },
  {
    id: 'long-redness', urgency: 'soon',
    seen: 'redness for more than five days, new roughness, or skin that looks thinner',
    person: 'Call us; the skin has to be looked at before anything else is done to it.',
    provider: 'Look at it; nothing more to this area until it has been reviewed.',
    ground: groundedIn('C', 'tightening-article-2'),
  },
  {
    id: 'lines', urgency: 'soon',
    seen: 'lines or tracks that follow the path of the pen',
    person: 'Call us, and keep it out of the sun.',
    provider: 'Review the record of the strokes: speed, tilt, depth.',
    ground: groundedIn('A', 'fda-microneedling-page', 'chu-2021'),
  },
  {
    id: 'lumps', urgency: 'soon',
    seen: 'lumps or bumps, even weeks later',
    person: 'Call us; do not treat them yourself.',
    provider: 'Work-up for granuloma; name the lot of whatever was on the skin.',
    ground: groundedIn('A', 'friedmann-2024'),
  },
  {
    id: 'pigment', urgency: 'soon',
    seen: 'patches that become darker or lighter',
    person: 'Call us, and keep it out of the sun.',
    provider: 'Pigment pathway; photograph, and compare with days 14 and 28.',
    ground: groundedIn('A', 'fda-microneedling-page'),
  },
];

/** What was treated, as far as flags care. */
export interface FlagGround {
  readonly eye: boolean;
  readonly energy: boolean;
}

/** The flags that apply after a visit. */
export const flagsFor = ({ eye, energy }: FlagGround): readonly RedFlag[] =>
  RED_FLAGS.filter(({ only }) => only === undefined || (only === 'eye' ? eye : energy));

/** A flag by its name, or undefined. */
export const flagNamed = (id: string): RedFlag | undefined =>
  RED_FLAGS.find((flag) => flag.id === id);
