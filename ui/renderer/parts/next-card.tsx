// The next step, in the same place on every screen and always under the same heading. Whoever
// presses what stands here, and nothing else, comes to the end of a treatment; an area at the eye
// opens a question of its own, which this button alone does not answer.

import { createMemo, createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { nextStep, type NextStep, screenOfStep } from '../view/next-step.ts';
import { isSame } from '../view/same.ts';
import { useWords } from '../words/use-words.ts';
import { EndDialog } from './end-dialog.tsx';
import { EyeDialog } from './eye-dialog.tsx';
import { NameForm } from './name-form.tsx';
import { actOf } from './next-acts.ts';
import { nextButtonWords, nextWords } from './next-words.ts';
import { PersonForm } from './person-form.tsx';
import { RoomAnswer } from './room-answer.tsx';

const SignInForm = lazy(() => import('./care/sign-in-form.tsx'));

/** The card of the next step. */
export function NextCard(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  // Of a desk that is not heard nothing is known: the last state leads nobody on.
  const step = createMemo((): NextStep =>
    desk.connected() ? nextStep(desk.whole(), desk.snapshot()) : { kind: 'wait', on: 'road' },
  undefined, { equals: isSame });
  const answered = createMemo(() => {
    const now = step();
    return now.kind === 'answer' ? now.reason : undefined;
  });
  return (
    <section class="card next-card" data-next-kind={step().kind}>
      <h2 class="next-title">{words().t('screens.next-step')}</h2>
      <p class="next-says" aria-live="polite">{nextWords(words(), step())}</p>
      <Switch fallback={<NextButton step={step()} />}>
        <Match when={step().kind === 'sign-in'}><Suspense><SignInForm /></Suspense></Match>
        <Match when={step().kind === 'name-operator'}><NameForm isNext /></Match>
        <Match when={step().kind === 'name-person'}><PersonForm /></Match>
        <Match when={answered()}>{(reason) => <RoomAnswer reason={reason()} isNext />}</Match>
      </Switch>
    </section>
  );
}

/** Steps at which something goes on by itself. Where a hand acts nothing moves but the needles. */
const PASSING: ReadonlySet<NextStep['kind']> = new Set(['wait', 'connect', 'in-the-way']);

function NextButton(props: { readonly step: NextStep }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [eyeOpen, setEyeOpen] = createSignal(false);
  const [endOpen, setEndOpen] = createSignal(false);
  const label = (): string | undefined => nextButtonWords(words(), props.step, desk.screen());
  const press = (): void => {
    const { step } = props;
    const screen = screenOfStep(step);
    if (screen !== undefined && screen !== desk.screen()) return desk.go(screen);
    if (step.kind === 'confirm-eye') return void setEyeOpen(true);
    if (step.kind === 'end-here') return void setEndOpen(true);
    actOf(step, desk);
  };
  return (
    <>
      <Show
        when={label()}
        fallback={
          <Show when={PASSING.has(props.step.kind)}>
            <span class="next-wait" data-next-step="wait"><i aria-hidden="true" /></span>
          </Show>
        }
      >
        {(text) => (
          <button type="button" class="button next" onClick={press}
            data-next-step={props.step.kind}>
            <span>{text()}</span>
            <span class="arrow" aria-hidden="true">→</span>
          </button>
        )}
      </Show>
      <EndDialog open={endOpen()} onClose={() => setEndOpen(false)} />
      <Show when={props.step.kind === 'confirm-eye' ? props.step : undefined}>
        {(place) => (
          <EyeDialog open={eyeOpen()} onClose={() => setEyeOpen(false)} place={place()} />
        )}
      </Show>
    </>
  );
}
