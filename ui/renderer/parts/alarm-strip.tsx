// The alarms that are on: the most pressing one in full, with what it is, why, and what to do; the
// others behind it by name. Priority is told by colour, by the number of marks and by the flash. A
// pause of the sound is shown, and cannot be had while a high alarm lasts.

import { createMemo, For, type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { alarmStrip, PRIORITY_MARKS } from '../view/alarm-view.ts';
import { isSame } from '../view/same.ts';
import { isTreating } from '../view/screen-name.ts';
import { useWords } from '../words/use-words.ts';
import { AlarmLog } from './alarm-log.tsx';
import { SoundButton } from './sound-button.tsx';

/** The strip below the menu. */
export function AlarmStrip(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const view = createMemo(() => {
    const alarms = isTreating(desk.whole()) ? (desk.snapshot()?.alarms ?? []) : [];
    const view = desk.whole().alarms;
    return alarmStrip(alarms, view, view.soundPausedUntil === undefined ? 0 : desk.nowMs());
  }, undefined, { equals: isSame });
  return (
    <Show when={isTreating(desk.state()) || desk.screen() === 'treat'}>
      <section
        class="alarms"
        data-priority={view().priority ?? 'none'}
        aria-label={words().t('screens.alarms')}
      >
        <div class="alarm-body" role="alert" aria-atomic="true">
          <Show when={view().first?.alarm} fallback={<Quiet />}>
            {(alarm) => (
              <>
                <span class="alarm-mark" aria-hidden="true">
                  {PRIORITY_MARKS[view().priority ?? 'low']}
                </span>
                <span class="alarm-text">
                  <strong>
                    <span class="alarm-priority">
                      {words().t(`priorities.${view().priority ?? 'low'}`)}
                    </span>
                    {words().alarm(alarm()).what}
                  </strong>
                  <span>{words().alarm(alarm()).why} {words().alarm(alarm()).next}</span>
                </span>
              </>
            )}
          </Show>
        </div>
        <Show when={view().rest.length > 0}>
          <ul class="alarm-rest" aria-label={words().t('screens.more-alarms')}>
            <For each={view().rest.slice(0, 2)}>
              {({ alarm, priority }) => (
                <li data-priority={priority}>
                  {PRIORITY_MARKS[priority]} {words().alarm(alarm).what}
                </li>
              )}
            </For>
            <Show when={view().rest.length > 2}>
              <li>+{view().rest.length - 2}</li>
            </Show>
          </ul>
        </Show>
        <SoundProblem hasAlarm={view().first !== undefined} />
        <SoundButton view={view()} />
        <AlarmLog />
      </section>
    </Show>
  );
}

/** Whether alarms can be heard; before the window was touched only an alarm makes it news. */
function SoundProblem(props: { readonly hasAlarm: boolean }): JSX.Element {
  const { sound } = useDesk();
  const words = useWords();
  const problem = (): 'locked' | 'lost' | undefined => {
    const status = sound.status();
    if (status === 'lost') return 'lost';
    return status === 'locked' && props.hasAlarm ? 'locked' : undefined;
  };
  return (
    <Show when={problem()}>
      {(status) => <span class="sound-problem">{words().t(`sound.${status()}`)}</span>}
    </Show>
  );
}

/** That there is no alarm is said only while the desk is heard. */
function Quiet(): JSX.Element {
  const { connected } = useDesk();
  const words = useWords();
  return (
    <Show
      when={connected()}
      fallback={
        <span class="alarm-quiet">
          <span class="mark open" aria-hidden="true">!</span> {words().t('screens.road-lost')}
        </span>
      }
    >
      <span class="alarm-quiet">
        <span class="mark good" aria-hidden="true">✓</span> {words().t('screens.no-alarm')}
      </span>
    </Show>
  );
}
