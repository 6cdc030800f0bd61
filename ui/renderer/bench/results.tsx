// What a calibration came to: the question whether to correct, and the certificate at the end with
// what it changes.

import { For, type JSX, Show } from 'solid-js';
import type { BenchStanding, CertificateView, FoundView } from '../../contract/bench-state.ts';
import { useDesk } from '../app/desk.tsx';
import { saveBytes } from '../parts/save-bytes.ts';
import { sayDay } from '../parts/say.ts';
import { useWords } from '../words/use-words.ts';
import { reasonWords } from './bench-words.ts';
import { CancelButton } from './cancel-button.tsx';
import { ErrorPlot } from './error-plot.tsx';
import { OnTheWay } from './beside-task.tsx';
import { Simulated } from './set-up.tsx';

/** The question whether to put a curve into the pen. */
export function Deciding(props: { readonly found: FoundView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const decide = (adjust: boolean): void => void desk.ask({ kind: 'bench-decide', adjust });
  return (
    <div class="stack bench">
      <h1>
        {props.found.class === 'fail'
          ? words().t('bench.decide-fail')
          : words().t('bench.decide-title', { class: props.found.class })}
      </h1>
      <Simulated />
      <div class="bench-columns">
        <section class="card stack">
          <p>{words().t('bench.decide-why')}</p>
          <Show when={props.found.class === 'P'}><p>{words().t('bench.decide-p')}</p></Show>
          <Show when={props.found.against.length > 0}>
            <h2>{words().t('bench.against-title')}</h2>
            <ul class="plain-list">
              <For each={props.found.against}>
                {(reason) => <li>{reasonWords(words(), reason)}</li>}
              </For>
            </ul>
          </Show>
          <div class="bench-acts">
            <button type="button" class="button" data-decide="yes"
              classList={{ next: props.found.class !== 'P' }} onClick={() => decide(true)}>
              {words().t('bench.decide-yes')}
            </button>
            <button type="button" class="button" data-decide="no"
              classList={{ next: props.found.class === 'P' }} onClick={() => decide(false)}>
              {words().t('bench.decide-no')}
            </button>
            <CancelButton />
          </div>
        </section>
        <section class="card">
          <ErrorPlot title={words().t('bench.series-as-found')} readings={[]} before={[]}
            pointsUm={props.found.points.map(({ commandedUm }) => commandedUm)}
            points={props.found.points} atUm={undefined} seatings={undefined} />
        </section>
      </div>
    </div>
  );
}

/** The certificate. */
export function Certified(props: { readonly certificate: CertificateView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const of = () => props.certificate;
  const save = async (): Promise<void> => {
    const { certificateId } = of();
    const answer = await desk.ask({ kind: 'certificate-pdf', certificateId });
    if (typeof answer === 'object' && answer.kind === 'file') saveBytes(answer);
  };
  const last = () => of().asLeft ?? of().asFound;
  const pen = (): string => words().t('bench.done-pen', {
    serial: of().penSerial, model: of().model, due: sayDay(words(), of().dueOn),
    count: of().treatmentsMax,
  });
  return (
    <div class="stack bench" data-certificate={of().certificateId}>
      <header class="sheet-head">
        <h1>{words().t('bench.done-title', { id: of().certificateId })}</h1>
        <span class="bench-class" data-class={of().class}>{className(of().class)}</span>
      </header>
      <Simulated />
      <div class="bench-columns">
        <section class="card stack">
          <p>{pen()}</p>
          <Verdict certificate={of()} />
          <p>{words().t(of().adjusted ? 'bench.done-adjusted' : 'bench.done-not-adjusted')}</p>
          <Changes certificate={of()} />
          <p class="value-note wrap-anywhere">{words().t('bench.kept', { file: of().file })}</p>
          <div class="bench-acts">
            <button type="button" class="button next" data-pdf onClick={() => void save()}>
              {words().t('bench.pdf')}
            </button>
            <button type="button" class="button" data-bench-done
              onClick={() => void desk.ask({ kind: 'bench-done' })}>
              {words().t('bench.to-ready')}
            </button>
          </div>
        </section>
        <section class="card">
          <ErrorPlot
            title={words().t(of().asLeft === undefined ? 'bench.series-as-found'
              : 'bench.series-as-left')}
            readings={[]} points={last()?.points ?? []}
            before={of().asLeft === undefined ? [] : (of().asFound?.points ?? [])}
            pointsUm={(last()?.points ?? []).map(({ commandedUm }) => commandedUm)}
            atUm={undefined} seatings={undefined} />
        </section>
      </div>
    </div>
  );

  function className(of: CertificateView['class']): string {
    return of === 'fail' || of === 'none'
      ? words().t('bench.done-fail')
      : words().t('bench.done-class', { class: of });
  }
}

function Verdict(props: { readonly certificate: CertificateView }): JSX.Element {
  const words = useWords();
  const says = (): string => {
    const { accepted, findings, rawLines } = props.certificate;
    if (!accepted) return words().t('bench.done-rejected');
    return findings.length > 0
      ? words().t('bench.done-note')
      : words().t('bench.done-accepted', { lines: rawLines });
  };
  return (
    <p class="verdict" data-verified={props.certificate.accepted}>
      <span class={`mark ${props.certificate.accepted ? 'good' : 'open'}`} aria-hidden="true">
        {props.certificate.accepted ? '✓' : '!'}
      </span>
      <span>
        {says()}
        <For each={props.certificate.findings}>
          {(line) => <span class="soft wrap-anywhere" lang="en"> {line}</span>}
        </For>
      </span>
    </p>
  );
}

function Changes(props: { readonly certificate: CertificateView }): JSX.Element {
  const words = useWords();
  const before = (): string => {
    const { class: now, classBefore } = props.certificate;
    if (now === classBefore) return words().t('bench.changes-same');
    return classBefore === 'P' || classBefore === 'S'
      ? words().t('bench.changes-before', { before: classBefore })
      : words().t('bench.changes-before-none');
  };
  return (
    <section>
      <h2>{words().t('bench.changes-title')}</h2>
      <p>{words().t(`bench.changes-${props.certificate.class}`)} {before()}</p>
      <Show when={props.certificate.impactTreatments}>
        {(count) => <p class="open-note">{words().t('bench.impact', { count: count() })}</p>}
      </Show>
    </section>
  );
}

type Ended = Extract<BenchStanding, { readonly kind: 'turned-away' | 'broken-off' }>;

/** A bench that came to nothing, and what to do about it. */
export function Ended(props: { readonly standing: Ended }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const title = (): string => {
    const { standing } = props;
    if (standing.kind === 'turned-away') return words().t(`bench.away-${standing.by}`);
    return words().t(standing.stopped ? 'bench.broken-stopped' : 'bench.broken-failed');
  };
  return (
    <div class="stack bench" data-ended={props.standing.kind}>
      <h1>{title()}</h1>
      <section class="card stack">
        <For each={props.standing.details}>
          {(line) => <p class="wrap-anywhere" lang="en">{line}</p>}
        </For>
        <p>
          {words().t(props.standing.kind === 'turned-away'
            ? 'bench.away-next' : 'bench.broken-next')}
        </p>
        <button type="button" class="button next" data-bench-done
          onClick={() => void desk.ask({ kind: 'bench-done' })}>
          {words().t('bench.to-ready')}
        </button>
      </section>
      <OnTheWay />
    </div>
  );
}
