// What may be expected where, as the trade articles state it, with the grade that this has. It is
// there to keep hopes low where they should be low; nothing in it is a promise to anybody.

import type { AreaName } from '../../../../protocol/area.ts';
import { energyRow } from '../modality/energy-limits.ts';
import type { Modality } from '../modality/modality.ts';
import { type Ground, groundedIn } from '../sources.ts';

/** How an area is said to answer. */
export type Response =
  | 'best' | 'good' | 'slower' | 'limited' | 'marginal' | 'texture-only' | 'none';

/** What is said of an area. */
export interface Expected {
  readonly response: Response;
  readonly says: string;
  readonly ground: Ground;
}

const ARTICLE = groundedIn('C', 'tightening-article-2');
const OURS = groundedIn('D', 'corium');
const RADIO = groundedIn('C', 'tightening-article-2', 'fda-radiofrequency-2025');

const expected = (response: Response, says: string, ground: Ground = ARTICLE): Expected => ({
  response, says, ground,
});

const NEVER = expected('none', 'Not treated: no safe depth is known.', OURS);
const UNKNOWN = 'Nothing that could be read tells how this area answers.';

const AREAS: Readonly<Record<AreaName, Expected>> = {
  'upper-eyelid': NEVER,
  infraorbital: expected(
    'texture-only',
    'Texture only, very cautiously, and after success elsewhere; bags and hollows stay.',
  ),
  'crows-feet': expected('limited', 'Fine lines may soften; some pens are cleared for them.'),
  forehead: expected('good', 'Answers well.'),
  temple: expected('good', 'Part of the face, which answers best; thin skin, shallow work.'),
  glabella: expected('good', 'Lines may soften; those made by muscle stay.'),
  nose: expected('limited', 'Pores and texture at most.', OURS),
  cheek: expected('best', 'The face answers best, the cheeks with it: thin dermis, many vessels.'),
  perioral: expected('good', 'Fine lines answer well, at shallow depth.'),
  vermilion: NEVER,
  chin: expected('good', 'Part of the face, which answers best.'),
  jawline: expected('good', 'Answers well where laxity is mild.'),
  submental: expected('limited', 'Fat and muscle make most of it, and needles reach neither.'),
  neck: expected('slower', 'Slower than the face: five to six visits instead of four.'),
  decolletage: expected('slower', UNKNOWN, OURS),
  scalp: expected('limited', 'Studied for hair, not for skin; shallow was better than deep.'),
  abdomen: expected('limited', 'Disappointing; loose skin after weight loss is not helped.'),
  'upper-arm': expected('marginal', 'Marginal, and the skin is thin.'),
  forearm: expected('marginal', 'Marginal, and the skin is thin.'),
  hand: expected('marginal', UNKNOWN, OURS),
  back: expected('limited', UNKNOWN, OURS),
  buttock: expected('limited', 'Stretch marks more than laxity.', OURS),
  thigh: expected('limited', 'Limited: thick dermis; stretch marks more than laxity.'),
  knee: expected('limited', UNKNOWN, OURS),
};

/** What any area may be told, whatever it is. */
export const OVERALL: readonly Expected[] = [
  expected('limited', 'In mild laxity 20 to 30 per cent are claimed; no study was found for it.'),
  expected('none', 'Excess skin after much loss of weight is not treatable with needles.'),
];

const BY_MODALITY: Readonly<Record<Modality, string | undefined>> = {
  dumb: 'Depth and strokes of a hand-set pen are told, not measured, and so is its effect.',
  automated: undefined,
  energy: 'Radiofrequency is said to tighten more, and burns and loss of fat are its price.',
};

/** What may be expected of an area under a modality, in sentences. */
export function expectedOf(area: AreaName, modality: Modality): readonly Expected[] {
  const more = BY_MODALITY[modality];
  const isEnergy = modality === 'energy';
  const { response } = AREAS[area];
  if (isEnergy && energyRow(area) === undefined) {
    return [AREAS[area], expected('none', 'Radiofrequency is never given here.', OURS)];
  }
  const ground = isEnergy ? RADIO : OURS;
  return [AREAS[area], ...(more === undefined ? [] : [expected(response, more, ground)])];
}
