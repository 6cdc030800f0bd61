// Two ordinary areas by trigger and foot alone, once the treatment has begun: real desk, host
// process and simulated pen, whose automatic hand presses the trigger; the pedal is a file that
// stands in for the HID library. No request of a window arms anything.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Ask } from '../../../ui/contract/request.ts';
import { openConsole, openWindow, type PlainWindow } from '../console-rig.ts';

const UP = 0;
const DOWN = 2;

const LOOKED: Ask = {
  kind: 'room',
  room: {
    numbing: 'none', packageWasIntact: true, barrierFitted: true, onlySterileGlide: true,
    cleanedSinceLastPerson: true,
  },
};

/** Has every host that is forked from here find the pedal of a file. */
function footOf(): (mask: number) => void {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'corium-foot-')), 'mask');
  const hook = new URL('../support/with-fake-hid.ts', import.meta.url).href;
  process.env['CORIUM_TEST_FOOT'] = file;
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import ${hook}`;
  const step = (mask: number): void => fs.writeFileSync(file, String(mask));
  step(UP);
  return step;
}

/** What a provider's foot does: taps when something is to be armed, holds when it is armed. */
async function walk(window: PlainWindow, step: (mask: number) => void): Promise<void> {
  const next = (): string | undefined => window.snapshot()?.next;
  while (next() !== 'finish') {
    step(UP);
    await pause(60);
    // A computer that stands still for a moment stops the pen; that is cleared by a hand.
    if (next() === 'clear') await window.ask({ kind: 'clear' });
    if (next() === 'arm') {
      step(DOWN);
      await pause(60);
      step(UP);
      await pause(250); // a tap that came too late to be one is tapped again
    } else if (next() === 'press' || next() === 'glide') {
      step(DOWN);
      for (let look = 0; look < 40 && next() === 'press'; look += 1) await pause(50);
      while (next() === 'glide') await pause(20);
    }
  }
}

test('ordinary areas are given by trigger and pedal, without a touch of the screen', async () => {
  const step = footOf();
  const rig = await openConsole({ pen: 'sim' });
  const window = await openWindow(rig.server.address);
  await window.until(() => window.state().pen.standing.kind === 'met', 'a pen');
  const given = new Set(['forehead/midline', 'cheek/left']);
  for (const { area, side } of window.state().plan.draft.areas) {
    const isGiven = given.has(`${area}/${side}`);
    await window.ask(isGiven
      ? { kind: 'change-area', area, side, change: { sizeMm2: 60, passes: 1 } }
      : { kind: 'remove-area', area, side });
  }
  const planned = window.state().plan.draft.areas.length;
  expect(planned).toBe(given.size);
  await window.ask({ kind: 'use-pedal', pedal: true });
  await window.ask(LOOKED);
  expect(await window.ask({ kind: 'begin' })).toEqual({ ok: true });
  await window.until(() => window.snapshot()?.next === 'arm', 'a step of arming');
  await walk(window, step);
  expect(window.snapshot()?.areas.map(({ state }) => state)).toEqual(['done', 'done']);
  await rig.close();
}, 30_000);
