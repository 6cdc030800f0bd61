// Skin as it is typed on the command line: an area by any of its names, with a side or, where it
// has two and none is named, both.

import { areaNamed } from '../core/area-names.ts';
import type { Skin } from '../core/plan.ts';
import { isPaired } from '../../protocol/area.ts';
import { refuse, ok, type Result } from '../../protocol/result.ts';

/** The skin that is meant by words like `forehead`, `cheek` and `cheek:left`. */
export function skinsOf(typed: readonly string[]): Result<readonly Skin[], readonly string[]> {
  const wrong: string[] = [];
  const skins = typed.flatMap((text): readonly Skin[] => {
    const [name = '', side] = text.split(':');
    const area = areaNamed(name);
    if (area === undefined) {
      wrong.push(`"${name}" is no area that Corium knows; use a name from the table.`);
      return [];
    }
    if (side === undefined && isPaired(area)) {
      return [{ area, side: 'left' }, { area, side: 'right' }];
    }
    if (side === undefined || side === 'midline') return [{ area, side: 'midline' }];
    if (side === 'left' || side === 'right') return [{ area, side }];
    wrong.push(`"${side}" is no side; write left or right.`);
    return [];
  });
  return wrong.length > 0 ? refuse(wrong) : ok(skins);
}
