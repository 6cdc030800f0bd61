// A gauge for people: its certificates, its life, and what it read on the datum over time. Pure.

import { day, formatDay } from '../core/day.ts';
import type { GaugeEntry } from '../core/gauge/registry.ts';
import type { DatumReading, GaugeLife } from '../core/registry/gauge-lives.ts';

const HALF_WIDTH = 20;
const REACH_UM = 50;
/** Older ones stay in the certificates. */
const CHARTED_MAX = 24;

/** A life in a few words. */
export const lifeWords = (life: GaugeLife | undefined): string =>
  life === undefined
    ? 'never used here'
    : `${life.readings} readings in ${life.calibrations} calibrations, last on `
      + formatDay(day(life.lastDay));

/** A gauge with its history; entries are oldest first. */
export function gaugeLines(
  serial: string,
  entries: readonly GaugeEntry[],
  life: GaugeLife | undefined,
): readonly string[] {
  const newest = entries.at(-1);
  const retired = newest?.retired;
  return [
    `Gauge ${serial} (${newest?.maker ?? ''} ${newest?.model ?? ''}): ${lifeWords(life)}.`,
    ...entries.map(({ certificate, calibratedDay, dueDay, by }) =>
      `  ${certificate}  calibrated ${formatDay(calibratedDay)}, good until ${formatDay(dueDay)}, `
        + `entered by ${by}`),
    ...(retired === undefined
      ? []
      : [`  out of use since ${formatDay(retired.onDay)}: ${retired.why}`]),
    ...(life === undefined || life.datums.length === 0 ? [] : ['', ...datumLines(life.datums)]),
  ];
}

/** What it read on the datum, one row for each time. */
function datumLines(datums: readonly DatumReading[]): readonly string[] {
  return [
    `What it read on the datum, -${REACH_UM} to +${REACH_UM} um:`,
    ...datums.slice(-CHARTED_MAX).map(({ certificateId, day: on, readingNm }) => {
      const um = (readingNm / 1_000).toFixed(1).padStart(7);
      return `  ${formatDay(day(on))}  ${certificateId.padEnd(16)} ${chartRow(readingNm)}${um} um`;
    }),
  ];
}

function chartRow(readingNm: number): string {
  const share = Math.max(-1, Math.min(1, readingNm / 1_000 / REACH_UM));
  const at = HALF_WIDTH + Math.round(share * HALF_WIDTH);
  return Array.from({ length: 2 * HALF_WIDTH + 1 }, (_, column) => {
    if (column === at) return '*';
    return column === HALF_WIDTH ? ':' : ' ';
  }).join('');
}
