/** The drawings: every area is somewhere, nothing overlaps, nothing takes a touch from the eye. */
import { expect, test } from 'vitest';
import { AREA_NAMES, AREAS, isPaired, isSideOf } from '../../../protocol/area.ts';
import type { Region } from '../../../ui/renderer/figure/build.ts';
import { pieces, pointsOf, polygonOf, type Point } from '../../../ui/renderer/figure/curve.ts';
import { FIGURE_HEIGHT, FIGURE_WIDTH } from '../../../ui/renderer/figure/figure-data.ts';
import { nextRegion } from '../../../ui/renderer/figure/next-region.ts';
import {
  isAtEye, isInside, regionAt, VIEW_NAMES, VIEWS,
} from '../../../ui/renderer/figure/views.ts';

const nameOf = ({ area, side }: Region): string => `${area}/${side}`;

/** Points of a view on a grid. */
function grid(step: number): readonly Point[] {
  const points: Point[] = [];
  for (let x = step / 2; x < FIGURE_WIDTH; x += step) {
    for (let y = step / 2; y < FIGURE_HEIGHT; y += step) points.push([x, y]);
  }
  return points;
}

test('every area can be reached on every side that it has', () => {
  const drawn = new Set(VIEW_NAMES.flatMap((view) => VIEWS[view].regions.map(nameOf)));
  const wanted = AREA_NAMES.flatMap((area) =>
    (isPaired(area) ? ['left', 'right'] : ['midline']).map((side) => `${area}/${side}`),
  );
  expect(wanted.filter((place) => !drawn.has(place))).toEqual([]);
});

test.each(VIEW_NAMES)('%s shows no area twice and no side that an area has not', (view) => {
  const { regions } = VIEWS[view];
  expect(new Set(regions.map(nameOf)).size).toBe(regions.length);
  expect(regions.every(({ area, side }) => isSideOf(area, side))).toBe(true);
});

test.each(VIEW_NAMES)('the edges of every region of %s meet', (view) => {
  const torn = VIEWS[view].regions.filter(({ polygon }) =>
    polygon.some(([x, y], index) => {
      const [nextX, nextY] = polygon[(index + 1) % polygon.length] ?? [0, 0];
      return Math.hypot(nextX - x, nextY - y) > 32;
    }),
  );
  expect(torn.map(nameOf)).toEqual([]);
});

test.each(VIEW_NAMES)('everything of %s lies inside the picture', (view) => {
  const { regions, lines } = VIEWS[view];
  const outside = ([x, y]: Point) => x < 0 || y < 0 || x > FIGURE_WIDTH || y > FIGURE_HEIGHT;
  expect(regions.filter(({ polygon }) => polygon.some(outside)).map(nameOf)).toEqual([]);
  for (const { path } of lines) {
    const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
    expect(numbers.filter((value) => value < -20 || value > FIGURE_HEIGHT + 20)).toEqual([]);
  }
});

test.each(VIEW_NAMES)('no two regions of %s overlap, but for an island in its sea', (view) => {
  const { regions } = VIEWS[view];
  const overlaps = new Map<string, number>();
  for (const point of grid(3)) {
    const at = regions.filter(({ polygon }) => isInside(point, polygon)).map(nameOf);
    if (at.length > 1) overlaps.set(at.join(' '), (overlaps.get(at.join(' ')) ?? 0) + 9);
  }
  overlaps.delete('perioral/midline vermilion/midline');
  // Two curves through the same points may differ by less than a line is wide.
  expect([...overlaps].filter(([, size]) => size > 40)).toEqual([]);
});

test.each(VIEW_NAMES)('a touch on a region at the eye in %s always means that region', (view) => {
  const eyes = VIEWS[view].regions.filter(isAtEye);
  const stolen = grid(2).filter((point) => {
    const eye = eyes.find(({ polygon }) => isInside(point, polygon));
    return eye !== undefined && regionAt(view, point)?.area !== eye.area;
  });
  expect(stolen).toEqual([]);
});

test.each(VIEW_NAMES)('the mark of every region of %s lies where a touch means it', (view) => {
  const wrong = VIEWS[view].regions.filter((region) => regionAt(view, region.mark) !== region);
  expect(wrong.map(nameOf)).toEqual([]);
});

/** Where a drawing stands on a screen of 1024 x 600: some 500 px high. */
const SCALE = 500 / FIGURE_HEIGHT;

test.each(VIEW_NAMES)('every region of %s is a target of 44 px on a small screen', (view) => {
  const bounds = new Map<string, { xs: number[]; ys: number[] }>();
  for (const [x, y] of grid(2)) {
    const region = regionAt(view, [x, y]);
    if (region === undefined) continue;
    const found = bounds.get(nameOf(region)) ?? { xs: [], ys: [] };
    found.xs.push(x);
    found.ys.push(y);
    bounds.set(nameOf(region), found);
  }
  const span = (values: readonly number[]) =>
    (Math.max(...values) - Math.min(...values) + 2) * SCALE;
  const small = [...bounds].filter(([, { xs, ys }]) => span(xs) < 44 || span(ys) < 44);
  expect(small.map(([name]) => name)).toEqual([]);
});

test('left and right are mirror images in the faces', () => {
  const middleX = (view: 'face-left' | 'face-right') =>
    VIEWS[view].regions.find(({ area }) => area === 'nose')?.mark[0] ?? NaN;
  expect(middleX('face-left')).toBeLessThan(FIGURE_WIDTH / 2);
  expect(middleX('face-right')).toBeCloseTo(FIGURE_WIDTH - middleX('face-left'), 5);
  const sides = (view: 'face-left' | 'face-right') =>
    new Set(VIEWS[view].regions.filter(({ area }) => AREAS[area].paired).map(({ side }) => side));
  expect([...sides('face-left')]).toEqual(['left']);
  expect([...sides('face-right')]).toEqual(['right']);
});

test('a curve goes through its points', () => {
  const polygon = polygonOf(pieces(pointsOf('0,0 10,5 20,0 30,9')));
  expect(polygon[6]).toEqual([10, 5]);
  expect(polygon[12]).toEqual([20, 0]);
});

test('an arrow key leads to the neighbour, and stays at the edge', () => {
  const { regions } = VIEWS['face-front'];
  const find = (name: string): Region => {
    const found = regions.find((region) => nameOf(region) === name);
    if (found === undefined) throw new Error(`the face has ${name}`);
    return found;
  };
  expect(nextRegion(regions, find('scalp/midline'), 'ArrowUp')).toBe(find('scalp/midline'));
  expect(nextRegion(regions, find('chin/midline'), 'ArrowDown')).toBe(find('submental/midline'));
});
