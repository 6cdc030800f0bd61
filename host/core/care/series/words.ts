// What people read about a series: sentences for its refusals and warnings.

import { formatDay } from '../../day.ts';
import { areaWords } from '../../word-parts.ts';
import type { TooMuch } from './over-treatment.ts';
import type { SeriesRefusal } from './plan-series.ts';

/** The sentence of a refusal. */
export function seriesSentence(refusal: SeriesRefusal): string {
  if (refusal.code === 'no-area') return 'No area is named; name at least one.';
  if (refusal.code === 'closed') {
    const { area, side } = refusal.skin;
    return `The ${areaWords(area, side)} is closed, and waiting does not open it; see why.`;
  }
  if (refusal.code === 'too-close') {
    return `${refusal.asked} days apart is too close; at least ${refusal.allowed} are needed.`;
  }
  const { asked, least, most } = refusal;
  return `A series of ${asked} visits was asked for; it has ${least} to ${most}.`;
}

/** The sentence of a warning. */
export function tooMuchSentence(warning: TooMuch): string {
  const on = formatDay(warning.on);
  if (warning.code === 'stacked') {
    const what = warning.what.replaceAll('-', ' ');
    return `The visit of ${on} lies ${warning.days} days from ${what}; procedures that are `
      + 'stacked harm more than they help: move one of them.';
  }
  const where = areaWords(warning.skin.area, warning.skin.side);
  return `The visit of ${on} would be number ${warning.asked} of the ${where} within a year, and `
    + `more than ${warning.allowed} is much; more often is not better.`;
}
