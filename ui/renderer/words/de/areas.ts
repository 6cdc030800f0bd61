// The areas of skin in German, alone and with their sides. The sides are the person's own.

import { translation } from '../translation.ts';
import type { areas as area, places as place, sides as side } from '../en/areas.ts';

/** The areas without their sides. */
export const areas = translation<typeof area>()({
  'upper-eyelid': 'Oberlid',
  infraorbital: 'Unterlid',
  'crows-feet': 'Krähenfüße',
  forehead: 'Stirn',
  temple: 'Schläfe',
  glabella: 'Zornesfalte',
  nose: 'Nase',
  cheek: 'Wange',
  perioral: 'Mundumgebung',
  vermilion: 'Lippenrot',
  chin: 'Kinn',
  jawline: 'Kieferlinie',
  submental: 'Unterkinn',
  neck: 'Hals',
  decolletage: 'Dekolleté',
  scalp: 'Kopfhaut',
  abdomen: 'Bauch',
  'upper-arm': 'Oberarm',
  forearm: 'Unterarm',
  hand: 'Handrücken',
  back: 'Rücken',
  buttock: 'Gesäß',
  thigh: 'Oberschenkel',
  knee: 'Knie',
});

/** The halves of areas that have a left and a right. */
export const places = translation<typeof place>()({
  'upper-eyelid-left': 'linkes Oberlid',
  'upper-eyelid-right': 'rechtes Oberlid',
  'infraorbital-left': 'linkes Unterlid',
  'infraorbital-right': 'rechtes Unterlid',
  'crows-feet-left': 'linke Krähenfüße',
  'crows-feet-right': 'rechte Krähenfüße',
  'temple-left': 'linke Schläfe',
  'temple-right': 'rechte Schläfe',
  'cheek-left': 'linke Wange',
  'cheek-right': 'rechte Wange',
  'jawline-left': 'linke Kieferlinie',
  'jawline-right': 'rechte Kieferlinie',
  'upper-arm-left': 'linker Oberarm',
  'upper-arm-right': 'rechter Oberarm',
  'forearm-left': 'linker Unterarm',
  'forearm-right': 'rechter Unterarm',
  'hand-left': 'linker Handrücken',
  'hand-right': 'rechter Handrücken',
  'buttock-left': 'linke Gesäßhälfte',
  'buttock-right': 'rechte Gesäßhälfte',
  'thigh-left': 'linker Oberschenkel',
  'thigh-right': 'rechter Oberschenkel',
  'knee-left': 'linkes Knie',
  'knee-right': 'rechtes Knie',
});

/** The sides. */
export const sides = translation<typeof side>()({
  midline: 'Mitte',
  left: 'links',
  right: 'rechts',
});
