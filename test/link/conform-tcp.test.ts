/** Broken pens behind a real socket, in real time: the kit finds them there as well. */
import { afterAll, expect, test } from 'vitest';
import { CHECKS } from '../../host/conform/checks/all.ts';
import { conduct, type RunOrder } from '../../host/conform/conduct.ts';
import { createDriver } from '../../host/conform/drive-port.ts';
import { createKit } from '../../host/conform/kit.ts';
import type { Verdict } from '../../host/conform/order.ts';
import { systemTimers } from '../../host/link/index.ts';
import { openTcp } from '../../host/link/tcp-port.ts';
import { benchHand } from '../../sim/hands.ts';
import type { PenOptions } from '../../sim/pen.ts';
import { runInRealTime } from '../../sim/real-time.ts';
import { listenTcp } from '../../sim/tcp.ts';
import { BROKEN_PENS } from '../conform/broken-pens.ts';
import { rig } from '../sim/pen/rig.ts';
import { granted } from './rig.ts';

const ends: (() => Promise<void> | void)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

/** Judges a pen of this process behind a socket by one check. */
async function judgedAt(name: string, step?: PenOptions['step']): Promise<Verdict | undefined> {
  const pen = rig(step === undefined ? {} : { step });
  const place = granted(await listenTcp(pen, '127.0.0.1:0'));
  const hand = benchHand();
  const running = runInRealTime(pen, hand);
  const port = granted(await openTcp('127.0.0.1', Number(place.address.split(':').at(-1))));
  ends.push(() => port.close(), () => running.stop(), () => place.close());
  const kit = createKit({ motion: true, hands: 'auto' }, () => 1 + Math.floor(Math.random() * 1e9));
  const verdicts: Verdict[] = [];
  const told = (order: RunOrder): void => {
    if (order.kind === 'judged') verdicts.push(order.judged.verdict);
  };
  const driver = createDriver({ port, ear: kit.ear, timers: systemTimers, told });
  await driver.run(conduct(kit, CHECKS.filter((check) => check.name === name), undefined));
  return verdicts[0];
}

test.each(
  BROKEN_PENS.filter(({ forgets }) =>
    ['the lease', 'to stop when told', 'the name of its latch'].includes(forgets))
    .map(({ forgets, foundBy, step }) => [forgets, foundBy, step] as const),
)('a pen behind a socket that forgets %s is found by %s, and a whole one is not', async (
  _forgets, foundBy, step,
) => {
  expect(await judgedAt(foundBy)).toMatchObject({ kind: 'ok' });
  expect(await judgedAt(foundBy, step)).toMatchObject({ kind: 'failed' });
});
