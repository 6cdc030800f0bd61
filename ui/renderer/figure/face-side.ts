// The face in profile, looking to the left of the picture: the person's left. The right profile is
// its mirror image. Proportions as from the front: eye at half the height, ear from brow to nose.

import type { Drawing } from './figure-data.ts';

/** The left side of the face. */
export const faceLeft: Drawing = {
  symmetry: 'none',
  half: 'left',
  edges: {
    // The outline of the face, from the hairline down.
    'edge-forehead': '136,112 116,138 105,166 101,192',
    'edge-glabella': '101,192 99,208 104,224 108,238',
    'edge-nose': '108,238 100,258 88,284 75,309 71,320 78,329 91,335 98,344',
    'edge-lip': '98,344 94,354 91,364 87,372',
    'edge-red': '87,372 82,380 86,388 93,392 86,398 85,406 94,414',
    'edge-under-lip': '94,414 101,420 101,428',
    'edge-chin': '101,428 95,442 98,458 112,472 128,476',
    'edge-under': '128,476 152,480 176,480 192,486',
    'edge-neck': '192,486 204,508 206,540 200,566',
    // Hair: over the head, round the ear, down to the nape.
    crown: '136,112 168,66 232,38 302,36 372,64 420,116 440,186 432,252 412,310 396,356',
    hair: '136,112 164,118 190,130 208,148',
    'hair-side': '208,148 216,176 232,200 252,216 264,238',
    sideburn: '264,238 268,256 272,270',
    'hair-ear': '272,270 274,246 286,228 306,222 326,232 334,256 328,292 330,330 346,352',
    nape: '346,352 370,360 396,356',
    // Brow, eye.
    temporal: '208,148 196,168 184,190 178,214',
    'brow-head': '101,192 112,200 118,212',
    brow: '118,212 132,204 154,204 178,214',
    'glabella-side': '118,212 122,224 122,238',
    'nose-root': '122,238 114,240 108,238',
    'lid-margin': '122,238 136,240 150,246 162,256',
    'lid-outer': '178,214 172,236 162,256',
    'under-nose': '122,238 119,252 122,266 122,280',
    'under-margin': '122,266 136,265 150,261 162,256',
    'under-in': '122,280 122,266',
    'under-bottom': '122,280 134,294 154,297 170,284',
    'crow-inner': '162,256 167,270 170,284',
    'crow-top': '178,214 194,224 204,240',
    'crow-side': '204,240 208,266 194,292',
    'crow-bottom': '194,292 182,290 170,284',
    'temple-bottom': '204,240 224,244 244,244 264,238',
    // Cheek, mouth, jaw.
    'cheek-ear': '272,270 276,292 280,314 284,336',
    'cheek-jaw': '284,336 268,368 232,396 190,414 158,424',
    'nose-side': '122,280 124,302 132,318 138,332',
    ala: '138,332 138,344 130,350 120,348',
    'nose-base': '120,348 110,346 98,344',
    fold: '120,348 136,360 148,378 152,396',
    'fold-chin': '152,396 155,410 158,424',
    'chin-top': '158,424 140,428 120,430 101,428',
    'lip-in': '94,414 108,412 122,404 132,393 116,384 102,376 87,372',
    'jaw-angle': '284,336 286,362 282,388 270,410',
    'jaw-low': '270,410 246,430 220,446 190,458',
    'jaw-chin': '190,458 174,466 158,472',
    'chin-side': '158,424 162,450 158,472',
    'chin-base': '158,472 142,476 128,476',
    'throat': '190,458 196,472 192,486',
    'neck-jaw': '284,336 296,346 310,344',
    'neck-ear': '310,344 328,352 346,352',
    'neck-back': '346,352 348,400 358,452 384,508',
    'neck-base': '384,508 330,548 266,566 200,566',
  },
  areas: [
    {
      area: 'scalp',
      loop: ['crown', '-nape', '-hair-ear', '-sideburn', '-hair-side', '-hair'],
    },
    { area: 'forehead', loop: ['hair', 'temporal', '-brow', '-brow-head', '-edge-forehead'] },
    { area: 'temple', loop: ['hair-side', '-temple-bottom', '-crow-top', '-temporal'] },
    {
      area: 'glabella',
      loop: ['brow-head', 'glabella-side', 'nose-root', '-edge-glabella'],
      touch: [104, 214, 60, 58],
    },
    {
      area: 'nose',
      loop: ['-nose-root', 'under-nose', 'nose-side', 'ala', 'nose-base', '-edge-nose'],
    },
    {
      area: 'cheek',
      loop: [
        'temple-bottom', 'sideburn', 'cheek-ear', 'cheek-jaw', '-fold-chin', '-fold', '-ala',
        '-nose-side', 'under-bottom', '-crow-bottom', '-crow-side',
      ],
    },
    {
      area: 'perioral',
      loop: [
        '-nose-base', 'fold', 'fold-chin', 'chin-top', '-edge-under-lip', 'lip-in', '-edge-lip',
      ],
      mark: [122, 366],
    },
    { area: 'vermilion', loop: ['edge-red', 'lip-in'], touch: [100, 393, 84, 60] },
    {
      area: 'chin',
      loop: ['-chin-top', 'chin-side', 'chin-base', '-edge-chin'],
      touch: [124, 452, 76, 62],
    },
    {
      area: 'jawline',
      loop: ['jaw-angle', 'jaw-low', 'jaw-chin', '-chin-side', '-cheek-jaw'],
    },
    {
      area: 'submental',
      loop: ['edge-under', '-throat', 'jaw-chin', 'chin-base'],
      touch: [160, 494, 74, 66],
    },
    {
      area: 'neck',
      loop: [
        'throat', 'edge-neck', '-neck-base', '-neck-back', '-neck-ear', '-neck-jaw', 'jaw-angle',
        'jaw-low',
      ],
    },
    {
      area: 'crows-feet',
      loop: ['-lid-outer', 'crow-top', 'crow-side', 'crow-bottom', '-crow-inner'],
      touch: [190, 256, 64, 76],
    },
    {
      area: 'upper-eyelid',
      loop: ['brow', 'lid-outer', '-lid-margin', '-glabella-side'],
      touch: [142, 228, 66, 56],
    },
    {
      area: 'infraorbital',
      loop: ['under-margin', 'crow-inner', '-under-bottom', 'under-in'],
      touch: [144, 289, 60, 50],
    },
  ],
  lines: [
    {
      kind: 'skin',
      points: '136,112 116,138 105,166 100,194 100,210 107,236 100,258 88,284 75,309 71,320 '
        + '78,329 91,335 98,344 94,354 91,364 87,372 82,380 86,388 93,392 86,398 85,406 '
        + '94,414 101,421 100,430 95,442 98,458 112,472 128,476 152,480 176,480 192,486 '
        + '204,508 206,540 199,574 200,598 240,600 420,600 452,596 456,528 420,490 '
        + '400,446 394,400 396,357 418,312 438,254 446,186 426,116 376,62 304,32 232,34 '
        + '168,63',
      closed: true,
    },
    {
      kind: 'hair',
      points: '136,112 166,62 232,32 304,30 376,60 426,114 446,186 438,254 418,312 398,358 '
        + '370,362 346,353 331,330 328,292 334,256 326,232 306,222 286,228 274,246 '
        + '272,270 264,238 252,216 232,200 216,176 208,148 190,130 164,118',
      closed: true,
    },
    {
      kind: 'contour',
      points: '136,112 116,138 105,166 100,194 100,210 107,236 100,258 88,284 75,309 71,320 '
        + '78,329 91,335 98,344 94,354 91,364 87,372 82,380 86,388 93,392 86,398 85,406 '
        + '94,414 101,421 100,430 95,442 98,458 112,472 128,476 152,480 176,480 192,486 '
        + '204,508 206,540 198,576',
    },
    { kind: 'feature', points: '284,346 285,366 281,390 270,410 246,430 220,446 190,458 158,472' },
    { kind: 'contour', points: '396,357 394,400 400,446 420,490 456,528' },
    { kind: 'fine', points: '322,352 300,420 268,488 236,552' },
    // The ear.
    {
      kind: 'contour',
      points: '276,250 284,234 304,228 322,238 328,262 322,292 312,312 306,334 294,344 '
        + '284,334 282,318',
    },
    { kind: 'fine', points: '284,250 300,240 314,250 316,272 306,296 300,318 292,326' },
    { kind: 'fine', points: '278,282 286,286 286,302 280,310' },
    { kind: 'fine', points: '290,264 304,268 302,288' },
    // Brow, eye, nose, mouth.
    {
      kind: 'brow',
      points: '116,211 134,201 156,200 180,213 156,206 136,207 118,216',
      closed: true,
    },
    { kind: 'white', points: '123,246 136,243 150,247 162,256 148,261 126,266', closed: true },
    { kind: 'iris', points: '126,245.5 133,247 135,255 131,263 126,264 123,256', closed: true },
    { kind: 'feature', points: '119,243 134,240 150,246 166,258' },
    { kind: 'fine', points: '126,236 142,234 158,242 168,252' },
    { kind: 'fine', points: '125,266 140,265 152,261 162,256' },
    { kind: 'feature', points: '124,326 134,322 140,334 136,346 124,349 116,345' },
    { kind: 'feature', points: '92,337 102,332 112,338' },
    { kind: 'feature', points: '93,392 108,390 122,392 133,394' },
    { kind: 'fine', points: '87,372 102,376 116,384 132,393 122,404 108,412 94,414' },
    { kind: 'fine', points: '102,424 116,424' },
  ],
};
