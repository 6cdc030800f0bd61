/**
 * Treatments with energy that chance makes up: plan, hand, person at the console, wire, and faults
 * of generator and tissue, each kind counted. A seed that fails is told by its number.
 *
 * More of them: ENERGY_SEEDS=500 npx vitest run test/world/stories/energy-campaign.test.ts
 */
import { expect, test } from 'vitest';
import type { EnergyFault, Fault } from '../../../sim/faults/fault.ts';
import { HASTY_HAND, STEADY_HAND } from '../../../sim/operator/index.ts';
import { createRandom, nextBetween, type Random } from '../../../sim/random.ts';
import { ENERGY_ROWS, energyPlan, energyStage, energyWish, MAY_GIVE } from '../energy.ts';
import { persistent } from '../parts.ts';

const KINDS = [
  'energy-stuck', 'energy-unasked', 'energy-strong', 'impedance-off', 'hot-tissue',
  'frozen-tissue-sensor', 'reset', 'host-kill', 'host-pause', 'unplug', 'none',
] as const;
type Kind = (typeof KINDS)[number];

function energyFault(kind: Kind, random: Random): EnergyFault | undefined {
  const at = { kind: 'ms', ms: nextBetween(random, 0, 6_000) } as const;
  const lasting = { ms: nextBetween(random, 500, 8_000) };
  switch (kind) {
    case 'energy-stuck':
    case 'frozen-tissue-sensor':
      return { kind, at, lasting };
    case 'energy-unasked':
      return { kind, at, lasting, microJoulePerMs: nextBetween(random, 20, 800) };
    case 'energy-strong':
      return { kind, at, lasting, permille: nextBetween(random, 1_050, 1_600) };
    case 'hot-tissue':
      return { kind, at, lasting, permille: nextBetween(random, 1_100, 2_000) };
    case 'impedance-off':
      return { kind, at, lasting, ohm: nextBetween(random, 10, 5_000) };
    case 'reset':
    case 'host-kill':
    case 'host-pause':
    case 'unplug':
    case 'none':
      return undefined;
  }
}

/** Complaints that a kind of fault is bounded by and cannot be rid of. */
const EXCUSED: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  'energy-unasked': [
    'without an order', 'near the surface', 'without an arming', 'outlived', 'after another',
    'needles that moved', 'uJ a pin', 'lasted',
  ],
  'energy-stuck': ['near the surface', 'needles that moved', 'outlived'],
};

function run(seed: number): { readonly kind: Kind; readonly pulses: number } {
  const random = createRandom(seed, 77);
  const kind = KINDS[nextBetween(random, 0, KINDS.length - 1)] ?? 'none';
  const row = ENERGY_ROWS[nextBetween(random, 0, 2)];
  const area = row?.area ?? 'cheek';
  const pulseMs = nextBetween(random, 40, 80);
  const energy = {
    microJoulePerPin: nextBetween(random, 5_000, Math.min(40_000, pulseMs * 800)), pulseMs,
    pulses: nextBetween(random, 1, 3),
  };
  const side = area === 'chin' ? 'midline' : 'left';
  const fault = energyFault(kind, random);
  const faults: readonly Fault[] = fault === undefined ? [] : [fault];
  const set = energyStage({
    seed, faults, provider: persistent,
    style: nextBetween(random, 0, 3) === 0 ? HASTY_HAND : STEADY_HAND,
    wish: energyWish(energyPlan({ area, side, energy }), { energy: MAY_GIVE }),
  });
  const { world } = set;
  world.runFor(nextBetween(random, 300, 4_000));
  if (kind === 'reset') world.pen().reset('power');
  else if (kind === 'host-pause') world.pauseHost(nextBetween(random, 20, 900));
  else if (kind === 'unplug') world.unplug();
  else if (kind === 'host-kill') world.killHost();
  world.runFor(600);
  if (kind === 'unplug') world.plugIn();
  else if (kind === 'host-kill') expect(world.startHost()).toBe(true);
  world.runFor(8_000);
  const excused = EXCUSED[kind] ?? [];
  const left = set.court.complaints.filter(
    (complaint) => !excused.some((word) => complaint.includes(word)),
  );
  expect([seed, kind, left]).toEqual([seed, kind, []]);
  return { kind, pulses: world.pulses.length };
}

const SEEDS = Number(process.env['ENERGY_SEEDS'] ?? 12);

test(`S-86 in ${SEEDS} treatments that chance made up nobody complains`, () => {
  const runs = Array.from({ length: SEEDS }, (_, index) => run(1_000 + index));
  const kinds = new Set(runs.map(({ kind }) => kind));
  expect(kinds.size).toBeGreaterThanOrEqual(Math.min(KINDS.length - 3, SEEDS / 3));
  expect(runs.reduce((sum, { pulses }) => sum + pulses, 0)).toBeGreaterThan(SEEDS / 2);
}, 600_000);
