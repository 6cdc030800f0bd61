/**
 * One pen out of the many that a model allows: errors drawn by a seed, or set at a corner.
 *
 * Every draw lies inside the model's ranges, so every individual lies inside the certificate that
 * covers them; the corners are where a search for a counterexample begins.
 */
import { nextBetween, type Random } from '../random.ts';
import type { Individual, Mechanics, Range } from './mechanics.ts';

/** Draws one pen of a model. */
export function drawIndividual(mechanics: Mechanics, random: Random): Individual {
  const draw = (range: Range): number => nextBetween(random, range.min, range.max);
  return {
    offsetUm: draw(mechanics.offsetUm),
    gainPpm: draw(mechanics.gainPpm),
    bowUm: draw(mechanics.bowUm),
    hysteresisUm: draw(mechanics.hysteresisUm),
    ratePpm: draw(mechanics.ratePpm),
  };
}

/** The pen at one corner of a model's ranges; bit n of `corner` picks the maximum of the nth. */
export function cornerIndividual(mechanics: Mechanics, corner: number): Individual {
  const pick = (range: Range, bit: number): number =>
    ((corner >> bit) & 1) === 1 ? range.max : range.min;
  return {
    offsetUm: pick(mechanics.offsetUm, 0),
    gainPpm: pick(mechanics.gainPpm, 1),
    bowUm: pick(mechanics.bowUm, 2),
    hysteresisUm: pick(mechanics.hysteresisUm, 3),
    ratePpm: pick(mechanics.ratePpm, 4),
  };
}
