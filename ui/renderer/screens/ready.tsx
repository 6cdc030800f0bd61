// Ready: everything that has to be in order before a treatment, each thing with what is known of it
// and what can be done about it; beside it what somebody has to look at in the room.

import { For, type JSX, lazy, Show, Suspense } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useDesk } from '../app/desk.tsx';
import { Mark } from '../parts/mark.tsx';
import { READY_PARTS } from '../parts/ready-parts.tsx';
import { RoomAnswer } from '../parts/room-answer.tsx';
import { spoken } from '../parts/say.ts';
import {
  type ReadyStanding, type ReadyTopic, readyView, roomQuestions,
} from '../view/ready-view.ts';
import { useWords } from '../words/use-words.ts';

const VisitPanel = lazy(() => import('../parts/care/visit-panel.tsx'));

/** The screen. */
export function Ready(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <div class="ready">
      <h1>{words().t('screens.ready-title')}</h1>
      <TurnedAway />
      <div class="ready-columns">
        <Things />
        <Show when={desk.state().care.person !== undefined} fallback={<Room />}>
          <Suspense><VisitPanel /></Suspense>
        </Show>
      </div>
    </div>
  );
}

function Things(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const standingOf = (topic: ReadyTopic): ReadyStanding =>
    readyView(desk.state()).find((one) => one.topic === topic)?.standing ?? 'wait';
  return (
    <section class="card" aria-label={words().t('screens.things')}>
      <ul class="things">
        <For each={readyView(desk.state()).map(({ topic }) => topic)}>
          {(topic) => (
            <li class="thing" data-topic={topic}>
              <Mark standing={standingOf(topic)} />
              <span class="thing-text">
                <strong>{words().t(`screens.topic-${topic}`)}</strong>
                <Dynamic component={READY_PARTS[topic].Fact} />
              </span>
              <span class="thing-act"><Dynamic component={READY_PARTS[topic].Act} /></span>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function Room(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const isOpen = (reason: ReturnType<typeof roomQuestions>[number]): boolean =>
    desk.state().room.open.includes(reason);
  return (
    <section class="card" aria-labelledby="room-title">
      <h2 id="room-title">{words().t('screens.room-title')}</h2>
      <ul class="things">
        <For each={roomQuestions(desk.state())}>
          {(reason) => (
            <li class="thing room-thing" data-room={reason}>
              <Mark standing={isOpen(reason) ? 'open' : 'good'} />
              <span class="thing-text">
                {words().t(isOpen(reason) ? `screens.ask-${reason}` : `screens.is-${reason}`)}
              </span>
              <Show when={isOpen(reason)}><RoomAnswer reason={reason} /></Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function TurnedAway(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const turned = () => {
    const { treatment } = desk.state();
    return treatment.kind === 'turned-away' ? treatment : undefined;
  };
  return (
    <Show when={turned()}>
      {(away) => (
        <section class="card refused" role="alert">
          <h2>{words().t('screens.turned-away')}</h2>
          <For each={away().refusals}>{(refusal) => <p>{spoken(words().refusal(refusal))}</p>}</For>
          <For each={away().details}>
            {(line) => <p class="soft wrap-anywhere" lang="en">{line}</p>}
          </For>
        </section>
      )}
    </Show>
  );
}
