// The questions of the screening: a group at a time, each question with two large answers and none
// beforehand. A yes opens what belongs to it: a day, a note, a prescriber. The last page is signed.

import { createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { QuestionLine } from '../../../contract/care-says.ts';
import { useDesk } from '../../app/desk.tsx';
import {
  answeredCount, answersAsked, clearancesAsked, type GivenHere, GROUPS, questionsIn,
} from '../../view/question-groups.ts';
import { Dialog } from '../dialog.tsx';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';
import { Question, SkinType } from './question.tsx';
import { RefusedHere } from './refused-here.tsx';

/** The dialog. */
export function ScreeningDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const care = useCare();
  return (
    <Dialog wide open={props.open} onClose={props.onClose} title={care().t('ui.screening')}>
      <Show when={props.open}><Screening onDone={props.onClose} /></Show>
    </Dialog>
  );
}

function Screening(props: { readonly onDone: () => void }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const [questions] = createResource(async () => {
    const answer = await desk.ask({ kind: 'read-questions' });
    return answer !== 'done' && answer?.kind === 'questions' ? answer.questions : [];
  });
  const [answers, setAnswers] = createStore<Record<string, GivenHere>>({});
  const [page, setPage] = createSignal(0);
  const [type, setType] = createSignal<number>();
  const [born, setBorn] = createSignal('');
  const needsBorn = (): boolean => desk.state().care.person?.born === undefined;
  const all = (): readonly QuestionLine[] => questions() ?? [];
  const here = (): readonly QuestionLine[] => {
    const group = GROUPS[page() - 1];
    return group === undefined ? [] : questionsIn(all(), group);
  };
  const isDone = (): boolean => (page() === 0
    ? type() !== undefined && (!needsBorn() || born() !== '')
    : answeredCount(here(), answers) === here().length);
  const sign = async (): Promise<void> => {
    const fitzpatrick = type();
    if (fitzpatrick === undefined) return;
    const done = await desk.ask({
      kind: 'screen', fitzpatrick, answers: answersAsked(answers),
      clearances: clearancesAsked(all(), answers),
      ...(needsBorn() ? { bornOn: born() } : {}),
    });
    if (done !== undefined) props.onDone();
  };
  return (
    <div class="stack" data-page={page()}>
      <progress
        class="asked"
        max={all().length}
        value={answeredCount(all(), answers)}
        aria-label={care().t('ui.screening')}
      />
      <Switch>
        <Match when={page() === 0}>
          <SkinType type={type()} onType={setType} />
          <Show when={needsBorn()}>
            <Field label={care().t('ui.born')} value={born()} onInput={setBorn} name="born" />
          </Show>
        </Match>
        <Match when={GROUPS[page() - 1]}>
          {(group) => <h3>{care().t(`groups.${group()}`)}</h3>}
        </Match>
      </Switch>
      <For each={here()}>
        {(question) => (
          <Question
            question={question}
            answers={answers}
            onGive={(given) => setAnswers(question.id, given)}
          />
        )}
      </For>
      <RefusedHere />
      <Turning
        page={page()}
        isDone={isDone()}
        onPage={setPage}
        onSign={() => void sign()}
      />
    </div>
  );
}

function Turning(props: {
  readonly page: number;
  readonly isDone: boolean;
  readonly onPage: (page: number) => void;
  readonly onSign: () => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const isLast = (): boolean => props.page === GROUPS.length;
  const label = (): string => {
    if (isLast()) return care().t('ui.sign-screening', { by: desk.state().operator });
    const at = { now: props.page + 1, all: GROUPS.length + 1 };
    return `${care().t('ui.next-group')} · ${care().t('ui.question-of', at)}`;
  };
  return (
    <div class="dialog-actions">
      <Show when={props.page > 0}>
        <button type="button" class="button" onClick={() => props.onPage(props.page - 1)}>
          {care().t('ui.previous-group')}
        </button>
      </Show>
      <button
        type="button"
        class="button next"
        data-screening={isLast() ? 'sign' : 'next'}
        disabled={!props.isDone}
        onClick={() => (isLast() ? props.onSign() : props.onPage(props.page + 1))}
      >
        {label()}
      </button>
    </div>
  );
}
