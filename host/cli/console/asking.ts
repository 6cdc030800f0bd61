// What a person is asked before something that a single key must not do: the name of an area at
// the eye, letter by letter, and the state of the room, question by question. Nothing is sent
// before the last answer, and any answer but the right one sends nothing.

import { NOBODY_LOOKED } from '../../core/checklist.ts';
import { openInRoom, roomQuestions } from './room.ts';
import {
  areaInTurn,
  armRequest,
  type ConsoleState,
  type ConsoleStep,
  inPlain,
  type Mode,
  step,
} from './step.ts';

const ESCAPE = '\u001b';
const BACKSPACES: ReadonlySet<string> = new Set(['\b', '\u007f']);

type Confirming = Extract<Mode, { readonly kind: 'confirming' }>;

/** Begins to ask for the name of the area at the eye that is in turn. */
export function confirmEye(state: ConsoleState): ConsoleStep {
  const index = areaInTurn(state);
  const area = index === undefined ? undefined : state.snapshot?.areas[index];
  if (index === undefined || area?.eye !== true) {
    return step(state, { says: ['The chosen area does not lie at the eye; Enter arms it.'] });
  }
  return step({ ...state, mode: { kind: 'confirming', index, typed: '' } });
}

/** A key while the name of an area at the eye is typed. */
export function typed(state: ConsoleState, mode: Confirming, key: string): ConsoleStep {
  const plain = inPlain(state);
  if (key === ESCAPE) return step(plain);
  if (BACKSPACES.has(key)) {
    return step({ ...state, mode: { ...mode, typed: mode.typed.slice(0, -1) } });
  }
  if (/^[a-z-]$/i.test(key)) {
    return step({ ...state, mode: { ...mode, typed: mode.typed + key.toLowerCase() } });
  }
  if (key !== '\r' && key !== '\n') return step(state);
  const area = state.snapshot?.areas[mode.index];
  if (area === undefined) return step(plain);
  if (mode.typed !== area.area) {
    return step(plain, { says: [`"${mode.typed}" is not "${area.area}"; nothing was armed.`] });
  }
  return step(plain, { requests: [armRequest(area, true)] });
}

type InRoom = Extract<Mode, { readonly kind: 'in-room' }>;

/** One answer about the room; the facts are sent when the last question is answered. */
export function answered(state: ConsoleState, mode: InRoom, key: string): ConsoleStep {
  const [question, ...questions] = mode.questions;
  const answers = question?.answers ?? {};
  const fact = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (fact === undefined) {
    return step(inPlain(state), { says: ['The room is left open; nothing can be armed yet.'] });
  }
  const room = { ...mode.room, ...fact };
  if (questions.length > 0) return step({ ...state, mode: { kind: 'in-room', questions, room } });
  return step(inPlain(state), { requests: [{ kind: 'room', room, by: state.by }] });
}

/** Begins to ask about the room. */
export function askRoom(state: ConsoleState): ConsoleStep {
  const open = openInRoom(state.snapshot?.areas ?? []);
  if (open.length === 0) return step(state, { says: ['Nothing is open in the room.'] });
  const questions = roomQuestions(open, state.by);
  return step({ ...state, mode: { kind: 'in-room', questions, room: NOBODY_LOOKED } });
}
