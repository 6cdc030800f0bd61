// Why a calibration gave no certificate, in a sentence with the next step.

import type { MakeRefusal } from './make.ts';

const INCOMPLETE: Readonly<Record<string, string>> = {
  'no-readings': 'there are none',
  'too-few-seatings': 'the cartridge was seated too seldom',
  'too-few-points': 'there are too few depths',
  'one-sided': 'a depth was read from one side only',
  'gauge-overdue': 'the gauge is overdue',
};

/** Says why there is no certificate. */
export function sayMakeRefusal(refusal: MakeRefusal): string {
  switch (refusal.code) {
    case 'no-gauge':
      return `The gauge ${refusal.serial} is not among the instruments of this calibration; give `
        + 'it up and begin anew.';
    case 'no-zero':
      return `The gauge's zero of the ${refusal.series} series is missing; give the calibration up `
        + 'and begin anew.';
    case 'incomplete':
      return `The ${refusal.series} readings are not enough: `
        + `${INCOMPLETE[refusal.why] ?? refusal.why}; go on with --resume.`;
    case 'other-curve':
      return 'The pen had another curve than was kept when it was measured; give the calibration '
        + 'up and begin anew.';
    case 'bad-value':
      return `The value "${refusal.field}" cannot stand on a certificate (${refusal.says}); this `
        + 'is a mistake of Corium, please report.';
  }
}
