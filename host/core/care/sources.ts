// The publications and pages that the rules of care rest on, each under one short name with how far
// it may be trusted. The limit profile has a list of its own, which is signed with its numbers;
// what stands here is not signed, and so nothing here sets a depth.

import type { Grade, Source } from '../limit-profile.ts';

const SOURCES = {
  'fda-microneedling-page': {
    grade: 'A',
    title: 'FDA: Microneedling devices',
    url: 'https://www.fda.gov/medical-devices/aesthetic-cosmetic-devices/microneedling-devices',
  },
  'fda-radiofrequency-2025': {
    grade: 'A',
    title: 'FDA safety communication on radiofrequency microneedling, 15 October 2025',
    url: 'https://www.fda.gov/medical-devices/safety-communications/potential-risks-certain-uses-'
      + 'radiofrequency-rf-microneedling-fda-safety-communication',
  },
  'fda-exosomes-2019': {
    grade: 'A',
    title: 'FDA: public safety notification on exosome products, 2019',
    url: 'https://www.fda.gov/vaccines-blood-biologics/safety-availability-biologics/'
      + 'public-safety-notification-exosome-products',
  },
  'cfr-878-4430': { grade: 'A', title: '21 CFR 878.4430, Microneedling device for aesthetic use' },
  'cdc-mmwr-2024': {
    grade: 'A',
    title: 'CDC MMWR 73(16), 2024: HIV after platelet microneedling facials in a spa',
    url: 'http://www.cdc.gov/mmwr/volumes/73/wr/mm7316a3.htm',
  },
  'friedmann-2024': {
    grade: 'A', title: 'Friedmann 2024: granulomatous reactions to microneedling',
  },
  'chu-2021': { grade: 'A', title: 'Chu 2021: Safety profile for microneedling, 85 papers' },
  'asds-2017': {
    grade: 'A', title: 'ASDS guidelines task force 2017: isotretinoin and procedures',
  },
  'ablon-2018': { grade: 'A', title: 'Ablon 2018: Exceed, four treatments 30 days apart' },
  'von-dalwig-nolda-2020': {
    grade: 'A', title: 'von Dalwig-Nolda and Ablon 2020: acne scars, four treatments',
  },
  'alster-li-2020': { grade: 'A', title: 'Alster and Li 2020: striae, one to three treatments' },
  'faghihi-2021': {
    grade: 'A', title: 'Faghihi 2021: scalp, every two weeks for twelve weeks, 60 people',
  },
  'english-2021': { grade: 'A', title: 'English 2021: review of microneedling for hair loss' },
  'kalluri-2011': {
    grade: 'A', title: 'Kalluri 2011: channels close within 12 to 18 hours (hairless rat)',
  },
  'sobanko-anaesthetics': {
    grade: 'A', title: 'Sobanko, Miller and Alster: Topical anaesthetics, a review',
  },
  'fda-numbing-2009': {
    grade: 'B', title: 'US Pharmacist 2009: FDA alert on skin numbing products',
  },
  'qai-clearances': {
    grade: 'B',
    title: 'FDA clearances under product code QAI, as mirrored in Skincare-Device-Research',
    url: 'https://github.com/SamuelDovgin/Skincare-Device-Research',
  },
  'skincare-device-research': {
    grade: 'B', title: 'Skincare-Device-Research: selection and safety protocol',
  },
  'skinpen-manual': { grade: 'B', title: 'SkinPen: hydrogel without drugs as glide' },
  'profound-matrix': {
    grade: 'B', title: 'Profound Matrix K240070: above 62 mJ a pin for types I to IV only',
  },
  'gs1-udi': { grade: 'B', title: 'GS1 quick reference for FDA unique device identification' },
  '42-west': { grade: 'C', title: '42 West Aesthetics: SkinPen contraindications' },
  'bv-aesthetics': { grade: 'C', title: 'BV Aesthetics: before and after microneedling' },
  'skinpen-answers': { grade: 'C', title: 'The basics of SkinPen (questions and answers)' },
  'skin-therapy-tucson': { grade: 'C', title: 'Skin Therapy Tucson: instructions afterwards' },
  monarch: { grade: 'C', title: 'Monarch: microneedling aftercare' },
  'fifth-element': { grade: 'C', title: 'Fifth Element: microneedling aftercare' },
  'telo-labs': { grade: 'C', title: 'Telo Labs: aftercare of radiofrequency' },
  'drpen-depth-guide': { grade: 'C', title: 'Dr. Pen: days of recovery by depth' },
  'rf-study-notes': { grade: 'C', title: 'Study notes on radiofrequency: 55 to 65 degrees' },
  'tightening-article-1': {
    grade: 'C', title: 'How microneedling tightens the skin (trade article)',
  },
  'tightening-article-2': {
    grade: 'C', title: 'Does microneedling tighten skin? (trade article of a product seller)',
  },
  corium: {
    grade: 'D', title: 'Corium: our own proposal, to be signed off by a clinician',
  },
} as const satisfies Readonly<Record<string, Source>>;

/** The short name of a source. */
export type SourceName = keyof typeof SOURCES;

/** Where a rule of care comes from, and how far that may be trusted. */
export interface Ground {
  readonly grade: Grade;
  readonly sources: readonly SourceName[];
}

/** A source by its name. */
export const sourceOf = (name: SourceName): Source => SOURCES[name];

/** Says that something rests on some sources, with the grade that it is given. */
export const groundedIn = (grade: Grade, ...sources: readonly SourceName[]): Ground => ({
  grade,
  sources,
});

const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  A: 'regulator or peer-reviewed',
  B: 'maker or 510(k)',
  C: 'clinic or trade page',
  D: 'our proposal',
};

/** A grade in words. */
export const gradeWords = (grade: Grade): string => GRADE_WORDS[grade];
