import { expect, test } from 'vitest';
import { VirtualTimeScheduler } from 'rxjs';
import type { HidSeen } from '../../host/link/hid-backend.ts';
import type { PedalEvent } from '../../host/link/pedal.ts';
import { openPedalReader, PEDAL_SEEK_MS } from '../../host/link/pedal-reader.ts';
import { schedulerTimers, type Timers } from '../../host/link/timers.ts';
import { fakeBackend, fakeHid, settle } from './hid-fake.ts';

const VEC: HidSeen = {
  path: '/dev/hidraw3',
  vendorId: 0x05f3,
  productId: 0x00ff,
  serialNumber: undefined,
  product: 'VEC USB Footpedal',
};

/** Timers that a test moves by hand, one due call at a time. */
function handTimers(): Timers & { pass(forMs: number): Promise<void> } {
  let nowMs = 0;
  let due: { atMs: number; run: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    after(delayMs, run) {
      const entry = { atMs: nowMs + delayMs, run };
      due.push(entry);
      return () => void (due = due.filter((each) => each !== entry));
    },
    async pass(forMs) {
      const untilMs = nowMs + forMs;
      for (;;) {
        await settle();
        const [next] = due.toSorted((a, b) => a.atMs - b.atMs);
        if (next === undefined || next.atMs > untilMs) break;
        due = due.filter((each) => each !== next);
        nowMs = next.atMs;
        next.run();
      }
      nowMs = untilMs;
      await settle();
    },
  };
}

function bench(plugged = [fakeHid(VEC)]) {
  const timers = handTimers();
  const pedal = openPedalReader(fakeBackend(plugged), timers);
  const events: PedalEvent[] = [];
  pedal.onEvent((event) => events.push(event));
  return { timers, pedal, events, plugged, hid: plugged[0] ?? fakeHid(VEC) };
}

test('a held pedal is held while it is proven, and released when proof stops', async () => {
  const { timers, pedal, events, hid } = bench();
  await hid.play([0, 0]);
  await hid.play([2, 0]);
  for (let read = 0; read < 20; read += 1) {
    await timers.pass(40);
    await hid.quiet();
    expect(pedal.held()).toBe(true);
  }
  await timers.pass(100);
  expect([pedal.held(), pedal.proofAgeMs()]).toEqual([true, 100]);
  await timers.pass(10); // the read never comes back: the pedal hangs, or its driver does
  expect(pedal.held()).toBe(false);
  expect(events.at(-1)).toEqual({ kind: 'pedal-released', holdId: 1, why: 'unproven' });
});

test('held is asked of the clock: a late timer cannot keep a hold alive', async () => {
  let nowMs = 0;
  const stuck: Timers = { nowMs: () => nowMs, after: () => () => undefined };
  const hid = fakeHid(VEC);
  const pedal = openPedalReader(fakeBackend([hid]), stuck);
  await hid.play([0, 0]);
  await hid.play([2, 0]);
  expect(pedal.held()).toBe(true);
  nowMs = 101;
  expect(pedal.held()).toBe(false);
});

test('a pedal that is pulled out is a release, and is found again when it comes back', async () => {
  const { timers, pedal, events, hid, plugged } = bench();
  await hid.play([0, 0]);
  await hid.play([2, 0]);
  plugged.pop();
  await hid.unplug();
  expect(pedal.held()).toBe(false);
  expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['pedal-released', 'pedal-lost']);
  expect(hid.closed()).toBe(true);
  const again = fakeHid(VEC);
  plugged.push(again);
  await timers.pass(PEDAL_SEEK_MS);
  await again.play([2, 0]); // the foot is still down: no press until it has been lifted
  expect([pedal.present(), pedal.held()]).toEqual([true, false]);
  await again.play([0, 0]);
  await again.play([2, 0]);
  expect(pedal.held()).toBe(true);
  expect(events.at(-1)).toEqual({ kind: 'pedal-pressed', holdId: 2 });
});

test('a hold that the host ends at the contact limit needs a new press', async () => {
  const { pedal, events, hid } = bench();
  await hid.play([0, 0]);
  await hid.play([2, 0]);
  pedal.endHold();
  expect(events.at(-1)).toMatchObject({ kind: 'pedal-released', why: 'ended-by-host' });
  await hid.play([2, 0]);
  expect(pedal.held()).toBe(false);
});

test('closing releases the hold, closes the pedal, and ends', async () => {
  const { timers, pedal, events, hid } = bench();
  await hid.play([0, 0]);
  await hid.play([2, 0]);
  const closing = pedal.close();
  expect(pedal.held()).toBe(false);
  expect(events.at(-1)?.kind).toBe('pedal-lost');
  await hid.quiet();
  await closing;
  expect(hid.closed()).toBe(true);
  const heard = events.length;
  await timers.pass(5000);
  expect(events.length).toBe(heard);
});

test('no pedal is no hold, and closing then ends at once', async () => {
  const { timers, pedal } = bench([]);
  await timers.pass(3 * PEDAL_SEEK_MS);
  expect([pedal.held(), pedal.present(), pedal.proofAgeMs()]).toEqual([false, false, undefined]);
  await pedal.close();
});

test('an RxJS scheduler can be the clock', () => {
  const scheduler = new VirtualTimeScheduler();
  const timers = schedulerTimers(scheduler);
  const calls: number[] = [];
  timers.after(30, () => calls.push(timers.nowMs()));
  timers.after(20, () => calls.push(timers.nowMs()))();
  scheduler.flush();
  expect(calls).toEqual([30]);
});
