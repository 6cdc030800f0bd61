// The areas of skin in English, alone and with their sides. The sides are the person's own.

import type { AreaName, Side } from '../../../../protocol/area.ts';
import type { SidedPlace } from '../places.ts';

/** The areas without their sides. */
export const areas = {
  'upper-eyelid': 'upper eyelid',
  infraorbital: 'under-eye',
  'crows-feet': 'crow’s feet',
  forehead: 'forehead',
  temple: 'temple',
  glabella: 'glabella',
  nose: 'nose',
  cheek: 'cheek',
  perioral: 'around the mouth',
  vermilion: 'lip red',
  chin: 'chin',
  jawline: 'jawline',
  submental: 'under the chin',
  neck: 'neck',
  decolletage: 'décolletage',
  scalp: 'scalp',
  abdomen: 'abdomen',
  'upper-arm': 'upper arm',
  forearm: 'forearm',
  hand: 'back of the hand',
  back: 'back',
  buttock: 'buttock',
  thigh: 'thigh',
  knee: 'knee',
} as const satisfies Record<AreaName, string>;

/** The halves of areas that have a left and a right. */
export const places = {
  'upper-eyelid-left': 'left upper eyelid',
  'upper-eyelid-right': 'right upper eyelid',
  'infraorbital-left': 'left under-eye',
  'infraorbital-right': 'right under-eye',
  'crows-feet-left': 'left crow’s feet',
  'crows-feet-right': 'right crow’s feet',
  'temple-left': 'left temple',
  'temple-right': 'right temple',
  'cheek-left': 'left cheek',
  'cheek-right': 'right cheek',
  'jawline-left': 'left jawline',
  'jawline-right': 'right jawline',
  'upper-arm-left': 'left upper arm',
  'upper-arm-right': 'right upper arm',
  'forearm-left': 'left forearm',
  'forearm-right': 'right forearm',
  'hand-left': 'back of the left hand',
  'hand-right': 'back of the right hand',
  'buttock-left': 'left buttock',
  'buttock-right': 'right buttock',
  'thigh-left': 'left thigh',
  'thigh-right': 'right thigh',
  'knee-left': 'left knee',
  'knee-right': 'right knee',
} as const satisfies Record<SidedPlace, string>;

/** The sides. */
export const sides = {
  midline: 'midline',
  left: 'left',
  right: 'right',
} as const satisfies Record<Side, string>;
