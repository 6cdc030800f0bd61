// Numbing cream: how long it has been on, by the clock of this computer, and when it has to come
// off; and what is noted of it. That it is off is pressed by whoever took it off.

import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { useDesk } from '../../app/desk.tsx';
import { placeKey } from '../../view/place.ts';
import { useWords } from '../../words/use-words.ts';
import { Dialog } from '../dialog.tsx';
import { sayPlace } from '../say.ts';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';
import { RefusedHere } from './refused-here.tsx';

/** What is known of the cream, with its clock. */
export function NumbingFact(): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const numbing = () => desk.state().care.visit?.numbing;
  const sinceMs = (): number => desk.nowMs() - Date.parse(numbing()?.since ?? '');
  const leftMs = (): number => Date.parse(numbing()?.offBy ?? '') - desk.nowMs();
  const lookMs = (): number => Date.parse(numbing()?.lookAt ?? '') - desk.nowMs();
  return (
    <Switch fallback={<span class="soft">{care().t('ui.numbing-none')}</span>}>
      <Match when={numbing()?.kind === 'on-skin'}>
        <span class="numbing" role="timer" data-numbing={leftMs() <= 0 ? 'now' : 'running'}>
          <span class="soft">{care().t('ui.numbing-for')}</span>{' '}
          <strong class="numbing-clock">{words().number(sinceMs(), 'clock')}</strong>{' '}
          <Show
            when={leftMs() > 0}
            fallback={<strong class="open-note">{care().t('ui.numbing-now')}</strong>}
          >
            <span class="soft">
              {lookMs() <= 0 ? `${care().t('ui.numbing-look')} ` : ''}
              {care().t('ui.numbing-off-in', { left: leftMs() })}
            </span>
          </Show>
        </span>
      </Match>
      <Match when={numbing()?.kind === 'removed'}>
        <span class="open-note">{care().t('ui.numbing-removed')}</span>
      </Match>
      <Match when={numbing()?.kind === 'cleaned'}>
        <span class="soft">{care().t('ui.numbing-done')}</span>
      </Match>
    </Switch>
  );
}

/** What is done about it next. */
export function NumbingAct(): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const [opened, setOpened] = createSignal(false);
  const kind = () => desk.state().care.visit?.numbing.kind;
  const ended = (step: 'removed' | 'cleaned'): JSX.Element => (
    <button
      type="button"
      class="button"
      data-visit-act="tick"
      data-numbing-end={step}
      onClick={() => void desk.ask({ kind: 'numbing-end', step })}
    >
      {care().t(`ui.numbing-${step}`)}
    </button>
  );
  return (
    <>
      <Switch>
        <Match when={kind() === 'on-skin'}>{ended('removed')}</Match>
        <Match when={kind() === 'removed'}>{ended('cleaned')}</Match>
        <Match when={kind() === 'none' || kind() === 'cleaned'}>
          <button type="button" class="button" data-visit="numbing"
            onClick={() => {
              desk.dismiss();
              setOpened(true);
            }}>
            {care().t('ui.numbing-start')}
          </button>
        </Match>
      </Switch>
      <Dialog open={opened()} onClose={() => setOpened(false)} title={care().t('ui.numbing-start')}>
        <Show when={opened()}><NumbingForm onDone={() => setOpened(false)} /></Show>
      </Dialog>
    </>
  );
}

const numberOf = (text: string): number => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? 0 : value;
};

function NumbingForm(props: { readonly onDone: () => void }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const [product, setProduct] = createSignal('');
  const [strength, setStrength] = createSignal('');
  const [grams, setGrams] = createSignal('');
  const [size, setSize] = createSignal('');
  const [minutes, setMinutes] = createSignal('');
  const [left, setLeft] = createSignal<readonly string[]>([]);
  const planned = () => desk.state().plan.draft.areas;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const label = Math.round(numberOf(minutes()));
    const done = await desk.ask({
      kind: 'numbing-start',
      product: product().slice(0, 200),
      strengthCentiPercent: Math.min(10_000, Math.round(numberOf(strength()) * 100)),
      milligrams: Math.min(1_000_000, Math.round(numberOf(grams()) * 1_000)),
      sizeMm2: Math.min(2_000_000, Math.round(numberOf(size()) * 100)),
      areas: planned().filter((one) => !left().includes(placeKey(one)))
        .map(({ area, side }) => ({ area, side })),
      ...(label >= 1 && label <= 600 ? { labelMinutesMax: label } : {}),
    });
    if (done !== undefined) props.onDone();
  };
  const toggle = (key: string): void => {
    setLeft(left().includes(key) ? left().filter((one) => one !== key) : [...left(), key]);
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <Field label={care().t('ui.product')} name="product" value={product()} onInput={setProduct} />
      <div class="two">
        <Field label={care().t('ui.strength')} name="strength" inputmode="decimal"
          value={strength()} onInput={setStrength} maxlength={8} />
        <Field label={care().t('ui.grams')} name="grams" inputmode="decimal"
          value={grams()} onInput={setGrams} maxlength={8} />
        <Field label={care().t('ui.size')} name="size" inputmode="decimal"
          value={size()} onInput={setSize} maxlength={8} />
        <Field label={care().t('ui.label-minutes')} name="minutes" inputmode="numeric"
          value={minutes()} onInput={setMinutes} maxlength={3} />
      </div>
      <fieldset class="question">
        <legend>{care().t('ui.where')}</legend>
        <div class="choices">
          <For each={planned()}>
            {(one) => (
              <button
                type="button"
                class="button choice"
                aria-pressed={!left().includes(placeKey(one))}
                onClick={() => toggle(placeKey(one))}
              >
                {sayPlace(words(), one)}
              </button>
            )}
          </For>
          <Show when={planned().length === 0}>
            <p class="soft">{care().t('ui.label-empty')}</p>
          </Show>
        </div>
      </fieldset>
      <RefusedHere />
      <div class="dialog-actions">
        <button type="submit" class="button next" data-numbing-note>
          {care().t('ui.note-it')}
        </button>
      </div>
    </form>
  );
}
