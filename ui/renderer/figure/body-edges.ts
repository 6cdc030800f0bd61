// What the body shows from the front and from the back alike: arms, legs and the outline, by its
// half on the right of the picture. Some seven and a half heads tall, arms a little away from it.

import type { DrawnArea, DrawnLine, Points } from './figure-data.ts';

/** Edges of the limbs. */
export const LIMB_EDGES: Readonly<Record<string, Points>> = {
  'shoulder-cap': '302,128 314,133 323,144 328,160',
  'arm-outer': '328,160 333,182 337,206 342,230',
  'arm-inner': '300,176 306,194 312,214 317,236',
  'shoulder-line': '300,176 298,158 298,142 302,128',
  elbow: '342,230 330,236 317,236',
  'forearm-outer': '342,230 352,252 362,280 370,310',
  'forearm-inner': '317,236 325,258 338,284 354,315',
  wrist: '370,310 362,314 354,315',
  'knee-top': '294,436 276,431 257,436',
  'knee-outer': '294,436 292,452 288,472',
  'knee-inner': '257,436 258,454 261,472',
  'knee-bottom': '288,472 275,478 261,472',
};

/** Regions of the limbs that both views show. */
export const LIMB_AREAS: readonly DrawnArea[] = [
  {
    area: 'upper-arm',
    loop: ['shoulder-cap', 'arm-outer', 'elbow', '-arm-inner', 'shoulder-line'],
    touch: [320, 190, 58, 84],
  },
  {
    area: 'forearm',
    loop: ['forearm-outer', 'wrist', '-forearm-inner', '-elbow'],
    touch: [344, 274, 58, 76],
  },
];

/** The whole of it as one ground to draw on. */
const GROUND: DrawnLine = {
  kind: 'skin',
  points: '238,200 238,22 240,14 257,17 268,28 271,46 269,64 264,80 257,90 257,100 262,112 '
    + '278,119 302,127 316,134 325,148 329,166 334,190 338,212 344,234 353,256 363,284 '
    + '371,311 379,324 384,342 387,360 386,378 372,384 360,366 346,360 351,330 354,316 '
    + '339,286 326,260 317,238 312,214 306,194 300,176 297,200 290,226 286,246 290,268 '
    + '298,288 303,312 307,340 305,376 299,412 294,438 291,456 288,474 291,498 288,524 '
    + '281,548 277,562 284,574 290,584 276,588 264,585 261,574 264,562 263,548 258,524 '
    + '256,496 260,474 257,452 256,430 252,396 248,360 242,328 238,322',
  closed: true,
};

const LEGS: readonly DrawnLine[] = [
  {
    kind: 'contour',
    points: '302,306 307,340 305,376 299,412 294,438 291,456 288,474 291,498 288,524 281,548 '
      + '277,562',
  },
  {
    kind: 'contour',
    points: '242,328 248,360 252,396 256,430 257,452 260,474 256,496 258,524 263,548 264,562',
  },
];

/** The outline of limbs and trunk. */
export const BODY_LINES: readonly DrawnLine[] = [
  GROUND,
  ...LEGS,
  {
    kind: 'contour',
    points: '257,91 257,100 262,112 278,119 302,127 316,134 325,148 329,166 334,190 338,212 '
      + '344,234 353,256 363,284 371,311',
  },
  { kind: 'contour', points: '300,176 306,194 312,214 317,238 326,260 339,286 354,316' },
  { kind: 'contour', points: '300,176 297,200 290,226 286,246 290,268 298,288 303,312' },
];

/** The outline of a hand: fingers and thumb. */
export const HAND_LINES: readonly DrawnLine[] = [
  {
    kind: 'contour',
    points: '371,311 379,324 384,342 387,360 389,378 385,380 381,366 382,384 378,386 374,368 '
      + '375,387 371,388 367,370 366,384 362,384 360,366 357,348 353,356 348,364 345,360 '
      + '348,346 351,330 354,316',
  },
];

/** The sinews on the back of a hand. */
export const HAND_BACK_LINES: readonly DrawnLine[] = [
  { kind: 'fine', points: '378,344 380,358' },
  { kind: 'fine', points: '372,346 373,360' },
  { kind: 'fine', points: '365,348 366,362' },
];
