// What a run came to in numbers and words: how many were so, were not, or could not be judged, and
// whether that lets anybody say that the pen conforms.

import type { Judged } from './conduct.ts';
import type { Verdict, Want } from './order.ts';

/** How a verdict is marked in a list. */
export const MARKS: Readonly<Record<Verdict['kind'], string>> = {
  ok: 'ok',
  failed: 'FAILED',
  'not-judged': 'not judged',
};

/** The numbers of a run. */
export interface Tally {
  readonly ok: number;
  readonly failed: number;
  readonly notJudged: number;
  /** Of those not judged: how many for want of something that this pen as it is does have. */
  readonly open: number;
}

/** Another cartridge is another run, and no gap in this one. */
const ELSEWHERE: ReadonlySet<Want> = new Set<Want>(['cartridge']);

/** Counts. */
export function tallyOf(all: readonly Judged[]): Tally {
  const of = (kind: Verdict['kind']): number =>
    all.filter(({ verdict }) => verdict.kind === kind).length;
  const open = all.filter(
    ({ verdict }) => verdict.kind === 'not-judged' && !ELSEWHERE.has(verdict.want),
  ).length;
  return { ok: of('ok'), failed: of('failed'), notJudged: of('not-judged'), open };
}

/** Whether it conforms, as far as this run goes. */
export type Finding = 'conforms' | 'does-not-conform' | 'not-wholly-judged';

/** What may be said of the pen. */
export function findingOf({ failed, open, ok }: Tally): Finding {
  if (failed > 0) return 'does-not-conform';
  return open > 0 || ok === 0 ? 'not-wholly-judged' : 'conforms';
}
