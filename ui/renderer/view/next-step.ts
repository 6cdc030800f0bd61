// The one thing to do next, found from how everything stands and from nothing else. Every screen
// shows it in the same place, so that whoever is lost presses what is labelled so and arrives. An
// area at the eye never comes as a plain next step: it opens a question of its own.

import type { RoomReason } from '../../../host/core/checklist.ts';
import type { ArmRefusal } from '../../../host/core/control/event.ts';
import type { StopCause } from '../../../host/core/control/stop-cause.ts';
import type { Refusal } from '../../../host/core/refusal.ts';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { LatchReason } from '../../../protocol/reason.ts';
import type { DeskState } from '../../contract/desk-state.ts';
import { areaInTurn, type Place } from './place.ts';
import { isCalibrating, type ScreenName } from './screen-name.ts';
import { isVisitBegun, visitOpenCount } from './visit-view.ts';
import { freePlace, wayOut } from './way-out.ts';

/** What is to be done next. */
export type NextStep =
  | { readonly kind: 'take-control' | 'look-on' }
  | { readonly kind: 'sign-in' | 'name-operator' | 'name-person' }
  | { readonly kind: 'visit'; readonly open: number }
  | { readonly kind: 'wait'; readonly on: 'pen' | 'start' | 'moment' | 'leave' | 'road' }
  | { readonly kind: 'meet-pen' }
  | { readonly kind: 'demo-case' | 'demo-plan' | 'choose-area' | 'begin' }
  | { readonly kind: 'mend'; readonly refusal: Refusal; readonly screen: ScreenName }
  | { readonly kind: 'answer'; readonly reason: RoomReason }
  | { readonly kind: 'connect'; readonly why: string | undefined }
  | ({ readonly kind: 'arm' | 'confirm-eye' | 'press' | 'glide' } & Place)
  | ({ readonly kind: 'in-the-way'; readonly refusal: ArmRefusal } & Place)
  | ({ readonly kind: 'elsewhere' | 'end-here'; readonly refusal: ArmRefusal } & Place)
  | ({ readonly kind: 'leave-out'; readonly refusal: Refusal } & Place)
  | {
      readonly kind: 'clear';
      readonly cause: StopCause | undefined;
      readonly latch: LatchReason | undefined;
    }
  | { readonly kind: 'hold-pen' | 'finish' | 'done' }
  /** The bench has the pen, and nothing else can begin. */
  | { readonly kind: 'bench' };

/** Everything that a person is asked in the room is answered on this screen. */
const SCREEN_OF: Readonly<Record<Exclude<NextStep['kind'], 'mend'>, ScreenName | undefined>> = {
  'take-control': undefined,
  'look-on': undefined,
  'sign-in': undefined,
  visit: 'ready',
  'name-operator': undefined,
  'name-person': undefined,
  wait: undefined,
  'meet-pen': undefined,
  'demo-case': undefined,
  'demo-plan': 'plan',
  'choose-area': 'plan',
  begin: undefined,
  answer: undefined,
  connect: 'treat',
  arm: 'treat',
  'confirm-eye': 'treat',
  press: 'treat',
  glide: 'treat',
  'in-the-way': 'treat',
  elsewhere: 'treat',
  'end-here': 'treat',
  'leave-out': 'plan',
  'hold-pen': 'treat',
  clear: 'treat',
  finish: 'treat',
  done: 'after',
  bench: 'bench',
};

/** The screen on which a step is done; undefined where any will do. */
export const screenOfStep = (step: NextStep): ScreenName | undefined =>
  step.kind === 'mend' ? step.screen : SCREEN_OF[step.kind];

/** Finds the next step. */
export function nextStep(state: DeskState, snapshot: Snapshot | undefined): NextStep {
  const { windows, treatment } = state;
  if (windows.role === 'viewer') {
    return { kind: windows.controllerPresent ? 'look-on' : 'take-control' };
  }
  switch (treatment.kind) {
    case 'none':
    case 'turned-away':
      return isCalibrating(state) ? { kind: 'bench' } : preparing(state);
    case 'starting':
      return { kind: 'wait', on: 'start' };
    case 'running':
      return treating(state, snapshot, treatment.waiting);
    case 'leaving':
      return { kind: 'wait', on: 'leave' };
    case 'ended':
    case 'broke':
      return { kind: isNobodyHere(state) ? 'sign-in' : 'done' };
  }
}

/** People sign in here, and nobody has. */
const isNobodyHere = ({ staff }: DeskState): boolean =>
  staff.kind === 'staff' && staff.here === undefined;

function preparing(state: DeskState): NextStep {
  return arriving(state) ?? planning(state);
}

/** Who is here, with which pen, and for whom. */
function arriving(state: DeskState): NextStep | undefined {
  const { operator, pen, caseFile, installation, plan } = state;
  if (isNobodyHere(state)) return { kind: 'sign-in' };
  if (operator.trim() === '') return { kind: 'name-operator' };
  if (pen.standing.kind === 'looking') return { kind: 'wait', on: 'pen' };
  if (pen.standing.kind === 'away') return { kind: 'meet-pen' };
  if (caseFile.kind === 'none' && installation.demo) return { kind: 'demo-case' };
  return caseFile.kind === 'none' && plan.draft.person === '' ? { kind: 'name-person' } : undefined;
}

/** The visit, the plan, and what was looked at. */
function planning(state: DeskState): NextStep {
  const { installation, plan, care } = state;
  const open = care.person === undefined ? 0 : visitOpenCount(state);
  if (open > 0 && !isVisitBegun(state)) return { kind: 'visit', open };
  if (plan.draft.areas.length === 0) {
    // The example is offered once: after it, its areas have had what they may have today.
    const isFirst = installation.demo && state.records.length === 0 && care.person === undefined;
    return { kind: isFirst ? 'demo-plan' : 'choose-area' };
  }
  const mend = mending(state);
  if (mend !== undefined) return mend;
  return open > 0 ? { kind: 'visit', open } : lookingAround(state);
}

/** Nothing mends these today but leaving the area out. */
const SPENT: ReadonlySet<Refusal['code']> = new Set([
  'budget-spent', 'area-blocked', 'treated-today-unaccounted', 'interval-too-short',
] as const);

/** The first reason against the plan, and the screen on which it is seen to. */
function mending({ plan, caseFile }: DeskState): NextStep | undefined {
  const [refusal] = plan.check.refusals;
  if (refusal === undefined) return undefined;
  const { area, side } = refusal;
  if (SPENT.has(refusal.code) && area !== undefined && side !== undefined) {
    return { kind: 'leave-out', refusal, area, side };
  }
  const isOfPlan = refusal.area !== undefined || refusal.rule !== undefined;
  const screen = isOfPlan || caseFile.kind === 'none' ? 'plan' : 'ready';
  return { kind: 'mend', refusal, screen };
}

function lookingAround({ room }: DeskState): NextStep {
  const [reason] = room.open;
  return reason === undefined ? { kind: 'begin' } : { kind: 'answer', reason };
}

function treating(
  state: DeskState,
  snapshot: Snapshot | undefined,
  waiting: string | undefined,
): NextStep {
  if (snapshot === undefined) return { kind: 'connect', why: waiting };
  switch (snapshot.next) {
    case 'connect':
      return { kind: 'connect', why: waiting };
    case 'arm':
      return arming(state, snapshot);
    case 'press':
    case 'glide':
      return delivering(state, snapshot, snapshot.next);
    case 'clear':
      return { kind: 'clear', cause: snapshot.cause, latch: snapshot.latch };
    case 'finish':
      return { kind: 'finish' };
    case 'none':
      return { kind: 'wait', on: 'leave' };
    case 'wait':
      return { kind: 'wait', on: 'moment' };
  }
}

function arming(state: DeskState, snapshot: Snapshot): NextStep {
  const index = areaInTurn(state, snapshot);
  const area = index === undefined ? undefined : snapshot.areas[index];
  if (area === undefined) return { kind: 'finish' };
  const place = { area: area.area, side: area.side };
  const [refusal] = area.against;
  if (refusal?.code === 'room-open') return { kind: 'answer', reason: refusal.item };
  if (refusal !== undefined) return pastReason(refusal, snapshot, place);
  return { kind: area.eye ? 'confirm-eye' : 'arm', ...place };
}

/** What leads on past a reason: patience, another area, or the end of the treatment. */
function pastReason(refusal: ArmRefusal, snapshot: Snapshot, place: Place): NextStep {
  const way = wayOut(refusal, snapshot);
  if (way === 'wait') return { kind: 'in-the-way', refusal, ...place };
  if (way === 'end') return { kind: 'end-here', refusal, ...place };
  return { kind: 'elsewhere', refusal, ...(freePlace(snapshot) ?? place) };
}

function delivering(state: DeskState, snapshot: Snapshot, kind: 'press' | 'glide'): NextStep {
  const active = snapshot.active === undefined ? undefined : snapshot.areas[snapshot.active];
  if (active === undefined) return { kind: 'wait', on: 'moment' };
  if (kind === 'press' && state.simulator?.operator === 'nobody') return { kind: 'hold-pen' };
  return { kind, area: active.area, side: active.side };
}
