// What the guard itself has seen the pen do since the treatment began: strokes by the pen's own
// counter, booked on the area that was armed, and time with the needles on by the pen's own
// clock. It counts what is certain, so it is never more than what the host counts at its worst,
// and it is kept whatever the host's own books say.

import { SIGNAL, type Telemetry } from '../../protocol/from-pen.ts';
import type { ArmedEnergy, Arming } from './arming.ts';
import { addTo, type Sum } from './spent.ts';

/** The books: what armings came to that others have followed. */
export interface Account {
  readonly punctures: Map<number, number>;
  readonly onMs: Map<number, number>;
  readonly wholePunctures: Sum;
  readonly wholeOnMs: Sum;
  readonly energy: Map<number, { readonly pulses: number; readonly microJoule: number }>;
}

/** Books in which nothing stands. */
export const createAccount = (): Account => ({
  punctures: new Map(),
  onMs: new Map(),
  wholePunctures: { face: 0, whole: 0 },
  wholeOnMs: { face: 0, whole: 0 },
  energy: new Map(),
});

const add = (map: Map<number, number>, place: number, amount: number): void => {
  map.set(place, (map.get(place) ?? 0) + amount);
};

/** Books an arming when the next one follows it, up to the counter as it stands. */
export function book(
  account: Account,
  arming: Arming,
  strokes: number,
  pulses?: number,
): void {
  const { place, face, from, ceiling, needles, onMs } = arming;
  const punctures = Math.max(0, Math.min(strokes, ceiling) - from) * needles;
  add(account.punctures, place, punctures);
  add(account.onMs, place, onMs);
  addTo(account.wholePunctures, face, punctures);
  addTo(account.wholeOnMs, face, onMs);
  if (arming.energy !== undefined) bookEnergy(account, arming, arming.energy, pulses);
}

/** Energy that nobody has told of counts as all that was armed. */
function bookEnergy(
  { energy: had }: Account,
  { place, needles }: Arming,
  { from, ceiling, microJoulePerPin }: ArmedEnergy,
  now: number = ceiling,
): void {
  const before = had.get(place) ?? { pulses: 0, microJoule: 0 };
  const given = Math.max(0, Math.min(now, ceiling) - from);
  had.set(place, {
    pulses: before.pulses + given,
    microJoule: before.microJoule + given * microJoulePerPin * needles,
  });
}

const isOnSkin = ({ phase, signals }: Telemetry): boolean =>
  phase === 'running' &&
  ((signals & SIGNAL.contactSensed) === 0 || (signals & SIGNAL.contact) !== 0);

/** Slower than this a head rests on one spot (grade D). */
const STILL_MM_S = 10;

const isStill = ({ signals, glideMmS }: Telemetry): boolean =>
  (signals & SIGNAL.motionSensed) === 0 || (glideMmS ?? 0) < STILL_MM_S;

/** Meters the time between two telemetries of a pen that runs under its arming. */
export function meter(arming: Arming, before: Telemetry | undefined, now: Telemetry): void {
  if (now.holdId !== arming.holdId) {
    arming.holdId = now.holdId;
    arming.holdMs = 0;
    arming.stillMs = 0;
    return;
  }
  if (before === undefined || !isOnSkin(before) || !isOnSkin(now)) {
    arming.stillMs = 0;
    return;
  }
  const onMs = Math.max(0, now.penMs - before.penMs);
  arming.onMs += onMs;
  arming.holdMs += onMs;
  arming.stillMs = isStill(before) && isStill(now) ? arming.stillMs + onMs : 0;
}
