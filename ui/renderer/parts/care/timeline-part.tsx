// The collagen timeline: what is said to happen in the tissue after the newest treatment, and what
// may be seen since the first visit of a series, each with how far it can be trusted.

import { For, type JSX, Show } from 'solid-js';
import type { ChartView, StageLine } from '../../../contract/care-says.ts';
import { useDesk } from '../../app/desk.tsx';
import { useWords } from '../../words/use-words.ts';
import { sayDay } from '../say.ts';
import { useCare } from './care-provider.tsx';
import { Grade } from './grade.tsx';

/** The part; nothing is shown before the first treatment. */
export function TimelinePart(props: { readonly view: ChartView }): JSX.Element {
  const care = useCare();
  const words = useWords();
  return (
    <Show when={props.view.countedFrom}>
      {(from) => (
        <section class="card" aria-labelledby="timeline-title">
          <h2 id="timeline-title">{care().t('ui.timeline-title')}</h2>
          <p class="soft">{care().t('ui.timeline-note', { day: sayDay(words(), from()) })}</p>
          <Show when={props.view.tissue.length > 0}>
            <Stages title={care().t('ui.timeline-tissue')} stages={props.view.tissue} />
          </Show>
          <Stages title={care().t('ui.timeline-visible')} stages={props.view.visible} />
        </section>
      )}
    </Show>
  );
}

/** Stages in a row, with the one of today marked. */
export function Stages(props: {
  readonly title: string;
  readonly stages: readonly StageLine[];
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const isNow = ({ from, through }: StageLine): boolean => {
    const { today } = desk.state().installation;
    return from <= today && (through === undefined || today <= through);
  };
  const span = ({ from, through }: StageLine): string => (through === undefined
    ? care().t('ui.span-open', { from: sayDay(words(), from) })
    : care().t('ui.span', { from: sayDay(words(), from), through: sayDay(words(), through) }));
  return (
    <>
      <h3>{props.title}</h3>
      <ol class="stages">
        <For each={props.stages}>
          {(stage) => (
            <li class="stage" aria-current={isNow(stage) ? 'date' : undefined}>
              <strong>{care().named('stages', stage.stage)}</strong>
              <span class="soft">{span(stage)} <Grade grade={stage.grade} /></span>
            </li>
          )}
        </For>
      </ol>
    </>
  );
}
