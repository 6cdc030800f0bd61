// Turns a drawing into what can be shown: for each area and side a path, a polygon to judge it by,
// and where it can be touched; for each line a path. Left and right are the person's own.

import { isPaired, type AreaName, type Side } from '../../../protocol/area.ts';
import { assert } from '../../../protocol/assert.ts';
import {
  mirrored, pathOf, type Piece, pieces, type Point, pointsOf, polygonOf,
} from './curve.ts';
import {
  type DrawnArea, type Drawing, FIGURE_MIDDLE, type LineKind,
} from './figure-data.ts';

/** Where a region can be touched besides itself. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One area on one side, ready to be shown. */
export interface Region {
  readonly area: AreaName;
  readonly side: Side;
  readonly path: string;
  readonly polygon: readonly Point[];
  /** Where its mark stands. */
  readonly mark: Point;
  readonly touch: Touch | undefined;
}

/** One line, ready to be shown. */
export interface ShownLine {
  readonly kind: LineKind;
  readonly path: string;
}

/** A view, ready to be shown. */
export interface ShownView {
  readonly regions: readonly Region[];
  readonly lines: readonly ShownLine[];
}

type Run = readonly Piece[];

const flipped = (run: Run): Run =>
  run.map(([from, pull, push, to]): Piece => {
    const [a, b, c, d] = mirrored([from, pull, push, to], FIGURE_MIDDLE);
    assert(a !== undefined && b !== undefined && c !== undefined && d !== undefined, 'four points');
    return [a, b, c, d];
  });

const backwards = (run: Run): Run =>
  run.toReversed().map(([from, pull, push, to]): Piece => [to, push, pull, from]);

/** The way along some edges, which have to meet. */
function along(drawing: Drawing, names: readonly string[]): Run {
  return names.flatMap((name) => {
    const back = name.startsWith('-');
    const edge = drawing.edges[back ? name.slice(1) : name];
    assert(edge !== undefined, `the drawing has the edge ${name}`);
    const run = pieces(pointsOf(edge));
    return back ? backwards(run) : run;
  });
}

const whole = (half: Run): Run => [...half, ...backwards(flipped(half))];

/** The ways round of an area, with the side that each is on. */
function ways(drawing: Drawing, drawn: DrawnArea): readonly (readonly [Side, Run])[] {
  if (drawn.half !== undefined) return [['midline', whole(along(drawing, drawn.half))]];
  const run = along(drawing, drawn.loop ?? []);
  if (!isPaired(drawn.area)) return [['midline', run]];
  if (drawing.symmetry === 'none') return [[drawing.half, run]];
  const other = drawing.half === 'left' ? 'right' : 'left';
  return [[drawing.half, run], [other, flipped(run)]];
}

function middleOf(polygon: readonly Point[]): Point {
  const xs = polygon.map(([x]) => x);
  const ys = polygon.map(([, y]) => y);
  return [
    (Math.min(...xs) + Math.max(...xs)) / 2,
    (Math.min(...ys) + Math.max(...ys)) / 2,
  ];
}

function markOf({ mark }: DrawnArea, isFlipped: boolean): Point | undefined {
  if (mark === undefined) return undefined;
  return isFlipped ? [2 * FIGURE_MIDDLE - mark[0], mark[1]] : mark;
}

function touchOf(drawn: DrawnArea, isFlipped: boolean): Touch | undefined {
  if (drawn.touch === undefined) return undefined;
  const [x, y, width, height] = drawn.touch;
  return { x: isFlipped ? 2 * FIGURE_MIDDLE - x : x, y, width, height };
}

function regionsOf(drawing: Drawing, drawn: DrawnArea): readonly Region[] {
  const island = drawing.areas.find(({ area }) => area === drawn.around);
  const holes = island === undefined ? [] : ways(drawing, island).map(([, run]) => run);
  const hole = holes.map((run) => pathOf(run, true)).join('');
  return ways(drawing, drawn).map(([side, run]): Region => {
    const polygon = polygonOf(run);
    const isFlipped = side !== 'midline' && side !== drawing.half;
    return {
      area: drawn.area,
      side,
      path: pathOf(run, true) + hole,
      polygon,
      mark: markOf(drawn, isFlipped) ?? middleOf(polygon),
      touch: touchOf(drawn, isFlipped),
    };
  });
}

/** Makes a view of a drawing. */
export function shownView(drawing: Drawing): ShownView {
  return {
    regions: drawing.areas.flatMap((drawn) => regionsOf(drawing, drawn)),
    lines: drawing.lines.flatMap(({ kind, points, closed = false, single = false }) => {
      const run = pieces(pointsOf(points), closed);
      const line: ShownLine = { kind, path: pathOf(run, closed) };
      if (single || drawing.symmetry === 'none') return [line];
      return [line, { kind, path: pathOf(flipped(run), closed) }];
    }),
  };
}

/** The mirror image of a drawing without symmetry: the same head from its other side. */
export function otherSide(drawing: Drawing): Drawing {
  assert(drawing.symmetry === 'none', 'only a drawing without symmetry has another side');
  const flip = (points: string): string =>
    mirrored(pointsOf(points), FIGURE_MIDDLE)
      .map(([x, y]) => `${String(x)},${String(y)}`)
      .join(' ');
  return {
    ...drawing,
    half: drawing.half === 'left' ? 'right' : 'left',
    edges: Object.fromEntries(
      Object.entries(drawing.edges).map(([name, points]) => [name, flip(points)]),
    ),
    areas: drawing.areas.map(otherArea),
    lines: drawing.lines.map((line) => ({ ...line, points: flip(line.points) })),
  };
}

function otherArea(drawn: DrawnArea): DrawnArea {
  const { mark, touch } = drawn;
  const flip = (x: number): number => 2 * FIGURE_MIDDLE - x;
  return {
    ...drawn,
    ...(mark === undefined ? {} : { mark: [flip(mark[0]), mark[1]] }),
    ...(touch === undefined ? {} : { touch: [flip(touch[0]), touch[1], touch[2], touch[3]] }),
  };
}
