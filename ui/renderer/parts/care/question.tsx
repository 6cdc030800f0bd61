// One question of the screening with its two answers, and what a yes opens; and the type of the
// skin, which is looked at and never asked.

import { For, type JSX, Show } from 'solid-js';
import type { QuestionLine } from '../../../contract/care-says.ts';
import { useDesk } from '../../app/desk.tsx';
import { answered, type AnswersHere, type GivenHere } from '../../view/question-groups.ts';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';

const TYPES = [1, 2, 3, 4, 5, 6] as const;

/** The choice of the skin's type. */
export function SkinType(props: {
  readonly type: number | undefined;
  readonly onType: (type: number) => void;
}): JSX.Element {
  const care = useCare();
  return (
    <div role="radiogroup" aria-label={care().t('ui.skin-type')} class="stack">
      <h3>{care().t('ui.skin-type')}</h3>
      <div class="skin-types">
        <For each={TYPES}>
          {(type) => (
            <button
              type="button"
              class="button choice skin-type"
              role="radio"
              data-skin-type={type}
              aria-checked={props.type === type}
              onClick={() => props.onType(type)}
            >
              {['I', 'II', 'III', 'IV', 'V', 'VI'][type - 1]}
            </button>
          )}
        </For>
      </div>
    </div>
  );
}

/** A question. */
export function Question(props: {
  readonly question: QuestionLine;
  readonly answers: AnswersHere;
  readonly onGive: (given: GivenHere) => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const given = () => props.answers[props.question.id];
  const asks = (): string => care().named('asks', props.question.id);
  const change = (more: Partial<GivenHere>): void =>
    props.onGive({ ...(given() ?? answered('yes')), ...more });
  return (
    <fieldset class="question" data-question={props.question.id}>
      <legend>{asks()}</legend>
      <span class="question-answers">
        <For each={['no', 'yes'] as const}>
          {(answer) => (
            <button
              type="button"
              class="button choice"
              data-answer={answer}
              aria-pressed={given()?.answer === answer}
              onClick={() => props.onGive(answered(answer))}
            >
              {care().t(`ui.${answer}`)}
            </button>
          )}
        </For>
      </span>
      <Show when={given()?.answer === 'yes' ? given() : undefined}>
        {(yes) => (
          <div class="stack question-more">
            <p class="soft">{care().t(`ui.outcome-${props.question.outcome}`)}</p>
            <Show when={props.question.windowDays !== undefined}>
              <Field label={care().t('ui.on-day')} value={yes().on}
                onInput={(on) => change({ on })} maxlength={10} />
            </Show>
            <Show when={props.question.outcome === 'warning'}>
              <Field label={care().t('ui.note')} value={yes().note}
                onInput={(note) => change({ note })} />
            </Show>
            <Show when={props.question.outcome === 'prescriber'}>
              <Field label={care().t('ui.prescriber')} value={yes().prescriber}
                onInput={(prescriber) => change({ prescriber })} maxlength={128} />
              <Field label={care().t('ui.reason')} value={yes().reason}
                onInput={(reason) => change({ reason })} maxlength={500} />
              <Show when={desk.state().staff.kind === 'staff'}>
                <Field label={care().t('ui.secret')} type="password" value={yes().secret}
                  onInput={(secret) => change({ secret })} maxlength={1_024} />
              </Show>
            </Show>
          </div>
        )}
      </Show>
    </fieldset>
  );
}
