// An instrument as a certificate names it: what the list of gauges said of it on the day, with the
// figures of its own certificate in whole units.

import { z } from 'zod';
import { text } from '../../journal/field.ts';
import { GAUGE_KINDS } from '../gauge/gauge-line.ts';

const positiveNm = z.int().min(0).max(100_000_000);
const ascii = (max: number) => z.string().max(max).regex(/^[\x20-\x7e]*$/);

const calendarDay = z.int().min(-10_000).max(100_000);
const common = {
  serial: ascii(64).min(1),
  format: z.enum(GAUGE_KINDS),
  model: ascii(130),
  /** The coverage factor of its expanded uncertainty. */
  kThousandths: z.int().min(1_000).max(10_000),
  certificate: text(128),
  calibratedDay: calendarDay,
  dueDay: calendarDay,
};
const step = z.int().min(0).max(1_000_000);

/** An instrument as the registry knew it on the day. */
export const instrumentShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('depth'),
    ...common,
    /** Confirmed by a person; most gauges do not say it. */
    unit: z.enum(['mm', 'inch']),
    resolutionNm: positiveNm,
    expandedNm: positiveNm,
  }),
  z.strictObject({
    kind: z.literal('rate'),
    ...common,
    resolutionCentiHz: step,
    expandedCentiHz: step,
  }),
  z.strictObject({ kind: z.literal('force'), ...common, resolutionMn: step, expandedMn: step }),
  z.strictObject({
    kind: z.literal('peak'),
    ...common,
    resolutionNm: positiveNm,
    expandedNm: positiveNm,
  }),
]);
