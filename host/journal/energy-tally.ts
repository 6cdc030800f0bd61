// The part of a reservation that is energy: counted whole from the line that makes it, told pulse
// by pulse, and brought down only by an end that is known. What nobody saw counts as all that was
// set aside, each pulse at its full energy.

import type { EntryOf } from './entry.ts';

/** What became of the energy of one reservation. */
export interface EnergyTally {
  /** Every pulse that the pen told of, in its order. */
  readonly told: readonly EntryOf<'pulse'>[];
  /** Pulses and energy (of all pins together) that count, never less than was told. */
  readonly countedPulses: number;
  readonly countedMicroJoule: number;
  /** What certainly was given. */
  readonly deliveredPulses: number;
  readonly deliveredMicroJoule: number;
}

type Reservation = EntryOf<'reservation'>;

/** Pulses that a reservation sets aside. */
export const reservedPulses = ({ energy }: Reservation): number =>
  energy === undefined ? 0 : Math.max(0, energy.ceilingPulses - energy.fromPulses);

const fullMicroJoule = ({ energy, needleCount }: Reservation, pulses: number): number =>
  pulses * (energy?.microJoulePerPin ?? 0) * needleCount;

/** The energy of a reservation on the line that makes it; none where it declares none. */
export const openedEnergy = (reservation: Reservation): EnergyTally | undefined =>
  reservation.energy && {
    told: [],
    countedPulses: reservedPulses(reservation),
    countedMicroJoule: fullMicroJoule(reservation, reservedPulses(reservation)),
    deliveredPulses: 0,
    deliveredMicroJoule: 0,
  };

/** After the line of one pulse. */
export function energyAfterPulse(
  tally: EnergyTally | undefined,
  pulse: EntryOf<'pulse'>,
  reservation: Reservation,
): EnergyTally | undefined {
  if (tally === undefined || reservation.energy === undefined) return tally;
  const deliveredPulses = Math.max(
    tally.deliveredPulses, pulse.pulse - reservation.energy.fromPulses,
  );
  const deliveredMicroJoule =
    tally.deliveredMicroJoule + pulse.microJoulePerPin * reservation.needleCount;
  return {
    told: [...tally.told, pulse],
    deliveredPulses,
    deliveredMicroJoule,
    countedPulses: Math.max(tally.countedPulses, deliveredPulses),
    countedMicroJoule: Math.max(tally.countedMicroJoule, deliveredMicroJoule),
  };
}

/** After an end: a known one counts what it says, any other leaves all of it counted. */
export function energyAfterEnd(
  tally: EnergyTally | undefined,
  end: EntryOf<'settled' | 'resolved'>,
  reservation: Reservation,
): EnergyTally | undefined {
  if (tally === undefined) return undefined;
  const told = end.energy;
  if (told === undefined || told.outcome === 'unknown') return tally;
  const pulses = Math.max(tally.deliveredPulses, told.pulses);
  const untold = Math.max(0, pulses - tally.told.length);
  const microJoule = tally.deliveredMicroJoule + fullMicroJoule(reservation, untold);
  return {
    ...tally,
    countedPulses: pulses,
    countedMicroJoule: microJoule,
    deliveredPulses: pulses,
    deliveredMicroJoule: microJoule,
  };
}
