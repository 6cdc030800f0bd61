// Signing in and out at this console, and the question in front of every request: whether whoever
// is here may. Where nobody is on the list a typed name is taken, and the window says so. A sign-in
// is short: five minutes without a touch, unless a treatment runs. STOP is never asked.

import { performance } from 'node:perf_hooks';
import { refuse } from '../../../protocol/result.ts';
import type { Action } from '../../../host/core/staff/permit-table.ts';
import { IDLE_MS, type SignInEvent, signInStep } from '../../../host/core/staff/sign-in.ts';
import { isEyeArea } from '../../../host/core/body-part.ts';
import type { DeskRefusal } from '../../contract/desk-refusal.ts';
import type { StaffLine, StaffView } from '../../contract/care-state.ts';
import type { AskKind } from '../../contract/request.ts';
import { DONE, type Doers } from '../doer.ts';
import type { Held } from '../held.ts';
import { showChart } from './showing.ts';
import { gateRefusals } from './signing.ts';

const isStaffed = (held: Held): boolean => held.care.staff().roster.size > 0;

/** Moves the machine; a sign-in that ended by it is written down. */
function step(held: Held, event: SignInEvent): void {
  const { state, ended } = signInStep(held.signIn.state, event);
  held.signIn.state = state;
  if (ended === undefined) return;
  const { staffId, signInId, why } = ended;
  held.signIn.ended = why === 'idle' || why === 'too-long' || why === 'retired' ? why : undefined;
  if (state.kind === 'nobody') held.choices = { ...held.choices, operator: '' };
  void held.gate.signOut(staffId, signInId, why);
}

/** Somebody touched this console. */
export const touched = (held: Held): void => step(held, { kind: 'touched' });

/** Time went by; true if a sign-in ended by it. */
export function timePassed(held: Held): boolean {
  const nowMs = performance.now();
  const elapsedMs = nowMs - held.signIn.toldMs;
  held.signIn.toldMs = nowMs;
  const before = held.signIn.state.kind;
  step(held, { kind: 'passed', elapsedMs, treating: held.treatment.active() });
  return before !== held.signIn.state.kind;
}

/** Whoever is here goes; for a desk that is closed. */
export const leaveConsole = (held: Held): void => step(held, { kind: 'left' });

/** What every window is shown of it. */
export function staffView(held: Held): StaffView {
  const { roster } = held.care.staff();
  if (roster.size === 0) return { kind: 'nobody-yet' };
  const lineOf = ({ staffId, name, roles }: StaffLine): StaffLine => ({ staffId, name, roles });
  const members = [...roster.values()].filter(({ retired }) => !retired).map(lineOf);
  const { state, ended } = held.signIn;
  const here = state.kind === 'nobody'
    ? undefined
    : members.find(({ staffId }) => staffId === state.staffId);
  return { kind: 'staff', members, here, idleMsMax: IDLE_MS, ended };
}

/** The sign-in under which a treatment is begun; undefined where nobody signs in. */
export const signInIdOf = ({ signIn: { state } }: Held): string | undefined =>
  (state.kind === 'nobody' ? undefined : state.signInId);

/** What each request needs a permit for; what is not here is free, or asks by itself. */
const ACTIONS: Readonly<Partial<Record<AskKind, Action>>> = {
  'make-identity-key': 'make-identity-key', 'find-people': 'see-chart', 'read-chart': 'see-chart',
  'register-person': 'register-person', 'choose-person': 'see-chart', 'clear-case': 'see-chart',
  'load-case': 'answer-screening', 'name-person': 'see-chart',
  'lay-out-series': 'see-chart', 'plan-series': 'plan-series', 'end-series': 'plan-series',
  'follow-up': 'record-follow-up', 'lock-area': 'lock-area', 'unlock-area': 'unlock-area',
  'open-visit': 'open-visit', 'read-questions': 'answer-screening', screen: 'answer-screening',
  'numbing-start': 'tick-visit-step', 'numbing-end': 'tick-visit-step',
  'tick-step': 'tick-visit-step', 'choose-adjunct': 'choose-adjunct',
  'scan-cartridge': 'scan-cartridge', 'close-visit': 'open-visit', 'read-label': 'see-chart',
  'read-sheet': 'see-chart', 'sheet-file': 'hand-over-aftercare',
  'hand-over': 'hand-over-aftercare', 'read-record': 'see-chart',
  'add-area': 'check-plan', 'change-area': 'check-plan', 'remove-area': 'check-plan',
  'move-area': 'check-plan', 'load-plan': 'check-plan', 'clear-plan': 'check-plan',
  room: 'tick-visit-step', begin: 'treat', arm: 'treat', 'bench-begin': 'calibrate-pen',
  'bench-give-up': 'calibrate-pen', 'bench-new-key': 'calibrate-pen',
  'bench-decide': 'calibrate-pen', clear: 'clear-latch', finish: 'treat',
};

/** Whether whoever is here may ask this; undefined if they may. */
export async function gateRefusal(
  held: Held,
  kind: AskKind,
): Promise<readonly DeskRefusal[] | undefined> {
  if (!isStaffed(held)) return undefined;
  if (kind === 'name-operator') return [{ code: 'not-signed-in' }];
  const action = ACTIONS[kind];
  if (action === undefined) return undefined;
  const { state } = held.signIn;
  if (state.kind === 'nobody') return [{ code: 'not-signed-in' }];
  const atEye = kind === 'begin' && held.draft.areas.some(({ area }) => isEyeArea(area));
  const may = await held.gate.may({ kind: 'sign-in', signInId: state.signInId }, {
    actions: atEye ? [action, 'treat-eye-area'] : [action],
    ...(held.person === undefined ? {} : { about: held.person }),
  });
  return may.ok ? undefined : gateRefusals(may.error);
}

/** The doers. */
export const staffAsks: Doers<'sign-in' | 'sign-out'> = {
  'sign-in': async ({ held }, { staffId, secret }) => {
    const id = staffId.trim();
    const known = await held.gate.signIn(id, secret);
    showChart(held);
    if (!known.ok) return refuse(gateRefusals(known.error));
    const { member, signInId } = known.value;
    const { roles } = member;
    held.signIn.toldMs = performance.now();
    step(held, { kind: 'recognised', signInId, staffId: id, roles, place: 'console' });
    held.signIn.ended = undefined;
    held.choices = { ...held.choices, operator: member.staffId };
    return DONE;
  },
  'sign-out': ({ held }) => {
    leaveConsole(held);
    return DONE;
  },
};
