// How the desk tells its windows what happens. Changes of one turn are told together; what moves is
// passed on at once; alarms and notices are numbered, dated and kept for a window that comes later.

import type { Snapshot } from '../../host/core/snapshot.ts';
import type { AlarmLine, NoticeLine } from '../contract/desk-state.ts';
import type { Held } from './held.ts';
import { stateOf } from './state-of.ts';
import type { NoticeGiven, TreatmentNews } from './treatment-side.ts';
import type { Windows } from './windows.ts';

/** Tells the windows, and whoever keeps the computer awake. */
export interface Telling {
  /** Something changed: every window is shown the state, once in a turn. */
  readonly changed: () => void;
  readonly news: Omit<TreatmentNews, 'over'>;
  readonly treating: (treating: boolean) => void;
  readonly onTreating: (hear: (treating: boolean) => void) => void;
  readonly end: () => void;
}

const ALARM_LINES_MAX = 200;
const NOTICE_LINES_MAX = 50;

/** Starts telling; what is held is asked for when there is something to tell. */
export function createTelling(heldNow: () => Held, windows: Windows): Telling {
  let due: NodeJS.Immediate | undefined;
  let pauseEnds: NodeJS.Timeout | undefined;
  let treats = false;
  let count = 0;
  const hears: ((treating: boolean) => void)[] = [];
  const show = (): void => {
    due = undefined;
    windows.showState(stateOf(heldNow()));
    watchPause();
  };
  const changed = (): void => {
    due ??= setImmediate(show);
  };
  /** A pause of the sound ends by itself, and every window is told. */
  const watchPause = (): void => {
    const held = heldNow();
    clearTimeout(pauseEnds);
    if (held.soundPausedUntil === undefined) return;
    const leftMs = Date.parse(held.soundPausedUntil) - Date.now();
    pauseEnds = setTimeout(() => {
      held.soundPausedUntil = undefined;
      changed();
    }, Math.max(0, leftMs));
  };
  const numbered = <Given extends object>(given: Given): Given & { n: number; at: string } => {
    count += 1;
    return { n: count, at: new Date().toISOString(), ...given };
  };
  const lookAtAlarms = (alarms: Snapshot['alarms']): void => {
    const held = heldNow();
    const changes = alarmChanges(held.alarmsOn, alarms);
    held.alarmsOn = alarms;
    if (changes.length === 0) return;
    const lines: readonly AlarmLine[] = changes.map((change) => numbered(change));
    held.alarmLog = [...held.alarmLog, ...lines].slice(-ALARM_LINES_MAX);
    // A pause was meant for what was heard then.
    if (changes.some(({ on }) => on)) held.soundPausedUntil = undefined;
    changed();
  };
  return {
    changed,
    news: {
      changed,
      snapshot: (snapshot) => {
        windows.showMoving({ kind: 'snapshot', snapshot });
        lookAtAlarms(snapshot.alarms);
      },
      trace: (samples) => windows.showMoving({ kind: 'trace', samples }),
      notice: (given: NoticeGiven) => {
        const held = heldNow();
        const notice: NoticeLine = numbered(given);
        held.notices = [...held.notices, notice].slice(-NOTICE_LINES_MAX);
        windows.sayAll({ kind: 'notice', notice });
        changed();
      },
    },
    treating: (now) => {
      if (now === treats) return;
      treats = now;
      for (const hear of hears) hear(now);
    },
    onTreating: (hear) => void hears.push(hear),
    end: () => {
      clearImmediate(due);
      clearTimeout(pauseEnds);
    },
  };
}

type Change = Pick<AlarmLine, 'alarm' | 'priority' | 'on'>;

function alarmChanges(
  before: Snapshot['alarms'],
  now: Snapshot['alarms'],
): readonly Change[] {
  const isIn = (list: Snapshot['alarms'], { alarm }: Snapshot['alarms'][number]): boolean =>
    list.some((one) => one.alarm === alarm);
  const rises = now.filter((one) => !isIn(before, one));
  const falls = before.filter((one) => !isIn(now, one));
  return [
    ...rises.map(({ alarm, priority }) => ({ alarm, priority, on: true })),
    ...falls.map(({ alarm, priority }) => ({ alarm, priority, on: false })),
  ];
}
