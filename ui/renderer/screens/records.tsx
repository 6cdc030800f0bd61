// Records: every treatment of the journal, the newest first, and the sheet of the one that is
// chosen.

import { createResource, createSignal, For, type JSX, Show } from 'solid-js';
import type { RecordLine } from '../../contract/desk-state.ts';
import { useDesk } from '../app/desk.tsx';
import { readRecord } from '../parts/read-record.ts';
import { RecordSheet } from '../parts/record-sheet.tsx';
import { sayInstant } from '../parts/say.ts';
import { useWords } from '../words/use-words.ts';

/** The screen. */
export function Records(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [chosen, setChosen] = createSignal<string | undefined>();
  const [view] = createResource(chosen, (id) => readRecord(desk, id));
  return (
    <Show
      when={chosen()}
      fallback={<RecordList onChoose={setChosen} />}
    >
      <div class="stack">
        <button type="button" class="button back" onClick={() => setChosen(undefined)}>
          <span aria-hidden="true">←</span> {words().t('screens.all-records')}
        </button>
        <Show when={view()} fallback={<p class="soft">{words().t('screens.reading')}</p>}>
          {(record) => <RecordSheet view={record()} title={record().record.opened.treatmentId} />}
        </Show>
      </div>
    </Show>
  );
}

function RecordList(props: { readonly onChoose: (treatmentId: string) => void }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <section>
      <h1>{words().t('screens.menu-records')}</h1>
      <Show
        when={desk.state().records.length > 0}
        fallback={<p class="soft empty">{words().t('screens.records-none')}</p>}
      >
        <ul class="rows">
          <For each={desk.state().records}>
            {(line) => <li><RecordRowButton line={line} onChoose={props.onChoose} /></li>}
          </For>
        </ul>
      </Show>
    </section>
  );
}

function RecordRowButton(props: {
  readonly line: RecordLine;
  readonly onChoose: (treatmentId: string) => void;
}): JSX.Element {
  const words = useWords();
  const outcome = (): string =>
    props.line.outcome === undefined
      ? words().t('screens.outcome-open')
      : words().t(`outcomes.${props.line.outcome}`);
  return (
    <button
      type="button"
      class="row"
      data-record={props.line.treatmentId}
      onClick={() => props.onChoose(props.line.treatmentId)}
    >
      <span class="row-main">
        <strong>{sayInstant(words(), props.line.openedAt)}</strong>
        <span class="soft wrap-anywhere">{props.line.person} · {props.line.operator}</span>
      </span>
      <span class="figures">
        {words().t('screens.record-areas', { count: props.line.areas.length })}
      </span>
      <span class="figures">
        {words().t('screens.record-strokes', { count: props.line.strokes })}
      </span>
      <span class="chip">{outcome()}</span>
      <span aria-hidden="true">→</span>
    </button>
  );
}
