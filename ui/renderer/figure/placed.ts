// A region with what is to be shown on it, and the one word that it is found by. A region keeps its
// place while what is shown on it changes: it is painted anew and not made anew, focus and all.

import { type Accessor, createMemo, mapArray } from 'solid-js';
import type { Region } from './build.ts';
import type { FigureArea } from './figure-data.ts';

/** A region with what is to be shown on it. */
export interface Placed {
  readonly region: Region;
  readonly shown: Accessor<FigureArea>;
}

/** One word for a region. */
export const keyOf = ({ area, side }: Pick<Region, 'area' | 'side'>): string => `${area}/${side}`;

const looksAlike = (one: FigureArea, other: FigureArea): boolean =>
  one.state === other.state && one.tone === other.tone && one.selected === other.selected;

const areSame = (some: readonly Region[], others: readonly Region[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

/** Those regions on which an area is shown, in their order. */
export function placedOn(
  regions: Accessor<readonly Region[]>,
  areas: Accessor<readonly FigureArea[]>,
): Accessor<readonly Placed[]> {
  const byKey = createMemo(() => new Map(areas().map((area) => [keyOf(area), area])));
  const used = createMemo(
    () => regions().filter((region) => byKey().has(keyOf(region))),
    [],
    { equals: areSame },
  );
  return mapArray(used, (region) => {
    const { area, side } = region;
    const free: FigureArea = { area, side, tone: 0, state: 'free', selected: false };
    const find = (): FigureArea => byKey().get(keyOf(region)) ?? free;
    const shown = createMemo(find, free, { equals: looksAlike });
    return { region, shown };
  });
}
