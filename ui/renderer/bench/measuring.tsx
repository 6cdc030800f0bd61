// The bench at work: what to do now and why, the hand on the trigger, how far it is, and the
// readings as they come.

import { createSignal, createUniqueId, type JSX, Match, Show, Switch } from 'solid-js';
import type { BenchView } from '../../../host/core/bench/bench-view.ts';
import type { BenchMoving } from '../../contract/bench-state.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { doubtWords, taskWords, whyWords } from './bench-words.ts';
import { CancelButton } from './cancel-button.tsx';
import { ErrorPlot } from './error-plot.tsx';
import { HoldKey } from './hold-key.tsx';
import { LiveStrip } from './live-strip.tsx';
import { OnTheWay, Rates } from './beside-task.tsx';

/** The screen while it measures. */
export function Measuring(props: { readonly moving: BenchMoving }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const view = (): BenchView => props.moving.view;
  const before = () =>
    (view().series === 'as-left' ? (desk.state().bench.found?.points ?? []) : []);
  const atUm = (): number | undefined => {
    const { step } = view();
    return step?.kind === 'depth' ? step.commandedUm : undefined;
  };
  return (
    <div class="bench bench-work" data-phase={view().phase}>
      <Progress view={view()} />
      <div class="bench-columns">
        <section class="card stack bench-task">
          <Task view={view()} />
          <Primary view={view()} />
          <Hands view={view()} />
          <Acts view={view()} />
        </section>
        <section class="card stack">
          <LiveStrip moving={props.moving} />
          <ErrorPlot title={words().t(`bench.series-${view().series}`)}
            pointsUm={view().pointsUm} readings={view().readings} points={view().points}
            before={before()} atUm={atUm()} seatings={view().seatings} />
          <Rates view={view()} />
        </section>
      </div>
      <OnTheWay />
    </div>
  );
}

function Progress(props: { readonly view: BenchView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const share = (): number => (props.view.all === 0 ? 0 : props.view.done / props.view.all);
  const said = (): string =>
    words().t('bench.progress', { done: props.view.done, all: props.view.all });
  return (
    <header class="bench-progress">
      <h1>{words().t(`bench.series-${props.view.series}`)}</h1>
      <Show when={desk.state().bench.simulated}>
        <span class="bench-simulated">{words().t('bench.simulated-short')}</span>
      </Show>
      <progress value={share()} max="1" aria-label={said()}>{said()}</progress>
      <span class="figures" data-progress>{said()}</span>
      <span class="figures soft" title={words().t('bench.left-series')}>
        {words().t('bench.left', { left: props.view.leftMs })}
      </span>
    </header>
  );
}

function Task(props: { readonly view: BenchView }): JSX.Element {
  const words = useWords();
  const latch = (): string | undefined => {
    const { latch: reason } = props.view;
    return reason === undefined || reason === 'none' ? undefined : words().latch(reason);
  };
  return (
    <div aria-live="polite">
      <h2 class="bench-says" data-task={props.view.phase}>{taskWords(words(), props.view)}</h2>
      <Show when={latch()}>{(says) => <p class="open-note">{says()}</p>}</Show>
      <Show when={props.view.doubt}>
        {(doubt) => <p class="open-note">{doubtWords(words(), doubt())}</p>}
      </Show>
      <p class="soft">{whyWords(words(), props.view)}</p>
    </div>
  );
}

const HELD_IN: ReadonlySet<BenchView['phase']> = new Set([
  'unlinked', 'hold', 'extending', 'counting', 'release', 'zeroing',
]);

/** The one thing to do now: hold, or say that it was done. */
function Primary(props: { readonly view: BenchView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const bench = () => desk.state().bench;
  const phase = () => props.view.phase;
  // At rest nothing is held; a key that is there all the time would be held all the time.
  const mayHold = (): boolean =>
    bench().simulated && bench().hands === 'window' && (HELD_IN.has(phase()) || props.view.out);
  const Confirm = (of: { readonly says: string; readonly disabled: boolean }) => (
    <button type="button" class="button next" data-confirm disabled={of.disabled}
      onClick={() => void desk.ask({ kind: 'bench-confirm' })}>
      {of.says}
    </button>
  );
  return (
    <div class="stack bench-primary">
      <Show when={mayHold()}><HoldKey /></Show>
      <Switch>
        <Match when={phase() === 'seating'}>
          <Confirm says={words().t('bench.confirm')} disabled={false} />
        </Match>
        <Match when={phase() === 'doubting'}>
          <Confirm says={words().t('bench.look-confirm')} disabled={props.view.out} />
        </Match>
        <Match when={phase() === 'latched'}>
          <Confirm says={words().t('bench.clear-latch')} disabled={props.view.clearing} />
        </Match>
      </Switch>
    </div>
  );
}

/** Whose hand is on the trigger; a real one is on the pen and nowhere else. */
function Hands(props: { readonly view: BenchView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const bench = () => desk.state().bench;
  const isHeld = (): boolean => props.view.pen?.trigger === true;
  return (
    <div class="stack bench-hands">
      <p class="bench-trigger">
        <span class={`mark ${isHeld() ? 'good' : 'wait'}`} aria-hidden="true">
          {isHeld() ? '●' : '○'}
        </span>
        {words().t('bench.trigger')}:{' '}
        <strong data-trigger>
          {words().t(isHeld() ? 'bench.trigger-held' : 'bench.trigger-free')}
        </strong>
      </p>
      <p class="value-note">
        {words().t(bench().simulated ? 'bench.hold-why' : 'bench.hold-real')}
      </p>
      <Show when={bench().simulated}>
        <button type="button" class="button" data-hands={bench().hands}
          onClick={() => void desk.ask({
            kind: 'bench-hands', hands: bench().hands === 'window' ? 'technician' : 'window',
          })}>
          {words().t(bench().hands === 'window' ? 'bench.hands-technician' : 'bench.hands-window')}
        </button>
      </Show>
    </div>
  );
}

/** From here a step back may be taken. */
const BACK_FROM: ReadonlySet<BenchView['phase']> = new Set([
  'seating', 'hold', 'extending', 'release', 'doubting', 'measured',
]);

function Acts(props: { readonly view: BenchView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const mayGoBack = (): boolean => {
    const { phase, out, done } = props.view;
    return done > 0 && BACK_FROM.has(phase) && !(phase === 'doubting' && out);
  };
  return (
    <div class="bench-acts">
      <button type="button" class="button" data-back disabled={!mayGoBack()}
        onClick={() => void desk.ask({ kind: 'bench-back' })}>
        {words().t('bench.step-back')}
      </button>
      <CancelButton />
      <Typed open={props.view.byHand} />
    </div>
  );
}

function Typed(props: { readonly open: boolean }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const id = createUniqueId();
  const [text, setText] = createSignal('');
  const submit = (event: Event): void => {
    event.preventDefault();
    void desk.ask({ kind: 'bench-typed', text: `${text().trim()} mm` });
    setText('');
  };
  return (
    <details class="bench-typed" open={props.open}>
      <summary>{words().t('bench.typed-title')}</summary>
      <form class="stack" onSubmit={submit}>
        <p class="value-note">{words().t('bench.typed-why')}</p>
        <label class="field" for={id}>{words().t('bench.typed-label')}</label>
        <div class="bench-number">
          <input id={id} inputmode="decimal" value={text()} maxlength={12} autocomplete="off"
            onInput={(event) => setText(event.currentTarget.value)} />
          <button type="submit" class="button" disabled={text().trim() === ''}>
            {words().t('bench.typed-take')}
          </button>
        </div>
      </form>
    </details>
  );
}
