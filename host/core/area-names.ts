// Other names for the same skin. A budget belongs to skin, not to a word: whoever plans the
// under-eye and then the tear trough has planned one area twice, and must be told so.
// A name that could mean more than one area (brow, periorbital) is left out, and so refused.

import { type AreaName, isAreaName } from '../../protocol/area.ts';

/**
 * Every other name, and the area that it means.
 * S-10: one budget for one piece of skin, whatever it is called.
 */
export const OTHER_NAMES: Readonly<Record<string, AreaName>> = {
  'lash-line': 'upper-eyelid',
  'upper-lid': 'upper-eyelid',
  'inside-orbital-rim': 'upper-eyelid',
  caruncle: 'upper-eyelid',
  'under-eye': 'infraorbital',
  'tear-trough': 'infraorbital',
  'lower-eyelid': 'infraorbital',
  'lower-lid': 'infraorbital',
  'eye-bag': 'infraorbital',
  'lateral-canthus': 'crows-feet',
  'outer-eye': 'crows-feet',
  frown: 'glabella',
  'frown-lines': 'glabella',
  malar: 'cheek',
  cheekbone: 'cheek',
  zygoma: 'cheek',
  'mid-cheek': 'cheek',
  'upper-lip': 'perioral',
  'lip-lines': 'perioral',
  'lip-red': 'vermilion',
  lips: 'vermilion',
  jaw: 'jawline',
  'double-chin': 'submental',
  'under-chin': 'submental',
  chest: 'decolletage',
  belly: 'abdomen',
  stomach: 'abdomen',
  'hand-dorsum': 'hand',
  buttocks: 'buttock',
  thighs: 'thigh',
  knees: 'knee',
};

/** The area that a name means, under whatever usual name, or undefined when none is meant. */
export function areaNamed(text: string): AreaName | undefined {
  const name = text.trim().toLowerCase().replaceAll(/[\s_]+/g, '-');
  if (isAreaName(name)) return name;
  return Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined;
}
