// Which reductions apply, and their one exact product. A reduction applies or it does not: two
// facts that lead to the same one (a darker skin type and a history of melasma) reduce once, and
// a person of whom nothing is known is reduced by everything that might be true of them.

import { ageYears, type Day } from './day.ts';
import type { CaseFile, Condition } from './case-file.ts';
import type { Modifier } from './limit-profile.ts';
import type { ModifierId } from './limit-reason.ts';
import { ONE, type Ratio, times } from './ratio.ts';

const FRAGILE_FROM_YEARS = 65;
const DARKER_FROM_TYPE = 4;

const has = (caseFile: CaseFile, ...conditions: readonly Condition[]): boolean =>
  conditions.some((condition) => caseFile.conditions[condition] !== 'no');

function isDarker(caseFile: CaseFile): boolean {
  const type = caseFile.fitzpatrick;
  const scarsDark = has(
    caseFile,
    'melasma-or-pigment-after-inflammation',
    'tanned-or-much-sun-lately',
  );
  return type === undefined || type >= DARKER_FROM_TYPE || scarsDark;
}

function isFragile(caseFile: CaseFile, today: Day): boolean {
  const { bornOn } = caseFile;
  const isOld = bornOn === undefined || ageYears(bornOn, today) >= FRAGILE_FROM_YEARS;
  return isOld || has(caseFile, 'steroid-thinned-skin', 'irradiated-skin', 'very-lax-skin');
}

/** The reductions that a person's own facts bring; what is not known is taken to apply. */
export function personModifiers(
  caseFile: CaseFile | undefined,
  today: Day,
): ReadonlySet<ModifierId> {
  const found = new Set<ModifierId>();
  if (caseFile === undefined || isDarker(caseFile)) found.add('darker-skin');
  if (caseFile === undefined || isFragile(caseFile, today)) found.add('fragile-skin');
  return found;
}

/** The modifiers of a profile that apply, each once, in one fixed order. */
export const applying = (
  profile: readonly Modifier[],
  ids: Iterable<ModifierId>,
): readonly Modifier[] => {
  const set = new Set(ids);
  return [...profile].filter(({ id }) => set.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** The exact product of what some modifiers do to the depth. */
export const depthProduct = (modifiers: readonly Modifier[]): Ratio =>
  modifiers.map(({ depth }) => depth).reduce(times, ONE);

/** The exact product of what some modifiers do to the density. */
export const densityProduct = (modifiers: readonly Modifier[]): Ratio =>
  modifiers.map(({ density }) => density).reduce(times, ONE);

/** Passes after some modifiers: none stays none, and what was allowed at all stays at least one. */
export function passesAfter(passesMax: number, modifiers: readonly Modifier[]): number {
  const fewer = modifiers.reduce((sum, { passesLess }) => sum + passesLess, 0);
  return passesMax === 0 ? 0 : Math.max(1, passesMax - fewer);
}
