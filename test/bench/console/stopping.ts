/**
 * From a finger to the wire: the instant of the input event in the page, key and touch, against the
 * instant at which the pen's side of the pseudo-terminal has the STOP frame. Beside it a program
 * that asks the same desk over a plain socket, without a page. All three take turns, every one of
 * them with needles that run and a window in which everything moves.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { atMost, type Figure, percentile, QUICK } from '../../support/bench.ts';
import { knock } from '../../ui/console-rig.ts';
import { type Stage, stepTo } from './stage.ts';
import { beganMsOf, clockErrorMs, lastInput, machineMs } from './watch-page.ts';

const TURNS = QUICK ? 8 : 60;
const RUN_MS = 600;
/** A stop falls anywhere between two snapshots. */
const PRESS_FROM_MS = 150;
const STEP_MS = 37;
const SPREAD_MS = 300;

type Way = 'key' | 'touch' | 'socket';

/** Does it, and says when it was done, by the machine's clock, and when a listener knew. */
type Act = () => Promise<{ readonly atMs: number; readonly lagMs: number }>;

/**
 * A tap as Chromium's own gesture driver makes it. The protocol's `dispatchTouchEvent`, which is
 * behind a tap of Playwright, dates a touch when it is asked for and hands it over with some later
 * frame, on an empty page too: a wait that no finger has.
 */
async function tapper(page: Page): Promise<() => Promise<unknown>> {
  const box = await page.locator('[data-stop]').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 50, (box?.y ?? 0) + 50];
  const session = await page.context().newCDPSession(page);
  return () =>
    session.send('Input.synthesizeTapGesture', { x, y, duration: 40, gestureSourceType: 'touch' });
}

async function byPage(page: Page, hasTouch: boolean): Promise<Act> {
  const began = await beganMsOf(page);
  const tap = await tapper(page);
  return async () => {
    await (hasTouch ? tap() : page.keyboard.press('Space'));
    const { inputMs, lagMs } = await lastInput(page);
    return { atMs: began + inputMs, lagMs };
  };
}

/** Stops again and again in every way; the page is at the step of arming before and after. */
export async function stopping(stage: Stage, page: Page): Promise<readonly Figure[]> {
  const { offMs, withinMs } = await clockErrorMs(page);
  const socket = knock(stage.address);
  await new Promise((opened) => socket.on('open', opened));
  const acts: Readonly<Record<Way, Act>> = {
    key: await byPage(page, false),
    touch: await byPage(page, true),
    socket: () => {
      const atMs = machineMs();
      socket.send(JSON.stringify({ id: 1, ask: { kind: 'stop' } }));
      return Promise.resolve({ atMs, lagMs: 0 });
    },
  };
  const took: Readonly<Record<Way, number[]>> = { key: [], touch: [], socket: [] };
  const lag: Readonly<Record<Way, number[]>> = { key: [], touch: [], socket: [] };
  const ways = ['key', 'touch', 'socket'] as const;
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const way of ways) {
      await stepTo(page, 'press', 'glide');
      const ran = stage.runPen(RUN_MS);
      await pause(PRESS_FROM_MS + ((turn * STEP_MS) % SPREAD_MS));
      const heard = stage.stopHeard();
      const { atMs, lagMs } = await acts[way]();
      took[way].push((await heard) - atMs);
      lag[way].push(lagMs);
      await ran;
      await stage.restPen();
      await stepTo(page, 'arm');
    }
  }
  socket.close();
  const at = (way: Way, percent: number): number => percentile(took[way], percent);
  const row = (name: string, way: Way): string =>
    `  ${name.padEnd(36)} ${String(took[way].length).padStart(5)} x   p50 ${at(way, 50).toFixed(2)
      .padStart(6)} ms   p99 ${at(way, 99).toFixed(2).padStart(6)} ms`
    + `   x socket ${(at(way, 50) / at('socket', 50)).toFixed(2)}`
    + `   of it in Chromium p50 ${percentile(lag[way], 50).toFixed(1)}, p99`
    + ` ${percentile(lag[way], 99).toFixed(1)} ms`;
  console.log('Input to the STOP frame on the wire, needles running, 200 telemetries a second');
  console.log(row('space, in the page', 'key'));
  console.log(row('a touch of STOP, in the page', 'touch'));
  console.log(row('a plain socket at the same desk', 'socket'));
  console.log(`  the page's clock is the machine's: off by ${offMs.toFixed(2)} ms at a question`
    + ` that took ${withinMs.toFixed(2)} ms\n`);
  return [
    atMost('space to STOP on the wire p99', at('key', 99), 20, ' ms'),
    atMost('touch to STOP on the wire p99', at('touch', 99), 20, ' ms'),
  ];
}
