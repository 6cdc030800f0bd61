// The firmware of a pen: one pure step from what it knows and what happens to what it knows next
// and what it orders. It first grows older, then reacts; an order to motor or depth stop leaves it
// whenever the drive of the new state is another one than before.

import type { Sensed } from '../plant/types.ts';
import { older } from './ages.ts';
import { tableStored } from './certify.ts';
import { count, countDropped } from './counters.ts';
import { energyTick } from './energy.ts';
import { after, type FirmwareEvent, type Step, stay } from './event.ts';
import { MOTION_TICK_MS, REST_TICK_MS } from './figures.ts';
import { endBySilence } from './handshake.ts';
import { pairingStored, pressButton, watchWindow } from './pairing.ts';
import { reserveSessions } from './session-count.ts';
import { stored } from './ledger.ts';
import { MATRIX, type Row } from './matrix.ts';
import { report } from './report.ts';
import { receive } from './requests.ts';
import { holdAfter, see } from './sense.ts';
import { heardLine } from './service.ts';
import type { Doing, DoingKind, Firmware, Ledger } from './state.ts';

/** The ledger after the encoder was read: a pen knows no strokes from before it first looked. */
function readEncoder(ledger: Ledger, encoder: number, edges: number): Ledger {
  if (edges === 0 && ledger.encoder === encoder) return ledger;
  return { ...ledger, encoder, counted: (ledger.counted + edges) >>> 0 };
}

const edgesOf = ({ encoder }: Ledger, now: number): number =>
  encoder === undefined ? 0 : Math.max(0, now - encoder);

/** The same pen after it has looked at its sensors, before it decides anything. */
function looked(state: Firmware, sensed: Sensed, edges: number): Firmware {
  const seen = see(state, sensed);
  const hold = holdAfter(state, sensed.trigger);
  const ledger = readEncoder(state.ledger, sensed.encoderStrokes, edges);
  if (seen === state.seen && hold === state.hold && ledger === state.ledger) return state;
  return { ...state, seen, hold, ledger };
}

const decide = <Kind extends DoingKind>(
  state: Firmware,
  doing: Doing<Kind>,
  sensed: Sensed,
  edges: number,
): Step => {
  const row: Row<Kind> = MATRIX[doing.kind];
  return row.tick(state, doing, sensed, edges);
};

/** A pen without keys and with its button up has nothing to look after. */
function keysWatched(step: Step): Step {
  const { button, window, held } = step.state.pairing;
  const watched = button || window.kind !== 'closed' ? watchWindow(step) : step;
  return held.keys.length === 0
    ? watched
    : after(watched.effects, reserveSessions(watched.state));
}

function tick(state: Firmware, sensed: Sensed): Step {
  const edges = edgesOf(state.ledger, sensed.encoderStrokes);
  const met = looked(state, sensed, edges);
  const needled = decide(met, met.doing, sensed, edges);
  const decided = met.energy === undefined ? needled : energyTick(met, needled, sensed);
  const { mode } = decided.state.link;
  const waits = mode === 'calibration' || mode === 'service';
  const kept = waits ? after(decided.effects, endBySilence(decided.state)) : decided;
  return report(keysWatched(kept), sensed);
}

function react(state: Firmware, event: FirmwareEvent): Step {
  switch (event.kind) {
    case 'tick':
      return tick(state, event.sensed);
    case 'received':
      return receive(state, event.header, event.message);
    case 'dropped':
      return stay(countDropped(state, event.why));
    case 'line':
      return heardLine(state, event);
    case 'stored':
      return stay(stored(state, event.id));
    case 'table-stored':
      return stay(tableStored(state, event.id));
    case 'pairing-stored':
      return pairingStored(state, event.id);
    case 'foreign-seal':
      return stay(count(state, 'unsealed'));
    case 'button':
      return pressButton(state, event.held);
  }
}

/** One step of the pen, so many milliseconds of its own clock after the one before. */
export function step(state: Firmware, event: FirmwareEvent, elapsedMs: number): Step {
  const reacted = react(older(state, elapsedMs), event);
  if (reacted.state.drive === state.drive) return reacted;
  const { drive } = reacted.state;
  return { state: reacted.state, effects: [{ kind: 'drive', drive }, ...reacted.effects] };
}

/** How long the next tick of this pen may be at the most. */
export function tickMsMax({ doing, hold, seen, link, ages }: Firmware): number {
  const alert = hold.ticks > 0 || seen.trigger;
  if (doing.kind !== 'idle' && doing.kind !== 'latched' && (doing.kind !== 'armed' || alert)) {
    return MOTION_TICK_MS;
  }
  if (link.mode === 'outside') return REST_TICK_MS;
  return Math.max(MOTION_TICK_MS, Math.min(REST_TICK_MS, ages.telemetryInMs));
}
