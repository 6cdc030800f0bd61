// What shakes a pen, so that what was measured at a bench need not hold any more: latches after
// which a pen has to be measured again.

import type { LatchReason } from '../../protocol/reason.ts';

/** Latches after which a pen has to be measured again. */
export const SHOCKS = ['stall', 'too-deep'] as const satisfies readonly LatchReason[];

/** What can shake a pen that treats. */
export type PenShock = (typeof SHOCKS)[number];
