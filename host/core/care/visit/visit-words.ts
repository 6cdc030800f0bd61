// What stands against a needle at a visit, in English sentences with the next step. One table, so
// that a treatment, the visit's own list and a refused command say it in the same words.

import { areaWords } from '../../word-parts.ts';
import type { NumbingAlert } from './numbing.ts';
import type { Step } from './steps.ts';
import type { VisitReason } from './visit-standing.ts';

const STEP_WORDS: Readonly<Record<Step, string>> = {
  reprocessed: 'Nobody has noted that the pen was cleaned since the last person; do it, and note '
    + 'it with "corium visit tick PERSON reprocessed".',
  barrier: 'No barrier on the pen is noted; fit one, and note it with '
    + '"corium visit tick PERSON barrier".',
  'package-intact': 'Nobody has noted that the package of the cartridge was whole; look at it, and '
    + 'note it with "corium visit tick PERSON package-intact".',
  'glide-only': 'What glides under the needle is not noted; choose it with '
    + '"corium visit adjunct PERSON sterile-hydrogel --lot LOT".',
  'eye-shield': 'An eye area is asked for and no eye shield is noted; fit it, and note it with '
    + '"corium visit tick PERSON eye-shield".',
};

const ALERT_WORDS: Readonly<Record<NumbingAlert, string>> = {
  none: '',
  running: '',
  look: ' Look at the skin.',
  'remove-now': ' It has to come off NOW.',
};

const PLAIN = {
  'no-chart': 'Nobody of the key PERSON has a chart here; make one with "corium people add".',
  'no-visit': 'No visit of PERSON is open today; open one with "corium visit open PERSON".',
  'not-screened':
    'The screening was not answered today; ask it with "corium visit screen PERSON".',
  'numbing-not-cleaned':
    'The numbing cream is off and the skin not cleaned; clean it, and note it with '
    + '"corium visit numbing clean PERSON".',
  'cartridge-not-claimed':
    'No cartridge is claimed for this visit; scan one with "corium visit cartridge PERSON CODE".',
} as const;

function sentenceOf(reason: VisitReason): string {
  switch (reason.code) {
    case 'chart-merged':
      return `The chart of PERSON goes on as ${reason.into}; write the plan for that key.`;
    case 'clock-behind':
      return `The chart has seen ${reason.seen} and this computer's clock is behind it; set the `
        + 'clock right.';
    case 'numbing-on-skin':
      return `Numbing cream has been on the skin for ${reason.minutes} min.`
        + `${ALERT_WORDS[reason.alert]} Take it off, and note it with `
        + '"corium visit numbing remove PERSON".';
    case 'step-open':
      return STEP_WORDS[reason.step];
    case 'adjunct-against':
      return reason.says;
    case 'cartridge-blocked':
      return `The cartridge ${reason.serial} is blocked; throw it away and scan another.`;
    case 'area-locked':
      return `The ${areaWords(reason.area, reason.side)} is locked since ${reason.since} `
        + `(${reason.because.replaceAll('-', ' ')}); somebody who may has to look at it and run `
        + '"corium unlock PERSON".';
    case 'no-chart':
    case 'no-visit':
    case 'not-screened':
    case 'numbing-not-cleaned':
    case 'cartridge-not-claimed':
      return PLAIN[reason.code];
  }
}

/** The sentence of a reason, for a person of this key. */
export const visitSentence = (reason: VisitReason, person: string): string =>
  sentenceOf(reason).replaceAll('PERSON', () => person);
