// Signing in at the console: where nobody works a typed name is taken and told so; from the first
// person on only who signs in may act, each within their roles; and a console that was left is
// nobody's.
import { afterEach, expect, test, vi } from 'vitest';
import { initChart, openChart } from '../../../host/chart/index.ts';
import type { Role } from '../../../host/core/staff/role.ts';
import { nodeWorld } from '../../../host/journal/index.ts';
import { openDesk } from '../../../host/staff/index.ts';
import { HOST_VERSION } from '../../../host/version.ts';
import { type DeskAlone, openDeskAlone } from '../support/desk-alone.ts';

let at: DeskAlone | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await at?.close();
});

/** Cheap on purpose: what a check costs is tested elsewhere. */
const COST = { n: 2 ** 10, r: 8, p: 1 };
const SECRETS = { 'm-sato': 'a lead has words', 'j-diaz': 'a provider has too' } as const;

async function staffed(): Promise<DeskAlone> {
  const alone = await openDeskAlone();
  await alone.close();
  const { dataDir } = alone;
  const world = nodeWorld(HOST_VERSION);
  initChart(dataDir, world);
  const chart = openChart(dataDir, world);
  if (!chart.ok) throw new Error('no chart');
  const staff = openDesk({ chart: chart.value, world, cost: COST });
  const person = (staffId: string, name: string, ...roles: readonly Role[]) =>
    ({ staffId, name, roles });
  const lead = { staffId: 'm-sato', secret: SECRETS['m-sato'], place: 'console' };
  await staff.addFirst(person('m-sato', 'Mika Sato', 'clinical-lead'), SECRETS['m-sato']);
  await staff.add(person('j-diaz', 'Juan Díaz', 'provider'), SECRETS['j-diaz'], lead);
  at = await openDeskAlone(dataDir);
  return at;
}

test('an installation in which nobody works stays usable, and says so', async () => {
  at = await openDeskAlone();
  expect(at.state().staff).toEqual({ kind: 'nobody-yet' });
  await at.done({ kind: 'name-operator', name: 'm-sato' });
  expect(await at.refused({ kind: 'sign-in', staffId: 'm-sato', secret: 'x' }))
    .toEqual(['staff:nobody-yet']);
});

test('who has not signed in may look at nothing of a person, and stop the pen', async () => {
  const { refused, done, state } = await staffed();
  expect(state().staff).toMatchObject({ kind: 'staff', members: [
    { staffId: 'm-sato' }, { staffId: 'j-diaz', roles: ['provider'] },
  ] });
  expect(JSON.stringify(state())).not.toMatch(/hashHex|saltHex/);
  expect(state().operator).toBe('');
  for (const ask of [
    { kind: 'find-people', text: '' }, { kind: 'name-operator', name: 'm-sato' },
    { kind: 'begin' },
  ] as const) expect(await refused(ask)).toEqual(['not-signed-in']);
  expect(await refused({ kind: 'sign-in', staffId: 'j-diaz', secret: 'wrong' }))
    .toEqual(['staff:not-recognised']);
  await done({ kind: 'sign-in', staffId: 'j-diaz', secret: SECRETS['j-diaz'] });
  expect(state()).toMatchObject({ operator: 'j-diaz', staff: { here: { name: 'Juan Díaz' } } });
  await done({ kind: 'find-people', text: '' });
  const sign = { kind: 'unlock-area', person: 'p-1', area: 'neck', side: 'midline', why: 'x' };
  expect(await refused({ ...sign, kind: 'unlock-area', area: 'neck', side: 'midline' }))
    .toEqual(['staff:not-permitted']);
  await done({ kind: 'sign-out' });
  expect(await refused({ kind: 'find-people', text: '' })).toEqual(['not-signed-in']);
  await done({ kind: 'stop' });
});

test('the third wrong secret begins a wait', async () => {
  const { refused } = await staffed();
  const wrong = { kind: 'sign-in', staffId: 'j-diaz', secret: 'wrong' } as const;
  await refused(wrong);
  await refused(wrong);
  expect(await refused(wrong)).toEqual(['staff:not-recognised', 'staff:locked-out']);
  expect(await refused({ ...wrong, secret: SECRETS['j-diaz'] })).toEqual(['staff:locked-out']);
});

test('a console that nobody touches for five minutes is nobody’s', async () => {
  const { done, state } = await staffed();
  await done({ kind: 'sign-in', staffId: 'm-sato', secret: SECRETS['m-sato'] });
  const before = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => before + 5 * 60_000 + 1_000);
  await vi.waitFor(() => expect(state().operator).toBe(''), { timeout: 15_000 });
  expect(state().staff).toMatchObject({ ended: 'idle' });
  expect(state().staff).not.toHaveProperty('here');
});
