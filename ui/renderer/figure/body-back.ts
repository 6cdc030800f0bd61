// The body from the back, by its half: the person's right, which is on the right of the picture,
// because whoever looks at a back has the person's right hand at their own right.

import { BODY_LINES, HAND_LINES, LIMB_AREAS, LIMB_EDGES } from './body-edges.ts';
import type { Drawing } from './figure-data.ts';

/** The body from the back. */
export const bodyBack: Drawing = {
  symmetry: 'mirrored',
  half: 'right',
  edges: {
    ...LIMB_EDGES,
    crown: '240,14 256,17 267,28 271,46 270,62 263,78',
    'hair-low': '263,78 252,86 240,88',
    'back-top': '240,116 254,116 278,121 302,128',
    'back-side': '300,176 297,200 290,226 286,246 288,260',
    'back-bottom': '288,260 266,268 240,274',
    'seat-top': '240,280 266,274 290,268',
    'seat-side': '290,268 299,288 303,312 300,334',
    'seat-fold': '300,334 282,346 260,346 240,336',
    'seat-middle': '240,336 240,280',
    'thigh-outer': '300,334 305,366 300,408 294,436',
    'thigh-inner': '246,342 249,368 253,400 257,436',
    'fold-part': '300,334 282,346 264,347 246,342',
  },
  areas: [
    { area: 'scalp', half: ['crown', 'hair-low'] },
    { area: 'back', half: ['back-top', '-shoulder-line', 'back-side', 'back-bottom'] },
    ...LIMB_AREAS,
    { area: 'thigh', loop: ['thigh-outer', 'knee-top', '-thigh-inner', '-fold-part'] },
    { area: 'buttock', loop: ['seat-top', 'seat-side', 'seat-fold', 'seat-middle'] },
  ],
  lines: [
    ...BODY_LINES,
    ...HAND_LINES,
    { kind: 'hair', points: '240,12 257,15 270,27 274,46 272,63 264,79 253,87 240,89' },
    { kind: 'contour', points: '273,50 277,53 276,64 270,69' },
    { kind: 'fine', points: '240,130 239,170 240,210 240,262', single: true },
    { kind: 'fine', points: '252,146 266,152 276,166 274,186 266,196' },
    { kind: 'fine', points: '254,272 257,276' },
    { kind: 'fine', points: '240,284 241,310 240,338' },
    { kind: 'feature', points: '243,338 262,347 282,346 296,338' },
    { kind: 'fine', points: '262,462 274,467 286,462' },
    { kind: 'fine', points: '276,486 274,510 270,530' },
    { kind: 'contour', points: '277,562 280,574 284,584 272,588 262,584 262,572 264,562' },
  ],
};
