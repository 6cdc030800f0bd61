// Numbing cream as the lines of a visit tell it. Whatever a line leaves open counts on the strict
// side: cream that nobody described is on the skin all the same, and stays there until somebody
// wrote that it was taken off and cleaned.

import { mm2 } from '../../../../protocol/units.ts';
import type { EntryOf } from '../../../journal/entry.ts';
import { parseDay } from '../../day.ts';
import {
  type Application, NO_NUMBING, type Numbing, type NumbingEvent, numbingStep,
} from './numbing.ts';

const MINUTES_A_DAY = 1_440;

/** Whole minutes since 2020-01-01 of an instant in UTC. */
export function minuteOf(at: string): number {
  const on = parseDay(at.slice(0, 10)) ?? 0;
  const [hours = 0, minutes = 0] = at.slice(11, 16).split(':').map(Number);
  return on * MINUTES_A_DAY + hours * 60 + minutes;
}

type Step = EntryOf<'visit-step'>;

type Described = Pick<Step, 'at'> & Partial<Pick<
  Step, 'product' | 'strengthCentiPercent' | 'milligrams' | 'sizeMm2' | 'areas' | 'labelMinutesMax'
>>;

/** The layer of cream that a line tells of; what it does not say is the least that can be. */
export function applicationOf(step: Described): Application {
  return {
    product: step.product ?? '',
    strengthCentiPercent: step.strengthCentiPercent ?? 0,
    milligrams: step.milligrams ?? 0,
    sizeMm2: step.sizeMm2 ?? mm2(0),
    skins: step.areas ?? [],
    startMinute: minuteOf(step.at),
    labelMinutesMax: step.labelMinutesMax,
  };
}

const eventOf = (step: Step): NumbingEvent | undefined => {
  const minute = minuteOf(step.at);
  if (step.step === 'numbing-applied') {
    return { kind: 'applied', application: applicationOf(step) };
  }
  if (step.step === 'numbing-removed') return { kind: 'removed', minute };
  return step.step === 'cleaned' ? { kind: 'cleaned', minute } : undefined;
};

function taken(of: Numbing, event: NumbingEvent): Numbing {
  const next = numbingStep(of, event);
  if (next.ok) return next.value;
  if (event.kind === 'applied') {
    // It was put on, whatever the rule says of that: only taking it off ends it.
    const before = of.kind === 'none' ? [] : of.applications;
    return { kind: 'on-skin', applications: [...before, event.application] };
  }
  // A clock that went back does not keep cream on that somebody took off.
  const isOff = event.kind === 'removed' && next.error === 'clock-went-back';
  return isOff && of.kind === 'on-skin' ? { ...of, kind: 'removed' } : of;
}

/** Where numbing stands at a visit; `needled` says that a needle went through the skin at it. */
export function numbingOf(steps: readonly Step[], needled: boolean): Numbing {
  const events = steps.flatMap((step) => eventOf(step) ?? []);
  const numbing = events.reduce(taken, NO_NUMBING);
  return needled ? taken(numbing, { kind: 'punctured' }) : numbing;
}
