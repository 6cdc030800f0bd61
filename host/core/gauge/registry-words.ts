// What is said when a gauge cannot be used or entered: one sentence each, with the next step.

import { formatDay } from '../day.ts';
import type { GaugeRefusal } from './registry.ts';

const THING = {
  depth: 'lengths', rate: 'rates', force: 'forces', peak: 'peaks in motion',
} as const;

/** The sentence of a refusal. */
export function sayGaugeRefusal(refusal: GaugeRefusal): string {
  const { serial } = refusal;
  switch (refusal.code) {
    case 'unknown':
      return `No gauge ${serial} is in the list; enter it with "corium gauges add" first.`;
    case 'retired':
      return (
        `Gauge ${serial} was taken out of use on ${formatDay(refusal.onDay)} (${refusal.why}); ` +
        'use another one, or enter its new certificate.'
      );
    case 'overdue':
      return (
        `Gauge ${serial} was due for calibration on ${formatDay(refusal.dueDay)} and no reading ` +
        'of it counts; have it calibrated, and enter the new certificate.'
      );
    case 'from-the-future':
      return (
        `Gauge ${serial} was calibrated on ${formatDay(refusal.calibratedDay)}, which is yet to ` +
        'come; set the clock of this computer, or correct the day.'
      );
    case 'measures-another':
      return (
        `Gauge ${serial} measures ${THING[refusal.measures]}, and ${THING[refusal.needed]} are ` +
        'to be measured; name another gauge.'
      );
    case 'due-before-calibrated':
      return `Gauge ${serial} would be due before it was calibrated; correct one of the days.`;
    case 'not-newer':
      return (
        `Gauge ${serial} is in the list with a certificate of ` +
        `${formatDay(refusal.calibratedDay)}; enter a newer one, or nothing.`
      );
  }
}
