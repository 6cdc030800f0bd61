// The doctor's look at the keys of pens: who may read them. What is in them he neither reads nor
// says.

import { type Finding, good } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

const WHY = 'Whoever can read the key of a pen can move that pen.';

/** Whether only this user can read the keys of his pens. */
export function checkKeys({ keys }: Surroundings): readonly Finding[] {
  if (keys.pens === undefined) {
    return keys.sentences.map((what) => ({
      check: 'keys', level: 'bad', what, why: WHY, next: 'Then run the doctor again.',
    }));
  }
  const what = keys.pens === 0
    ? 'No pen is paired with this computer'
    : `${keys.pens} ${keys.pens === 1 ? 'pen is' : 'pens are'} paired with this computer`;
  return [good('keys', `${what} (${keys.folder})`, WHY)];
}
