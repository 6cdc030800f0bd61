// The list of gauges as it stands in its file: strict, whole units, days as people write them.

import { z } from 'zod';
import { formatDay } from '../core/day.ts';
import { WIRINGS } from '../core/gauge/manners.ts';
import type { GaugeEntry } from '../core/gauge/registry.ts';
import { date, text, whole } from '../doors/fields.ts';

/** The version of the file. */
export const GAUGES_VERSION = 1;

/** A centimetre, a hundred hertz, a hundred newtons: no gauge is as coarse as that. */
const NM_MAX = 10_000_000;
const CENTI_HZ_MAX = 10_000;
const MN_MAX = 100_000;

const common = {
  serial: text,
  wiring: z.enum(WIRINGS),
  maker: text,
  model: text,
  k: z.number().min(1).max(10),
  certificate: text,
  calibratedOn: date,
  dueOn: date,
  by: text,
  retired: z.strictObject({ on: date, why: text }).optional(),
} as const;

const gauge = z.discriminatedUnion('measures', [
  z.strictObject({
    ...common,
    measures: z.literal('depth'),
    kind: z.enum(['mitutoyo', 'cdi', 'plain']),
    unit: z.enum(['mm', 'inch']),
    resolutionNm: whole(1, NM_MAX),
    expandedNm: whole(1, NM_MAX),
  }),
  z.strictObject({
    ...common,
    measures: z.literal('rate'),
    kind: z.literal('tachometer'),
    resolutionCentiHz: whole(1, CENTI_HZ_MAX),
    expandedCentiHz: whole(1, CENTI_HZ_MAX),
  }),
  z.strictObject({
    ...common,
    measures: z.literal('force'),
    kind: z.literal('mark-10'),
    resolutionMn: whole(1, MN_MAX),
    expandedMn: whole(1, MN_MAX),
  }),
  z.strictObject({
    ...common,
    measures: z.literal('peak'),
    kind: z.literal('peak-hold'),
    resolutionNm: whole(1, NM_MAX),
    expandedNm: whole(1, NM_MAX),
  }),
]);

const entryOf = ({
  calibratedOn,
  dueOn,
  retired,
  ...rest
}: z.output<typeof gauge>): GaugeEntry => ({
  ...rest,
  calibratedDay: calibratedOn,
  dueDay: dueOn,
  retired: retired === undefined ? undefined : { onDay: retired.on, why: retired.why },
});

/** The file as a list of entries. */
export const gaugesFile = z
  .strictObject({ version: z.literal(GAUGES_VERSION), gauges: z.array(gauge).max(1_000) })
  .transform(({ gauges }): readonly GaugeEntry[] => gauges.map(entryOf));

/** One entry as it is written into the file, and as a program reads it from a command. */
export function writtenGauge({ calibratedDay, dueDay, retired, ...rest }: GaugeEntry): object {
  return {
    ...rest,
    calibratedOn: formatDay(calibratedDay),
    dueOn: formatDay(dueDay),
    ...(retired === undefined
      ? {}
      : { retired: { on: formatDay(retired.onDay), why: retired.why } }),
  };
}
