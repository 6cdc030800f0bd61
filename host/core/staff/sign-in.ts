// A sign-in at the console as a machine: who is there, since when, and when nobody is any more. It
// is short on purpose: a console that was left is nobody's. While a treatment runs the hands are at
// the pen, so idling does not end it then; STOP needs no sign-in at all.

import { unreachable } from '../../../protocol/assert.ts';
import type { Role } from './role.ts';

/** A console that nobody touched for so long is nobody's. */
export const IDLE_MS = 5 * 60_000;
/** However busy, a sign-in is given anew after so long. */
export const WHOLE_MS = 8 * 3_600_000;

/** Who has signed in, and how long ago. */
export type SignIn =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'signed-in';
      readonly signInId: string;
      readonly staffId: string;
      readonly roles: readonly Role[];
      readonly place: string;
      readonly idleMs: number;
      readonly wholeMs: number;
    };

/** What happens to it. */
export type SignInEvent =
  | {
      readonly kind: 'recognised';
      readonly signInId: string;
      readonly staffId: string;
      readonly roles: readonly Role[];
      readonly place: string;
    }
  | { readonly kind: 'touched' }
  | { readonly kind: 'passed'; readonly elapsedMs: number; readonly treating: boolean }
  | { readonly kind: 'left' }
  | { readonly kind: 'roles-changed'; readonly staffId: string; readonly roles: readonly Role[] }
  | { readonly kind: 'retired'; readonly staffId: string };

/** Why a sign-in ended. */
export type SignOutReason = 'left' | 'idle' | 'too-long' | 'other-sign-in' | 'retired';

/** A sign-in that ended. */
export interface SignedOut {
  readonly signInId: string;
  readonly staffId: string;
  readonly why: SignOutReason;
}

/** What became of it, and the sign-in that ended by it, if one did. */
export interface SignInStep {
  readonly state: SignIn;
  readonly ended: SignedOut | undefined;
}

type Signed = Extract<SignIn, { readonly kind: 'signed-in' }>;

const stay = (state: SignIn): SignInStep => ({ state, ended: undefined });
const end = ({ signInId, staffId }: Signed, why: SignOutReason): SignInStep => ({
  state: { kind: 'nobody' },
  ended: { signInId, staffId, why },
});

/** Nobody is there. */
export const NOBODY_SIGNED_IN: SignIn = { kind: 'nobody' };

/** One step of the machine. */
export function signInStep(state: SignIn, event: SignInEvent): SignInStep {
  if (event.kind === 'recognised') {
    const { kind: _, ...who } = event;
    const ended = state.kind === 'nobody' ? undefined : end(state, 'other-sign-in').ended;
    return { state: { kind: 'signed-in', ...who, idleMs: 0, wholeMs: 0 }, ended };
  }
  if (state.kind === 'nobody') return stay(state);
  switch (event.kind) {
    case 'touched':
      return stay({ ...state, idleMs: 0 });
    case 'passed':
      return afterTime(state, event);
    case 'left':
      return end(state, 'left');
    case 'roles-changed':
      return event.staffId === state.staffId ? stay({ ...state, roles: event.roles }) : stay(state);
    case 'retired':
      return event.staffId === state.staffId ? end(state, 'retired') : stay(state);
    default:
      return unreachable(event);
  }
}

function afterTime(
  state: Signed,
  { elapsedMs, treating }: Extract<SignInEvent, { readonly kind: 'passed' }>,
): SignInStep {
  // S-77: time that ran backwards is no time; a sign-in is never made longer by it.
  const passedMs = Math.max(0, elapsedMs);
  const wholeMs = state.wholeMs + passedMs;
  const idleMs = treating ? 0 : state.idleMs + passedMs;
  if (!treating && wholeMs >= WHOLE_MS) return end(state, 'too-long');
  if (idleMs >= IDLE_MS) return end(state, 'idle');
  return stay({ ...state, idleMs, wholeMs });
}
