// The sheet for afterwards as data: what was treated, what to do when, what to look out for, and
// when somebody will ask. Paper, text and calendar are all made of this one value, so they cannot
// say different things. It is written for the person and in plain words.

import { isEyeArea } from '../../body-part.ts';
import { type Day, day } from '../../day.ts';
import type { Modality } from '../modality/modality.ts';
import { dated, type DatedStage, VISIBLE_STAGES } from '../series/timeline.ts';
import { type DatedMilestone, milestonesOf } from './milestones.ts';
import { plainDate } from './plain-date.ts';
import {
  type Recovery, recoveryOf, type Skin, type TreatedArea, watchesPigment,
} from './recovery.ts';
import { flagsFor, type RedFlag } from './red-flags.ts';

/** What a sheet is made of. */
export interface SheetAsked {
  /** How the person is named on paper: a name in any script, or the key alone. */
  readonly name: string;
  readonly person: string;
  readonly treatmentId: string;
  readonly visit: Day;
  readonly modality: Modality;
  readonly areas: readonly TreatedArea[];
  readonly skin: Skin;
  /** When the next visit is wished; undefined if none is planned. */
  readonly next: { readonly earliest: Day; readonly recommended: Day } | undefined;
  /** Whom to call; undefined leaves a line to write it on. */
  readonly contact: string | undefined;
}

/** An instruction that begins, or ends, on a day. */
export interface Instruction {
  readonly id: string;
  readonly on: Day;
  readonly title: string;
  readonly text: string;
}

/** A sheet. */
export interface Sheet extends SheetAsked {
  readonly recovery: Recovery;
  readonly instructions: readonly Instruction[];
  readonly milestones: readonly DatedMilestone[];
  readonly flags: readonly RedFlag[];
  readonly stages: readonly DatedStage[];
}

const FIRST_DAY = 'Cool water, gentle cleanser, bland moisturiser. No make-up, creams with active '
  + 'substances, sport, sweat, heat, swimming or alcohol, and nothing that seals the skin.';
const FIRST_DAY_EYE = ' No contact lenses, and nothing near the lid.';

function earlyOnes(visit: Day, recovery: Recovery, eye: boolean): readonly Instruction[] {
  const on = (days: number): Day => day(visit + days);
  const { makeUpFromDay, redUntilDay, gymFromDay, sunscreenFromDay } = recovery;
  const isEarly = makeUpFromDay <= sunscreenFromDay;
  const makeUp: Instruction = {
    id: 'make-up', on: on(makeUpFromDay), title: 'Make-up again',
    text: 'Mineral make-up at first, with clean brushes.',
  };
  const sunscreen: Instruction = {
    id: 'sunscreen', on: on(sunscreenFromDay), title: 'Sunscreen every day from now on',
    text: 'Mineral, SPF 30 or more.',
  };
  return [
    {
      id: 'first-day', on: visit, title: 'Today',
      text: FIRST_DAY + (eye ? FIRST_DAY_EYE : ''),
    },
    ...(isEarly ? [makeUp, sunscreen] : [sunscreen, makeUp]),
    {
      id: 'critical', on: on(3), title: 'End of the first three days',
      text: 'Until now strictly no sun. Do not pick or rub what flakes.',
    },
    {
      id: 'gym', on: on(gymFromDay), title: 'Sport and sauna again',
      text: 'If nothing is hot or sore any more.',
    },
    {
      id: 'redness', on: on(redUntilDay), title: 'Redness expected to be gone',
      text: 'If it is not gone by day 5, call us.',
    },
  ];
}

function lateOnes({ visit, next }: SheetAsked, recovery: Recovery): readonly Instruction[] {
  const on = (days: number): Day => day(visit + days);
  const { activesFromDay, retinoidFromDay, outOfSunUntilDay } = recovery;
  const isTogether = activesFromDay === retinoidFromDay;
  const nextOne: readonly Instruction[] = next === undefined ? [] : [{
    id: 'next', on: next.recommended, title: 'Next visit, wished for',
    text: `Not before ${plainDate(next.earliest)}; more often is not better.`,
  }];
  return [
    {
      id: 'actives', on: on(activesFromDay),
      title: isTogether ? 'Active creams and retinoids again' : 'Active creams again',
      text: 'One at a time, if the skin is calm.',
    },
    ...(isTogether ? [] : [{
      id: 'retinoids', on: on(retinoidFromDay), title: 'Retinoids again',
      text: 'Every second evening at first.',
    }]),
    {
      id: 'sun-and-peel', on: on(outOfSunUntilDay),
      title: 'Out of the sun, and no peel, until here',
      text: 'No sunbathing, no tanning bed, no peel, laser or waxing. Sunscreen goes on.',
    },
    ...nextOne,
  ];
}

/** Makes the sheet of a visit. */
export function makeSheet(asked: SheetAsked): Sheet {
  const { visit, areas, skin, modality } = asked;
  const recovery = recoveryOf(areas, skin);
  const eye = areas.some(({ area }) => isEyeArea(area));
  const instructions = [...earlyOnes(visit, recovery, eye), ...lateOnes(asked, recovery)];
  return {
    ...asked,
    recovery,
    instructions: instructions.toSorted((one, other) => one.on - other.on),
    milestones: milestonesOf(visit, watchesPigment(skin)),
    flags: flagsFor({ eye, energy: modality === 'energy' }),
    stages: dated(VISIBLE_STAGES, visit),
  };
}

/** What stands at the foot of every sheet. */
export const SHEET_HONEST = 'Dates are a forecast from what clinics and makers tell, not a '
  + 'promise; your own skin decides. Nobody can promise a result. This sheet replaces no medical '
  + 'advice.';
