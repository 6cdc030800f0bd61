/**
 * Makes up a person: mostly somebody who may be treated, now and then somebody who may not, or of
 * whom nobody knows enough. The generator asks nobody what is allowed; checkers reckon that anew.
 */
import { nextBetween, type Random } from '../../sim/random.ts';
import { isLucky, pick, pickWeighted } from './chance.ts';
import type { PersonDrawn, Place, VisitTold } from './scenario.ts';

const CONDITIONS = [
  'melasma-or-pigment-after-inflammation',
  'steroid-thinned-skin',
  'irradiated-skin',
  'very-lax-skin',
] as const;

const FACE: readonly Place[] = [
  { area: 'forehead', side: 'midline' },
  { area: 'cheek', side: 'left' },
  { area: 'cheek', side: 'right' },
];

/** How many days ago: long enough, barely long enough, or not. */
const daysAgo = (random: Random): number =>
  pickWeighted(random, [
    [nextBetween(random, 50, 300), 78],
    [nextBetween(random, 28, 49), 16],
    [nextBetween(random, 13, 27), 3],
    [nextBetween(random, 1, 12), 3],
  ]);

function visit(random: Random, places: readonly Place[]): VisitTold {
  const ago = daysAgo(random);
  const touched = isLucky(random, 70) ? FACE : [pick(random, [...FACE, ...places])];
  return {
    daysAgo: ago,
    places: touched,
    followedUp: ago > 14 && !isLucky(random, 10),
    redFlag: isLucky(random, 1),
  };
}

function history(random: Random, places: readonly Place[]): PersonDrawn['history'] {
  const count = pickWeighted(random, [[0, 15], [1, 55], [2, 20], [3, 7], [-1, 3]]);
  if (count < 0) return 'unknown';
  return Array.from({ length: count }, () => visit(random, places));
}

/** Makes up a person, or none: somebody without a case file. */
export function drawPerson(random: Random, places: readonly Place[]): PersonDrawn | undefined {
  if (isLucky(random, 3)) return undefined;
  return {
    bornYearsAgo: pickWeighted(random, [
      [nextBetween(random, 23, 64), 86],
      [nextBetween(random, 65, 85), 13],
      [nextBetween(random, 15, 21), 1],
    ]),
    fitzpatrick: pickWeighted(random, [
      [nextBetween(random, 1, 3), 75],
      [nextBetween(random, 4, 6), 25],
    ]),
    history: history(random, places),
    conditions: CONDITIONS.filter(() => isLucky(random, 4)),
    cleared: isLucky(random, 70) ? ['acne-scar'] : [],
  };
}

/** Whether the table takes a person for one of darker skin. */
const isDarker = ({ fitzpatrick, conditions }: PersonDrawn): boolean =>
  fitzpatrick >= 4 || conditions.includes(CONDITIONS[0]);

const isFragile = ({ bornYearsAgo, conditions }: PersonDrawn): boolean =>
  bornYearsAgo >= 65 || conditions.some((name) => name !== CONDITIONS[0]);

/** How many of the person's own reductions apply: what a plan has to be drawn under. */
export const reductions = (person: PersonDrawn | undefined): number =>
  person === undefined ? 2 : Number(isDarker(person)) + Number(isFragile(person));

/** Whether nobody knows of an earlier visit. */
export const isFirst = (person: PersonDrawn | undefined): boolean =>
  person === undefined || person.history === 'unknown' || person.history.length === 0;
