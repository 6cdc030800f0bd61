/**
 * The door itself, below the desk: what a wrong secret costs, and that guesses made side by side
 * gain nothing, whichever of them is right and whenever it is found to be.
 */
import { expect, test } from 'vitest';
import { openDoor } from '../../../host/staff/door.ts';
import { ok } from '../../../protocol/result.ts';
import { granted } from '../../support/journal.ts';
import { CHEAP, house, lead, provider } from './house.ts';

const FAILED = { kind: 'sign-in-failed', staffId: 'j-diaz', place: 'console' } as const;
const codesOf = (entered: Awaited<ReturnType<ReturnType<typeof openDoor>['enter']>>) =>
  (entered.ok ? [] : entered.error.map(({ code }) => code));

test('S-77 a wrong secret is nobody, and is counted', async () => {
  const { chart, world, lines } = await house();
  const door = openDoor({ chart, world, cost: CHEAP });
  expect(codesOf(await door.enter(provider('111222'), () => ok([])))).toEqual(['not-recognised']);
  expect(lines().at(-1)).toMatchObject({ kind: 'sign-in-failed', staffId: 'j-diaz', failures: 1 });
});

test('S-77 a guess during a wait is not even looked at', async () => {
  const { chart, world } = await house();
  const door = openDoor({ chart, world, cost: CHEAP });
  for (const failures of [1, 2, 3]) granted(await chart.append({ ...FAILED, failures }));
  let looked = false;
  const entered = await door.enter(provider(), () => {
    looked = true;
    return ok([]);
  });
  expect([codesOf(entered), looked]).toEqual([['locked-out'], false]);
});

test('S-77 a right secret is not let in when a wait has begun meanwhile', async () => {
  const { chart, world, lines } = await house();
  const door = openDoor({ chart, world, cost: CHEAP });
  const { staffId, place } = provider();
  const entered = await door.enter(provider(), () => {
    // Somebody at another console fails for the third time just now; a line is taken at once.
    for (const failures of [1, 2, 3]) void chart.append({ ...FAILED, failures });
    return ok([{ kind: 'signed-in', staffId, signInId: 'i-1', place }]);
  });
  expect(codesOf(entered)).toEqual(['locked-out']);
  expect(lines().filter(({ kind }) => kind === 'signed-in').at(-1)).not.toMatchObject({ staffId });
});

test('S-77 the failures of one are no wait of another', async () => {
  const { chart, world } = await house();
  const door = openDoor({ chart, world, cost: CHEAP });
  for (const failures of [1, 2, 3]) granted(await chart.append({ ...FAILED, failures }));
  expect((await door.enter(lead(), () => ok([]))).ok).toBe(true);
});
