// The questions whose yes forbids a treatment, some of them until a prescriber has signed. Grouping
// is our proposal; each question is somebody's, and says whose.

import type { ScreeningItem } from '../../case-file.ts';
import { groundedIn, type Ground } from '../sources.ts';
import type { Question } from './question.ts';

const FDA = groundedIn('A', 'fda-microneedling-page');

/** Six months at their longest, in days. */
const SIX_MONTHS_DAYS = 184;
const TWO_WEEKS_DAYS = 14;

type Blocking = Omit<Question, 'outcome' | 'feeds' | 'ground'> & { readonly ground?: Ground };

const asked = (
  outcome: 'block' | 'prescriber',
  item: ScreeningItem,
  questions: readonly Blocking[],
): readonly Question[] =>
  questions.map((question) => ({
    ground: FDA, ...question, outcome, feeds: { kind: 'screening', item },
  }));

/** They. */
export const BLOCKING_QUESTIONS: readonly Question[] = [
  ...asked('block', 'active-infection-or-wound', [
    {
      id: 'infection-or-wound',
      asks: 'Is there any infection, open wound, sore or rash where treatment is planned today?',
    },
    { id: 'cold-sore-now', asks: 'Is there a cold sore now, or the tingling that announces one?' },
  ]),
  ...asked('prescriber', 'inflamed-acne', [
    {
      id: 'inflamed-acne',
      asks: 'Is there inflamed acne where treatment is planned?',
      ground: groundedIn('C', 'tightening-article-1'),
    },
  ]),
  ...asked('prescriber', 'isotretinoin-within-6-months', [
    {
      id: 'isotretinoin',
      asks: 'Isotretinoin, now or in the last six months? (the day of the last capsule)',
      windowDays: SIX_MONTHS_DAYS,
      // The task force of 2017 found too little against treating sooner; so a prescriber may sign.
      ground: groundedIn('A', 'fda-microneedling-page', 'asds-2017'),
    },
  ]),
  ...asked('block', 'pregnant-or-breastfeeding', [
    { id: 'pregnant-or-breastfeeding', asks: 'Pregnant, perhaps pregnant, or breastfeeding?' },
  ]),
  ...asked('prescriber', 'bleeding-disorder-or-anticoagulant', [
    { id: 'bleeding-disorder', asks: 'A bleeding disorder, or bruises without a reason?' },
    {
      id: 'anticoagulant',
      asks: 'Warfarin, heparin, aspirin or any other medicine that thins the blood?',
    },
  ]),
  ...asked('prescriber', 'immunosuppression-or-uncontrolled-diabetes', [
    { id: 'immunosuppression', asks: 'A weakened immune system, or a medicine that weakens it?' },
    { id: 'hiv-or-hepatitis', asks: 'An infection with HIV or hepatitis?' },
    { id: 'uncontrolled-diabetes', asks: 'Diabetes that is not well controlled?' },
  ]),
  ...asked('block', 'keloid-history-or-lesion-in-area', [
    { id: 'keloid-history', asks: 'Have scars ever grown beyond the wound (keloid)?' },
    {
      id: 'lesion-in-area',
      asks: 'An actinic keratosis, wart, mole or birthmark where treatment is planned?',
    },
  ]),
  ...asked('prescriber', 'malignancy-or-systemic-steroids', [
    { id: 'malignancy', asks: 'Cancer, now or under follow-up?' },
    { id: 'chemo-or-radiotherapy', asks: 'Chemotherapy or radiotherapy, now or under way?' },
    { id: 'systemic-steroids', asks: 'Cortisone or another steroid as tablets or injections?' },
  ]),
  ...asked('block', 'allergy-to-steel-or-anaesthetic', [
    {
      id: 'allergy-to-metal',
      asks: 'An allergy to stainless steel, nickel or another metal?',
      ground: groundedIn('A', 'fda-microneedling-page', 'chu-2021'),
    },
    { id: 'allergy-to-anaesthetic', asks: 'An allergy to a numbing cream or a local anaesthetic?' },
  ]),
  ...asked('block', 'skin-cancer-or-collagen-disease-or-heart', [
    {
      id: 'skin-cancer-in-area',
      asks: 'Skin cancer, now or earlier, where treatment is planned?',
      ground: groundedIn('C', '42-west'),
    },
    {
      id: 'collagen-disease',
      asks: 'Scleroderma or another disease of collagen or blood vessels?',
      ground: groundedIn('C', '42-west'),
    },
    {
      id: 'heart-abnormality',
      asks: 'A heart abnormality?',
      ground: groundedIn('C', '42-west'),
    },
  ]),
  ...asked('block', 'tattoo-in-area', [
    {
      id: 'tattoo-in-area',
      asks: 'A tattoo or permanent make-up where treatment is planned?',
      ground: groundedIn('C', 'skinpen-answers'),
    },
  ]),
  ...asked('block', 'filler-within-2-weeks', [
    {
      id: 'filler',
      asks: 'Filler in the area in the last two weeks? (the day)',
      windowDays: TWO_WEEKS_DAYS,
      ground: groundedIn('C', 'bv-aesthetics'),
    },
  ]),
  ...asked('block', 'implant-or-port-in-area', [
    {
      id: 'implant-or-port',
      asks: 'An implant, port or thread under the skin where treatment is planned?',
      ground: groundedIn('D', 'corium'),
    },
  ]),
  ...asked('prescriber', 'burnt-peeled-or-lasered-within-2-weeks', [
    {
      id: 'sunburn',
      asks: 'A sunburn in the last two weeks? (the day)',
      windowDays: TWO_WEEKS_DAYS,
      ground: groundedIn('C', 'bv-aesthetics'),
    },
    {
      id: 'laser-or-light',
      asks: 'Laser or intense light on the area in the last two weeks? (the day)',
      windowDays: TWO_WEEKS_DAYS,
      ground: groundedIn('C', 'bv-aesthetics', 'tightening-article-2'),
    },
    {
      id: 'peel',
      asks: 'A peel of the area in the last two weeks? (the day)',
      windowDays: TWO_WEEKS_DAYS,
      ground: groundedIn('C', 'skin-therapy-tucson', 'tightening-article-2'),
    },
  ]),
];
