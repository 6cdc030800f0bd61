// Plan: areas are chosen on the figure, and for the chosen one depth, rate, passes and size are set
// within what admission allows. Beside each number stands what it would run on and the rule that
// draws the line. An area at the eye wants a deliberate step before it counts.

import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { AreaFigure } from '../figure/area-figure.tsx';
import type { FigureView } from '../figure/figure-data.ts';
import { AreaList } from '../parts/area-list.tsx';
import { FigureViews } from '../parts/figure-views.tsx';
import { PlanArea } from '../parts/plan-area.tsx';
import { PlanFiles } from '../parts/plan-files.tsx';
import { sayPlace, spoken } from '../parts/say.ts';
import { FIGURE_VIEWS, planFigure, viewOf } from '../view/figure-areas.ts';
import { indexOfPlace, isSamePlace, type Place, placeKey } from '../view/place.ts';
import { plannedView } from '../view/plan-view.ts';
import { useWords } from '../words/use-words.ts';

/** The screen. */
export function Plan(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [chosen, setChosen] = createSignal<Place | undefined>();
  const [view, setView] = createSignal<FigureView>('face-front');
  const areas = () => desk.state().plan.draft.areas;
  const shown = createMemo(() => {
    const place = chosen();
    const isThere = place !== undefined && indexOfPlace(offers(), place) !== undefined;
    return isThere ? place : areas()[0];
  });
  const offers = () => desk.state().plan.offers;
  createEffect(() => {
    const place = chosen();
    if (place !== undefined && !viewShows(view(), place)) setView(viewOf(place));
  });
  const choose = (place: Place): void => {
    setChosen(place);
    const offer = offers().find((one) => isSamePlace(one, place));
    const isFree = offer !== undefined && !offer.planned && offer.against.length === 0;
    if (isFree) void desk.ask({ kind: 'add-area', area: place.area, side: place.side });
  };
  return (
    <div class="plan">
      <section class="card plan-figure" aria-label={words().t('screens.choose-area')}>
        <FigureViews
          views={FIGURE_VIEWS}
          view={view()}
          onView={(next) => {
            setChosen(undefined);
            setView(next);
          }}
        />
        <AreaFigure
          view={view()}
          areas={planFigure(desk.state(), shown())}
          onChoose={(area, side) => choose({ area, side })}
        />
        <AreaList view={view()} shown={shown()} onChoose={choose} />
      </section>
      <div class="plan-side">
        <PlannedList shown={shown()} onChoose={setChosen} />
        <Against place={shown()} />
        <Show when={plannedView(desk.state(), shown())}>
          {(planned) => <PlanArea view={planned()} />}
        </Show>
        <PlanFiles />
      </div>
    </div>
  );
}

/** Sides of the face show what the front shows too; nobody is led away from them. */
const viewShows = (view: FigureView, place: Place): boolean =>
  viewOf(place) === view || (viewOf(place) === 'face-front' && view.startsWith('face'))
  || (viewOf(place) === 'body-front' && view.startsWith('body'));

function PlannedList(props: {
  readonly shown: Place | undefined;
  readonly onChoose: (place: Place) => void;
}): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const isShown = (place: Place): boolean =>
    props.shown !== undefined && isSamePlace(props.shown, place);
  const refusalsOf = (place: Place): number =>
    desk.state().plan.check.areas.find((one) => isSamePlace(one, place))?.refusals.length ?? 0;
  return (
    <section aria-label={words().t('screens.planned-areas')}>
      <Show
        when={desk.state().plan.draft.areas.length > 0}
        fallback={<p class="card soft">{words().t('screens.plan-empty')}</p>}
      >
        <ul class="planned">
          <For each={desk.state().plan.draft.areas}>
            {(place) => (
              <li>
                <button
                  type="button"
                  class="button choice"
                  data-place={placeKey(place)}
                  aria-pressed={isShown(place)}
                  onClick={() => props.onChoose(place)}
                >
                  <span class="tick" aria-hidden="true">{refusalsOf(place) > 0 ? '!' : '✓'}</span>
                  <span class="capital">{sayPlace(words(), place)}</span>
                  <Show when={refusalsOf(place) > 0}>
                    <span class="sr-only">{words().t('screens.standing-open')}</span>
                  </Show>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

/** Why an area that was touched cannot be planned. */
function Against(props: { readonly place: Place | undefined }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const against = () => {
    const { place } = props;
    if (place === undefined) return [];
    const offer = desk.state().plan.offers.find((one) => isSamePlace(one, place));
    return offer === undefined || offer.planned ? [] : offer.against;
  };
  return (
    <div role="status">
      <Show when={against().length > 0}>
        <div class="card open-note">
          <For each={against()}>
            {(refusal) => <p>{spoken(words().refusal(refusal))}</p>}
          </For>
        </div>
      </Show>
    </div>
  );
}
