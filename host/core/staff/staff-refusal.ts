// Why something about the people who work here is refused, as data; the sentences are made in
// staff-words.ts. None says whether an id exists to somebody who has not signed in.

import type { Action } from './permit-table.ts';
import type { Role } from './role.ts';

/** Why it is refused. */
export type StaffRefusal =
  | { readonly code: 'not-recognised' }
  | { readonly code: 'locked-out'; readonly waitMs: number }
  | { readonly code: 'not-permitted'; readonly action: Action; readonly roles: readonly Role[] }
  | {
      readonly code: 'sign-in-needed';
      readonly action: Action;
      readonly roles: readonly Role[];
    }
  | { readonly code: 'sign-in-ended' }
  | { readonly code: 'no-such-member'; readonly asked: string }
  | { readonly code: 'already-there'; readonly asked: string }
  | { readonly code: 'retired'; readonly asked: string }
  | { readonly code: 'last-lead'; readonly asked: string }
  | { readonly code: 'lead-exists' }
  | { readonly code: 'nobody-yet' }
  | { readonly code: 'bad-id'; readonly asked: string }
  | { readonly code: 'bad-name' }
  | { readonly code: 'bad-roles'; readonly asked: string }
  | { readonly code: 'own-work'; readonly asked: string }
  | { readonly code: 'bad-hash' }
  | { readonly code: 'no-reason' }
  | { readonly code: 'short-secret'; readonly leastChars: number }
  | { readonly code: 'long-secret'; readonly mostChars: number }
  | {
      readonly code: 'weak-secret';
      readonly why: 'repeats' | 'counts' | 'common' | 'year' | 'name';
    };
