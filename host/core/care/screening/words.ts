// What people read about a screening: a sentence for each finding, with the next step, and one for
// what it all comes to.

import { questionNamed } from './questionnaire.ts';
import type { Conclusion, Finding, FindingCode } from './verdict.ts';

const spoken = ({ question }: Finding): string => (question ?? 'something').replaceAll('-', ' ');
const wording = (finding: Finding): string =>
  questionNamed(finding.question ?? '')?.asks ?? spoken(finding);

const SENTENCES: Readonly<Record<FindingCode, (finding: Finding) => string>> = {
  'not-today': () =>
    'The answers are not of today, and none carries over; ask every question again.',
  unsigned: () => 'Nobody has signed for having asked; whoever asked the questions signs.',
  'skin-type-missing': () =>
    'The Fitzpatrick skin type is missing or is not 1 to 6; look at the skin and enter it.',
  'birth-missing': () => 'The date of birth is missing; ask for it and enter it.',
  'birth-impossible': ({ asked }) =>
    `The date of birth would make the person ${asked ?? 0} years old; correct it.`,
  unanswered: (finding) => `Not answered: "${wording(finding)}" Ask it and enter yes or no.`,
  contradicted: (finding) =>
    `The question about ${spoken(finding)} was answered twice; ask again and keep one answer.`,
  'day-impossible': (finding) =>
    `The day given for ${spoken(finding)} lies after today or before birth; correct it.`,
  'question-unknown': (finding) =>
    `Nobody asks "${finding.question ?? ''}" at this visit; take the answer out.`,
  'note-missing': (finding) =>
    `Yes to ${spoken(finding)}, and the provider's note is missing; write what was decided.`,
  'pigment-plan-missing': () =>
    'This skin may keep dark marks, and nothing is agreed about pigment; agree on sun and '
    + 'photographs, answer yes, and note it.',
  'clearance-empty': (finding) =>
    `The clearance of ${spoken(finding)} lacks its signer or its reason; have it completed.`,
  'clearance-pointless': (finding) =>
    `Nobody can clear ${spoken(finding)}; take the clearance out.`,
  'under-age': ({ asked, allowed }) =>
    `The person is ${asked ?? 0} years old and no pen is cleared for anybody under `
    + `${allowed ?? 0}; do not treat.`,
  forbids: (finding) => `Yes to ${spoken(finding)}, which forbids treatment; do not treat.`,
  'needs-prescriber': (finding) =>
    `Yes to ${spoken(finding)}, which forbids treatment unless a prescriber signs why not; ask `
    + 'one, or do not treat.',
  cleared: (finding) =>
    `Yes to ${spoken(finding)}; cleared by ${finding.by ?? 'nobody'}: ${finding.note ?? ''}`,
  reduces: (finding) => `Yes to ${spoken(finding)}, which reduces depth and dose by itself.`,
  warns: (finding) => `Yes to ${spoken(finding)}; noted: ${finding.note ?? ''}`,
  over: (finding) =>
    `Yes to ${spoken(finding)}, ${finding.asked ?? 0} days ago, which is long enough.`,
};

/** The sentence of a finding. */
export const findingSentence = (finding: Finding): string => SENTENCES[finding.code](finding);

const CONCLUSIONS: Readonly<Record<Conclusion, string>> = {
  open: 'The screening is not complete, and nothing may be treated on it.',
  forbidden: 'Do not treat.',
  prescriber: 'Do not treat before a prescriber has signed.',
  'go-on': 'Nothing in the screening stands against a treatment.',
};

/** The sentence of a conclusion. */
export const conclusionSentence = (conclusion: Conclusion): string => CONCLUSIONS[conclusion];
