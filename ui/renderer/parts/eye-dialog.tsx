// The step of its own before an area at the eye is armed: the shield is said to be in place, and
// the area is named by choosing it among others. Both are asked anew every time, nothing is filled
// in, and a wrong name arms nothing.

import { createSignal, For, type JSX } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { eyeChoices } from '../view/eye-choices.ts';
import { isSamePlace, type Place, placeKey } from '../view/place.ts';
import { useWords } from '../words/use-words.ts';
import { Dialog } from './dialog.tsx';
import { sayPlace } from './say.ts';

/** The dialog that confirms an area at the eye. */
export function EyeDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly place: Place;
}): JSX.Element {
  const words = useWords();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={words().t('screens.eye-title')}>
      <EyeQuestions place={props.place} onClose={props.onClose} />
    </Dialog>
  );
}

function EyeQuestions(props: { readonly place: Place; readonly onClose: () => void }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [shielded, setShielded] = createSignal(false);
  const [named, setNamed] = createSignal<Place | undefined>();
  const step = (): 'shield' | 'name' | 'wrong' | 'arm' => {
    const name = named();
    if (!shielded()) return 'shield';
    if (name === undefined) return 'name';
    return isSamePlace(name, props.place) ? 'arm' : 'wrong';
  };
  const says = (): string => {
    const now = step();
    const place = sayPlace(words(), props.place);
    if (now === 'shield') return words().t('screens.eye-do-shield');
    return words().t(`screens.eye-do-${now}`, { place });
  };
  const isNamed = (place: Place): boolean => {
    const name = named();
    return name !== undefined && isSamePlace(name, place);
  };
  const arm = (): void => {
    const { area, side } = props.place;
    props.onClose();
    void desk.ask({ kind: 'arm', area, side, eyeConfirmed: true });
  };
  return (
    <>
      <p class="soft">{words().t('screens.eye-why')}</p>
      <p class="dialog-next" role="status">
        <b>{words().t('screens.next-step')}</b>
        <span data-next-says>{says()}</span>
      </p>
      <label class="tick-row" data-next-step={step() === 'shield' ? step() : undefined}>
        <input
          type="checkbox"
          checked={shielded()}
          onChange={(event) => setShielded(event.currentTarget.checked)}
        />
        {words().t('screens.eye-shield')}
      </label>
      <fieldset class="plain-set" data-next-step={step() === 'name' ? step() : undefined}>
        <legend>{words().t('screens.eye-which')}</legend>
        <div class="choices">
          <For each={eyeChoices(props.place)}>
            {(place) => (
              <button
                type="button"
                class="button choice"
                data-place={placeKey(place)}
                aria-pressed={isNamed(place)}
                onClick={() => setNamed(place)}
              >
                <span class="capital">{sayPlace(words(), place)}</span>
              </button>
            )}
          </For>
        </div>
      </fieldset>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => props.onClose()}>
          {words().t('screens.go-back')}
        </button>
        <button
          type="button"
          class="button next"
          disabled={step() !== 'arm'}
          data-next-step={step() === 'arm' ? step() : undefined}
          onClick={arm}
        >
          {words().t('screens.do-arm')}
        </button>
      </div>
    </>
  );
}
