// How the catalogue names a half of an area that has a left and a right: `cheek-left`.

import { type AREAS, type AreaName, isPaired, type Side } from '../../../protocol/area.ts';

/** An area that has a left and a right. */
export type PairedArea = {
  [Area in AreaName]: (typeof AREAS)[Area]['paired'] extends true ? Area : never;
}[AreaName];

/** One half of it, as a key of the catalogue. */
export type SidedPlace = `${PairedArea}-${Exclude<Side, 'midline'>}`;

/** Where the catalogue has the name of a place. */
export const placeTopic = (area: AreaName, side: Side): readonly [topic: string, name: string] =>
  side !== 'midline' && isPaired(area) ? ['places', `${area}-${side}`] : ['areas', area];
