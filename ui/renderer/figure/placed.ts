// A region with what is to be shown on it, and the one word that it is found by.

import type { Region } from './build.ts';
import type { FigureArea } from './figure-data.ts';

/** A region with what is to be shown on it. */
export interface Placed {
  readonly region: Region;
  readonly shown: FigureArea;
}

/** One word for a region. */
export const keyOf = ({ area, side }: Pick<Region, 'area' | 'side'>): string => `${area}/${side}`;
