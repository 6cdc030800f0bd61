// After a treatment: the sheet with its dates and red flags, the same on paper and in a calendar,
// its handing over, and the signature under the record. What the desk made is shown; nothing is
// computed here.

import { createResource, createSignal, For, type JSX, Show } from 'solid-js';
import type { SheetView } from '../../../contract/care-says.ts';
import { useDesk } from '../../app/desk.tsx';
import { useWords } from '../../words/use-words.ts';
import { sayDay, sayInstant } from '../say.ts';
import { CareProvider, useCare } from './care-provider.tsx';
import { Field } from './field.tsx';
import { saveBytes } from './save-bytes.ts';
import { SignForm } from './sign-form.tsx';

/** What comes after one treatment. */
export default function Afterwards(props: { readonly treatmentId: string }): JSX.Element {
  return <CareProvider><Sheet treatmentId={props.treatmentId} /></CareProvider>;
}

function Sheet(props: { readonly treatmentId: string }): JSX.Element {
  const desk = useDesk();
  const wanted = () => ({ treatmentId: props.treatmentId, rev: desk.state().care.rev });
  const [sheet] = createResource(wanted, async ({ treatmentId }) => {
    // A treatment that needled nothing has no sheet, and that is no fault to be shown.
    const reply = await desk.link.ask({ kind: 'read-sheet', treatmentId });
    return reply.ok && reply.answer?.kind === 'sheet' ? reply.answer.view : undefined;
  });
  return (
    <Show when={sheet.latest}>
      {(view) => (
        <article class="afterwards" data-sheet={view().treatmentId}>
          <Handing view={view()} />
          <SignForm view={view()} />
          <Dates view={view()} />
          <Flags view={view()} />
        </article>
      )}
    </Show>
  );
}

function Dates(props: { readonly view: SheetView }): JSX.Element {
  const care = useCare();
  const words = useWords();
  const instruction = (id: string): readonly string[] => care().parts('instructions', id);
  return (
    <section class="card" aria-labelledby="after-dates">
      <h2 id="after-dates">{care().t('ui.after-dates')}</h2>
      <dl class="dates">
        <For each={props.view.instructions}>
          {({ id, on }) => (
            <>
              <dt>{sayDay(words(), on)}</dt>
              <dd data-instruction={id}>
                <strong>{instruction(id)[0]}</strong> {instruction(id)[1]}
                <Show when={id === 'next' ? props.view.nextNotBefore : undefined}>
                  {(day) => <> ({care().t('ui.after-not-before', {
                    day: sayDay(words(), day()),
                  })})</>}
                </Show>
              </dd>
            </>
          )}
        </For>
      </dl>
      <h3>{care().t('ui.after-milestones')}</h3>
      <dl class="dates">
        <For each={props.view.milestones}>
          {({ id, on, photograph }) => (
            <>
              <dt>{sayDay(words(), on)}</dt>
              <dd>
                <strong>{care().parts('milestones', id)[0]}</strong>{' '}
                {care().parts('milestones', id)[1]}
                <Show when={photograph}> ({care().t('ui.after-photo')})</Show>
              </dd>
            </>
          )}
        </For>
      </dl>
      <p class="value-note">
        {care().t('ui.after-grade', { grade: care().t(`grades.${props.view.grade}`) })}
      </p>
    </section>
  );
}

function Flags(props: { readonly view: SheetView }): JSX.Element {
  const care = useCare();
  return (
    <section class="card" aria-labelledby="after-flags">
      <h2 id="after-flags">{care().t('ui.after-flags')}</h2>
      <ul class="flags">
        <For each={props.view.flags}>
          {({ id, urgency }) => (
            <li data-urgency={urgency}>
              <strong>{care().parts('flags', id)[0]}.</strong> {care().parts('flags', id)[1]}
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function Handing(props: { readonly view: SheetView }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const [contact, setContact] = createSignal('');
  const [missing, setMissing] = createSignal<readonly string[]>([]);
  const fetchFile = async (what: 'paper' | 'calendar'): Promise<void> => {
    const answer = await desk.ask({
      kind: 'sheet-file', treatmentId: props.view.treatmentId, what, contact: contact().trim(),
    });
    if (answer === undefined || answer === 'done' || answer.kind !== 'file') return;
    saveBytes(answer.name, answer.type, answer.base64);
    setMissing(answer.missing);
  };
  return (
    <section class="card handing" aria-labelledby="after-title">
      <h2 id="after-title">{care().t('ui.after-title')}</h2>
      <Field label={care().t('ui.after-contact')} value={contact()} onInput={setContact} />
      <div class="choices">
        <button type="button" class="button" data-after="paper"
          onClick={() => void fetchFile('paper')}>
          {care().t('ui.after-paper')}
        </button>
        <button type="button" class="button" data-after="calendar"
          onClick={() => void fetchFile('calendar')}>
          {care().t('ui.after-calendar')}
        </button>
        <Show when={props.view.charted && props.view.handed === undefined}>
          <button type="button" class="button" data-after="hand"
            onClick={() => void desk.ask({
              kind: 'hand-over', treatmentId: props.view.treatmentId,
            })}>
            {care().t('ui.after-hand')}
          </button>
        </Show>
      </div>
      <Show when={missing().length > 0}>
        <p class="open-note">{care().t('ui.after-letters', { letters: missing().join(' ') })}</p>
      </Show>
      <Show when={props.view.handed}>
        {(handed) => (
          <p data-handed>
            ✓ {care().t('ui.after-handed', {
              by: handed().by, time: sayInstant(words(), handed().at),
            })}
          </p>
        )}
      </Show>
      <Show when={!props.view.charted}>
        <p class="soft">{care().t('ui.after-uncharted')}</p>
      </Show>
    </section>
  );
}
