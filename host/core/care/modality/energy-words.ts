// What people read when energy is refused: one sentence each, with the next step.

import type { EnergyRefusal } from './energy-rules.ts';

const SENTENCES: Readonly<Record<EnergyRefusal, string>> = {
  'pen-lacks-energy': 'The pen declares no radiofrequency; use needles alone.',
  'pen-contradicts-itself': 'What the pen declares of its energy makes no sense; do not use it.',
  'pen-lacks-timer': 'The pen has no timer of its own that ends a pulse; do not use its energy.',
  'pen-lifts-too-slowly': 'The pen ends energy too late after it is lifted; do not use it.',
  'profile-lacks-energy': 'No signed profile allows energy; a clinical lead has to sign one.',
  'role-not-licensed': 'Energy is for licensed providers; have one treat.',
  'area-lacks-row': 'This area never receives energy; leave it out.',
  'lead-has-not-signed': 'Fat and nerves lie close here; a clinical lead has to sign first.',
  'consent-lacks-warning': 'The consent lacks the warning of the FDA; have it signed.',
  'skin-type-unknown': 'The skin type is not known, and energy depends on it; assess it.',
  'question-open': 'A question about pacemaker, metal, stimulator or palsy is open; ask it.',
  'person-has-against': 'Pacemaker, metal, stimulator or palsy stand against energy; give none.',
  'depth-too-shallow': 'Energy above 0.5 mm burns the surface; ask for more depth.',
  'depth-too-deep': 'That is deeper than energy may be given here; ask for less depth.',
  'energy-too-high': 'That is more energy for each pin than is allowed here; ask for less.',
  'pulse-too-short': 'The pulse is shorter than the pen declares; ask for a longer one.',
  'pulse-too-long': 'The pulse is longer than the pen declares; ask for a shorter one.',
  'not-deep-enough': 'The needles are not as deep as asked; no energy until they are.',
  'needles-moving': 'The needles still move; no energy until they stand.',
  'lifted-off': 'The pen is not on the skin; no energy in the air.',
  'impedance-outside': 'The impedance is outside its window; put the pen down anew.',
  'impedance-stops-area': 'The impedance was outside three times; leave this area for today.',
  'temperature-unknown': 'The temperature cannot be read; no energy without it.',
  'too-hot': 'The tissue is at 67 degrees C or above; let it cool.',
  'same-spot-too-soon': 'This spot had a pulse less than a second ago; move on.',
  'pulses-used-up': 'The area has had all its pulses; leave it.',
  'energy-used-up': 'The area has had all its energy; leave it.',
};

/** The sentence of a refusal. */
export const energySentence = (refusal: EnergyRefusal): string => SENTENCES[refusal];

const isRefusal = (text: string): text is EnergyRefusal => Object.hasOwn(SENTENCES, text);

/** The sentence of a refusal that was kept as a word. */
export const energySentenceOf = (text: string): string =>
  isRefusal(text) ? SENTENCES[text] : 'energy is not possible here; plan needles alone.';
