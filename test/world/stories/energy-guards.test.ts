/**
 * Hosts with something wrong above the wire, in what they ask of energy: the guard keeps it back,
 * and where the guard is silenced the pen refuses it. No pulse comes of either.
 */
import { describe, expect, test } from 'vitest';
import type { ToPen } from '../../../protocol/to-pen.ts';
import { penMs } from '../../../protocol/units.ts';
import { energyStage } from '../energy.ts';
import { brokenHost, brokenStep, type Enlarge } from '../guards/hosts.ts';
import { lines } from '../stage.ts';

type OfKind<Kind extends ToPen['kind']> = Extract<ToPen, { readonly kind: Kind }>;

const arm = (change: (ask: OfKind<'arm-energy'>) => Partial<OfKind<'arm-energy'>>): Enlarge =>
  (ask) => (ask.kind === 'arm-energy' ? { ...ask, ...change(ask) } : undefined);
const grant = (
  change: (ask: OfKind<'energy-grant'>) => Partial<OfKind<'energy-grant'>>,
): Enlarge => (ask) => (ask.kind === 'energy-grant' ? { ...ask, ...change(ask) } : undefined);

/** What each does wrong, the rule by which the guard says so, and whether the pen alone would. */
const BROKEN: readonly (readonly [string, Enlarge, string, boolean])[] = [
  ['arms more energy than the plan', arm(() => ({ microJoulePerPin: 26_000 })), 'energy', false],
  ['arms far too much energy', arm(() => ({ microJoulePerPin: 62_000 })), 'energy', true],
  ['arms longer pulses', arm(() => ({ pulseMs: 90 })), 'pulse-length', false],
  ['arms more pulses', arm((ask) => ({ pulseCeiling: ask.pulseCeiling + 1 })), 'pulses', false],
  ['arms a thousand pulses', arm((ask) => ({ pulseCeiling: ask.pulseCeiling + 999 })), 'pulses',
    true],
  ['grants two pulses', grant((ask) => ({ pulseCeiling: ask.pulseCeiling + 1 })), 'pulses', true],
  ['grants more energy', grant(() => ({ microJoulePerPin: 25_001 })), 'energy', true],
  ['grants a longer pulse', grant(() => ({ pulseMs: 61 })), 'pulse-length', true],
  ['grants for a whole second', grant((ask) => ({
    notAfterPenMs: penMs(ask.notAfterPenMs + 800),
  })), 'lease', true],
];

describe('a host that', () => {
  test.each(BROKEN)('S-82 %s is kept from it by the guard', (_, enlarge, rule) => {
    const set = energyStage({ mind: brokenHost(brokenStep(enlarge), true) });
    set.world.runFor(4_000);
    expect(JSON.stringify(lines(set.world, 'refused'))).toContain(rule);
    expect(set.world.pulses).toEqual([]);
    expect(set.court.complaints).toEqual([]);
  });

  const alone = BROKEN.filter(([, , , byPen]) => byPen);
  test.each(alone)('S-82 %s is refused by the pen alone', (_, enlarge) => {
    const set = energyStage({ mind: brokenHost(brokenStep(enlarge), false) });
    set.world.runFor(4_000);
    expect(set.world.pulses).toEqual([]);
  });
});
