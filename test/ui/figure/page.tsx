// A page that shows every view of the figure beside one another, with areas in every state, and
// keeps what was chosen where a test finds it.

import { For, type JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { AreaFigure } from '../../../ui/renderer/figure/area-figure.tsx';
import type { FigureArea, FigureState } from '../../../ui/renderer/figure/figure-data.ts';
import { VIEW_NAMES, VIEWS } from '../../../ui/renderer/figure/views.ts';

const BLOCKED = ['upper-eyelid', 'vermilion'];
const STATES: readonly FigureState[] = ['free', 'planned', 'done', 'active', 'free', 'planned'];

const areas: readonly FigureArea[] = VIEW_NAMES.flatMap((view) =>
  VIEWS[view].regions.map(({ area, side }, index): FigureArea => {
    const state = BLOCKED.includes(area) ? 'blocked' : (STATES[index % STATES.length] ?? 'free');
    const tone = state === 'done' ? 1 : state === 'active' ? 0.45 : 0;
    return { area, side, state, tone, selected: area === 'chin' };
  }),
);

const chosen: string[] = [];
Object.assign(window, { chosen });

const Page = (): JSX.Element => (
  <div style={{ display: 'flex' }}>
    <For each={VIEW_NAMES}>
      {(view) => (
        <div style={{ width: '360px', height: '460px' }} data-view={view}>
          <AreaFigure
            view={view}
            areas={areas}
            onChoose={(area, side) => chosen.push(`${view} ${area}/${side}`)}
          />
        </div>
      )}
    </For>
  </div>
);

render(() => <Page />, document.body);
