// What the figure is given and what it is drawn from: views, regions as paths, states. The drawings
// themselves stand in one file for each view.

import type { AreaName, Side } from '../../../protocol/area.ts';

/** A side of the person that is drawn. */
export type FigureView = 'face-front' | 'face-left' | 'face-right' | 'body-front' | 'body-back';

/** How an area stands. */
export type FigureState = 'planned' | 'active' | 'done' | 'blocked' | 'free';

/** One area as it is to be shown. */
export interface FigureArea {
  readonly area: AreaName;
  readonly side: Side;
  /** The share that was delivered, 0 to 1: a mean over the declared area. */
  readonly tone: number;
  readonly state: FigureState;
  readonly selected: boolean;
}
