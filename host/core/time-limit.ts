// How fast, and how long: stroke rate, time on one spot, time in one train, time on an area.
// A fast pen reaches a literature density in a fifth of a second, so time is bounded by density as
// well as by the table. What a pen cannot sense is taken at its worst: without motion sensing all
// contact is on one spot, without contact sensing the motor's running is contact.

import { ms, type CentiHz, type Milliseconds, type SquareMm } from '../../protocol/units.ts';
import type { ZoneBounds } from './limit-profile.ts';
import { type Bound, type LimitReason, meet, reasonsOf, type RuleId } from './limit-reason.ts';
import type { Cartridge, PenSensors } from './pen-description.ts';

/** What the times of an area are made of. */
export interface TimeQuestion {
  readonly zone: ZoneBounds;
  readonly densityPerCm2: number;
  readonly sizeMm2: SquareMm;
  readonly rateCentiHz: CentiHz;
  readonly cartridge: Cartridge;
  readonly sensors: PenSensors;
}

/** The times of an area, with the rules that bind the ones that more than one rule bounds. */
export interface TimeLimit {
  readonly contactMs: Milliseconds;
  readonly holdMs: Milliseconds;
  readonly dwellMs: Milliseconds;
  readonly binding: { readonly hold: RuleId; readonly dwell: RuleId };
  readonly reasons: readonly LimitReason[];
}

// cm2 are 100 mm2, a centihertz is 1/100 Hz, a second is 1,000 ms: 100 * 1,000 / 100 = 1,000.
const msToLay = (perCm2: number, of: TimeQuestion, areaMm2: number, halves: 1 | 2): number =>
  Math.floor(
    (perCm2 * areaMm2 * 1_000) / (halves * of.rateCentiHz * of.cartridge.needleCount),
  );

function dwellBounds(of: TimeQuestion): readonly Bound[] {
  const halfOfCap = msToLay(of.densityPerCm2, of, of.cartridge.headAreaMm2, 2);
  return [
    { rule: 'zone', value: of.zone.dwellMs },
    { rule: 'spot-density', value: halfOfCap },
  ];
}

function holdBounds(of: TimeQuestion, dwellMs: number): readonly Bound[] {
  const train: Bound = { rule: 'zone', value: of.zone.trainMs };
  return of.sensors.motion ? [train] : [train, { rule: 'stationary-contact', value: dwellMs }];
}

/** Contact time of an area in a visit, of one train, and of one spot. */
export function timeLimit(of: TimeQuestion): TimeLimit {
  const dwells = dwellBounds(of);
  const dwell = meet(dwells);
  const holds = holdBounds(of, dwell.value);
  const hold = meet(holds);
  const contactMs = msToLay(of.densityPerCm2, of, of.sizeMm2, 1);
  return {
    contactMs: ms(contactMs),
    holdMs: ms(hold.value),
    dwellMs: ms(dwell.value),
    binding: { hold: hold.rule, dwell: dwell.rule },
    reasons: [
      { quantity: 'contact', rule: 'density', act: 'start', value: contactMs },
      ...reasonsOf('dwell', dwells),
      ...reasonsOf('hold', holds),
    ],
  };
}
