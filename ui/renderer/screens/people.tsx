// People and series: somebody is looked for by name, birth date or key, or gets a chart; and the
// chart of whoever was found. A chart is opened for a visit from here.

import { createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { PersonLine } from '../../contract/care-says.ts';
import { useDesk } from '../app/desk.tsx';
import { CareProvider, useCare } from '../parts/care/care-provider.tsx';
import { ChartSheet } from '../parts/care/chart-sheet.tsx';
import { Field } from '../parts/care/field.tsx';
import { RegisterForm } from '../parts/care/register-form.tsx';
import { sayDay } from '../parts/say.ts';
import { useWords } from '../words/use-words.ts';

/** The screen. */
export function People(): JSX.Element {
  return <CareProvider><Pages /></CareProvider>;
}

type Page =
  | { readonly kind: 'list' | 'new' }
  | { readonly kind: 'chart'; readonly person: string };

function Pages(): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const open = desk.state().care.person?.person;
  const [page, setPage] = createSignal<Page>(
    open === undefined ? { kind: 'list' } : { kind: 'chart', person: open });
  const chart = (person: string): void => void setPage({ kind: 'chart', person });
  const list = (): void => void setPage({ kind: 'list' });
  const shown = (): string | undefined => {
    const now = page();
    return now.kind === 'chart' ? now.person : undefined;
  };
  return (
    <div class="people" data-page={page().kind}>
      <Switch>
        <Match when={page().kind === 'list'}>
          <List onOpen={chart} onNew={() => setPage({ kind: 'new' })} />
        </Match>
        <Match when={page().kind === 'new'}>
          <h1>{care().t('ui.new-person')}</h1>
          <RegisterForm onOpen={chart} onCancel={list} />
        </Match>
        <Match when={shown()}>
          {(person) => <ChartSheet person={person()} onBack={list} />}
        </Match>
      </Switch>
    </div>
  );
}

function List(props: {
  readonly onOpen: (person: string) => void;
  readonly onNew: () => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const [text, setText] = createSignal('');
  const wanted = () => ({
    text: text(), rev: desk.state().care.rev, by: desk.state().operator,
  });
  const [found] = createResource(wanted, async (what) => {
    const answer = await desk.ask({ kind: 'find-people', text: what.text });
    return answer !== 'done' && answer?.kind === 'people' ? answer : undefined;
  });
  return (
    <>
      <h1>{care().t('ui.people-title')}</h1>
      <div class="people-find">
        <Field label={care().t('ui.search')} type="search" name="search" value={text()}
          onInput={setText} />
        <button type="button" class="button" data-people="new" onClick={() => props.onNew()}>
          {care().t('ui.new-person')}
        </button>
      </div>
      <Show when={found.latest}>
        {(all) => (
          <Show
            when={all().people.length > 0}
            fallback={<p class="soft">{care().t('ui.found-none')}</p>}
          >
            <ul class="card people-list">
              <For each={all().people}>
                {(line) => <Line line={line} onOpen={props.onOpen} />}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <Show when={(found.latest?.more ?? 0) > 0}>
        <p class="soft">{care().t('ui.found-more', { more: found.latest?.more ?? 0 })}</p>
      </Show>
    </>
  );
}

function Line(props: {
  readonly line: PersonLine;
  readonly onOpen: (person: string) => void;
}): JSX.Element {
  const care = useCare();
  const words = useWords();
  return (
    <li>
      <button
        type="button"
        class="person-line"
        data-person={props.line.person}
        onClick={() => props.onOpen(props.line.person)}
      >
        <strong class="wrap-anywhere">{props.line.name ?? care().t('ui.sealed')}</strong>
        <span class="soft">{props.line.born}</span>
        <span class="soft">
          {care().t('ui.visits-count', { visits: props.line.visits })}
          <Show when={props.line.newest}>
            {(day) => <>, {care().t('ui.newest', { day: sayDay(words(), day()) })}</>}
          </Show>
        </span>
        <code class="soft">{props.line.person}</code>
      </button>
    </li>
  );
}
