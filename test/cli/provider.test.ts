/** The scripted provider does what a person may do, and waits like one. */
import { expect, test } from 'vitest';
import {
  NEW_PROVIDER,
  nextArea,
  type Provider,
  provide,
  type ProviderStep,
} from '../../host/cli/console/provider.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import { areaSeen, eyeArea, running, seen } from './snapshots.ts';

/** Looks at the same snapshot for a while, ten times a second, and keeps what was done. */
function look(provider: Provider, snapshot: Snapshot, forMs: number): ProviderStep[] {
  const steps: ProviderStep[] = [];
  let now = provider;
  for (let ms = 0; ms < forMs; ms += 100) {
    const step = provide(now, snapshot, 100);
    now = step.provider;
    steps.push(step);
  }
  return steps;
}

const requests = (steps: readonly ProviderStep[]): readonly string[] =>
  steps.flatMap(({ request }) => (request === undefined ? [] : [request.kind]));

test('areas at the eye come last, whatever the order of the plan', () => {
  expect(nextArea([eyeArea(), areaSeen()])).toBe(1);
  expect(nextArea([eyeArea(), areaSeen({ state: 'done' })])).toBe(0);
  expect(nextArea([areaSeen({ state: 'done' })])).toBeUndefined();
});

test('an area is asked for once and then waited for', () => {
  expect(requests(look(NEW_PROVIDER, seen(), 1_500))).toEqual(['arm']);
});

test('an area at the eye is announced first and confirmed by itself', () => {
  const onlyEye = seen({ areas: [areaSeen({ state: 'done' }), eyeArea()] });
  const steps = look(NEW_PROVIDER, onlyEye, 3_500);
  const said = steps.findIndex(({ says }) => says?.includes('lies at the eye') === true);
  const asked = steps.findIndex(({ request }) => request !== undefined);
  expect(said).toBeGreaterThanOrEqual(0);
  expect(asked - said).toBeGreaterThanOrEqual(15);
  expect(steps[asked]?.request).toEqual({
    kind: 'arm',
    area: 'infraorbital',
    side: 'left',
    eyeConfirmed: true,
  });
});

test('nothing is asked for while the hand is at work', () => {
  expect(requests(look(NEW_PROVIDER, running(), 60_000))).toEqual([]);
  expect(look(NEW_PROVIDER, running(), 60_000).some(({ givesUp }) => givesUp)).toBe(false);
});

test('an area that may not be armed is not asked for, and somebody is called in the end', () => {
  const blocked = seen({ areas: [areaSeen({ against: [{ code: 'charging' }] })] });
  const steps = look(NEW_PROVIDER, blocked, 40_000);
  expect(requests(steps)).toEqual([]);
  expect(steps.at(-1)?.givesUp).toBe(true);
});

const stopped = (): Snapshot => seen({ phase: 'latched', next: 'clear', latch: 'stall' });

test('a stop that the pen does not let go of is tried for half a minute, and said once', () => {
  const steps = look(NEW_PROVIDER, stopped(), 40_000);
  expect(requests(steps).length).toBeGreaterThan(20);
  expect(steps.filter(({ says }) => says !== undefined)).toHaveLength(1);
  expect(steps.slice(0, 300).some(({ givesUp }) => givesUp)).toBe(false);
  expect(steps.at(-1)?.givesUp).toBe(true);
});

test('a fourth stop is not cleared any more', () => {
  const after = (provider: Provider, snapshot: Snapshot): ProviderStep | undefined =>
    look(provider, snapshot, 1_000).at(-1);
  let provider = NEW_PROVIDER;
  for (let stop = 1; stop <= 3; stop += 1) {
    const cleared = after(provider, stopped());
    expect(cleared?.givesUp).toBe(false);
    provider = after(cleared?.provider ?? provider, running())?.provider ?? provider;
  }
  expect(after(provider, stopped())?.givesUp).toBe(true);
});

test('a treatment with nothing left to do is finished as completed', () => {
  const steps = look(NEW_PROVIDER, seen({ next: 'finish' }), 1_000);
  expect(steps.find(({ request }) => request !== undefined)?.request).toEqual({
    kind: 'finish',
    by: 'scripted provider',
    outcome: 'completed',
  });
});
