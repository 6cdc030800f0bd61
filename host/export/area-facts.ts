// What every format says of one area: what was planned, granted, delivered and is not known, with
// which pen, certificate and cartridge. What nobody knows is undefined and is called unknown; it is
// never nought.

import type { AreaRecord, TreatmentRecord } from '../journal/record.ts';
import type { EntryOf } from '../journal/index.ts';

/** What every format says of one area. */
export interface AreaFacts {
  readonly area: string;
  readonly side: string;
  readonly sizeMm2: number;
  readonly plannedDepthUm: number | undefined;
  readonly peakDepthUm: number | undefined;
  readonly plannedPasses: number | undefined;
  readonly passes: number;
  readonly plannedStrokes: number | undefined;
  readonly grantedStrokes: number;
  readonly deliveredStrokes: number;
  /** Strokes that may have happened on top of those delivered, at the most. */
  readonly unknownStrokes: number;
  readonly deliveredPunctures: number;
  readonly unknownPunctures: number;
  /** Means over the declared area. */
  readonly deliveredPerCm2: number;
  readonly unknownPerCm2: number;
  readonly deliveredContactMs: number;
  readonly unknownContactMs: number;
  readonly pens: readonly string[];
  readonly certificates: readonly string[];
  readonly cartridges: readonly string[];
  readonly lots: readonly string[];
}

type Cartridge = NonNullable<EntryOf<'pen-linked'>['cartridge']>;

/** The cartridges that the pens saw, by serial. */
export const cartridgesOf = ({ pens, events }: TreatmentRecord): ReadonlyMap<string, Cartridge> =>
  new Map(
    [...pens, ...events].flatMap((line) =>
      line.kind === 'pen-linked' && line.cartridge !== undefined
        ? [[line.cartridge.serial, line.cartridge] as const]
        : [],
    ),
  );

const distinct = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== '');

/** What every format says of the areas of a treatment. */
export function areaFacts(record: TreatmentRecord): readonly AreaFacts[] {
  const cartridges = cartridgesOf(record);
  return record.areas.map((area) => factsOf(area, cartridges));
}

function factsOf(of: AreaRecord, cartridges: ReadonlyMap<string, Cartridge>): AreaFacts {
  const { area, side, sizeMm2, planned, granted, delivered, unknown, reservations } = of;
  const used = distinct(reservations.map(({ reservation }) => reservation.cartridgeSerial));
  return {
    area,
    side,
    sizeMm2,
    plannedDepthUm: planned?.depthUm,
    peakDepthUm: of.depthUmPeak,
    plannedPasses: planned?.passes,
    passes: of.passes,
    plannedStrokes: planned?.strokesTotal,
    grantedStrokes: granted.strokes,
    deliveredStrokes: delivered.strokes,
    unknownStrokes: unknown.strokes,
    deliveredPunctures: delivered.punctures,
    unknownPunctures: unknown.punctures,
    deliveredPerCm2: delivered.meanPuncturesPerCm2,
    unknownPerCm2: unknown.meanPuncturesPerCm2,
    deliveredContactMs: delivered.contactMs,
    unknownContactMs: unknown.contactMs,
    pens: distinct(reservations.map(({ reservation }) => reservation.penSerial)),
    certificates: distinct(reservations.map(({ reservation }) => reservation.certificateId)),
    cartridges: used,
    lots: distinct(used.map((serial) => cartridges.get(serial)?.lot ?? '')),
  };
}

/** The name of an area with its side, as people say it. */
export function placeWords({ area, side }: Pick<AreaFacts, 'area' | 'side'>): string {
  const name = area.replaceAll('-', ' ');
  return side === 'midline' ? name : `${side} ${name}`;
}
