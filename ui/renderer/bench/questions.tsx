// The preconditions, ticked one by one: what has to be so, why it matters, who says so. The host's
// own are ticked already; a number is typed, everything else is said with a press.

import { createSignal, For, type JSX, Show } from 'solid-js';
import { PRECONDITIONS, type PreconditionName }
  from '../../../host/core/bench/precondition.ts';
import type { BenchStanding } from '../../contract/bench-state.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { CancelButton } from './cancel-button.tsx';
import { Simulated } from './set-up.tsx';

type Asking = Extract<BenchStanding, { readonly kind: 'asking' }>;

/** The screen of the questions. */
export function Questions(props: { readonly asking: Asking }): JSX.Element {
  const words = useWords();
  const isMet = (name: PreconditionName): boolean =>
    props.asking.met.some(({ what }) => what === name);
  return (
    <div class="stack bench">
      <h1>{words().t('bench.before')}</h1>
      <Simulated />
      <ol class="bench-questions">
        <For each={PRECONDITIONS}>
          {(name) => (
            <li class="card" data-precondition={name} data-met={isMet(name)}
              aria-current={props.asking.asked === name ? 'step' : undefined}>
              <span class={`mark ${isMet(name) ? 'good' : 'wait'}`} aria-hidden="true">
                {isMet(name) ? '✓' : ''}
              </span>
              <div class="stack">
                <div>
                  <strong>{words().t(`bench.ask-${name}`)}</strong>
                  <p class="soft">{words().t(`bench.why-${name}`)}</p>
                </div>
                <Show when={props.asking.asked === name}>
                  <Answer asking={props.asking} name={name} />
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
    </div>
  );
}

const EXAMPLES: Readonly<Partial<Record<PreconditionName, string>>> = {
  'warm-up': '20', ambient: '21.5',
};

function Answer(props: { readonly asking: Asking; readonly name: PreconditionName }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const say = (text: string): void => void desk.ask({ kind: 'bench-answer', text });
  const example = (): string | undefined => EXAMPLES[props.name];
  const complaint = (): string | undefined => {
    const { complaint: of } = props.asking;
    if (of?.what !== props.name) return undefined;
    if (of.kind === 'not-understood' || props.name === 'no-open-treatment'
      || props.name === 'no-patient-cartridge') {
      return words().t('bench.not-understood', { example: example() ?? '20' });
    }
    return words().t(`bench.unmet-${props.name}`);
  };
  return (
    <>
      <p class="open-note" role="alert">{complaint() ?? ''}</p>
      <div class="bench-answer">
        <Show
          when={example()}
          fallback={
            <>
              <button type="button" class="button next" data-answer="yes" onClick={() => say('y')}>
                {words().t('bench.answer-yes')}
              </button>
              <button type="button" class="button" onClick={() => say('n')}>
                {words().t('bench.answer-no')}
              </button>
            </>
          }
        >
          <NumberForm label={words().t(`bench.ask-${props.name}`)} onEnter={say} />
        </Show>
        <Show when={props.asking.met.some(({ by }) => by === 'person')}>
          <button type="button" class="button" data-back
            onClick={() => void desk.ask({ kind: 'bench-back' })}>
            {words().t('bench.step-back')}
          </button>
        </Show>
        <CancelButton />
      </div>
    </>
  );
}

function NumberForm(props: {
  readonly label: string;
  readonly onEnter: (text: string) => void;
}): JSX.Element {
  const words = useWords();
  const [text, setText] = createSignal('');
  const submit = (event: Event): void => {
    event.preventDefault();
    props.onEnter(text().trim());
  };
  return (
    <form class="bench-number" onSubmit={submit}>
      <input aria-label={props.label} inputmode="decimal" value={text()} maxlength={10}
        autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
      <button type="submit" class="button next" disabled={text().trim() === ''}>
        {words().t('bench.answer-enter')}
      </button>
    </form>
  );
}
