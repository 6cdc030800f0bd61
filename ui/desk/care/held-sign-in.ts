// Who is signed in at this console, as the desk holds it between two requests.

import { performance } from 'node:perf_hooks';
import { NOBODY_SIGNED_IN, type SignIn } from '../../../host/core/staff/sign-in.ts';

/** Who is signed in, and how the last sign-in ended. */
export interface HeldSignIn {
  state: SignIn;
  ended: 'idle' | 'too-long' | 'retired' | undefined;
  /** When the machine was last told that time went by. */
  toldMs: number;
}

/** Nobody. */
export const nobodyHere = (): HeldSignIn =>
  ({ state: NOBODY_SIGNED_IN, ended: undefined, toldMs: performance.now() });
