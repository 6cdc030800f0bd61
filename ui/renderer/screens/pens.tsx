// Pens and due dates: what has to go to the bench and when, the most pressing first, and every pen
// of the installation with its certificate.

import { For, type JSX, Show } from 'solid-js';
import type { DueLine, PenLine } from '../../contract/desk-state.ts';
import { useDesk } from '../app/desk.tsx';
import { sayDay } from '../parts/say.ts';
import { useWords } from '../words/use-words.ts';

/** The screen. */
export function Pens(): JSX.Element {
  const words = useWords();
  return (
    <div class="stack">
      <h1>{words().t('screens.pens-title')}</h1>
      <DueList />
      <PenTable />
    </div>
  );
}

function DueList(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <section class="card" aria-labelledby="due-title">
      <h2 id="due-title">{words().t('screens.due-title')}</h2>
      <Show
        when={desk.state().due.length > 0}
        fallback={<p class="soft">{words().t('screens.due-none')}</p>}
      >
        <ul class="things">
          <For each={desk.state().due}>{(line) => <DueRow line={line} />}</For>
        </ul>
      </Show>
    </section>
  );
}

function DueRow(props: { readonly line: DueLine }): JSX.Element {
  const words = useWords();
  const isGood = (): boolean => props.line.state === 'in-date';
  const days = (): string =>
    props.line.daysLeft < 0
      ? words().t('screens.overdue-by', { count: -props.line.daysLeft })
      : words().t('screens.due-in', { count: props.line.daysLeft });
  return (
    <li class="thing">
      <span class={`mark ${isGood() ? 'good' : 'open'}`} role="img"
        aria-label={words().t(`screens.due-${props.line.state}`)}>{isGood() ? '✓' : '!'}</span>
      <span class="thing-text">
        <strong class="wrap-anywhere">{props.line.model} · {props.line.serial}</strong>
        <span class="soft">
          {words().t(`screens.due-${props.line.what}`)} ·{' '}
          {sayDay(words(), props.line.dueOn)} · {days()}
        </span>
      </span>
      <span class="chip">{words().t(`screens.due-${props.line.state}`)}</span>
    </li>
  );
}

function PenTable(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <Show when={desk.state().pens.length > 0}>
      <div
        class="table-place"
        tabindex="0"
        role="region"
        aria-label={words().t('screens.pens-all')}
      >
        <table class="table">
          <caption>{words().t('screens.pens-all')}</caption>
          <thead>
            <tr>
              <th scope="col">{words().t('screens.col-pen')}</th>
              <th scope="col">{words().t('screens.col-class')}</th>
              <th scope="col">{words().t('screens.col-certificate')}</th>
              <th scope="col">{words().t('screens.col-issued')}</th>
              <th scope="col">{words().t('screens.col-due')}</th>
              <th scope="col">{words().t('screens.col-since')}</th>
            </tr>
          </thead>
          <tbody><For each={desk.state().pens}>{(pen) => <PenRow pen={pen} />}</For></tbody>
        </table>
      </div>
    </Show>
  );
}

function PenRow(props: { readonly pen: PenLine }): JSX.Element {
  const words = useWords();
  return (
    <tr>
      <th scope="row">
        {props.pen.model} · {props.pen.serial}
        <Show when={props.pen.shaken}>
          <p class="open-note">! {words().t('screens.pen-shaken')}</p>
        </Show>
        <Show when={props.pen.carriesAnother}>
          <p class="open-note">! {words().t('screens.pen-carries-another')}</p>
        </Show>
      </th>
      <td>{props.pen.class}</td>
      <td class="wrap-anywhere">{props.pen.certificateId}</td>
      <td>{sayDay(words(), props.pen.issuedOn)}</td>
      <td>{sayDay(words(), props.pen.dueOn)}</td>
      <td class="figures">
        {words().t('screens.since', {
          strokes: props.pen.strokesSince, treatments: props.pen.treatmentsSince,
        })}
      </td>
    </tr>
  );
}
