// One pulse as control grants it: one press is one insertion and one pulse at the most. Permission
// is renewed while needles go in, never for another pulse, and nothing of it rises.

import type { EnergyGrant } from '../../../protocol/energy.ts';
import type { Telemetry } from '../../../protocol/from-pen.ts';
import { LEASE_MS_MAX, RENEW_MS } from '../../../protocol/timing.ts';
import { penMs, strokes, type Strokes } from '../../../protocol/units.ts';
import { taskOf } from './account.ts';
import { pulsesNow } from './energy-count.ts';
import { endingGrant } from './grants.ts';
import type { ControlEffect } from './event.ts';
import { enter, type Step } from './parts.ts';
import type { Arming, Control, Phase, Train } from './state.ts';

type Running = Extract<Phase, { readonly kind: 'running' }>;
type GrantGiven = Extract<ControlEffect, { readonly kind: 'grant' }>['grant'];

/** No pulse follows another within this time, by the host as by the pen. */
const REVISIT_MS = 1_000;

/** Whether a pulse may be granted to a fresh hold now. */
export function mayGrantPulse(control: Control, { energy }: Arming): boolean {
  const pulses = pulsesNow(control);
  const sinceMs = control.sincePulseMs ?? Number.POSITIVE_INFINITY;
  // S-82: never above the reservation, one at a time, and not within a second.
  return energy !== undefined && pulses !== undefined && pulses < energy.ceiling
    && pulses === energy.seen && sinceMs >= REVISIT_MS;
}

/** Permission for one insertion and one pulse, dated with the telemetry that it rests on. */
function pulseGrant(
  control: Control,
  arming: Arming,
  telemetry: Telemetry,
  ceiling: Strokes,
  pulseCeiling: number,
): EnergyGrant {
  const task = taskOf(control, arming).energy;
  const leaseMs = Math.min(LEASE_MS_MAX, control.heard?.pen.pages.capabilities.leaseMsMax ?? 0);
  return {
    kind: 'energy-grant',
    armingId: arming.armingId,
    holdId: telemetry.holdId,
    ceiling,
    pulseCeiling,
    microJoulePerPin: task?.microJoulePerPin ?? 1,
    pulseMs: task?.pulseMs ?? 1,
    notAfterPenMs: penMs(telemetry.penMs + leaseMs),
  };
}

/** The grant for a hold that begins, and the arming with it. */
function firstPulse(
  control: Control,
  arming: Arming,
  telemetry: Telemetry,
): { readonly arming: Arming; readonly grant: EnergyGrant; readonly ceiling: Strokes } {
  const ceiling = strokes(Math.min(arming.ceiling, telemetry.strokes + 1));
  const { energy } = arming;
  const pulse = Math.min(energy?.ceiling ?? 0, (energy?.seen ?? 0) + 1);
  const next = energy === undefined ? arming : {
    ...arming, energy: { ...energy, granted: Math.max(energy.granted, pulse) },
  };
  return { arming: next, grant: pulseGrant(control, next, telemetry, ceiling, pulse), ceiling };
}

/** The same permission for longer; nothing of it rises. */
const renewedPulse = (
  control: Control,
  arming: Arming,
  telemetry: Telemetry,
  from: Strokes,
): EnergyGrant =>
  pulseGrant(control, arming, telemetry, strokes(from + 1), arming.energy?.granted ?? 0);

/** Takes permission back, with the pulse if one flows. */
const endedPulse = (control: Control, arming: Arming, telemetry: Telemetry): EnergyGrant =>
  pulseGrant(control, arming, telemetry, telemetry.strokes, arming.energy?.from ?? 0);


/** A hold that begins under an arming with energy. */
export function beginPulse(
  control: Control,
  arming: Arming,
  telemetry: Telemetry,
  train: Train,
): Step {
  const pulse = firstPulse(control, arming, telemetry);
  const granted = strokes(Math.max(arming.granted, pulse.ceiling));
  return enter(control, { kind: 'running', arming: { ...pulse.arming, granted }, train }, [
    { kind: 'grant', grant: pulse.grant },
  ]);
}

/** An insertion for a pulse is renewed until the pulse is over. */
export function renewPulse(control: Control, phase: Running, telemetry: Telemetry): Step {
  const { arming, train } = phase;
  const isDue = train.sinceGrantMs >= RENEW_MS && telemetry.holdId === train.holdId
    && (arming.energy?.seen ?? 0) < (arming.energy?.granted ?? 0);
  if (!isDue) return enter(control, phase);
  const grant = renewedPulse(control, arming, telemetry, train.fromStrokes);
  const next: Running = { kind: 'running', arming, train: { ...train, sinceGrantMs: 0 } };
  return enter(control, next, [{ kind: 'grant', grant }]);
}

/** Takes permission back, of strokes or of a pulse. */
export const takenBack = (control: Control, arming: Arming, telemetry: Telemetry): GrantGiven =>
  taskOf(control, arming).energy === undefined
    ? endingGrant(control, arming, telemetry)
    : endedPulse(control, arming, telemetry);
