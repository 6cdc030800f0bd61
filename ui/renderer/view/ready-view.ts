// What has to be in order before a treatment begins, as one list: each thing with how it stands and
// what is known of it. It repeats what the desk says and concludes nothing.

import type { RoomReason } from '../../../host/core/checklist.ts';
import type { PenDescription } from '../../../host/core/pen-description.ts';
import type { DeskState } from '../../contract/desk-state.ts';
import { screeningAnswers } from './screening.ts';

/** The things of the list. */
export type ReadyTopic =
  | 'operator' | 'pen' | 'cartridge' | 'calibration' | 'pedal' | 'person' | 'screening' | 'plan';

/** In order; still open; being looked at; not wanted today. */
export type ReadyStanding = 'good' | 'open' | 'wait' | 'none';

/** One thing of the list. */
export interface ReadyItem {
  readonly topic: ReadyTopic;
  readonly standing: ReadyStanding;
}

/** The list, always in the same order. */
export function readyView(state: DeskState): readonly ReadyItem[] {
  const { operator, pedal, plan } = state;
  const planGood = plan.draft.areas.length > 0 && plan.check.admissible;
  return [
    { topic: 'operator', standing: operator.trim() === '' ? 'open' : 'good' },
    { topic: 'pen', standing: penStanding(state) },
    { topic: 'cartridge', standing: cartridgeStanding(state) },
    { topic: 'calibration', standing: calibrationStanding(state) },
    { topic: 'pedal', standing: pedal ? 'good' : 'none' },
    { topic: 'person', standing: state.caseFile.kind === 'none' ? 'open' : 'good' },
    { topic: 'screening', standing: screeningStanding(state) },
    { topic: 'plan', standing: planGood ? 'good' : 'open' },
  ];
}

function penStanding({ pen }: DeskState): ReadyStanding {
  switch (pen.standing.kind) {
    case 'looking':
      return 'wait';
    case 'away':
      return 'open';
    case 'met':
    case 'in-treatment':
      return 'good';
  }
}

/** The pen as it was met, whoever has it now. */
export function metPen({ pen }: DeskState): PenDescription | undefined {
  return pen.standing.kind === 'met' || pen.standing.kind === 'in-treatment'
    ? pen.standing.pen
    : undefined;
}

const PEN_CODES = /^(?:eye-)?calibration|^cartridge/;

const against = ({ plan }: DeskState, topic: 'cartridge' | 'calibration'): boolean =>
  plan.check.refusals.some(({ code }) => PEN_CODES.test(code) && code.includes(topic));

function cartridgeStanding(state: DeskState): ReadyStanding {
  const pen = metPen(state);
  if (pen === undefined) return 'wait';
  return pen.cartridge === undefined || against(state, 'cartridge') ? 'open' : 'good';
}

function calibrationStanding(state: DeskState): ReadyStanding {
  const pen = metPen(state);
  if (pen === undefined) return 'wait';
  const certified = pen.calibration.class === 'P' || pen.calibration.class === 'S';
  return certified && !against(state, 'calibration') ? 'good' : 'open';
}

function screeningStanding(state: DeskState): ReadyStanding {
  const { caseFile, room } = state;
  if (caseFile.kind === 'none') return room.open.includes('not-screened') ? 'open' : 'good';
  const refused = state.plan.check.refusals.some(({ code }) => code.startsWith('screening'));
  const answered = screeningAnswers(caseFile.caseFile).length;
  return refused || answered === 0 ? 'open' : 'good';
}

/** The questions about the room, in the order in which they are asked. */
export const ROOM_QUESTIONS: readonly RoomReason[] = [
  'numbing-not-removed',
  'package-not-checked',
  'barrier-not-fitted',
  'glide-not-checked',
  'not-cleaned',
  'not-screened',
];

/** The questions that apply here: with a case file nobody signs for the screening by hand. */
export const roomQuestions = ({ caseFile }: DeskState): readonly RoomReason[] =>
  caseFile.kind === 'none'
    ? ROOM_QUESTIONS
    : ROOM_QUESTIONS.filter((reason) => reason !== 'not-screened');
