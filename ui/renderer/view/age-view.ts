// How far to trust what is shown: values dim as they age, and past a limit they are no longer
// values. What is old is also said in words, since dim is seen only beside something that is not.

/** How old a value is to the eye. */
export type Freshness = 'fresh' | 'ageing' | 'stale';

/** Ages at which a value dims, and at which it is no longer shown as one (grade D). */
export const AGEING_MS = 250;
/** See above. */
export const STALE_MS = 1_000;

/** The age of what the pen said, with the way to the window added. */
export function freshnessOf(ageMs: number): Freshness {
  if (ageMs >= STALE_MS) return 'stale';
  return ageMs >= AGEING_MS ? 'ageing' : 'fresh';
}
