/**
 * A pen with radiofrequency on the bench of a test, joined and armed for energy unless said
 * otherwise, and a host that renews a grant for one pulse as a host does.
 */
import { areaCode, type AreaName, sideCode, type Side } from '../../../protocol/area.ts';
import type { ArmEnergy, Energy, EnergyGrant } from '../../../protocol/energy.ts';
import { penMs, strokes, um } from '../../../protocol/units.ts';
import type { Fault } from '../../../sim/faults/fault.ts';
import { createFaultLog } from '../../../sim/faults/fault-log.ts';
import { emberPen } from '../../../sim/models/index.ts';
import { createPen, type PenOptions } from '../../../sim/pen.ts';
import { drainTruePulses, type Hand, type TruePulse } from '../../../sim/plant/index.ts';
import { boxed } from './rig.ts';
import { expectDone, PRESSING, rowOf, type Talker, talkTo } from './talker.ts';

/** A person who holds the head still on skin and presses. */
export const STAMPING: Hand = { ...PRESSING, glideMmS: 0 };

type Changed<Of> = Partial<Omit<Of, 'kind'>>;

/** An arming with energy and sensible values. */
export function armEnergyOf(
  change: Changed<ArmEnergy> & { name?: AreaName; on?: Side } = {},
): ArmEnergy {
  const { name = 'chin', on = 'midline', ...rest } = change;
  return {
    kind: 'arm-energy', armingId: 1, area: areaCode(name), side: sideCode(on),
    planHash: '0011223344556677', depthUm: um(800), passCeiling: strokes(60), needleCount: 14,
    pulseCeiling: 20, microJoulePerPin: 25_000, pulseMs: 60, ...rest,
  };
}

/** Permission for the next pulse, on the newest state of the pen. */
export function energyGrantOf(talker: Talker, change: Changed<EnergyGrant> = {}): EnergyGrant {
  const { ages, ledger, hold, doing, energy } = talker.pen.firmware();
  const motion = doing.kind === 'running' ? doing.motion : undefined;
  const permit = energy?.permit;
  return {
    kind: 'energy-grant', armingId: 1, holdId: hold.id,
    ceiling: strokes(motion?.permit.ceiling ?? ledger.strokes + 1),
    pulseCeiling: permit?.pulseCeiling ?? (energy?.pulses ?? 0) + 1,
    microJoulePerPin: 25_000, pulseMs: 60, notAfterPenMs: penMs(ages.penMs + 200), ...change,
  };
}

/** A pen with energy that somebody talks to, joined in treatment with a row. */
export function joinedEnergy(
  faults: readonly Fault[] = [],
  more: Partial<PenOptions> = {},
): Talker {
  const model = emberPen(2_500);
  const pen = createPen({
    model, cartridge: boxed('round-14', model), seed: 1, faultLog: createFaultLog(faults), ...more,
  });
  const talker = talkTo(pen);
  talker.hello();
  talker.pass(5);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  expectDone(talker.ask(rowOf({ name: 'chin' })));
  return talker;
}

/** The same, armed and past the second in which no pulse may follow a boot. */
export function armedEnergy(faults: readonly Fault[] = [], arm: Changed<ArmEnergy> = {}): Talker {
  const talker = joinedEnergy(faults);
  talker.pass(1_000);
  expectDone(talker.ask(armEnergyOf(arm)));
  talker.pass(5);
  return talker;
}

/** The newest report about energy. */
export const energyOf = ({ heard }: Talker): Energy | undefined =>
  heard.findLast((told): told is Energy => told.kind === 'energy');

/** Presses, grants one pulse and renews it, for so long; gives the pulses as they truly were. */
export function press(
  talker: Talker,
  forMs = 500,
  every: (passedMs: number) => void = () => undefined,
): readonly TruePulse[] {
  const found: TruePulse[] = [];
  let passedMs = 0;
  let granted = false;
  let sinceMs = 0;
  talker.hand = STAMPING;
  talker.pass(forMs, () => {
    passedMs += 1;
    sinceMs += 1;
    const { hold, doing, energy } = talker.pen.firmware();
    const willing = hold.held && hold.fresh && !hold.spent;
    const first = !granted && doing.kind === 'armed' && willing;
    const again = granted && doing.kind === 'running' && sinceMs >= 50
      && energy?.stage === 'inserting';
    if (first || again) {
      granted = true;
      sinceMs = 0;
      talker.send(energyGrantOf(talker));
    }
    found.push(...drainTruePulses(talker.pen.plant.radio));
    every(passedMs);
  });
  return found;
}

/** Lets go and waits until another pulse may follow. */
export function rest(talker: Talker, forMs = 1_100): readonly TruePulse[] {
  talker.hand = { ...STAMPING, trigger: false, contact: false };
  talker.pass(forMs);
  return drainTruePulses(talker.pen.plant.radio);
}
