// The names among which an area at the eye is chosen: its own and its neighbours, on both sides,
// always in the same order, so that the right one is found by reading and not by its place.

import type { Place } from './place.ts';

const AROUND_THE_EYE: readonly Place[] = [
  { area: 'crows-feet', side: 'left' },
  { area: 'crows-feet', side: 'right' },
  { area: 'infraorbital', side: 'left' },
  { area: 'infraorbital', side: 'right' },
];

/** The places to choose from; the one that is meant is always among them. */
export const eyeChoices = (meant: Place): readonly Place[] =>
  AROUND_THE_EYE.some(({ area, side }) => area === meant.area && side === meant.side)
    ? AROUND_THE_EYE
    : [...AROUND_THE_EYE, meant];
