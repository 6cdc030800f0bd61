// Density as a mean over the declared area, on a scale with what the plan may lay at most and the
// band that guides quote. The band is a trade article's and no target: that is written beside it.

import { type JSX, Show } from 'solid-js';
import { type DensityView, LITERATURE_PER_CM2 } from '../view/treat-view.ts';
import { useWords } from '../words/use-words.ts';
import { filledTo } from './filled.ts';
import { Value } from './value.tsx';

/** The density with its bar. */
export function DensityBar(props: { readonly view: DensityView }): JSX.Element {
  const words = useWords();
  const share = (perCm2: number): number => Math.min(100, (perCm2 / props.view.scalePerCm2) * 100);
  const { from, to } = LITERATURE_PER_CM2;
  return (
    <div class="density">
      <Value
        name="density"
        label={words().t('screens.density')}
        unit="/cm²"
        value={words().number(props.view.perCm2, 'number')}
      />
      <div class="density-scale" aria-hidden="true">
        <span class="density-fill" style={filledTo(share(props.view.perCm2) / 100)} />
        <span
          class="density-band"
          style={{ left: `${share(from)}%`, width: `${share(to) - share(from)}%` }}
        />
        <Show when={props.view.mostPerCm2}>
          {(most) => <span class="density-most" style={{ left: `${share(most())}%` }} />}
        </Show>
      </div>
      <p class="value-note">
        <Show when={props.view.mostPerCm2}>
          {(most) => <>{words().t('screens.density-most', { most: most() })} · </>}
        </Show>
        <span title={words().t('screens.literature-why')}>
          {words().t('screens.literature', { from, to })}
        </span>
      </p>
    </div>
  );
}
