// What each piece of skin had today and in thirty days, when it may have more and why not sooner,
// what may be expected of it and how far that can be trusted; and its lock.

import { createSignal, For, type JSX, Show } from 'solid-js';
import type { ChartView, SkinLine } from '../../../contract/care-says.ts';
import { useDesk } from '../../app/desk.tsx';
import { placeKey } from '../../view/place.ts';
import { useWords } from '../../words/use-words.ts';
import { Dialog } from '../dialog.tsx';
import { sayDay, sayPlace, spoken } from '../say.ts';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';
import { Grade } from './grade.tsx';
import { RefusedHere } from './refused-here.tsx';

/** The part. */
export function SkinsPart(props: { readonly view: ChartView }): JSX.Element {
  const care = useCare();
  return (
    <section class="card" aria-labelledby="skins-title">
      <h2 id="skins-title">{care().t('ui.skins-title')}</h2>
      <Show
        when={props.view.skins.length > 0}
        fallback={<p class="soft">{care().t('ui.skins-none')}</p>}
      >
        <div class="table-place" tabindex="0" role="region"
          aria-label={care().t('ui.skins-title')}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{care().t('ui.col-area')}</th>
                <th scope="col">{care().t('ui.col-today')}</th>
                <th scope="col">{care().t('ui.col-month')}</th>
                <th scope="col">{care().t('ui.col-next')}</th>
                <th scope="col">{care().t('ui.col-expected')}</th>
                <th scope="col"><span class="heard">{care().t('ui.lock')}</span></th>
              </tr>
            </thead>
            <tbody>
              <For each={props.view.skins}>
                {(skin) => <Skin skin={skin} person={props.view.person.person} />}
              </For>
            </tbody>
          </table>
        </div>
        <p class="value-note">{care().t('ui.mean-note')}</p>
        <Given skins={props.view.skins} />
      </Show>
    </section>
  );
}

function Skin(props: { readonly skin: SkinLine; readonly person: string }): JSX.Element {
  const care = useCare();
  const words = useWords();
  const density = (count: number): string => care().t('ui.per-cm2', { count });
  return (
    <tr data-skin={placeKey(props.skin)}>
      <th scope="row">{sayPlace(words(), props.skin)}</th>
      <td>{density(props.skin.todayPerCm2)}</td>
      <td>{density(props.skin.monthPerCm2)}</td>
      <td class="wide-cell"><Next skin={props.skin} /></td>
      <td>
        {care().t(`expected.${props.skin.expected}`)} <Grade grade={props.skin.grade} />
      </td>
      <td><Lock skin={props.skin} person={props.person} /></td>
    </tr>
  );
}

function Next(props: { readonly skin: SkinLine }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const when = (): string => {
    const { earliest, locked } = props.skin;
    if (locked !== undefined) {
      return care().t('ui.locked-since', {
        day: sayDay(words(), locked.since), because: locked.because.replaceAll('-', ' '),
      });
    }
    if (earliest === undefined) return care().t('ui.may-not');
    return earliest <= desk.state().installation.today
      ? care().t('ui.may-today')
      : care().t('ui.may-from', { day: sayDay(words(), earliest) });
  };
  const better = (): string | undefined => {
    const { earliest, recommended, locked } = props.skin;
    return locked === undefined && recommended !== undefined && recommended !== earliest
      ? care().t('ui.better-from', { day: sayDay(words(), recommended) })
      : undefined;
  };
  return (
    <>
      <strong classList={{ 'open-note': props.skin.locked !== undefined }}>{when()}</strong>
      <Show when={better()}>{(text) => <span class="soft">; {text()}</span>}</Show>
      <For each={props.skin.because}>
        {(refusal) => <span class="soft because">{spoken(words().refusal(refusal))}</span>}
      </For>
    </>
  );
}

function Lock(props: { readonly skin: SkinLine; readonly person: string }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const [open, setOpen] = createSignal(false);
  const [why, setWhy] = createSignal('');
  const isLocked = (): boolean => props.skin.locked !== undefined;
  const label = (): string => care().t(isLocked() ? 'ui.unlock' : 'ui.lock');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { area, side } = props.skin;
    const kind = isLocked() ? 'unlock-area' : 'lock-area';
    const done = await desk.ask({ kind, person: props.person, area, side, why: why().trim() });
    if (done !== undefined) setOpen(false);
  };
  const show = (): void => {
    desk.dismiss();
    setWhy('');
    setOpen(true);
  };
  return (
    <>
      <button type="button" class="button small" onClick={show}>
        {label()}<span class="heard">: {sayPlace(words(), props.skin)}</span>
      </button>
      <Dialog open={open()} onClose={() => setOpen(false)}
        title={`${label()}: ${sayPlace(words(), props.skin)}`}>
        <Show when={open()}>
          <form class="stack" onSubmit={(event) => void submit(event)}>
            <Field label={care().t('ui.why')} value={why()} onInput={setWhy} maxlength={1_000} />
            <RefusedHere />
            <div class="dialog-actions">
              <button type="submit" class="button next" disabled={why().trim() === ''}>
                {label()}
              </button>
            </div>
          </form>
        </Show>
      </Dialog>
    </>
  );
}

function Given(props: { readonly skins: readonly SkinLine[] }): JSX.Element {
  const care = useCare();
  const words = useWords();
  const some = (): readonly SkinLine[] => props.skins.filter(({ given }) => given.length > 0);
  return (
    <Show when={some().length > 0}>
      <h3>{care().t('ui.given-title')}</h3>
      <ul class="given">
        <For each={some()}>
          {(skin) => (
            <For each={skin.given}>
              {(one) => (
                <li class="wrap-anywhere">
                  <strong class="capital">{sayPlace(words(), skin)}</strong>{' '}
                  {care().t('ui.given-line', {
                    day: sayDay(words(), one.day),
                    perCm2: one.perCm2,
                    set: one.depthUmSet,
                    peak: one.depthUmPeak === undefined
                      ? care().t('ui.not-measured')
                      : words().number(one.depthUmPeak, 'mm'),
                    cartridges: one.cartridges.join(', '),
                    certificates: one.certificates.join(', '),
                    operator: one.operator ?? '',
                  })}
                </li>
              )}
            </For>
          )}
        </For>
      </ul>
    </Show>
  );
}
