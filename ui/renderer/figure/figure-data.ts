// What the figure is given, and what a drawing of it is made of. A drawing is a net of named edges:
// neighbours share an edge, so they neither overlap nor leave a gap. Symmetric views are drawn by
// their half, the other half is its mirror image.

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

/** The size of every drawing. */
export const FIGURE_WIDTH = 480;
/** The height of every drawing. */
export const FIGURE_HEIGHT = 600;
/** The line on which a symmetric drawing is folded. */
export const FIGURE_MIDDLE = FIGURE_WIDTH / 2;

/** Points as `x,y x,y`; a curve runs smoothly through them. */
export type Points = string;

/** One area in a drawing, as a way along edges; `-name` goes an edge backwards. */
export interface DrawnArea {
  readonly area: AreaName;
  /** The way round; in a symmetric view of a paired area it is mirrored for the other side. */
  readonly loop?: readonly string[];
  /** Half a way round, from the middle to the middle; the mirror image closes it. */
  readonly half?: readonly string[];
  /** Another area that lies in it like an island. */
  readonly around?: AreaName;
  /** Where its mark stands, if not in the middle of its bounds. */
  readonly mark?: readonly [x: number, y: number];
  /** Where it can be touched besides itself: centre and size of an ellipse. */
  readonly touch?: readonly [x: number, y: number, width: number, height: number];
}

/** How a line of the drawing looks. */
export type LineKind = 'contour' | 'feature' | 'fine' | 'brow' | 'hair' | 'iris' | 'white' | 'skin';

/** A line that is no border of an area. */
export interface DrawnLine {
  readonly kind: LineKind;
  readonly points: Points;
  /** Whether its ends join. */
  readonly closed?: boolean;
  /** Whether it stands on the middle and has no mirror image. */
  readonly single?: boolean;
}

/** A drawing. */
export interface Drawing {
  readonly symmetry: 'mirrored' | 'none';
  /** Which side of the person the drawn half is; the whole of it in a view without symmetry. */
  readonly half: Exclude<Side, 'midline'>;
  readonly edges: Readonly<Record<string, Points>>;
  readonly areas: readonly DrawnArea[];
  readonly lines: readonly DrawnLine[];
}
