// The chart of a person on a sheet: what each piece of skin had and when it may have more, series,
// visits with their follow-up, and the timeline. It is read anew whenever the chart has changed.

import { createResource, type JSX, Show } from 'solid-js';
import type { ChartView } from '../../../contract/care-says.ts';
import { useDesk } from '../../app/desk.tsx';
import { useCare } from './care-provider.tsx';
import { SeriesPart } from './series-part.tsx';
import { SkinsPart } from './skins-part.tsx';
import { TimelinePart } from './timeline-part.tsx';
import { VisitsPart } from './visits-part.tsx';

/** The sheet. */
export function ChartSheet(props: {
  readonly person: string;
  readonly onBack: () => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const wanted = () => ({ person: props.person, rev: desk.state().care.rev });
  const [chart] = createResource(wanted, async ({ person }) => {
    const answer = await desk.ask({ kind: 'read-chart', person });
    return answer !== 'done' && answer?.kind === 'chart' ? answer.view : undefined;
  });
  const isOpen = (): boolean => desk.state().care.person?.person === props.person;
  const use = async (): Promise<void> => {
    const { person } = props;
    const done = isOpen() ? 'done' : await desk.ask({ kind: 'choose-person', person });
    if (done !== undefined) desk.go('ready');
  };
  return (
    <article class="chart-sheet" data-chart={props.person}>
      <header class="sheet-head">
        <div>
          <h1 class="wrap-anywhere">
            {chart.latest?.person.name ?? care().t('ui.sealed')}
          </h1>
          <p class="soft wrap-anywhere">
            {chart.latest?.person.born} · <code>{props.person}</code>
            <Show when={chart.latest?.contact}>{(contact) => <> · {contact()}</>}</Show>
          </p>
        </div>
        <span class="pair">
          <button type="button" class="button" data-people="back" onClick={() => props.onBack()}>
            {care().t('ui.back')}
          </button>
          <button type="button" class="button next" data-people="use" onClick={() => void use()}>
            {care().t(isOpen() ? 'ui.to-visit' : 'ui.use-chart')}
          </button>
        </span>
      </header>
      <Show when={chart.latest}>{(view) => <Parts view={view()} />}</Show>
    </article>
  );
}

function Parts(props: { readonly view: ChartView }): JSX.Element {
  return (
    <>
      <SkinsPart view={props.view} />
      <SeriesPart view={props.view} />
      <VisitsPart view={props.view} />
      <TimelinePart view={props.view} />
    </>
  );
}
