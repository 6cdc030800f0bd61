// The areas of skin that the wire can name. A code, once given, is never given again: the pen keeps
// its own ceiling per area, so both ends have to mean the same skin by the same number.
// How deep, how often and how large belongs to the limit profile in the host, not here.

import { assert } from './assert.ts';

/** How delicate the skin of an area is, which decides dwell, contact and rate bounds. */
export type Zone = 'eye' | 'thin' | 'face' | 'body';

/** Which half of the body; areas that cross the middle are whole, and say `midline`. */
export type Side = 'midline' | 'left' | 'right';

/** Every area: its code on the wire, whether it has a left and a right, and its zone. */
export const AREAS = {
  'upper-eyelid': { code: 1, paired: true, zone: 'eye' },
  infraorbital: { code: 2, paired: true, zone: 'eye' },
  'crows-feet': { code: 3, paired: true, zone: 'eye' },
  forehead: { code: 4, paired: false, zone: 'face' },
  temple: { code: 5, paired: true, zone: 'thin' },
  glabella: { code: 6, paired: false, zone: 'face' },
  nose: { code: 7, paired: false, zone: 'thin' },
  cheek: { code: 8, paired: true, zone: 'face' },
  perioral: { code: 9, paired: false, zone: 'thin' },
  vermilion: { code: 10, paired: false, zone: 'thin' },
  chin: { code: 11, paired: false, zone: 'face' },
  jawline: { code: 12, paired: true, zone: 'face' },
  submental: { code: 13, paired: false, zone: 'face' },
  neck: { code: 14, paired: false, zone: 'face' },
  decolletage: { code: 15, paired: false, zone: 'face' },
  scalp: { code: 16, paired: false, zone: 'face' },
  abdomen: { code: 17, paired: false, zone: 'body' },
  'upper-arm': { code: 18, paired: true, zone: 'body' },
  forearm: { code: 19, paired: true, zone: 'body' },
  hand: { code: 20, paired: true, zone: 'thin' },
  back: { code: 21, paired: false, zone: 'body' },
  buttock: { code: 22, paired: true, zone: 'body' },
  thigh: { code: 23, paired: true, zone: 'body' },
  knee: { code: 24, paired: true, zone: 'body' },
} as const satisfies Record<string, { code: number; paired: boolean; zone: Zone }>;

/** The name of an area. */
export type AreaName = keyof typeof AREAS;

/** All names, in the order of their codes. */
export const AREA_NAMES = Object.keys(AREAS) as readonly AreaName[];

/** The highest area code in use. */
export const AREA_CODE_MAX = AREA_NAMES.length;

const SIDES = ['midline', 'left', 'right'] as const;

/** Tells whether a text is the name of an area. */
export const isAreaName = (text: string): text is AreaName => Object.hasOwn(AREAS, text);

/** The code of an area on the wire. */
export const areaCode = (name: AreaName): number => AREAS[name].code;

/** The area that a code on the wire names, or undefined for a code that names none. */
export const areaName = (code: number): AreaName | undefined => AREA_NAMES[code - 1];

/** Whether an area has a left and a right. */
export const isPaired = (name: AreaName): boolean => AREAS[name].paired;

/** Whether a side makes sense for an area: left or right if paired, midline if not. */
export const isSideOf = (name: AreaName, side: Side): boolean =>
  isPaired(name) === (side !== 'midline');

/** The code of a side on the wire. */
export const sideCode = (side: Side): number => SIDES.indexOf(side);

/** The side that a code on the wire names, or undefined for a code that names none. */
export const sideName = (code: number): Side | undefined => SIDES[code];

for (const [index, name] of AREA_NAMES.entries()) {
  assert(AREAS[name].code === index + 1, 'area codes count up from 1 in the order of the table');
}
