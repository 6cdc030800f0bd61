// Sounds the alarms of the window. It asks the arbiter some times a second, plays what is due, and
// watches whether sound comes out at all: a device that went away stops the audio clock, and then
// it says so, because an alarm that nobody can hear has to be seen.

import type { Priority } from '../../../host/core/alarm.ts';
import { nextSound, SILENCE, type ToSound } from './arbiter.ts';
import { burstMs } from './score.ts';
import { type CutOff, soundBurst } from './synth.ts';

/** Whether alarms can be heard: not before somebody touched the window, or not any more. */
export type SoundStatus = 'locked' | 'ready' | 'lost';

/** Sounds alarms until it is closed. */
export interface AlarmSounder {
  /** What there is to be sounded from now on. */
  readonly hear: (toSound: ToSound) => void;
  /** How loud, in percent; an alarm is never made silent by it. */
  readonly setVolume: (percent: number) => void;
  /** Plays a burst as a test; false if nothing can have been heard. */
  readonly test: (priority: Priority) => Promise<boolean>;
  readonly close: () => void;
}

/** What a sounder needs of the world. */
export interface SounderWorld {
  /** Undefined where this computer gives none. */
  readonly makeContext: () => AudioContext | undefined;
  readonly nowMs: () => number;
  readonly onStatus: (status: SoundStatus) => void;
}

/** How often it looks. */
const LOOK_MS = 100;
/** An audio clock that stands for this long has no device. */
const STANDING_MS = 1_500;
/** Below this an alarm is no alarm (grade D). */
const PERCENT_MIN = 20;

const NOTHING: ToSound = { alarms: [], paused: false };

/** Makes a sounder. */
export function alarmSounder(world: SounderWorld): AlarmSounder {
  let context = world.makeContext();
  let toSound = NOTHING;
  let sounding = SILENCE;
  let cutOff: CutOff = () => undefined;
  let volume = 1;
  let status: SoundStatus | undefined;
  let clockS = 0;
  let movedMs = world.nowMs();
  let everRan = false;

  const play = (priority: Priority): void => {
    if (context === undefined) return;
    cutOff = soundBurst(context, priority, context.currentTime + 0.02, volume);
  };
  const watch = (nowMs: number): void => {
    const nowS = context?.currentTime ?? 0;
    if (nowS !== clockS) movedMs = nowMs;
    clockS = nowS;
    if (clockS > 0) everRan = true;
    const isStanding = nowMs - movedMs >= STANDING_MS;
    const isSilent = context === undefined || (everRan && isStanding);
    const found = isSilent ? 'lost' : everRan ? 'ready' : 'locked';
    if (found !== status) world.onStatus(found);
    if (found === 'lost' && status !== 'lost') reopen();
    status = found;
  };
  /** A context whose device went away does not come back by itself; a new one takes the next. */
  const reopen = (): void => {
    void context?.close().catch(() => world.onStatus('lost'));
    context = world.makeContext();
    clockS = context?.currentTime ?? 0;
    sounding = SILENCE;
  };
  const look = (): void => {
    const nowMs = world.nowMs();
    watch(nowMs);
    const step = nextSound(sounding, toSound, nowMs);
    sounding = step.sounding;
    if (step.cut) cutOff();
    if (step.play !== undefined && context?.state === 'running') play(step.play);
  };
  const wake = (): void => {
    if (context?.state === 'suspended') void context.resume();
  };
  const timer = setInterval(look, LOOK_MS);
  window.addEventListener('pointerdown', wake);
  window.addEventListener('keydown', wake);

  return {
    hear: (next) => {
      toSound = next;
      look();
    },
    setVolume: (percent) => {
      volume = Math.min(100, Math.max(PERCENT_MIN, percent)) / 100;
    },
    test: async (priority) => {
      wake();
      if (context === undefined) return false;
      const before = context.currentTime;
      cutOff();
      play(priority);
      await new Promise((resolve) => setTimeout(resolve, burstMs(priority) + 100));
      return context.state === 'running' && context.currentTime > before;
    },
    close: () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
      void context?.close();
    },
  };
}
