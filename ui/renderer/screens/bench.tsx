// Bench: the calibration of a pen, led step by step. Each standing of the bench is one picture;
// what moves comes beside the state, and a window that is loaded again shows the same.

import '../style/bench.css';
import { createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { Measuring } from '../bench/measuring.tsx';
import { Questions } from '../bench/questions.tsx';
import { Certified, Deciding, Ended } from '../bench/results.tsx';
import { SetUp } from '../bench/set-up.tsx';
import { useWords } from '../words/use-words.ts';

/** The screen. */
export function Bench(): JSX.Element {
  const desk = useDesk();
  const [moving, setMoving] = createSignal(desk.link.bench());
  onCleanup(desk.link.on('bench', setMoving));
  const standing = () => desk.state().bench.standing;
  const asking = () => {
    const now = standing();
    return now.kind === 'asking' ? now : undefined;
  };
  const found = () => {
    const now = standing();
    return now.kind === 'deciding' ? now.found : undefined;
  };
  const certificate = () => {
    const now = standing();
    return now.kind === 'done' ? now.certificate : undefined;
  };
  const ended = () => {
    const now = standing();
    return now.kind === 'turned-away' || now.kind === 'broken-off' ? now : undefined;
  };
  return (
    <Switch fallback={<SetUp />}>
      <Match when={asking()}>{(now) => <Questions asking={now()} />}</Match>
      <Match when={found()}>{(now) => <Deciding found={now()} />}</Match>
      <Match when={certificate()}>{(now) => <Certified certificate={now()} />}</Match>
      <Match when={ended()}>{(now) => <Ended standing={now()} />}</Match>
      <Match when={standing().kind === 'measuring'}>
        <Show when={moving()} fallback={<Waiting on="starting" />}>
          {(now) => <Measuring moving={now()} />}
        </Show>
      </Match>
      <Match when={standing().kind === 'starting'}><Waiting on="starting" /></Match>
      <Match when={standing().kind === 'leaving'}><Waiting on="leaving" /></Match>
    </Switch>
  );
}

function Waiting(props: { readonly on: 'starting' | 'leaving' }): JSX.Element {
  const words = useWords();
  return (
    <div class="empty" aria-busy="true">
      <h1>{words().t('bench.title')}</h1>
      <p>{words().t(`bench.${props.on}`)}</p>
    </div>
  );
}
