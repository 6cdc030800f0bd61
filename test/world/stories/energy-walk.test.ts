/**
 * Every order in which a few things can happen to a pen that has just been granted a pulse: all
 * sequences of a length, none left out, each judged by the plant's own truth. It is complete within
 * its actions and its length, and says nothing of longer ones.
 *
 * A longer walk: ENERGY_STEPS=4 npx vitest run test/world/stories/energy-walk.test.ts
 */
import { expect, test } from 'vitest';
import { assert } from '../../../protocol/assert.ts';
import { strokes } from '../../../protocol/units.ts';
import { drainTruePulses, type TruePulse } from '../../../sim/plant/index.ts';
import {
  armEnergyOf, energyGrantOf, joinedEnergy, STAMPING,
} from '../../sim/pen/energy-rig.ts';
import { expectDone, type Talker } from '../../sim/pen/talker.ts';

const ASKED = { microJoulePerPin: 20_000, pulseMs: 30 } as const;
const PULSES = 2;
const STEP_MS = 70;

/** What was granted: never more pulses than this, whatever happens. */
interface Walk {
  readonly talker: Talker;
  granted: number;
  stopped: boolean;
}

const grant = (walk: Walk): void => {
  const { talker } = walk;
  const message = energyGrantOf(talker, ASKED);
  walk.granted = Math.max(walk.granted, Math.min(message.pulseCeiling, PULSES));
  talker.send(message);
};

const hold = (walk: Walk, change: Partial<typeof STAMPING>): void => {
  walk.talker.hand = { ...walk.talker.hand, ...change };
};

const ACTIONS: Readonly<Record<string, (walk: Walk) => void>> = {
  wait: () => undefined,
  grant,
  'grant two': ({ talker }) => {
    talker.send(energyGrantOf(talker, { ...ASKED, pulseCeiling: PULSES }));
  },
  'grant beyond': ({ talker }) => {
    talker.send(energyGrantOf(talker, { ...ASKED, pulseCeiling: PULSES + 1 }));
  },
  'grant strokes': ({ talker }) => {
    talker.send(energyGrantOf(talker, { ...ASKED, ceiling: strokes(20) }));
  },
  press: (walk) => hold(walk, STAMPING),
  release: (walk) => hold(walk, { trigger: false }),
  lift: (walk) => hold(walk, { contact: false }),
  slide: (walk) => hold(walk, { glideMmS: 40 }),
  stop: (walk) => {
    walk.stopped = true;
    walk.talker.send({ kind: 'stop' }, { seq: 0 });
  },
  reset: (walk) => {
    walk.stopped = true;
    walk.talker.pen.reset('power');
  },
};
const NAMES = Object.keys(ACTIONS);

function ready(): Walk {
  const talker = joinedEnergy();
  talker.pen.advance(900, talker.hand);
  talker.pass(100);
  expectDone(talker.ask(armEnergyOf({ ...ASKED, pulseCeiling: PULSES })));
  talker.pass(5);
  talker.hand = STAMPING;
  talker.pass(5);
  const walk: Walk = { talker, granted: 0, stopped: false };
  grant(walk);
  talker.pass(60);
  return walk;
}

/** Everything that may be said against what was given up to now. */
function against(walk: Walk, pulses: readonly TruePulse[], after: readonly TruePulse[]): string[] {
  const counted = walk.talker.pen.firmware().energy?.pulses ?? 0;
  const checks: readonly (readonly [boolean, string])[] = [
    [pulses.length > walk.granted, 'more pulses than were granted'],
    [pulses.length > counted && walk.talker.pen.alive(), 'fewer pulses counted than given'],
    [pulses.some(({ ordered }) => !ordered), 'a pulse that nobody ordered'],
    [pulses.some(({ shallowMs }) => shallowMs > 3), 'energy at the surface'],
    [pulses.some((one) => one.microJoulePerPin > ASKED.microJoulePerPin), 'too much energy'],
    [pulses.some(({ peakDeciC }) => peakDeciC >= 700), 'tissue that was burnt'],
    [walk.stopped && after.length > 0, 'a pulse after a stop'],
  ];
  return checks.filter(([holds]) => holds).map(([, what]) => what);
}

/** Walks one sequence and gives how many pulses came of it. */
function walkAll(names: readonly string[]): number {
  const walk = ready();
  const pulses: TruePulse[] = [];
  for (const name of names) {
    const wasStopped = walk.stopped;
    const act = ACTIONS[name];
    assert(act !== undefined, 'an action of the walk has a name');
    act(walk);
    walk.talker.pass(STEP_MS);
    const fresh = drainTruePulses(walk.talker.pen.plant.radio);
    pulses.push(...fresh);
    const found = against(walk, pulses, wasStopped ? fresh : []);
    if (found.length > 0) throw new Error(`${names.join(', ')}: ${found.join(', ')}`);
  }
  return pulses.length;
}

const stepsMax = Number(process.env['ENERGY_STEPS'] ?? 2);

test(`S-82 in every order of ${stepsMax} happenings no pulse is one too many`, () => {
  const sequences = Array.from({ length: stepsMax }).reduce<string[][]>(
    (all) => all.flatMap((names) => NAMES.map((name) => [...names, name])), [[]],
  );
  expect(sequences.length).toBe(NAMES.length ** stepsMax);
  const given = sequences.map((names) => walkAll(names));
  // The walk reaches pulses, or it would prove nothing.
  expect(given.filter((count) => count > 0).length).toBeGreaterThan(sequences.length / 10);
}, 600_000);
