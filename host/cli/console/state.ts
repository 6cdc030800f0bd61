// The console of a treatment as a pure machine: what it was told by the host, what the person is
// about, and what it asks in turn. It holds no limit and decides nothing about the pen; a console
// that asks for what it should not is refused by the host like any other.

import type { FromHost } from '../../api.ts';
import { roomInOrder } from '../../core/checklist.ts';
import { armRefusalWords } from '../../core/control-words.ts';
import type { AreaSnapshot, Snapshot } from '../../core/snapshot.ts';
import { areaWords } from '../../core/word-parts.ts';
import { answered, askRoom, confirmEye, typed } from './asking.ts';
import { changesBetween } from './change.ts';
import { type Command, keyCommand } from './command.ts';
import {
  areaInTurn,
  armRequest,
  type ConsoleEvent,
  type ConsoleState,
  type ConsoleStep,
  inPlain,
  step,
} from './step.ts';

/** One step of the console. */
export function consoleStep(state: ConsoleState, event: ConsoleEvent): ConsoleStep {
  switch (event.kind) {
    case 'heard':
      return heard(state, event.message);
    case 'key':
      return pressed(state, event.key);
    case 'command':
      return told(state, event.command);
    case 'interrupt':
      return state.leaving ? step(state, { go: 'kill' }) : leave(state);
  }
}

function heard(state: ConsoleState, message: FromHost): ConsoleStep {
  switch (message.kind) {
    case 'snapshot':
      return looked(state, message.snapshot);
    case 'admitted':
      return step({ ...state, admitted: message, waiting: undefined }, {
        says: message.resumed ? ['The open treatment is resumed; what was spent stays spent.'] : [],
      });
    case 'not-admitted':
      return step({ ...state, turnedAway: message, leaving: true }, { go: 'leave' });
    case 'waiting':
      if (message.why === state.waiting) return step(state);
      return step({ ...state, waiting: message.why }, { says: [message.why] });
    case 'notice':
      return step(state, { says: [message.sentence] });
    case 'refused':
      return step(state, { says: message.refusals.map(armRefusalWords) });
    case 'chosen':
      return step({ ...state, chosen: indexOf(state, message) });
    case 'left':
    case 'tapped': // at a terminal an area is armed by its name
    case 'trace': // a terminal draws no plots
      return step(state);
  }
}

const indexOf = (
  { snapshot }: ConsoleState,
  place: Pick<AreaSnapshot, 'area' | 'side'>,
): number | undefined => {
  const found = snapshot?.areas.findIndex(
    ({ area, side }) => area === place.area && side === place.side,
  );
  return found === undefined || found < 0 ? undefined : found;
};

function looked(state: ConsoleState, snapshot: Snapshot): ConsoleStep {
  const changes = changesBetween(state.snapshot, snapshot);
  const chosen = snapshot.active === undefined ? state.chosen : undefined;
  const linked = snapshot.phase !== 'unlinked';
  const next = { ...state, snapshot, chosen, waiting: linked ? undefined : state.waiting };
  const over = snapshot.phase === 'finished' && !state.leaving;
  if (over) return step({ ...next, leaving: true }, { changes, go: 'leave' });
  return step(next, { changes });
}

const CTRL_C = '\u0003';

function pressed(state: ConsoleState, key: string): ConsoleStep {
  if (key === CTRL_C) return consoleStep(state, { kind: 'interrupt' });
  const { mode } = state;
  if (mode.kind === 'confirming' && key !== ' ') return typed(state, mode, key);
  if (mode.kind === 'in-room' && key !== ' ') return answered(state, mode, key);
  const command = keyCommand(key);
  return command === undefined ? step(inPlain(state)) : told(state, command);
}

function told(before: ConsoleState, command: Command): ConsoleStep {
  if (command.kind === 'finish') return askToFinish(before);
  const state = inPlain(before); // anything else ends what the person was in the middle of
  const { by } = state;
  switch (command.kind) {
    case 'arm-chosen':
      return armChosen(state);
    case 'arm': {
      const { area, side, eye } = command;
      return step(state, { requests: [{ kind: 'arm', area, side, eyeConfirmed: eye }] });
    }
    case 'choose':
      return choose(state, command.by);
    case 'confirm-eye':
      return confirmEye(state);
    case 'ask-room':
      return askRoom(state);
    case 'room': {
      const room = roomInOrder(command.numbing, command.screened ? by : undefined);
      return step(state, { requests: [{ kind: 'room', room, by }] });
    }
    case 'stop':
    case 'clear':
      return step(state, { requests: [{ kind: command.kind, by }] });
    case 'end-area':
      return step(state, { requests: [{ kind: 'end-area' }] });
    case 'leave':
      return leave(state);
  }
}

function armChosen(state: ConsoleState): ConsoleStep {
  const index = areaInTurn(state);
  const area = index === undefined ? undefined : state.snapshot?.areas[index];
  if (area === undefined) return step(state, { says: ['No area is left to arm; finish with f.'] });
  if (!area.eye) return step(state, { requests: [armRequest(area, false)] });
  const place = areaWords(area.area, area.side);
  const how = `press e and type its name, or write "eye ${area.area} ${area.side}"`;
  return step(state, { says: [`The ${place} lies at the eye: put the shield in place, ${how}.`] });
}

function choose(state: ConsoleState, by: -1 | 1): ConsoleStep {
  const count = state.snapshot?.areas.length ?? 0;
  if (count === 0 || state.snapshot?.active !== undefined) return step(state);
  const from = areaInTurn(state) ?? 0;
  return step({ ...state, chosen: (from + by + count) % count });
}

function askToFinish(state: ConsoleState): ConsoleStep {
  const left = state.snapshot?.areas.filter((area) => area.state !== 'done') ?? [];
  if (left.length === 0) return finish(inPlain(state), 'completed');
  if (state.mode.kind === 'finishing') return finish(inPlain(state), 'stopped');
  const says = [`${left.length} of the areas are not done; finish once more to end here.`];
  return step({ ...state, mode: { kind: 'finishing' } }, { says });
}

const finish = (state: ConsoleState, outcome: 'completed' | 'stopped'): ConsoleStep =>
  step(state, { requests: [{ kind: 'finish', by: state.by, outcome }] });

const leave = (state: ConsoleState): ConsoleStep =>
  step({ ...state, leaving: true }, { go: 'leave' });
