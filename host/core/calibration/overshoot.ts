// How much further needles come in motion than at rest, by one instrument that sees both: the
// highest of the peaks that it held, less what it read while they stood. What it is off by in both
// alike falls out; what it may be off by from one reading to the next does not.

/** What an instrument that holds peaks says of itself. */
export interface PeakGaugeFigures {
  readonly expandedNm: number;
  readonly k: number;
  readonly resolutionNm: number;
}

/** How many held peaks make a reading. */
export const PEAKS_MIN = 3;

/** The expanded uncertainty, k = 2, of a difference of two of its readings (JCGM 100, 5.1.2). */
export function peakExpanded({ expandedNm, k, resolutionNm }: PeakGaugeFigures): number {
  const ofOne = Math.hypot(expandedNm / k, resolutionNm / Math.sqrt(12));
  return Math.ceil(2 * Math.SQRT2 * ofOne);
}

/** The overshoot; undefined where too few peaks were held. */
export const overshootOf = (peaksNm: readonly number[], stillNm: number): number | undefined =>
  peaksNm.length < PEAKS_MIN ? undefined : Math.max(...peaksNm) - stillNm;
