// The areas of the figure once more, as a list: where a drawing is small, a region of it is smaller
// than a finger in a glove. It opens on demand; choosing in it is choosing on the figure.

import { For, type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import type { FigureView } from '../figure/figure-data.ts';
import { VIEWS } from '../figure/views.ts';
import { isSamePlace, type Place, placeKey } from '../view/place.ts';
import { useWords } from '../words/use-words.ts';
import { sayPlace } from './say.ts';

/** The areas that the figure shows in a view. */
export function AreaList(props: {
  readonly view: FigureView;
  readonly shown: Place | undefined;
  readonly onChoose: (place: Place) => void;
}): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const offers = () => {
    const { regions } = VIEWS[props.view];
    return desk.state().plan.offers.filter((offer) =>
      regions.some((region) => isSamePlace(region, offer)));
  };
  const isShown = (place: Place): boolean =>
    props.shown !== undefined && isSamePlace(props.shown, place);
  return (
    <details class="area-list">
      <summary>{words().t('screens.area-list')}</summary>
      <ul>
        <For each={offers()}>
          {(offer) => (
            <li>
              <button
                type="button"
                class="button choice"
                aria-pressed={isShown(offer)}
                onClick={() => props.onChoose(offer)}
              >
                <span class="tick" aria-hidden="true">
                  {offer.planned ? '✓' : offer.against.length > 0 ? '✕' : '+'}
                </span>
                <span class="capital" data-listed={placeKey(offer)}>
                  {sayPlace(words(), offer)}
                </span>
                <Show when={!offer.planned && offer.against.length > 0}>
                  <span class="sr-only">{words().t('figureStates.blocked')}</span>
                </Show>
              </button>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}
