// The visits of a person with what followed each, and the question how it went: a milestone, how it
// is known, and red flags. A flag locks; that nobody was reached is no follow-up.

import { createSignal, For, type JSX, Show } from 'solid-js';
import type { ChartView, VisitLine } from '../../../contract/care-says.ts';
import { useDesk } from '../../app/desk.tsx';
import { useWords } from '../../words/use-words.ts';
import { Dialog } from '../dialog.tsx';
import { sayDay, sayPlace } from '../say.ts';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';
import { RefusedHere } from './refused-here.tsx';

const MILESTONES = [
  'hours-24', 'hours-72', 'day-7', 'day-14', 'day-28', 'month-3', 'month-6',
] as const;
const WAYS = ['seen', 'photo', 'telephone', 'message', 'not-reached'] as const;
const FLAGS = [
  'eye-pain-or-vision', 'infection', 'cold-sore', 'long-redness', 'lines', 'lumps', 'pigment',
] as const;

/** The part. */
export function VisitsPart(props: { readonly view: ChartView }): JSX.Element {
  const care = useCare();
  return (
    <section class="card" aria-labelledby="visits-title">
      <h2 id="visits-title">{care().t('ui.visits-title')}</h2>
      <ul class="things">
        <For
          each={props.view.visits}
          fallback={<li class="soft">{care().t('ui.visits-none')}</li>}
        >
          {(visit) => <Visit visit={visit} person={props.view.person.person} />}
        </For>
      </ul>
    </section>
  );
}

function Visit(props: { readonly visit: VisitLine; readonly person: string }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const [open, setOpen] = createSignal(false);
  const milestone = (id: string): string => care().parts('milestones', id)[0] ?? id;
  const facts = (): string => [
    care().t(`ui.outcome-${props.visit.outcome}`),
    ...(props.visit.handed ? [care().t('ui.handed')] : []),
    ...props.visit.skins.map((skin) => sayPlace(words(), skin)),
  ].join(' · ');
  return (
    <li class="thing" data-visit-line={props.visit.visitId}>
      <span class="thing-text">
        <strong>{sayDay(words(), props.visit.on)}</strong>
        <span class="soft wrap-anywhere">{facts()}</span>
        <For each={props.visit.followUps}>
          {(one) => (
            <span class="soft wrap-anywhere">
              {milestone(one.milestone)}: {care().named('ui', `how-${one.how}`)},{' '}
              {sayDay(words(), one.on)}, {one.by}
              <For each={one.flags}>
                {(flag) => (
                  <strong class="open-note"> · ! {care().parts('flags', flag)[0]}</strong>
                )}
              </For>
            </span>
          )}
        </For>
        <Show when={props.visit.due.length > 0}>
          <span class="open-note">
            {care().t('ui.ask-now')}: {props.visit.due.map(milestone).join(', ')}
          </span>
        </Show>
      </span>
      <Show when={props.visit.skins.length > 0}>
        <button type="button" class="button small" data-follow-up
          onClick={() => {
            desk.dismiss();
            setOpen(true);
          }}>
          {care().t('ui.follow-title')}
        </button>
      </Show>
      <Dialog wide open={open()} onClose={() => setOpen(false)}
        title={care().t('ui.follow-title')}>
        <Show when={open()}>
          <FollowUp visit={props.visit} person={props.person} onDone={() => setOpen(false)} />
        </Show>
      </Dialog>
    </li>
  );
}

function FollowUp(props: {
  readonly visit: VisitLine;
  readonly person: string;
  readonly onDone: () => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const [milestone, setMilestone] = createSignal<string>('');
  const [how, setHow] = createSignal<(typeof WAYS)[number]>();
  const [flags, setFlags] = createSignal<readonly string[]>([]);
  const [remarks, setRemarks] = createSignal('');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const way = how();
    if (way === undefined) return;
    const said = remarks().trim();
    const done = await desk.ask({
      kind: 'follow-up', person: props.person, visitId: props.visit.visitId,
      milestone: milestone(), how: way,
      flags: flags().map((flag) => ({ flag, skins: [] })),
      ...(said === '' ? {} : { remarks: said }),
    });
    if (done !== undefined) props.onDone();
  };
  const toggle = (flag: string): void => {
    setFlags(flags().includes(flag) ? flags().filter((one) => one !== flag) : [...flags(), flag]);
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <div class="choices" role="radiogroup" aria-label={care().t('ui.follow-when')}>
        <For each={MILESTONES}>
          {(id) => (
            <button type="button" class="button choice" role="radio"
              aria-checked={milestone() === id} onClick={() => setMilestone(id)}>
              {care().parts('milestones', id)[0]}
            </button>
          )}
        </For>
      </div>
      <Show when={milestone() !== ''}>
        <p>{care().parts('milestones', milestone())[1]}</p>
      </Show>
      <div class="choices" role="radiogroup" aria-label={care().t('ui.follow-how')}>
        <For each={WAYS}>
          {(way) => (
            <button type="button" class="button choice" role="radio"
              aria-checked={how() === way} onClick={() => setHow(way)}>
              {care().t(`ui.how-${way}`)}
            </button>
          )}
        </For>
      </div>
      <fieldset class="question">
        <legend>{care().t('ui.follow-flags')}</legend>
        <For each={FLAGS}>
          {(flag) => (
            <label class="tick-row">
              <input type="checkbox" checked={flags().includes(flag)}
                onChange={() => toggle(flag)} />
              {care().parts('flags', flag)[0]}
            </label>
          )}
        </For>
      </fieldset>
      <Field label={care().t('ui.note')} value={remarks()} onInput={setRemarks} maxlength={1_000} />
      <RefusedHere />
      <div class="dialog-actions">
        <button type="submit" class="button next"
          disabled={milestone() === '' || how() === undefined}>
          {care().t('ui.follow-write')}
        </button>
      </div>
    </form>
  );
}
