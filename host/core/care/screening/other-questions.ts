// The questions whose yes does not forbid: those that reduce depth and dose, those that want a note
// by the provider, and those that concern radiofrequency and are asked only before it.

import type { Condition, Precaution } from '../../case-file.ts';
import { groundedIn, type Ground } from '../sources.ts';
import type { EnergyItem, Question } from './question.ts';

const FDA = groundedIn('A', 'fda-microneedling-page');
const OURS = groundedIn('D', 'corium');
const CLINIC = groundedIn('C', 'bv-aesthetics');

const reduces = (item: Condition, asks: string, ground: Ground): Question => ({
  id: item, asks, outcome: 'modifier', feeds: { kind: 'condition', item }, ground,
});

/** Questions whose yes reduces depth, passes and density. */
export const REDUCING_QUESTIONS: readonly Question[] = [
  reduces(
    'melasma-or-pigment-after-inflammation',
    'Melasma, or dark marks that stayed after spots, burns or wounds?',
    groundedIn('A', 'fda-microneedling-page', 'chu-2021'),
  ),
  reduces('steroid-thinned-skin', 'Skin thinned by steroid creams or tablets?', OURS),
  reduces('irradiated-skin', 'Has the skin of the area ever been irradiated?', OURS),
  reduces('very-lax-skin', 'Is the skin of the area very lax?', OURS),
  reduces('tanned-or-much-sun-lately', 'Tanned now, or much sun in the last two weeks?', FDA),
];

type Warning = Omit<Question, 'outcome' | 'feeds'>;

const warns = (item: Precaution, question: Warning): Question => ({
  ...question, outcome: 'warning', feeds: { kind: 'precaution', item },
});

/** Questions whose yes wants a note: it was thought about, and this is what will be done. */
export const WARNING_QUESTIONS: readonly Question[] = [
  warns('cold-sore-history', {
    id: 'cold-sores-before',
    asks: 'Cold sores at any time before? (note: what was decided about an antiviral)',
    ground: FDA,
  }),
  warns('skin-or-autoimmune-disease', {
    id: 'skin-or-autoimmune-disease',
    asks: 'Eczema, psoriasis, vitiligo or an autoimmune disease? (note: where, and is it quiet)',
    ground: FDA,
  }),
  warns('sun-planned-within-2-weeks', {
    id: 'sun-planned',
    asks: 'Sun or a tan planned in the next two weeks? (note: how it will be avoided)',
    ground: FDA,
  }),
  warns('muscle-relaxant-within-2-weeks', {
    id: 'muscle-relaxant',
    asks: 'Botulinum toxin in the area in the last two weeks? (the day; note: where)',
    windowDays: 14,
    ground: CLINIC,
  }),
  warns('retinoid-or-acid-within-a-week', {
    id: 'retinoid-or-acid',
    asks: 'A retinoid or an acid on the area in the last week? (the day; note: which)',
    windowDays: 7,
    ground: CLINIC,
  }),
  warns('waxed-within-a-week', {
    id: 'waxing',
    asks: 'Waxing or hair removal on the area in the last week? (the day; note: how it looks)',
    windowDays: 7,
    ground: CLINIC,
  }),
  warns('anti-inflammatory-within-3-days', {
    id: 'anti-inflammatory',
    asks: 'Ibuprofen, naproxen or the like in the last three days? (the day; note: why)',
    windowDays: 3,
    ground: CLINIC,
  }),
  warns('pigment-plan', {
    id: 'pigment-plan',
    asks: 'For types IV to VI and for skin that marks: is it agreed what is done about pigment '
      + '(sun, photographs on days 14 and 28)? (note: what was agreed)',
    ground: OURS,
  }),
];

const forbidsEnergy = (item: EnergyItem, asks: string): Question => ({
  id: item, asks, outcome: 'block', feeds: { kind: 'energy', item }, ground: OURS,
});

/** Questions that are asked before radiofrequency only; general practice, not found in a source. */
export const ENERGY_QUESTIONS: readonly Question[] = [
  forbidsEnergy('pacemaker-or-defibrillator', 'A pacemaker or an implanted defibrillator?'),
  forbidsEnergy('metal-in-field', 'Metal in the body where treatment is planned?'),
  forbidsEnergy('nerve-stimulator', 'A stimulator of nerves or of the brain?'),
  forbidsEnergy('facial-palsy', 'A palsy of the face, now or earlier?'),
];
