// The gauge as it speaks: its newest reading large, the last seconds as a line beside the depth
// that is commanded. A gauge that says nothing shows a dash.

import { type JSX, Show } from 'solid-js';
import type { BenchMoving } from '../../contract/bench-state.ts';
import { useWords } from '../words/use-words.ts';
import { gaugeMm } from './bench-words.ts';

const WIDTH = 220;
const HEIGHT = 64;
const SPAN_MS = 20_000;
const REACH_NM_LEAST = 60_000;

/** The strip. */
export function LiveStrip(props: { readonly moving: BenchMoving }): JSX.Element {
  const words = useWords();
  const newest = () => props.moving.live.at(-1);
  const dueNm = (): number => {
    const { phase, step } = props.moving.view;
    const isOut = phase === 'extending' || phase === 'release';
    return isOut && step !== undefined && 'commandedUm' in step ? step.commandedUm * 1_000 : 0;
  };
  const recent = () => {
    const from = (newest()?.atMs ?? 0) - SPAN_MS;
    return props.moving.live.filter(({ atMs }) => atMs >= from);
  };
  const reach = (): number =>
    Math.max(REACH_NM_LEAST, ...recent().map(({ nm }) => Math.abs(nm - dueNm()))) * 1.1;
  const y = (nm: number): number => HEIGHT / 2 - ((nm - dueNm()) / reach()) * (HEIGHT / 2 - 4);
  const line = (): string => {
    const last = newest()?.atMs ?? 0;
    const points = recent().map(({ atMs, nm }) =>
      `${WIDTH - ((last - atMs) / SPAN_MS) * WIDTH} ${y(nm)}`);
    return points.length === 0 ? '' : `M${points.join(' L')}`;
  };
  return (
    <div class="live-strip">
      <div>
        <span class="value-label">{words().t('bench.plot-live')}</span>
        <span class="live-value" data-value="gauge">
          <Show
            when={newest()}
            fallback={<span class="soft">{words().t('bench.no-reading')}</span>}
          >
            {(one) => gaugeMm(words(), one().nm)}
          </Show>
        </span>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img"
        aria-label={words().t('bench.plot-live-says')} preserveAspectRatio="none">
        <path class="plot-zero" d={`M0 ${HEIGHT / 2} H${WIDTH}`} />
        <path class="plot-line" d={line()} />
      </svg>
    </div>
  );
}
