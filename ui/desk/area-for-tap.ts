// The area that a tap of the foot asks for: the one that every window shows as the next, which is
// the chosen one, or else the first with something left, those at the eye last. Pure.

import type { AreaSnapshot, Snapshot } from '../../host/core/snapshot.ts';
import type { Where } from './draft.ts';

/** The area in turn while nothing is armed; undefined when nothing is left. */
export function areaForTap(
  { areas, active }: Pick<Snapshot, 'areas' | 'active'>,
  chosen: Where | undefined,
): AreaSnapshot | undefined {
  if (active !== undefined) return undefined;
  const open = areas.filter(({ state }) => state === 'open');
  return areas.find(({ area, side }) => area === chosen?.area && side === chosen.side)
    ?? open.find(({ eye }) => !eye)
    ?? open[0];
}
