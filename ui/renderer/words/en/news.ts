// What the host says beside a treatment, and what keeps a request waiting, in English.

import type { HostNews } from '../../../../host/api.ts';

/** What the host says by the way. */
export const hostNews = {
  'pedal-there': 'The foot pedal is there.',
  'pedal-gone': 'The foot pedal is gone. Plug it in.',
  'pedal-while-armed': 'The pedal changes no area while one is armed. Close the area first.',
  'pedal-not-retracted': 'The pedal changes no area before the needles are withdrawn. Wait.',
  'pedal-into-eye': `The pedal does not lead to the {place}, which lies at the eye. Choose it on
    the screen.`,
  'pedal-no-further': 'There is no further area that way. Press the other side button.',
  'foreign-version': `What answers there speaks another version of the protocol. Update the pen or
    this console.`,
  'frames-dropped': '{damaged:number} reports of the pen arrived damaged. Look at the cable.',
} as const satisfies Record<HostNews['code'], string>;

/** What is under way, or what is not there, as it stands in brackets. */
export const turns = {
  'treatment-none': 'no treatment is under way',
  'treatment-starting': 'a treatment is being opened',
  'treatment-running': 'a treatment is under way',
  'treatment-leaving': 'the pen is being let go of',
  'treatment-ended': 'the treatment is over',
  'treatment-broke': 'the treatment broke off',
  'treatment-turned-away': 'the treatment did not begin',
  'no-treatment': 'no treatment is under way',
  'no-demonstration': 'this is no demonstration',
  'case-file': 'a case file is open',
  'road-lost': 'the console does not answer',
  model: 'the model',
} as const;
