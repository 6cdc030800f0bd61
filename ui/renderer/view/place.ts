// A place on the skin: an area with its side. Screens find one by its key, and the area that comes
// next the way the command line does: what was chosen, else those at the eye last.

import type { AreaName, Side } from '../../../protocol/area.ts';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { DeskState } from '../../contract/desk-state.ts';

/** An area with its side. */
export interface Place {
  readonly area: AreaName;
  readonly side: Side;
}

/** One word for a place. */
export const placeKey = ({ area, side }: Place): string => `${area}/${side}`;

/** Whether two places are the same skin. */
export const isSamePlace = (one: Place, other: Place): boolean =>
  one.area === other.area && one.side === other.side;

/** Where a place stands in a list; undefined where it does not. */
export function indexOfPlace(list: readonly Place[], place: Place): number | undefined {
  const index = list.findIndex((one) => isSamePlace(one, place));
  return index < 0 ? undefined : index;
}

/** The index of the area that is armed, or of the one that would be armed next. */
export function areaInTurn(state: DeskState, snapshot: Snapshot): number | undefined {
  if (snapshot.active !== undefined) return snapshot.active;
  const { treatment } = state;
  const chosen = treatment.kind === 'running' ? treatment.chosen : undefined;
  const index = chosen === undefined ? undefined : indexOfPlace(snapshot.areas, chosen);
  return index ?? firstOpen(snapshot);
}

/** The first area with something left, those at the eye last. */
function firstOpen({ areas }: Snapshot): number | undefined {
  const open = [...areas.entries()].filter(([, { state }]) => state === 'open');
  const [first] = [...open.filter(([, { eye }]) => !eye), ...open.filter(([, { eye }]) => eye)];
  return first?.[0];
}
