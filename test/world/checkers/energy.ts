/**
 * What no pulse of energy may ever be, by the plant's own truth: without an arming that declares
 * it, beyond any number of that arming or of the table, at the eye, with needles that are not in,
 * still and on skin, in tissue that is too warm, too soon after another, or untold in the record.
 */
import { areaName, AREAS } from '../../../protocol/area.ts';
import type { TruePulse } from '../../../sim/plant/index.ts';
import type { World } from '../world.ts';
import { BLUR_MS, type Checker } from './checker.ts';

/** Truth may be this much over what was granted: a millisecond of the strongest generator. */
const MICRO_JOULE_OVER = 800;
/** What a pulse may go on for when its conditions have ended. */
const MS_OVER = 3;
const STILL_UM = 40;
const DECI_C_MAX = 700;
const REVISIT_MS = 990;

/** Everything that can be said of one pulse by itself. */
function faultsOf(pulse: TruePulse): readonly string[] {
  const area = areaName(pulse.areaTag);
  const checks: readonly (readonly [boolean, string])[] = [
    [!pulse.ordered, 'was given without an order'],
    [pulse.shallowMs > MS_OVER, `flowed ${pulse.shallowMs} ms with needles near the surface`],
    [pulse.mostUm - pulse.leastUm > STILL_UM, 'was given with needles that moved'],
    [pulse.peakDeciC >= DECI_C_MAX, `warmed tissue to ${pulse.peakDeciC / 10} degrees`],
    [area !== undefined && AREAS[area].zone === 'eye', 'was given at the eye'],
  ];
  return checks.filter(([holds]) => holds).map(([, what]) => what);
}

/** What a pulse is beyond its arming, its lease, and the one before it. */
function beyond(
  pulse: TruePulse,
  microJoule: number,
  pulseMs: number,
  leaseMs: number,
  before: TruePulse | undefined,
): readonly string[] {
  const sinceMs = before === undefined ? Number.POSITIVE_INFINITY : pulse.tMs - before.tMs;
  const checks: readonly (readonly [boolean, string])[] = [
    [
      pulse.microJoulePerPin > microJoule + MICRO_JOULE_OVER,
      `a pulse gave ${pulse.microJoulePerPin} uJ a pin, and ${microJoule} were allowed`,
    ],
    [pulse.ms > pulseMs + MS_OVER, `a pulse lasted ${pulse.ms} ms`],
    [pulse.tMs + pulse.ms > leaseMs + MS_OVER + BLUR_MS, 'a pulse outlived its lease'],
    [sinceMs < REVISIT_MS, `a pulse came ${sinceMs} ms after another`],
  ];
  return checks.filter(([holds]) => holds).map(([, what]) => what);
}

/** Pulses that lines of the record tell of, and those that count as unknown at their worst. */
function toldOf(world: World): { readonly told: number; readonly counted: number } {
  const told = world.entries.filter(({ kind }) => kind === 'pulse').length;
  const reserved = new Map<number, number>();
  let counted = 0;
  for (const entry of world.entries) {
    if (entry.kind === 'reservation' && entry.energy !== undefined) {
      const { ceilingPulses, fromPulses } = entry.energy;
      reserved.set(entry.armingId, ceilingPulses - fromPulses);
    }
    if (entry.kind !== 'settled' && entry.kind !== 'resolved') continue;
    const open = reserved.get(entry.armingId);
    if (open === undefined || entry.energy?.outcome !== 'known') continue;
    counted += entry.energy.pulses;
    reserved.delete(entry.armingId);
  }
  return { told, counted: counted + [...reserved.values()].reduce((sum, one) => sum + one, 0) };
}

/** The judge of energy. */
export const energyChecker: Checker = ({ world, testimony, profile, measure }, complain) => {
  let seen = 0;
  let newest: TruePulse | undefined;
  const pulsesOf = new Map<object, number>();

  const judgeOne = (pulse: TruePulse): void => {
    for (const what of faultsOf(pulse)) complain(`a pulse ${what}`);
    const open = testimony.armingAt(pulse.tMs);
    const armed = open?.energy;
    if (open === undefined || armed === undefined || (open.untilMs ?? Infinity) < pulse.tMs) {
      complain('a pulse was given without an arming that declares it');
      return;
    }
    const count = (pulsesOf.get(open) ?? 0) + 1;
    pulsesOf.set(open, count);
    measure('debit', count, armed.pulseCeiling);
    const row = profile.energy?.rows.find(({ area }) => area === areaName(armed.area));
    const most = Math.min(armed.microJoulePerPin, row?.microJoulePerPinMax ?? 0);
    const lease = open.grants.at(-1)?.notAfterMs ?? Number.NEGATIVE_INFINITY;
    for (const what of beyond(pulse, most, armed.pulseMs, lease, newest)) complain(what);
    newest = pulse;
  };

  world.watch(() => {
    for (; seen < world.pulses.length; seen += 1) {
      const pulse = world.pulses[seen];
      if (pulse !== undefined) judgeOne(pulse);
    }
  });

  return () => {
    const { told, counted } = toldOf(world);
    const given = world.pulses.filter(({ ordered }) => ordered).length;
    if (counted < given) complain(`${given} pulses were given and ${counted} are counted`);
    if (told > given + 1) complain(`${told} pulses are told and ${given} were given`);
    for (const [open, count] of pulsesOf) {
      const reservation = world.entries.findLast(
        (entry) => entry.kind === 'reservation' && 'arm' in open
          && entry.armingId === (open as { arm: { armingId: number } }).arm.armingId,
      );
      if (reservation?.kind !== 'reservation' || reservation.energy === undefined) {
        complain('a pulse was given under an arming that set no energy aside');
      } else if (count > reservation.energy.ceilingPulses - reservation.energy.fromPulses) {
        complain('more pulses were given than were set aside');
      }
    }
  };
};
