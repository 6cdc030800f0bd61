// Smooth curves through points: Catmull and Rom's splines written as the cubic curves of SVG. Pure
// geometry; what it draws is data in the files of the views.

/** A point of a drawing. */
export type Point = readonly [x: number, y: number];

/** The points of a text such as `1,2 3,4`. */
export const pointsOf = (text: string): readonly Point[] =>
  text.split(' ').map((pair): Point => {
    const [x, y] = pair.split(',').map(Number);
    return [x ?? NaN, y ?? NaN];
  });

/** Points mirrored on an upright line. */
export const mirrored = (points: readonly Point[], middle: number): readonly Point[] =>
  points.map(([x, y]): Point => [2 * middle - x, y]);

const TENSION = 1 / 6;

const round = (value: number): string => String(Math.round(value * 10) / 10);

const said = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

/** One piece of a curve: two points, and the two that pull at it. */
export type Piece = readonly [from: Point, pull: Point, push: Point, to: Point];

/** The pieces of the smooth curve through some points. */
export function pieces(points: readonly Point[], closed = false): readonly Piece[] {
  const at = (index: number): Point => {
    const last = points.length - 1;
    const held = Math.min(last, Math.max(0, index));
    return points[closed ? (index + points.length) % points.length : held] ?? [0, 0];
  };
  const count = closed ? points.length : points.length - 1;
  return Array.from({ length: count }, (_, index): Piece => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const pull: Point = [
      from[0] + (to[0] - before[0]) * TENSION,
      from[1] + (to[1] - before[1]) * TENSION,
    ];
    const push: Point = [
      to[0] - (after[0] - from[0]) * TENSION,
      to[1] - (after[1] - from[1]) * TENSION,
    ];
    return [from, pull, push, to];
  });
}

/** The SVG path of pieces that follow one another. */
export function pathOf(run: readonly Piece[], closed: boolean): string {
  const [first] = run;
  if (first === undefined) return '';
  const curves = run.map(([, pull, push, to]) => `C${said(pull)} ${said(push)} ${said(to)}`);
  return `M${said(first[0])}${curves.join('')}${closed ? 'Z' : ''}`;
}

const STEPS = 6;

/** The curve as a polygon, fine enough to judge what lies in it. */
export const polygonOf = (run: readonly Piece[]): readonly Point[] =>
  run.flatMap((piece) =>
    Array.from({ length: STEPS }, (_, step) => onPiece(piece, step / STEPS)),
  );

function onPiece([from, pull, push, to]: Piece, t: number): Point {
  const u = 1 - t;
  const mix = (axis: 0 | 1): number =>
    u ** 3 * from[axis] + 3 * u * u * t * pull[axis] + 3 * u * t * t * push[axis]
    + t ** 3 * to[axis];
  return [mix(0), mix(1)];
}
