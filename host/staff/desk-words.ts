// The sentence of whatever turned somebody away: a rule about people, or the chart journal.

import { explainChart } from '../chart/index.ts';
import { staffSentence } from '../core/staff/staff-words.ts';
import type { DeskRefusal } from './desk-ground.ts';

/** The sentence of a refusal. */
export const deskSentence = (refusal: DeskRefusal): string =>
  refusal.code === 'chart-refused' || refusal.code === 'chart-failed'
    ? explainChart(refusal)
    : staffSentence(refusal);
