// The pen as it was looked at last, in a treatment or beside it.

import type { PenDescription } from '../../host/core/pen-description.ts';
import type { Held } from './held.ts';

/** The pen; undefined while none was met. */
export function metPenOf({ pen }: Held): PenDescription | undefined {
  const standing = pen.standing();
  return standing.kind === 'met' ? standing.pen : undefined;
}
