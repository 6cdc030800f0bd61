// What the pen makes of an arming with energy and of permission for a pulse. Everything that holds
// of needles holds here too and is asked of the same rules; what follows is asked on top of it. A
// pen without a generator refuses both before it looks at anything else in them.

import { areaName, isSideOf, sideName } from '../../protocol/area.ts';
import type { ArmEnergy, EnergyGrant } from '../../protocol/energy.ts';
import type { RefusalReason } from '../../protocol/reason.ts';
import { LEASE_MS_MAX } from '../../protocol/timing.ts';
import type { Arm, Grant } from '../../protocol/to-pen.ts';
import { centiHz } from '../../protocol/units.ts';
import { ceilingOf } from './ceilings.ts';
import {
  ENERGY_DEPTH_UM_MIN, type EnergyArming, energyCeilingOf, type EnergyState,
  MICRO_JOULE_PER_MS_MAX, PULSES_PER_ARMING_MAX, REVISIT_MS,
} from './energy-state.ts';
import { because, done, type Refusal, refused, type Ruling, type Step, stay } from './event.ts';
import {
  type ArmAsked, armRefusal, creditOf, foreignGrantRefusal, grantRefusal, modeRefusal,
} from './guard.ts';
import { reserve, store } from './ledger.ts';
import { doingNext, halt } from './latch.ts';
import type { Arming, Doing, Firmware } from './state.ts';

/** The two messages about energy. */
export type EnergyAsk = ArmEnergy | EnergyGrant;

const above = (reason: RefusalReason, asked: number, allowed: number): Refusal | undefined =>
  asked > allowed ? because(reason, asked, Math.max(0, allowed)) : undefined;
const below = (reason: RefusalReason, asked: number, allowed: number): Refusal | undefined =>
  asked < allowed ? because(reason, asked, allowed) : undefined;

/** Rules on either of them. */
export function ruleEnergy(state: Firmware, ask: EnergyAsk): Ruling {
  const { energy, doing } = state;
  // S-80: a pen that has no energy arms none and is granted none.
  if (energy === undefined) return refused(state, because('no-energy'));
  if (ask.kind === 'energy-grant') return granted(state, energy, ask);
  switch (doing.kind) {
    case 'idle':
      return armed(state, energy, ask);
    case 'latched':
      return refused(state, because('latched'));
    case 'calibrating':
      return refused(state, because('wrong-mode'));
    case 'armed':
    case 'running':
    case 'stopping':
      return refused(state, because('not-idle'));
  }
}

/** The same arming as it would be without energy: every rule of ARM is asked of it. */
const asNeedles = (ask: ArmEnergy, { make }: Firmware): Arm => ({
  ...ask, kind: 'arm', rateCentiHz: centiHz(make.rateCentiHzMin), stamp: 1,
});

function armed(state: Firmware, energy: EnergyState, ask: ArmEnergy): Ruling {
  const wrongMode = modeRefusal(state, 'treatment');
  if (wrongMode !== undefined) return refused(state, wrongMode);
  const area = areaName(ask.area);
  const side = sideName(ask.side);
  if (area === undefined || side === undefined || !isSideOf(area, side)) {
    return refused(state, because('unknown-area', ask.area));
  }
  const row = state.link.rows.get(ask.area);
  if (row === undefined) return refused(state, because('no-envelope', ask.area));
  const { cartridge } = state.seen;
  if (cartridge === undefined) return refused(state, because('no-cartridge'));
  const asked: ArmAsked = { arm: asNeedles(ask, state), row, ceiling: ceilingOf(area), cartridge };
  const broken = armRefusal(state, asked)
    // S-81: the pen's own ceiling of energy for every area, and none at all at the eye.
    ?? above('beyond-energy', ask.microJoulePerPin, energyCeilingOf(area))
    ?? armEnergyRefusal(state, energy, ask);
  return broken === undefined
    ? done(armWith(state, ask, asked))
    : refused(state, broken);
}

function armEnergyRefusal(
  { make }: Firmware,
  { pulses }: EnergyState,
  ask: ArmEnergy,
): Refusal | undefined {
  const { radio } = make;
  if (radio === undefined) return because('no-energy');
  return (
    below('below-range', ask.depthUm, ENERGY_DEPTH_UM_MIN)
    ?? above('beyond-energy', ask.microJoulePerPin, radio.microJoulePerPinMax)
    ?? below('below-range', ask.pulseMs, radio.pulseMsMin)
    ?? above('above-range', ask.pulseMs, radio.pulseMsMax)
    ?? above('beyond-energy', ask.microJoulePerPin, ask.pulseMs * MICRO_JOULE_PER_MS_MAX)
    ?? below('nothing-left', ask.pulseCeiling, pulses + 1)
    ?? above('beyond-pass', ask.pulseCeiling, pulses + PULSES_PER_ARMING_MAX)
  );
}

function armWith(state: Firmware, ask: ArmEnergy, { row, ceiling, cartridge }: ArmAsked): Step {
  const { pulseCeiling, microJoulePerPin, pulseMs } = ask;
  const arming: Arming = {
    id: ask.armingId,
    area: ask.area,
    stamp: true,
    // Needles that are held out and not moved: the motion of an arming with energy has no rate.
    task: {
      depthUm: ask.depthUm,
      rateCentiHz: 0,
      holdMsMax: row.holdMsMax,
      forceMnMax: ceiling.forceMn,
    },
    passCeiling: ask.passCeiling,
    creditMax: creditOf(state.make, row),
    cartridge,
    energy: { pulseCeiling, microJoulePerPin, pulseMs },
  };
  const next = doingNext(state, { kind: 'armed', arming, permit: undefined });
  return store({
    ...next,
    link: { ...next.link, armingId: ask.armingId },
    ledger: { ...next.ledger, armingId: ask.armingId },
    hold: { ...next.hold, fresh: false },
    energy: energyOf(next, { outside: 0, stage: 'none', permit: undefined }),
  });
}

/** The energy of a pen that has it, with something changed. */
const energyOf = (
  { energy }: Firmware,
  change: Partial<EnergyState>,
): EnergyState | undefined => energy && { ...energy, ...change };

const asGrant = (ask: EnergyGrant): Grant => ({ ...ask, kind: 'grant' });

function granted(state: Firmware, energy: EnergyState, ask: EnergyGrant): Ruling {
  const { doing } = state;
  switch (doing.kind) {
    case 'armed':
      return grantedArmed(state, energy, doing, ask);
    case 'running':
      return grantedRunning(state, energy, doing, ask);
    case 'stopping':
      return refused(state, because('not-retracted'));
    case 'latched':
      return refused(state, because('latched'));
    case 'calibrating':
      return refused(state, because('wrong-mode'));
    case 'idle':
      return refused(state, because('not-armed'));
  }
}

/** What a pulse that is granted has to keep beside the rules of a grant. */
function pulseRefusal(
  { make }: Firmware,
  { pulses, sincePulseMs }: EnergyState,
  limit: EnergyArming,
  ask: EnergyGrant,
): Refusal | undefined {
  // S-82: absolute readings of the pen's own counter of pulses, one ahead at the most.
  return (
    above('beyond-pass', ask.pulseCeiling, limit.pulseCeiling)
    ?? above('beyond-credit', ask.pulseCeiling, pulses + 1)
    ?? below('nothing-left', ask.pulseCeiling, pulses + 1)
    ?? above('beyond-energy', ask.microJoulePerPin, limit.microJoulePerPin)
    ?? above('above-range', ask.pulseMs, limit.pulseMs)
    ?? below('below-range', ask.pulseMs, make.radio?.pulseMsMin ?? ask.pulseMs + 1)
    ?? above('beyond-energy', ask.microJoulePerPin, ask.pulseMs * MICRO_JOULE_PER_MS_MAX)
    ?? below('too-soon', sincePulseMs, REVISIT_MS)
  );
}

const permitOf = ({ pulseCeiling, microJoulePerPin, pulseMs }: EnergyGrant): EnergyArming => ({
  pulseCeiling, microJoulePerPin, pulseMs,
});

function grantedArmed(
  state: Firmware,
  energy: EnergyState,
  { arming }: Doing<'armed'>,
  ask: EnergyGrant,
): Ruling {
  if (arming.energy === undefined) return refused(state, because('no-energy'));
  const broken = grantRefusal(state, { grant: asGrant(ask), arming })
    ?? above('beyond-credit', ask.ceiling, state.ledger.strokes + 1)
    ?? pulseRefusal(state, energy, arming.energy, ask);
  if (broken !== undefined) return refused(state, broken);
  const permit = { ceiling: ask.ceiling, notAfterPenMs: ask.notAfterPenMs };
  const next: Firmware = {
    ...state,
    doing: { kind: 'armed', arming, permit },
    energy: { ...energy, stage: 'inserting', permit: permitOf(ask), stageMs: 0, depthUm: 0 },
  };
  const { mark, closed } = state.ledger;
  return done(mark >= ask.ceiling && !closed ? stay(next) : reserve(next, ask.ceiling));
}

/** What a renewal may not do: begin another pulse, make this one more, or outlast a lease. */
function renewalRefusal(
  state: Firmware,
  permit: EnergyArming,
  ceiling: number,
  ask: EnergyGrant,
): Refusal | undefined {
  const { make, ages } = state;
  const leaseMs = Math.min(LEASE_MS_MAX, make.leaseMsMax);
  return (
    above('beyond-credit', ask.ceiling, ceiling)
    ?? above('beyond-credit', ask.pulseCeiling, permit.pulseCeiling)
    ?? above('beyond-energy', ask.microJoulePerPin, permit.microJoulePerPin)
    ?? above('above-range', ask.pulseMs, permit.pulseMs)
    ?? above('lease-too-long', ask.notAfterPenMs, ages.penMs + leaseMs)
    ?? below('lease-over', ask.notAfterPenMs, ages.penMs + 1)
  );
}

function grantedRunning(
  state: Firmware,
  energy: EnergyState,
  { arming, motion }: Doing<'running'>,
  ask: EnergyGrant,
): Ruling {
  const { permit } = energy;
  if (arming.energy === undefined || permit === undefined) {
    return refused(state, because('no-energy'));
  }
  const { notAfterPenMs } = motion.permit;
  if (state.ages.penMs >= notAfterPenMs) {
    return refused(state, because('lease-over', notAfterPenMs, state.ages.penMs));
  }
  const foreign = foreignGrantRefusal(state, { grant: asGrant(ask), arming });
  if (foreign !== undefined) return refused(state, foreign);
  // A pulse ceiling under this pulse takes the permission back, with the pulse if it flows.
  if (ask.pulseCeiling < permit.pulseCeiling) return done(stay(halt(state, motion, arming)));
  const broken = renewalRefusal(state, permit, motion.permit.ceiling, ask);
  if (broken !== undefined) return refused(state, broken);
  const next = { ...motion, permit: { ...motion.permit, notAfterPenMs: ask.notAfterPenMs } };
  return done(stay({ ...state, doing: { kind: 'running', arming, motion: next } }));
}
