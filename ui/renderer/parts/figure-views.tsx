// Which side of the person the figure shows.

import { For, type JSX } from 'solid-js';
import type { FigureView } from '../figure/figure-data.ts';
import { useWords } from '../words/use-words.ts';

/** The buttons of the views. */
export function FigureViews(props: {
  readonly views: readonly FigureView[];
  readonly view: FigureView;
  readonly onView: (view: FigureView) => void;
}): JSX.Element {
  const words = useWords();
  return (
    <div class="figure-views" role="group" aria-label={words().t('screens.views')}>
      <For each={props.views}>
        {(view) => (
          <button
            type="button"
            class="view-button"
            aria-pressed={props.view === view}
            aria-label={words().t(`figure.${view}`)}
            onClick={() => props.onView(view)}
          >
            {words().t(`screens.view-${view}`)}
          </button>
        )}
      </For>
    </div>
  );
}
