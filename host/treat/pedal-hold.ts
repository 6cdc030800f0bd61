// A foot pedal beside a treatment. It tells control whether the pedal is held, asking the pedal's
// own clock each time; it ends a hold whose train the host has ended, so that the next one takes a
// new press; it lets the side buttons choose, never arm, the next area; and a short tap while
// nothing is armed is told to the console. Nothing here decides whether the pen may move: the pen's
// own trigger is required as well, and control asks for both.

import { SIGNAL } from '../../protocol/from-pen.ts';
import type { FromHost } from '../api.ts';
import type { OperatorRequest } from '../core/control/event.ts';
import type { Control, Pedal } from '../core/control/state.ts';
import { areaWords } from '../core/word-parts.ts';
import {
  areaByPedal, type PedalEvent, type PedalReader, type SideRefusal, type Timers,
} from '../link/index.ts';
import type { HostEvent } from '../loop/host-step.ts';

/** How often the pedal is asked: twice in the ten milliseconds that its stop bound counts on. */
export const PEDAL_ASK_MS = 5;
/** A foot that stays down for longer holds, and does not tap (grade D). */
export const PEDAL_TAP_MS_MAX = 700;

/** What a pedal works on. */
export interface PedalGround {
  readonly reader: PedalReader;
  readonly control: () => Control | undefined;
  readonly happened: (event: HostEvent) => void;
  readonly say: (message: FromHost) => void;
  readonly timers: Timers;
}

/** A pedal that is being watched. */
export interface PedalHold {
  /** Hears what else was asked, so that the side buttons go on from the area armed last. */
  readonly asked: (request: OperatorRequest) => void;
  readonly close: () => Promise<void>;
}

const levelOf = (reader: PedalReader): Pedal => {
  if (reader.held()) return 'held';
  return reader.present() ? 'released' : 'none';
};

/** Begins to watch a pedal. */
export function watchPedal(ground: PedalGround): PedalHold {
  const { reader, control, happened, say, timers } = ground;
  let chosen = -1;
  let endedHoldId: number | undefined;
  let open = true;

  const look = (): void => {
    const now = control();
    if (now === undefined) return;
    const holdId = holdEndedByHost(now);
    if (holdId !== undefined && holdId !== endedHoldId) {
      endedHoldId = holdId;
      reader.endHold();
    }
    const pedal = levelOf(reader);
    if (now.pedal !== pedal) happened({ kind: 'pedal', pedal });
  };

  const again = (): void => {
    if (!open) return;
    look();
    timers.after(PEDAL_ASK_MS, again);
  };
  again();

  const choose = (side: 'left' | 'right'): void => {
    const now = control();
    const areas = now?.treatment.tasks ?? [];
    const picked = areaByPedal({
      side,
      areas: areas.map(({ area }) => area),
      current: chosen,
      disarmed: now?.phase.kind === 'ready',
      retracted: ((now?.heard?.telemetry?.signals ?? 0) & SIGNAL.retracted) !== 0,
    });
    if (!picked.ok) return say(
      { kind: 'notice', sentence: sideWords(picked.error), news: picked.error });
    const task = areas[picked.value];
    if (task === undefined) return;
    chosen = picked.value;
    say({ kind: 'chosen', area: task.area, side: task.side });
  };

  /** Nothing is armed, the needles are proven withdrawn, and no finger is on the trigger. */
  const isAtRest = (): boolean => {
    const now = control();
    const signals = now?.heard?.telemetry?.signals ?? 0;
    return now?.phase.kind === 'ready'
      && (signals & SIGNAL.retracted) !== 0 && (signals & SIGNAL.trigger) === 0;
  };
  let pressedMs: number | undefined;
  const isTap = (event: PedalEvent): boolean => {
    const fromMs = pressedMs;
    pressedMs = event.kind === 'pedal-pressed' && isAtRest() ? timers.nowMs() : undefined;
    return event.kind === 'pedal-released' && event.why === 'foot' && fromMs !== undefined
      && timers.nowMs() - fromMs <= PEDAL_TAP_MS_MAX && isAtRest();
  };

  reader.onEvent((event) => {
    const tapped = isTap(event);
    if (event.kind === 'pedal-side') choose(event.side);
    if (event.kind === 'pedal-attached') {
      const sentence = `The foot pedal ${event.pedal} is there.`;
      say({ kind: 'notice', sentence, news: { code: 'pedal-there' } });
    }
    if (event.kind === 'pedal-lost') {
      const sentence = `The foot pedal is gone (${event.why}); plug it in.`;
      say({ kind: 'notice', sentence, news: { code: 'pedal-gone' } });
    }
    look();
    if (tapped) say({ kind: 'tapped' }); // once control knows that the foot is off
  });

  return {
    asked: (request) => {
      if (request.kind !== 'arm') return;
      const { area, side } = request;
      const tasks = control()?.treatment.tasks ?? [];
      chosen = tasks.findIndex((task) => task.area === area && task.side === side);
    },
    close: () => {
      open = false;
      return reader.close();
    },
  };
}

/** The hold that the host has ended while hand and foot still asked for more. */
function holdEndedByHost({ phase, heard }: Control): number | undefined {
  if (phase.kind !== 'running' || !phase.train.ended) return undefined;
  const pressed = ((heard?.telemetry?.signals ?? 0) & SIGNAL.trigger) !== 0;
  return pressed ? phase.train.holdId : undefined;
}

/** Why a side button did nothing. */
export function sideWords(refusal: SideRefusal): string {
  switch (refusal.code) {
    case 'pedal-while-armed':
      return 'The pedal does not change the area while one is armed; end the area first.';
    case 'pedal-not-retracted':
      return 'The pedal does not change the area before the needles are proven withdrawn; wait.';
    case 'pedal-into-eye':
      return `The pedal does not lead to the ${areaWords(refusal.area, 'midline')}, ` +
        'which lies at the eye; choose it by hand.';
    case 'pedal-no-further':
      return 'There is no further area in that direction; press the other side button.';
  }
}
