/** The chart and the store under kill -9: what was called written is there, and both agree. */
import { expect, onTestFinished, test } from 'vitest';
import { createRandom } from '../../sim/random.ts';
import { createKeepRig } from '../support/keep-rig.ts';

test('S-70 S-72 killed twenty times while it writes, nothing called written is lost', async () => {
  const rig = createKeepRig(createRandom(7, 5));
  onTestFinished(rig.close);
  let acknowledged = 0;
  for (let kill = 1; kill <= 20; kill += 1) {
    const kept = await rig.killOnce();
    expect(kept, `kill ${String(kill)}`).toMatchObject({ lost: [], sameHash: true, sound: true });
    acknowledged += kept.acknowledged;
  }
  expect(acknowledged).toBeGreaterThan(20);
}, 120_000);
