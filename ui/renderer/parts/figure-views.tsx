// Which side of the person the figure shows.

import { For, type JSX } from 'solid-js';
import type { FigureView } from '../figure/figure-data.ts';
import { FIGURE_VIEWS } from '../view/figure-areas.ts';
import { useWords } from '../words/use-words.ts';

/** The buttons of the views. */
export function FigureViews(props: {
  readonly view: FigureView;
  readonly onView: (view: FigureView) => void;
  readonly small?: boolean;
}): JSX.Element {
  const words = useWords();
  return (
    <div class="figure-views" role="group" aria-label={words().t('screens.views')}>
      <For each={FIGURE_VIEWS}>
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
