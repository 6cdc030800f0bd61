// The sentences for a chart journal that could not be read or did not take a line.

import { explainFault, explainRefusal } from '../journal/index.ts';
import type { ChartRefusal } from './chart-journal.ts';

/** One or two sentences, with what to do next. */
export function explainChart(refused: ChartRefusal): string {
  if (refused.code === 'chart-failed') return explainFault(refused.fault);
  const { refusal } = refused;
  if (refusal.code !== 'missing') return explainRefusal(refusal);
  return `${refusal.path} holds no chart journal. Restore it from a backup if there was one; ` +
    'if this installation never had one, make it with "corium store begin".';
}
