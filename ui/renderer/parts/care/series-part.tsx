// Series: those in the chart, and a new one that is laid out on the calendar before it is kept. The
// dates are a wish; each visit is checked anew on its day.

import { createSignal, For, type JSX, Show } from 'solid-js';
import { AREA_NAMES, isPaired } from '../../../../protocol/area.ts';
import type { ChartView, SeriesLaidOut, SeriesLine, SkinView }
  from '../../../contract/care-says.ts';
import { useDesk } from '../../app/desk.tsx';
import { placeKey } from '../../view/place.ts';
import { useWords } from '../../words/use-words.ts';
import { Dialog } from '../dialog.tsx';
import { sayDay, sayPlace } from '../say.ts';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';
import { RefusedHere } from './refused-here.tsx';

const CLOSED: ReadonlySet<string> = new Set(['upper-eyelid', 'vermilion']);

const SKINS: readonly SkinView[] = AREA_NAMES.filter((area) => !CLOSED.has(area)).flatMap((area) =>
  (isPaired(area) ? (['left', 'right'] as const) : (['midline'] as const))
    .map((side) => ({ area, side })));

/** The part. */
export function SeriesPart(props: { readonly view: ChartView }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const [open, setOpen] = createSignal(false);
  return (
    <section class="card" aria-labelledby="series-title">
      <header class="sheet-head">
        <h2 id="series-title">{care().t('ui.series-title')}</h2>
        <button type="button" class="button" data-series="new"
          onClick={() => {
            desk.dismiss();
            setOpen(true);
          }}>
          {care().t('ui.series-new')}
        </button>
      </header>
      <ul class="things">
        <For
          each={props.view.series}
          fallback={<li class="soft">{care().t('ui.series-none')}</li>}
        >
          {(series) => <Series series={series} person={props.view.person.person} />}
        </For>
      </ul>
      <Dialog wide open={open()} onClose={() => setOpen(false)} title={care().t('ui.series-new')}>
        <Show when={open()}>
          <Planner person={props.view.person.person} onDone={() => setOpen(false)} />
        </Show>
      </Dialog>
    </section>
  );
}

function Series(props: { readonly series: SeriesLine; readonly person: string }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const end = (): void => void desk.ask({
    kind: 'end-series', person: props.person, seriesId: props.series.seriesId,
    why: care().t('ui.series-end'),
  });
  return (
    <li class="thing" data-series={props.series.seriesId}>
      <span class="thing-text">
        <strong class="capital">
          {props.series.skins.map((skin) => sayPlace(words(), skin)).join(', ')}
        </strong>
        <span class="soft">
          {care().t('ui.series-line', {
            visits: props.series.visits, days: props.series.everyDays,
            day: sayDay(words(), props.series.firstOn),
          })}
          <Show when={props.series.ended}> · {care().t('ui.series-ended')}</Show>
        </span>
      </span>
      <Show when={!props.series.ended}>
        <button type="button" class="button small" onClick={end}>
          {care().t('ui.series-end')}
        </button>
      </Show>
    </li>
  );
}

const countOf = (text: string, most: number): number | undefined => {
  const value = Math.round(Number(text.trim()));
  return text.trim() === '' || !Number.isFinite(value) || value < 1 || value > most
    ? undefined
    : value;
};

function Planner(props: { readonly person: string; readonly onDone: () => void }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  const [visits, setVisits] = createSignal('');
  const [every, setEvery] = createSignal('');
  const [laid, setLaid] = createSignal<SeriesLaidOut>();
  const toggle = (key: string): void => {
    setLaid(undefined);
    setChosen(chosen().includes(key)
      ? chosen().filter((one) => one !== key)
      : [...chosen(), key]);
  };
  const ask = async (kind: 'lay-out-series' | 'plan-series'): Promise<void> => {
    const [count, days] = [countOf(visits(), 24), countOf(every(), 400)];
    const answer = await desk.ask({
      kind, person: props.person,
      areas: SKINS.filter((skin) => chosen().includes(placeKey(skin))).map((skin) => ({ ...skin })),
      ...(count === undefined ? {} : { visits: count }),
      ...(days === undefined ? {} : { everyDays: days }),
    });
    if (answer === undefined || answer === 'done' || answer.kind !== 'series') return;
    if (kind === 'plan-series') props.onDone();
    else setLaid(answer.series);
  };
  return (
    <div class="stack">
      <fieldset class="question">
        <legend>{care().t('ui.series-areas')}</legend>
        <div class="choices">
          <For each={SKINS}>
            {(skin) => (
              <button type="button" class="button small" data-series-area={placeKey(skin)}
                aria-pressed={chosen().includes(placeKey(skin))}
                onClick={() => toggle(placeKey(skin))}>
                {sayPlace(words(), skin)}
              </button>
            )}
          </For>
        </div>
      </fieldset>
      <div class="two">
        <Field label={care().t('ui.series-visits')} value={visits()} inputmode="numeric"
          onInput={setVisits} maxlength={2} />
        <Field label={care().t('ui.series-every')} value={every()} inputmode="numeric"
          onInput={setEvery} maxlength={3} />
      </div>
      <RefusedHere />
      <Show when={laid()}>{(series) => <LaidOut series={series()} />}</Show>
      <div class="dialog-actions">
        <button type="button" class="button" disabled={chosen().length === 0} data-series="look"
          onClick={() => void ask('lay-out-series')}>
          {care().t('ui.series-look')}
        </button>
        <button type="button" class="button next" disabled={laid() === undefined}
          data-series="keep" onClick={() => void ask('plan-series')}>
          {care().t('ui.series-keep')}
        </button>
      </div>
    </div>
  );
}

function LaidOut(props: { readonly series: SeriesLaidOut }): JSX.Element {
  const care = useCare();
  const words = useWords();
  return (
    <div class="card" data-laid-out>
      <ol class="laid-out">
        <For each={props.series.visits}>{(on) => <li>{sayDay(words(), on)}</li>}</For>
      </ol>
      <p class="soft">
        {care().t('ui.series-refresh', {
          from: sayDay(words(), props.series.maintenance.from),
          until: sayDay(words(), props.series.maintenance.until),
        })}
      </p>
      <For each={props.series.warnings}>
        {(warning) => (
          <p class="open-note">
            {care().t('ui.series-much', {
              where: sayPlace(words(), warning), day: sayDay(words(), warning.on),
              asked: warning.asked, allowed: warning.allowed,
            })}
          </p>
        )}
      </For>
    </div>
  );
}
