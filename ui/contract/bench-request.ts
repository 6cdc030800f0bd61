// What a window may ask of the bench. Who calibrates is known to the desk; where an instrument is
// plugged in is an address, or the word that a person reads its display.

import { z } from 'zod';
import { kind, name, plain } from './request-fields.ts';

const setUp = z.strictObject({
  gauge: name,
  /** Left out beside a simulated pen, which brings its own. */
  gaugeAt: name.optional(),
  tachometer: name.optional(),
  tachometerAt: name.optional(),
  peaks: name.optional(),
  peaksAt: name.optional(),
  plan: z.enum(['standard', 'short']),
});

/** The requests. */
export const BENCH_ASKS = [
  z.strictObject({ kind: z.literal('bench-begin'), setUp, resume: z.boolean() }),
  kind('bench-give-up'),
  kind('bench-new-key'),
  /** The answer to the precondition that is asked. */
  z.strictObject({ kind: z.literal('bench-answer'), text: plain(40) }),
  kind('bench-confirm'),
  kind('bench-back'),
  z.strictObject({ kind: z.literal('bench-typed'), text: plain(40) }),
  z.strictObject({ kind: z.literal('bench-decide'), adjust: z.boolean() }),
  /** Said again and again while a hand holds on; silence lets go. */
  z.strictObject({ kind: z.literal('bench-hold'), held: z.boolean() }),
  z.strictObject({ kind: z.literal('bench-hands'), hands: z.enum(['window', 'technician']) }),
  kind('bench-cancel'),
  kind('bench-done'),
  z.strictObject({ kind: z.literal('certificate-pdf'), certificateId: name }),
] as const;
