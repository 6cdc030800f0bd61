// When a reading counts: three in a row that hardly differ, each of them new. A gauge that repeats
// itself within a fifth of a second has sent the same reading twice, not measured twice.

/** One reading as it came: when, how long, and from which raw line. */
export interface Reading {
  readonly atMs: number;
  readonly valueNm: number;
  readonly line: number;
}

/** What is being waited for. */
export interface Steadying {
  readonly recent: readonly Reading[];
}

/** How many readings have to agree. */
export const STEADY_READINGS = 3;
/** How far they may lie apart (a proposal of ours, grade D). */
export const STEADY_SPREAD_NM = 5_000;
/** The same value again so soon is the same reading (grade D). */
export const REPEAT_MS = 200;

/** Nothing read yet. */
export const UNSTEADY: Steadying = { recent: [] };

/** What one more reading led to. */
export type SteadyStep =
  | { readonly kind: 'waiting'; readonly state: Steadying }
  | { readonly kind: 'repeated'; readonly state: Steadying }
  | { readonly kind: 'steady'; readonly state: Steadying; readonly readings: readonly Reading[] };

/** Takes one more reading. */
export function steadyStep(state: Steadying, reading: Reading): SteadyStep {
  const before = state.recent.at(-1);
  if (
    before !== undefined
    && before.valueNm === reading.valueNm
    && reading.atMs - before.atMs < REPEAT_MS
  ) {
    return { kind: 'repeated', state };
  }
  const recent = [...state.recent, reading].slice(-STEADY_READINGS);
  const values = recent.map(({ valueNm }) => valueNm);
  const spreadNm = Math.max(...values) - Math.min(...values);
  if (recent.length < STEADY_READINGS || spreadNm > STEADY_SPREAD_NM) {
    return { kind: 'waiting', state: { recent } };
  }
  return { kind: 'steady', state: UNSTEADY, readings: recent };
}

/** The value that steady readings stand for: the middle one, so that it is one of them. */
export function middleNm(readings: readonly Reading[]): number {
  const sorted = readings.map(({ valueNm }) => valueNm).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
