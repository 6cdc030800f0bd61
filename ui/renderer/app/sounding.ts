// The sound of the alarms of this window: what there is to be sounded follows from the snapshot and
// from the pause that the desk keeps. Whether anything can be heard is watched and shown.

import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { DeskState } from '../../contract/desk-state.ts';
import { type AlarmSounder, alarmSounder, type SoundStatus } from '../sound/alarm-sounder.ts';
import { pauseLeftMs } from '../view/alarm-view.ts';
import { isTreating } from '../view/screen-name.ts';

/** The sound as parts see it. */
export interface Sounding {
  readonly status: Accessor<SoundStatus>;
  readonly test: AlarmSounder['test'];
}

/** What the sound follows. */
export interface Sounded {
  readonly state: Accessor<DeskState>;
  readonly snapshot: Accessor<Snapshot | undefined>;
  readonly nowMs: Accessor<number>;
}

/**
 * A computer without any sound has no context either; the alarms are seen then. The context runs on
 * in silence, so that a device that goes away is noticed before an alarm needs it; large buffers
 * keep that cheap, and delay a burst by less than a tenth of a second.
 */
function contextOfThisComputer(): AudioContext | undefined {
  try {
    return new AudioContext({ latencyHint: 'playback' });
  } catch {
    return undefined;
  }
}

/** Sounds the alarms for as long as the part that calls it lives. */
export function createSounding({ state, snapshot, nowMs }: Sounded): Sounding {
  const [status, setStatus] = createSignal<SoundStatus>('locked');
  const sounder = alarmSounder({
    makeContext: contextOfThisComputer,
    nowMs: () => performance.now(),
    onStatus: setStatus,
  });
  onCleanup(sounder.close);
  createEffect(() => {
    const { soundPausedUntil } = state().alarms;
    const leftMs = soundPausedUntil === undefined ? 0 : pauseLeftMs(soundPausedUntil, nowMs());
    const alarms = isTreating(state()) ? (snapshot()?.alarms ?? []) : [];
    sounder.hear({ alarms, paused: leftMs > 0 });
  });
  createEffect(() => sounder.setVolume(state().settings.soundPercent));
  return { status, test: sounder.test };
}
