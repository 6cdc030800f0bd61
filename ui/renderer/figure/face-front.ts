// The face from the front, by its half: the person's left, which is on the right of the picture.
// Proportions are those of artists' anatomy: eyes at half the height of the head, five eyes wide.

import type { Drawing } from './figure-data.ts';

/** The face from the front. */
export const faceFront: Drawing = {
  symmetry: 'mirrored',
  half: 'left',
  edges: {
    // Scalp and hairline.
    crown: '240,34 290,39 336,60 368,98 384,146 388,192 385,216',
    hair: '240,116 284,113 318,123 339,142',
    'hair-side': '339,142 354,160 361,184 370,204 385,216',
    // Forehead, glabella, brow.
    temporal: '339,142 347,164 349,190 344,214',
    brow: '264,218 286,209 312,203 330,206 344,214',
    'glabella-top': '240,190 252,195 264,218',
    'glabella-side': '264,218 262,231 258,242',
    'nose-root': '258,242 250,246 240,247',
    // Eye: upper lid, under-eye, crow's feet.
    'lid-nose': '258,242 262,250 268,256',
    'lid-margin': '268,256 280,245 297,240 314,244 327,254',
    'lid-outer': '344,214 339,234 327,254',
    'under-margin': '268,256 282,261 298,263 314,261 327,254',
    'under-nose': '268,256 265,266 264,276',
    'under-bottom': '264,276 276,291 297,298 317,294 332,281',
    'crow-inner': '327,254 331,267 332,281',
    'crow-top': '344,214 354,224 362,238',
    'crow-side': '362,238 365,262 354,290',
    'crow-bottom': '354,290 343,288 332,281',
    // Temple, cheek, outline of the face.
    'temple-bottom': '362,238 372,243 384,245',
    'temple-edge': '385,216 386,230 384,245',
    'cheek-edge': '384,245 382,278 377,308 372,332',
    'cheek-jaw': '372,332 353,358 330,384 304,420',
    // Nose.
    'nose-side': '264,276 265,300 273,322 279,334',
    ala: '279,334 281,342 276,350',
    'nose-base': '276,350 264,353 252,355 240,358',
    // Mouth.
    fold: '276,350 290,363 301,380 306,396',
    'fold-chin': '306,396 307,409 304,420',
    'chin-top': '304,420 282,425 262,422 240,421',
    'lip-top': '240,380 250,375 264,379 279,386 290,391',
    'lip-bottom': '290,391 276,404 258,412 240,413',
    // Jaw, chin, under the chin, neck.
    'jaw-a': '372,332 367,362 356,390 343,412',
    'jaw-b': '343,412 332,426 320,438',
    'jaw-c': '320,438 308,450 294,460',
    'chin-side': '304,420 301,440 294,460',
    'chin-edge': '294,460 278,470 260,475 240,476',
    'under-chin': '320,438 306,466 276,489 240,495',
    'neck-side': '343,412 340,448 340,484 350,520',
    'neck-base': '350,520 322,545 284,560 240,566',
  },
  areas: [
    { area: 'scalp', half: ['crown', '-hair-side', '-hair'], mark: [240, 76] },
    { area: 'forehead', half: ['hair', 'temporal', '-brow', '-glabella-top'] },
    {
      area: 'temple',
      loop: ['hair-side', 'temple-edge', '-temple-bottom', '-crow-top', '-temporal'],
      touch: [368, 196, 60, 82],
    },
    {
      area: 'glabella',
      half: ['glabella-top', 'glabella-side', 'nose-root'],
      touch: [240, 214, 62, 62],
    },
    {
      area: 'nose',
      half: ['-nose-root', 'lid-nose', 'under-nose', 'nose-side', 'ala', 'nose-base'],
    },
    {
      area: 'cheek',
      loop: [
        'temple-bottom', 'cheek-edge', 'cheek-jaw', '-fold-chin', '-fold', '-ala', '-nose-side',
        'under-bottom', '-crow-bottom', '-crow-side',
      ],
    },
    {
      area: 'perioral',
      half: ['-nose-base', 'fold', 'fold-chin', 'chin-top'],
      around: 'vermilion',
      mark: [240, 366],
    },
    { area: 'vermilion', half: ['lip-top', 'lip-bottom'], touch: [240, 398, 112, 56] },
    { area: 'chin', half: ['-chin-top', 'chin-side', 'chin-edge'] },
    {
      area: 'jawline',
      loop: ['jaw-a', 'jaw-b', 'jaw-c', '-chin-side', '-cheek-jaw'],
      mark: [337, 404],
      touch: [352, 396, 58, 64],
    },
    {
      area: 'submental',
      half: ['-chin-edge', '-jaw-c', 'under-chin'],
      mark: [240, 486],
      touch: [240, 494, 130, 46],
    },
    {
      area: 'neck',
      half: ['-under-chin', '-jaw-b', 'neck-side', 'neck-base'],
      mark: [240, 536],
    },
    {
      area: 'crows-feet',
      loop: ['-lid-outer', 'crow-top', 'crow-side', 'crow-bottom', '-crow-inner'],
      touch: [352, 256, 62, 74],
    },
    {
      area: 'upper-eyelid',
      loop: ['brow', 'lid-outer', '-lid-margin', '-lid-nose', '-glabella-side'],
      touch: [300, 230, 84, 52],
    },
    {
      area: 'infraorbital',
      loop: ['under-margin', 'crow-inner', '-under-bottom', '-under-nose'],
      touch: [300, 287, 72, 50],
    },
  ],
  lines: [
    {
      kind: 'skin',
      points: '238,300 238,90 238,50 238,34 241,29 290,34 339,57 375,98 390,150 390,196 '
        + '397,213 407,222 406,250 399,290 385,321 376,320 366,364 343,412 340,450 '
        + '341,486 352,520 392,546 450,566 452,590 440,599 300,599 244,599 238,594 '
        + '238,570',
      closed: true,
    },
    { kind: 'contour', points: '387,226 397,213 407,221 407,248 401,280 393,310 385,322 377,312' },
    { kind: 'fine', points: '392,232 400,228 401,248 395,276 388,300' },
    {
      kind: 'contour',
      points: '385,216 386,245 382,284 372,332 366,364 352,398 330,429 300,456 270,473 '
        + '240,476',
    },
    { kind: 'contour', points: '343,412 340,450 341,486 352,520 392,546 450,566' },
    { kind: 'fine', points: '322,452 312,496 286,540 262,561' },
    { kind: 'fine', points: '262,566 300,556 350,556 404,568' },
    {
      kind: 'hair',
      points: '240,28 290,33 340,56 376,98 391,150 393,196 387,215 370,204 361,184 354,160 '
        + '339,142 318,123 284,113 240,116',
    },
    {
      kind: 'brow',
      points: '264,214 286,205 311,199 331,202 348,213 330,206.5 312,204.5 289,210.5 '
        + '266,218.5',
      closed: true,
    },
    {
      kind: 'white',
      points: '268,256 280,245 297,240 314,244 327,254 314,261 298,263 282,261',
      closed: true,
    },
    {
      kind: 'iris',
      points: '298,240.5 306,243 309,252 305,260 298,262 291,260 287,252 290,243',
      closed: true,
    },
    { kind: 'feature', points: '266,257 280,245 297,239.5 314,243.5 330,253' },
    { kind: 'fine', points: '270,246 284,236 300,233 316,236 329,246' },
    { kind: 'fine', points: '270,258 284,262 298,264 313,262 325,257' },
    { kind: 'feature', points: '268,333 278,330 281,342 274,350 264,346' },
    { kind: 'feature', points: '248,350 256,345 266,347' },
    { kind: 'fine', points: '258,258 256,284 254,312 251,330' },
    { kind: 'feature', points: '240,392 256,391 272,393 291,391' },
    { kind: 'fine', points: '246,360 247,370' },
    { kind: 'feature', points: '240,380 250,375 264,379 279,386 291,391' },
    { kind: 'fine', points: '291,391 277,404 258,412 240,413' },
    { kind: 'fine', points: '254,421 240,424' },
  ],
};
