// The body from the front, by its half: the person's left, which is on the right of the picture.
// Hands are turned so that their backs are seen. What has no area stays without a region.

import {
  BODY_LINES, HAND_BACK_LINES, HAND_LINES, LIMB_AREAS, LIMB_EDGES,
} from './body-edges.ts';
import type { Drawing } from './figure-data.ts';

/** The body from the front. */
export const bodyFront: Drawing = {
  symmetry: 'mirrored',
  half: 'left',
  edges: {
    ...LIMB_EDGES,
    crown: '240,14 256,17 267,28 270,46',
    hair: '270,46 264,38 254,32 240,31',
    'jaw-line': '240,99 250,96 257,88',
    'neck-side': '257,88 257,100 262,112',
    'neck-base': '262,112 252,120 240,123',
    'chest-top': '240,127 256,125 278,123 294,129',
    'chest-side': '294,129 290,142 290,156 286,168',
    'chest-bottom': '286,168 270,176 254,179 240,180',
    'belly-top': '240,214 258,218 274,226 288,234',
    'belly-side': '288,234 286,248 290,266 295,280',
    'belly-bottom': '295,280 278,296 260,307 240,312',
    'hand-outer': '370,310 379,324 384,342 387,362',
    'hand-tips': '387,362 374,369 360,365',
    'hand-inner': '360,365 356,346 352,330 354,315',
    groin: '302,306 284,311 264,318 243,330',
    'thigh-outer': '302,306 307,340 305,376 299,412 294,436',
    'thigh-inner': '243,330 248,360 252,396 257,436',
  },
  areas: [
    { area: 'scalp', half: ['crown', 'hair'], touch: [240, 26, 76, 62], mark: [240, 22] },
    { area: 'neck', half: ['jaw-line', 'neck-side', 'neck-base'], touch: [240, 104, 64, 60] },
    { area: 'decolletage', half: ['chest-top', 'chest-side', 'chest-bottom'] },
    { area: 'abdomen', half: ['belly-top', 'belly-side', 'belly-bottom'] },
    ...LIMB_AREAS,
    {
      area: 'hand',
      loop: ['hand-outer', 'hand-tips', 'hand-inner', '-wrist'],
      touch: [370, 346, 62, 70],
    },
    { area: 'thigh', loop: ['thigh-outer', 'knee-top', '-thigh-inner', '-groin'] },
    {
      area: 'knee',
      loop: ['knee-outer', 'knee-bottom', '-knee-inner', '-knee-top'],
      touch: [274, 455, 58, 58],
    },
  ],
  lines: [
    ...BODY_LINES,
    ...HAND_LINES,
    ...HAND_BACK_LINES,
    {
      kind: 'hair',
      points: '240,12 257,15 269,27 272,46 270,54 265,40 255,32 240,30',
    },
    { kind: 'contour', points: '271,46 269,64 264,80 254,94 240,100' },
    { kind: 'contour', points: '271,52 275,54 274,64 269,70' },
    { kind: 'fine', points: '246,52 252,49 260,52' },
    { kind: 'fine', points: '247,59 253,57 259,60' },
    { kind: 'fine', points: '245,74 243,77 240,78' },
    { kind: 'fine', points: '240,86 245,85 250,86' },
    { kind: 'fine', points: '244,124 262,121 284,126' },
    { kind: 'fine', points: '298,150 294,166 289,180' },
    { kind: 'fine', points: '284,196 272,206 256,206 244,198' },
    { kind: 'fine', points: '240,270 241,276' },
    { kind: 'fine', points: '264,446 268,452 266,464' },
    { kind: 'contour', points: '277,562 284,574 290,584 276,588 264,585 261,574 264,562' },
  ],
};
