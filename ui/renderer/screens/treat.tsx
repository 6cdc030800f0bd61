// Treat: what is looked at while the needles move. The figure is painted with what was delivered,
// depth is one picture, and each number stands in its own place and stays there. Values dim as they
// age; a value that is not known is a dash.

import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { createKept } from '../app/kept.ts';
import { AreaFigure } from '../figure/area-figure.tsx';
import { AreaRows } from '../parts/area-rows.tsx';
import { Coach } from '../parts/coach.tsx';
import { DensityBar } from '../parts/density-bar.tsx';
import { DepthPicture } from '../parts/depth-picture.tsx';
import { FigureViews } from '../parts/figure-views.tsx';
import { filledTo } from '../parts/filled.ts';
import { TreatActs } from '../parts/treat-acts.tsx';
import { TreatTrace } from '../parts/treat-trace.tsx';
import { Value } from '../parts/value.tsx';
import { coachView } from '../view/coach-view.ts';
import { treatFigure, viewOf, viewsFor } from '../view/figure-areas.ts';
import { indexOfPlace } from '../view/place.ts';
import { isSame } from '../view/same.ts';
import { type TreatView, treatView, type TurnView } from '../view/treat-view.ts';
import { useWords } from '../words/use-words.ts';
import { sayPlace } from '../parts/say.ts';
import type { FigureView } from '../figure/figure-data.ts';
import type { Snapshot } from '../../../host/core/snapshot.ts';

/** The screen. */
export function Treat(): JSX.Element {
  const desk = useDesk();
  const isOn = (): boolean => desk.state().treatment.kind === 'running';
  return (
    <Show when={isOn() ? desk.snapshot() : undefined} fallback={<NoTreatment />}>
      {(snapshot) => <Running snapshot={snapshot()} />}
    </Show>
  );
}

function NoTreatment(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const key = (): 'starting' | 'broke' | 'none' => {
    const { kind } = desk.state().treatment;
    if (kind === 'starting' || kind === 'running') return 'starting';
    return kind === 'broke' ? 'broke' : 'none';
  };
  const details = (): readonly string[] => {
    const { treatment } = desk.state();
    return treatment.kind === 'broke' ? treatment.details : [];
  };
  return (
    <div class="empty">
      <h1>{words().t('screens.menu-treat')}</h1>
      <p>{words().t(`screens.treat-${key()}`)}</p>
      <p class="soft wrap-anywhere">{details().join(' ')}</p>
    </div>
  );
}

function Running(props: { readonly snapshot: Snapshot }): JSX.Element {
  const desk = useDesk();
  const kept = createKept(() => {
    const view = treatView(desk.whole(), props.snapshot, desk.heardAgoMs());
    const coach = coachView(props.snapshot, view.freshness);
    return { view, coach, areas: props.snapshot.areas };
  });
  const view = (): TreatView => kept().view;
  return (
    <div class="treat" data-fresh={desk.connected() ? view().freshness : 'stale'}>
      <TreatMap snapshot={props.snapshot} areas={kept().areas} view={view()} />
      <section class="treat-main">
        <TreatHead view={view()} snapshot={props.snapshot} />
        <Show when={view().turn}>{(turn) => <Dose turn={turn()} />}</Show>
        <Coach items={kept().coach} />
        <TreatTrace capUm={view().turn?.depth.capUm} />
      </section>
    </div>
  );
}

function TreatMap(props: {
  readonly snapshot: Snapshot;
  readonly areas: Snapshot['areas'];
  readonly view: TreatView;
}): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [asked, setAsked] = createSignal<FigureView | undefined>();
  const natural = createMemo(() => {
    const { turn } = props.view;
    return turn === undefined ? 'face-front' : viewOf(turn.area);
  });
  const painted = createMemo(
    () => treatFigure(props.snapshot, props.view.turnIndex), undefined, { equals: isSame },
  );
  const views = createMemo(() => viewsFor(props.snapshot.areas), undefined, { equals: isSame });
  const isLocked = (): boolean => props.snapshot.active !== undefined;
  return (
    <section class="treat-map" aria-label={words().t('screens.map')}>
      <FigureViews
        views={views()}
        view={asked() ?? natural()}
        onView={setAsked}
      />
      <AreaFigure
        view={asked() ?? natural()}
        areas={painted()}
        onChoose={(area, side) => {
          const isOfPlan = indexOfPlace(props.snapshot.areas, { area, side }) !== undefined;
          if (isOfPlan && !isLocked()) void desk.ask({ kind: 'choose', area, side });
        }}
      />
      <p class="value-note">{words().t('screens.map-note')}</p>
      <AreaRows areas={props.areas} turn={props.view.turnIndex} locked={isLocked()} />
    </section>
  );
}

function TreatHead(props: { readonly view: TreatView; readonly snapshot: Snapshot }): JSX.Element {
  const words = useWords();
  const place = (): string => {
    const { turn } = props.view;
    return turn === undefined ? words().t('screens.all-done') : sayPlace(words(), turn.area);
  };
  return (
    <header class="treat-head">
      <span class="treat-phase" data-phase={props.snapshot.phase}>
        {words().t(`screens.phase-${props.snapshot.phase}`)}
      </span>
      <h1>{place()}</h1>
      <Age view={props.view} />
      <TreatActs snapshot={props.snapshot} />
    </header>
  );
}

/** What is old is said, and not only dimmed. */
function Age(props: { readonly view: TreatView }): JSX.Element {
  const words = useWords();
  return (
    <Show when={props.view.freshness !== 'fresh'}>
      <span class="chip age" data-age={props.view.freshness}>
        {words().t('screens.age', { age: Math.round(props.view.ageMs / 100) * 100 })}
      </span>
    </Show>
  );
}

function Dose(props: { readonly turn: TurnView }): JSX.Element {
  const words = useWords();
  const area = () => props.turn.area;
  return (
    <div class="dose">
      <div class="card dose-depth"><DepthPicture view={props.turn.depth} /></div>
      <div class="card dose-counts">
        <Value
          name="strokes-left"
          label={words().t('screens.strokes-left')}
          value={words().number(props.turn.strokesLeft, 'number')}
          note={words().t('screens.strokes-of', { all: area().strokesPerPass })}
        >
          <span class="pass-bar" aria-hidden="true">
            <span style={filledTo(props.turn.passShare)} />
          </span>
        </Value>
        <Value
          name="passes-left"
          label={words().t('screens.passes-left')}
          value={words().number(props.turn.passesLeft, 'number')}
          note={words().t('screens.passes-of', { all: area().passes })}
        />
        <DensityBar view={props.turn.density} />
      </div>
    </div>
  );
}
