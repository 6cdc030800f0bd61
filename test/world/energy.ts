/**
 * Worlds with radiofrequency: a pen that has it, a profile that allows it and is signed for the
 * test, a plan that asks for it, and a giver who may. The judge of energy sits beside the others.
 */
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EnergyCase } from '../../host/core/energy-facts.ts';
import { BASE_PROFILE_PATH, loadBaseProfile, type LoadedProfile }
  from '../../host/profile/base-profile.ts';
import { signBytes } from '../../host/profile/signature.ts';
import type { Wish } from '../../host/treat/prepare.ts';
import { assert } from '../../protocol/assert.ts';
import type { Fault } from '../../sim/faults/fault.ts';
import { createFaultLog } from '../../sim/faults/fault-log.ts';
import { cartridgeFor, emberPen, takeCartridge } from '../../sim/models/index.ts';
import { createPen, type Pen, type PenOptions } from '../../sim/pen.ts';
import { createRandom } from '../../sim/random.ts';
import { given, on } from '../support/limit-world.ts';
import { type Court, judge, type Sitting } from './checkers/all.ts';
import { energyChecker } from './checkers/energy.ts';
import { type Change, onlyPlan, partsOf, WORLD_DAY, wishFor } from './parts.ts';
import type { Stage } from './stage.ts';
import { createWorld, type World, type WorldParts } from './world.ts';

/** One row of what a table says of energy. */
const row = (area: string, change: Readonly<Record<string, number>> = {}) => ({
  area, microJoulePerPinMax: 40_000, pulseMsMax: 80, pulsesPerCm2Max: 10,
  milliJoulePerCm2Max: 30_000, ...change,
});

/** The areas that the table of these worlds has. */
export const ENERGY_ROWS = [row('cheek'), row('chin'), row('jawline'), row('temple')];

let keys: { readonly privatePem: string; readonly publicPem: string } | undefined;

function keyPair(): NonNullable<typeof keys> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  keys ??= {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  return keys;
}

/** The table of Corium with a part about energy, signed by a key of the test. */
export function energyProfile(rows: readonly object[] = ENERGY_ROWS): LoadedProfile {
  const base = JSON.parse(readFileSync(BASE_PROFILE_PATH, 'utf8')) as Record<string, unknown>;
  const { rows: needles } = base as { rows: { basis: { depth: unknown } }[] };
  const basis = needles[0]?.basis.depth;
  const bytes = new TextEncoder().encode(JSON.stringify({ ...base, energy: { rows, basis } }));
  const { privatePem, publicPem } = keyPair();
  const signature = signBytes(bytes, privatePem);
  return given(loadBaseProfile({ bytes, signature, publicKeyPem: publicPem }, on(WORLD_DAY)));
}

/** A provider who may, a person with nothing against it, and a consent with its warning. */
export const MAY_GIVE: EnergyCase = {
  role: 'provider',
  leadSigned: [],
  consentWithWarning: true,
  answers: {
    'pacemaker-or-defibrillator': 'no', 'metal-in-field': 'no', 'nerve-stimulator': 'no',
    'facial-palsy': 'no',
  },
};

/** What a plan of these worlds asks, unless it is changed. */
export const ENERGY_ASKED = { microJoulePerPin: 25_000, pulseMs: 60, pulses: 3 } as const;

/** A plan of one area with energy. */
export const energyPlan = (change: Readonly<Record<string, unknown>> = {}): unknown =>
  onlyPlan({
    area: 'cheek', side: 'left', depthUm: 750, sizeMm2: 400, passes: 1, energy: ENERGY_ASKED,
    ...change,
  });

/** A wish for energy. */
export const energyWish = (plan: unknown = energyPlan(), change: Partial<Wish> = {}): Wish => ({
  ...wishFor(plan), profile: energyProfile(), energy: MAY_GIVE, ...change,
});

/** A pen with energy, with its cartridge. */
export function emberFor(seed: number, more: Partial<PenOptions> = {}): Pen {
  const today = on(WORLD_DAY);
  const model = emberPen(today);
  const serial = `CART-${String(seed)}`;
  const box = { lot: 'LOT-7', serial, expiryDay: today + 200, usedStrokes: 0 };
  const cartridge = takeCartridge(cartridgeFor(model), box, model, createRandom(seed, 5));
  return createPen({ model, cartridge, seed, ...more });
}

/** What a story of energy may change. */
export interface EnergyChange extends Omit<Change, 'model' | 'plan'> {
  readonly wish?: Wish;
  readonly faults?: readonly Fault[];
}

/** Sets up a world with energy and its judges, the judge of energy among them. */
export function energyStage(change: EnergyChange = {}, sitting: Sitting = {}): Stage {
  const { wish = energyWish(), seed = 1, faults = [], ...rest } = change;
  const courts: Court[] = [];
  const seat = (world: World): void => {
    const beside = { ...sitting.beside, energy: energyChecker };
    courts.push(judge(world, { ...sitting, beside }));
  };
  const faultLog = createFaultLog(faults);
  const parts: WorldParts = {
    ...partsOf({ ...rest, seed }), wish, faultLog, pen: emberFor(seed, { faultLog }), judge: seat,
  };
  const world = createWorld(parts);
  const [court] = courts;
  assert(court !== undefined, 'a world seats its judges before anything happens');
  return { world, court };
}
