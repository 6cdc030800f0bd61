// What a gauge has done here, by the certificates that name it: how often it measured, how much,
// and what it read on the datum each time. A zero that creeps from one calibration to the next is
// the one drift of a gauge that shows without sending it away.

import type { Certificate } from '../certificate/certificate-shape.ts';

/** What a gauge read on its datum, once. */
export interface DatumReading {
  readonly certificateId: string;
  readonly day: number;
  readonly readingNm: number;
}

/** The life of a gauge. */
export interface GaugeLife {
  readonly serial: string;
  /** Calibrations of pens in which it was read, and readings taken in them. */
  readonly calibrations: number;
  readonly readings: number;
  /** The day of the newest of them. */
  readonly lastDay: number;
  /** Oldest first; empty for what has no datum. */
  readonly datums: readonly DatumReading[];
}

const namesOf = (of: Certificate): readonly string[] => [
  ...of.depths.map(({ gauge }) => gauge),
  ...of.zeros.map(({ gauge }) => gauge),
  ...[...of.rates, ...of.overshoots, ...(of.forces ?? [])].map(({ instrument }) => instrument),
];

/** The lives of all gauges that some certificates name. */
export function gaugeLives(certificates: readonly Certificate[]): ReadonlyMap<string, GaugeLife> {
  const lives = new Map<string, GaugeLife>();
  const inOrder = certificates.toSorted((one, other) => one.issuedDay - other.issuedDay);
  for (const of of inOrder) {
    const names = namesOf(of);
    for (const { serial } of of.instruments) {
      const readings = names.filter((name) => name === serial).length;
      if (readings > 0) lives.set(serial, livedOn(lives.get(serial), of, serial, readings));
    }
  }
  return lives;
}

function livedOn(
  before: GaugeLife | undefined,
  { certificateId, issuedDay: day, zeros }: Certificate,
  serial: string,
  readings: number,
): GaugeLife {
  const datums = zeros
    .filter(({ gauge }) => gauge === serial)
    .map(({ readingNm }) => ({ certificateId, day, readingNm }));
  return {
    serial,
    calibrations: (before?.calibrations ?? 0) + 1,
    readings: (before?.readings ?? 0) + readings,
    lastDay: day,
    datums: [...(before?.datums ?? []), ...datums],
  };
}
